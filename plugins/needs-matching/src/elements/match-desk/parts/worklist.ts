/** The needs of a scope, read page by page, and which of them are shown. */
import type { MatchingClient, Need } from '../match-types.ts';
import {
  byUrgencyOfWork,
  fits,
  needsInput,
  noFilter,
  searchText,
  wordsOf,
  type WorklistFilter,
} from './worklist-filter.ts';

/** Largest page of the contract; so many are read before people are asked to filter. */
const readAtOnce = 100;
export const readAtMost = 1_000;
export const rowsPerPage = 25;

interface Entry {
  readonly need: Need;
  readonly text: string;
}

export class Worklist {
  filter: WorklistFilter = { scope: 'mine', ...noFilter };
  search = '';
  /** From 0. */
  page = 0;
  /** Pages are still to come. */
  reading = false;
  truncated = false;
  /** The filter is another one: nothing of what was there belongs to it. */
  private asksAnew = true;
  private entries: readonly Entry[] = [];
  private readonly changed: () => void;
  private readonly wordsFor: (need: Need) => readonly string[];

  /** `wordsFor`: what a need can be found by besides its own text. */
  constructor(changed: () => void, wordsFor: (need: Need) => readonly string[]) {
    this.changed = changed;
    this.wordsFor = wordsFor;
  }

  get total(): number {
    return this.entries.length;
  }

  get found(): readonly Need[] {
    const words = wordsOf(this.search);
    return this.entries.filter(({ text }) => fits(text, words)).map(({ need }) => need);
  }

  /** Reads the first page and returns; the rest follows, and what was there stays until then. */
  async read(client: MatchingClient, today: string, signal: AbortSignal): Promise<void> {
    const input = { ...needsInput(this.filter, today), limit: readAtOnce };
    const first = await client.needs(input, { signal });
    if (signal.aborted) return;
    this.take(first.items, first.nextCursor !== null && !this.asksAnew);
    this.asksAnew = false;
    this.truncated = false;
    this.reading = first.nextCursor !== null;
    if (first.nextCursor !== null) void this.readOn(client, input, first.items, first.nextCursor, signal);
  }

  private async readOn(
    client: MatchingClient,
    input: Parameters<MatchingClient['needs']>[0],
    first: readonly Need[],
    cursor: string,
    signal: AbortSignal,
  ): Promise<void> {
    let items = first;
    let next: string | null = cursor;
    try {
      while (next !== null && items.length < readAtMost) {
        const page: Awaited<ReturnType<MatchingClient['needs']>> = await client.needs(
          { ...input, cursor: next },
          { signal },
        );
        if (signal.aborted) return;
        items = [...items, ...page.items];
        next = page.nextCursor;
        this.take(items, true);
      }
      this.take(items, false);
      this.truncated = next !== null;
    } catch {
      // The first page is there and says when it is from; the next change reads again.
      this.truncated = true;
    }
    this.reading = false;
    this.changed();
  }

  /** What was there before stays, in place of what is not read yet. */
  private take(items: readonly Need[], keepRest: boolean): void {
    const ids = new Set(items.map(({ id }) => id));
    const rest = keepRest ? this.entries.filter(({ need }) => !ids.has(need.id)) : [];
    const read = items.map((need) => ({ need, text: searchText(need, this.wordsFor(need)) }));
    this.entries = [...read, ...rest].sort((a, b) => byUrgencyOfWork(a.need, b.need));
    this.changed();
  }

  /** Another question: from its first page. */
  ask(filter: Partial<WorklistFilter>): void {
    this.filter = { ...this.filter, ...filter };
    this.page = 0;
    this.asksAnew = true;
  }

  find(search: string): void {
    this.search = search;
    this.page = 0;
    this.changed();
  }

  turn(page: number): void {
    this.page = page;
    this.changed();
  }
}
