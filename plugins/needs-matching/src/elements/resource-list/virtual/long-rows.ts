/** Long lists: only the rows in sight are in the document; their heights may differ, so large text and narrow pages fit. */
import { nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { repeat } from 'lit/directives/repeat.js';
import type { LongRows } from '../parts/rows-view.ts';
import type { StockRow } from '../parts/stock-row.ts';
import { RowHeights } from './row-heights.ts';

type RowTemplate = (row: StockRow, index: number, isStop: boolean) => TemplateResult;

/** Height of a row before any was drawn. */
const firstGuess = 58;
/** Rows drawn above and below what is in sight. */
const margin = 6;
/** Frames until a row far away has been drawn and measured. */
const settleFrames = 8;
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
const drawnBy = new WeakMap<Element, RowsInSight>();

/**
 * Draws the rows in sight between two paddings as high as the rows before and after them. They are measured a frame after they
 * were drawn: changed within the observer, they would raise “ResizeObserver loop” errors in the host page.
 */
class RowsInSight extends AsyncDirective {
  private body: HTMLElement | undefined;
  private scroller: HTMLElement | undefined;
  private rows: readonly StockRow[] = [];
  private heights = new RowHeights(0, firstGuess);
  private stop = 0;
  private template: RowTemplate | undefined;
  private range: readonly [from: number, to: number] = [0, 0];
  private usual = firstGuess;
  private measuring = 0;
  private readonly observer = new ResizeObserver(() => this.measureSoon());

  render(_rows: readonly StockRow[], _stop: number, _template: RowTemplate): unknown {
    return nothing;
  }

  override update(part: unknown, [rows, stop, template]: [readonly StockRow[], number, RowTemplate]): unknown {
    if (rows !== this.rows) this.heights = new RowHeights(rows.length, this.usual);
    this.rows = rows;
    this.stop = stop;
    this.template = template;
    const { parentNode: body } = part as { readonly parentNode: HTMLElement };
    if (this.body !== body) {
      this.body = body;
      drawnBy.set(body, this);
      // The scroller is laid out once the template around it is in the document.
      void Promise.resolve().then(() => this.start());
    }
    this.measureSoon();
    return this.drawn();
  }

  private start(): void {
    const { body } = this;
    const scroller = body?.closest<HTMLElement>('.zs-stock__scroll');
    if (scroller === null || scroller === undefined || !this.isConnected) return;
    this.scroller = scroller;
    scroller.addEventListener('scroll', this.follow, { passive: true });
    this.observer.observe(scroller);
    this.redraw();
  }

  private readonly follow = (): void => {
    const [from, to] = this.range;
    const [newFrom, newTo] = this.inSight();
    if (from !== newFrom || to !== newTo) this.redraw();
  };

  private inSight(): readonly [number, number] {
    const { scroller, heights, rows } = this;
    const top = scroller?.scrollTop ?? 0;
    const height = scroller?.clientHeight ?? firstGuess * 20;
    const from = Math.max(0, heights.rowAt(top) - margin);
    return [from, Math.min(rows.length, heights.rowAt(top + height) + 1 + margin)];
  }

  private redraw(): void {
    if (!this.isConnected) return;
    this.setValue(this.drawn());
    this.measureSoon();
  }

  private measureSoon(): void {
    if (this.measuring !== 0) return;
    this.measuring = requestAnimationFrame(() => {
      this.measuring = 0;
      this.measure();
    });
  }

  /** What was drawn, as high as it is; rows above the ones in sight push nothing away. */
  private measure(): void {
    const { body, scroller, heights } = this;
    if (body === undefined || scroller === undefined || !this.isConnected) return;
    const firstInSight = heights.rowAt(scroller.scrollTop);
    let changed = 0;
    let above = 0;
    let sum = 0;
    const drawn = [...body.children] as HTMLElement[];
    for (const row of drawn) {
      const index = Number(row.dataset['index']);
      const height = row.getBoundingClientRect().height;
      if (height === 0 || Number.isNaN(index)) continue;
      sum += height;
      const change = heights.measured(index, height);
      changed += Math.abs(change);
      if (index < firstInSight) above += change;
    }
    if (drawn.length > 0 && sum > 0) this.usual = sum / drawn.length;
    if (changed === 0) return;
    if (above !== 0) scroller.scrollTop += above;
    this.redraw();
  }

  private drawn(): unknown {
    const { body, rows, heights, template } = this;
    if (body === undefined || template === undefined) return nothing;
    const [from, to] = (this.range = this.inSight());
    body.style.paddingTop = `${heights.startOf(from)}px`;
    body.style.paddingBottom = `${Math.max(0, heights.total - heights.startOf(to))}px`;
    const stop = this.stop >= from && this.stop < to ? this.stop : from;
    return repeat(
      rows.slice(from, to),
      ({ id }) => id,
      (row, offset) => template(row, from + offset, from + offset === stop),
    );
  }

  /** Scrolls the row into sight, under the head that stays; again while heights that were only guessed become known. */
  async show(index: number): Promise<void> {
    const { scroller, body } = this;
    if (scroller === undefined || body === undefined) return;
    const head = body.offsetTop - scroller.offsetTop;
    for (let waited = 0; waited < settleFrames; waited += 1) {
      const [start, end] = [this.heights.startOf(index), this.heights.startOf(index + 1)];
      const top = scroller.scrollTop;
      const room = scroller.clientHeight - head;
      if (start < top) scroller.scrollTop = start;
      else if (end > top + room) scroller.scrollTop = end - room;
      else if (waited > 1) return;
      this.follow();
      await frame();
    }
  }

  override disconnected(): void {
    this.scroller?.removeEventListener('scroll', this.follow);
    this.observer.disconnect();
    cancelAnimationFrame(this.measuring);
    this.measuring = 0;
    if (this.body !== undefined) this.body.style.padding = '';
    this.scroller = undefined;
    this.body = undefined;
  }
}

const rowsInSight = directive(RowsInSight);

export const longRows: LongRows = {
  render: (rows, stop, row) => rowsInSight(rows, stop, row),
  show: async (body, index) => drawnBy.get(body)?.show(index),
};
