/** The list in memory: read page by page, filtered and sorted without asking the backend again. */
import type { ListWords } from '../list-words.ts';
import type { MatchingClient, Resource } from '../resource-types.ts';
import { noFilter, rowFilter, sorted, type StockFilter, type StockSort } from './stock-filter.ts';
import { stockRow, type StockRow } from './stock-row.ts';

/** Largest page of the contract. */
const readAtOnce = 100;
/** So many resources a page holds (issue: 100,000). */
export const readAtMost = 100_000;
/** Up to so many rows, what has come is put in order each time; of more only the number is told until all are there. */
const orderedWhileReading = 2_000;
const mostPast = 16;
/** While pages come in, the list is drawn again at the most so often. */
const drawMilliseconds = 300;

export class Stock {
  filter: StockFilter = noFilter;
  search = '';
  sort: StockSort = { column: 'title', descending: false };
  /** Pages are still to come. */
  reading = false;
  /** Not everything could be read: there is more, or the connection broke. */
  incomplete = false;
  staleDays = 30;
  private readonly rows = new Map<string, StockRow>();
  private ordered: readonly StockRow[] | undefined;
  private found: readonly StockRow[] | undefined;
  /** What was found for earlier words, as long as nothing else has changed. */
  private readonly past = new Map<string, readonly StockRow[]>();
  private readonly words: ListWords;
  private readonly changed: () => void;
  private drawnAt = 0;

  constructor(words: ListWords, changed: () => void) {
    this.words = words;
    this.changed = changed;
  }

  get total(): number {
    return this.rows.size;
  }

  /** Rows that are shown, in their order. The same list until something changes. */
  get shown(): readonly StockRow[] {
    this.ordered ??= sorted([...this.rows.values()], this.sort);
    this.found ??= this.ordered.filter(rowFilter(this.filter, this.search, this.staleDays));
    return this.found;
  }

  row(id: string): StockRow | undefined {
    return this.rows.get(id);
  }

  ask(filter: Partial<StockFilter>): void {
    this.filter = { ...this.filter, ...filter };
    this.again();
  }

  find(search: string): void {
    const { found, past } = this;
    if (past.size >= mostPast) past.clear();
    if (found !== undefined) past.set(this.search, found);
    // Whoever types on asks for less: what fits is among what was found. Whoever takes a sign back has seen it already.
    const narrowed = this.search !== '' && search.startsWith(this.search) ? found : undefined;
    this.search = search;
    this.found = past.get(search) ?? narrowed?.filter(rowFilter(this.filter, search, this.staleDays));
    this.changed();
  }

  order(sort: StockSort): void {
    this.sort = sort;
    this.ordered = undefined;
    this.again();
  }

  /** One resource as it is now. */
  take(resource: Resource): void {
    this.rows.set(resource.id, stockRow(this.words, resource));
    this.ordered = undefined;
    this.again();
  }

  drop(id: string): void {
    if (!this.rows.delete(id)) return;
    this.ordered = undefined;
    this.again();
  }

  /**
   * Reads the first page and returns; the rest follows. What was there stays until everything new is there. `steward`:
   * department, `''` for all; `closed`: also what was taken off the list.
   */
  async read(client: MatchingClient, steward: string, closed: boolean, signal: AbortSignal): Promise<void> {
    const pages = this.pages(client, steward, closed, signal);
    const first = await pages.next();
    if (signal.aborted) return;
    const fresh = new Set<string>();
    if (first.done !== true) this.add(first.value, fresh);
    this.reading = true;
    this.incomplete = false;
    this.again();
    void this.readOn(pages, fresh, signal);
  }

  private async readOn(
    pages: AsyncGenerator<readonly Resource[]>,
    fresh: Set<string>,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      for (let page = await pages.next(); page.done !== true; page = await pages.next()) {
        if (signal.aborted) return;
        this.add(page.value, fresh);
        if (fresh.size >= readAtMost) {
          this.incomplete = true;
          break;
        }
        const now = performance.now();
        if (now - this.drawnAt < drawMilliseconds) continue;
        this.drawnAt = now;
        if (fresh.size <= orderedWhileReading) this.again();
        else this.changed();
      }
      if (!this.incomplete) for (const id of [...this.rows.keys()]) if (!fresh.has(id)) this.rows.delete(id);
    } catch {
      if (signal.aborted) return;
      this.incomplete = true;
    }
    if (signal.aborted) return;
    this.reading = false;
    this.ordered = undefined;
    this.again();
  }

  private async *pages(
    client: MatchingClient,
    steward: string,
    closed: boolean,
    signal: AbortSignal,
  ): AsyncGenerator<readonly Resource[]> {
    for (const state of closed ? (['open', 'closed'] as const) : (['open'] as const)) {
      const input = { state, limit: readAtOnce, ...(steward === '' ? {} : { steward }) };
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const page: Awaited<ReturnType<MatchingClient['resources']>> = await client.resources(
          cursor === undefined ? input : { ...input, cursor },
          { signal },
        );
        yield page.items;
        cursor = page.nextCursor;
      }
    }
  }

  private add(items: readonly Resource[], fresh: Set<string>): void {
    for (const item of items) {
      this.rows.set(item.id, stockRow(this.words, item));
      fresh.add(item.id);
    }
    this.ordered = undefined;
  }

  private again(): void {
    this.past.clear();
    this.found = undefined;
    this.changed();
  }
}
