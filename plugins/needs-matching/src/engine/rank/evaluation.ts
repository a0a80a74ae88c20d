import { stopIfAborted } from '../engine-error.ts';
import type { BoundConstraint } from '../filter/constraint.ts';
import { type Scanned, Scanner } from '../filter/scan.ts';
import type { NeedFacts } from '../schema/fields.ts';
import type { BoundPart, PartQuestion, TextScores } from '../score/part.ts';
import { wholeTotal } from '../score/largest-remainder.ts';
import { DateColumn } from '../store/columns.ts';
import { noDay } from '../store/dates.ts';
import type { ResourceStore } from '../store/resource-store.ts';
import { type ExpandedQuery, queryTerms } from '../text/synonyms.ts';

/** All rows against one need: which of them stand where, and what they score. Valid until the next evaluation. */
export interface Evaluation {
  readonly scanned: Scanned;
  /** Places in `scanned.rows` of the rows with at most one failed constraint, ascending. */
  readonly scoredAt: Int32Array;
  readonly scoredCount: number;
  /** Whole points of those, in the same order. */
  readonly totals: Int32Array;
  readonly questions: readonly PartQuestion[];
  /** `undefined` when the need has no text that says anything. */
  readonly query: ExpandedQuery | undefined;
}

/** Evaluates one need after the other over the same arrays. */
export class Evaluator {
  readonly store: ResourceStore;
  readonly constraints: readonly BoundConstraint[];
  readonly parts: readonly BoundPart[];
  private readonly scanner: Scanner;
  private readonly expand: (text: string) => ExpandedQuery;
  private scoredAt = new Int32Array(0);
  private scoredRows = new Int32Array(0);
  private sums = new Float64Array(0);
  private totals = new Int32Array(0);
  private texts = new Float32Array(0);

  constructor(
    store: ResourceStore,
    constraints: readonly BoundConstraint[],
    parts: readonly BoundPart[],
    expand: (text: string) => ExpandedQuery,
  ) {
    this.store = store;
    this.constraints = constraints;
    this.parts = parts;
    this.expand = expand;
    this.scanner = new Scanner(store, constraints);
  }

  evaluate(need: NeedFacts, signal?: AbortSignal): Evaluation {
    stopIfAborted(signal);
    const scanned = this.scanner.scan(need);
    const scoredCount = this.chooseScored(scanned);
    stopIfAborted(signal);
    const { query, text } = this.textOf(need, scanned, scoredCount);
    const questions = this.parts.map((part) => part.ask(need, text));
    const { scoredRows, sums, totals } = this;
    sums.fill(0, 0, scoredCount);
    questions.forEach((question) => question.add(scoredRows, scoredCount, sums));
    roundAll(sums, totals, scoredCount);
    return { scanned, scoredAt: this.scoredAt, scoredCount, totals, questions, query };
  }

  /** Best first: higher total, earlier window, smaller id. Takes places in `scoredAt`. */
  order(
    { scanned, scoredAt, totals }: Evaluation,
    earliest: DateColumn | undefined,
  ): (one: number, other: number) => boolean {
    const { ids } = this.store;
    return (one, other) => {
      const points = (totals[one] as number) - (totals[other] as number);
      if (points !== 0) return points > 0;
      const row = scanned.rows[scoredAt[one] as number] as number;
      const otherRow = scanned.rows[scoredAt[other] as number] as number;
      if (earliest !== undefined) {
        const day = earliest.values[row] as number;
        const otherDay = earliest.values[otherRow] as number;
        if (day !== otherDay) return otherDay === noDay || (day !== noDay && day < otherDay);
      }
      return (ids[row] as string) < (ids[otherRow] as string);
    };
  }

  private chooseScored({ rows, count, failed }: Scanned): number {
    if (this.sums.length < count) {
      this.scoredAt = new Int32Array(count);
      this.scoredRows = new Int32Array(count);
      this.sums = new Float64Array(count);
      this.totals = new Int32Array(count);
    }
    const { scoredAt, scoredRows } = this;
    let scored = 0;
    for (let at = 0; at < count; at += 1) {
      scoredAt[scored] = at;
      scoredRows[scored] = rows[at] as number;
      // Written always, kept when no bit is left without the lowest: rows fail in no order, so a branch could not be foreseen.
      const mask = failed[at] as number;
      const others = mask & (mask - 1);
      scored += 1 + ((others | -others) >> 31);
    }
    return scored;
  }

  /** Text scores of this need's rows, divided by the best among those that pass (or, when none does, among those scored). */
  private textOf(
    need: NeedFacts,
    { failed, unknown }: Scanned,
    count: number,
  ): { query: ExpandedQuery | undefined; text: TextScores | undefined } {
    const nothing = { query: undefined, text: undefined };
    if (need.text === undefined || need.text.trim() === '' || this.store.textFields.length === 0) return nothing;
    const query = this.expand(need.text);
    const terms = queryTerms(this.store.text.vocabulary, query);
    if (this.texts.length < this.store.rows) this.texts = new Float32Array(this.store.rows);
    else this.texts.fill(0);
    const { texts, scoredAt, scoredRows } = this;
    this.store.text.score(terms, texts);
    let best = 0;
    let bestOfAll = 0;
    for (let at = 0; at < count; at += 1) {
      const score = texts[scoredRows[at] as number] as number;
      if (score > bestOfAll) bestOfAll = score;
      const place = scoredAt[at] as number;
      if (score > best && failed[place] === 0 && unknown[place] === 0) best = score;
    }
    return { query, text: { scores: texts, best: best > 0 ? best : bestOfAll > 0 ? bestOfAll : 1 } };
  }
}

function roundAll(sums: Float64Array, totals: Int32Array, count: number): void {
  for (let at = 0; at < count; at += 1) totals[at] = wholeTotal(sums[at] as number);
}
