/**
 * The outbox as a feed: one reader per process however many streams are open. It looks at once when this process commits
 * and every 250 ms for what others committed; without streams it does not look at all.
 */
import type { StoredEvent, StoreDriver } from '@zhaoshang/store';

export interface EventFeedOptions {
  /** Milliseconds between two looks for commits of other processes; 250 at most. */
  readonly pollMs?: number;
  /** Milliseconds in which commits of this process are gathered into one look. */
  readonly gatherMs?: number;
  /** Recent events kept for streams that keep up. */
  readonly recentEvents?: number;
  readonly onError?: (error: unknown) => void;
}

const readAtOnce = 500;

export class EventFeed {
  readonly #store: StoreDriver;
  readonly #pollMs: number;
  readonly #gatherMs: number;
  readonly #recentEvents: number;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<() => void>();
  #recent: StoredEvent[] = [];
  /** The recent events are complete after this sequence number. */
  #recentAfter = 0;
  #position = 0;
  #reading: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #wakeTimer: NodeJS.Timeout | undefined;

  constructor(store: StoreDriver, options: EventFeedOptions = {}) {
    this.#store = store;
    this.#pollMs = Math.min(options.pollMs ?? 250, 250);
    this.#gatherMs = options.gatherMs ?? 10;
    this.#recentEvents = options.recentEvents ?? 2_000;
    this.#onError = options.onError ?? (() => undefined);
  }

  /** Place of the newest event that has been read. Places grow with the commits but are not dense. */
  get position(): number {
    return this.#position;
  }

  /** Called after a commit of this process. */
  wake(): void {
    if (this.#listeners.size === 0 || this.#wakeTimer !== undefined) return;
    this.#wakeTimer = setTimeout(() => {
      this.#wakeTimer = undefined;
      void this.#look();
    }, this.#gatherMs);
  }

  /** Tells `listener` whenever there is something newer; resolves with the position it starts at. */
  async subscribe(listener: () => void): Promise<{ position: number; unsubscribe: () => void }> {
    if (this.#listeners.size === 0) {
      const last = await this.#store.lastSequence();
      if (this.#listeners.size === 0) {
        this.#position = this.#recentAfter = last;
        this.#recent = [];
      }
    }
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => void this.#look(), this.#pollMs);
    return {
      position: this.#position,
      unsubscribe: () => {
        this.#listeners.delete(listener);
        if (this.#listeners.size === 0) this.stop();
      },
    };
  }

  /** How many of the recent events come after a place. */
  countAfter(place: number): number {
    return this.#recent.length - this.#recent.filter(({ sequence }) => sequence <= place).length;
  }

  /** Events after a place, oldest first; from memory for those that keep up. */
  async read(after: number, limit: number): Promise<readonly StoredEvent[]> {
    if (this.#listeners.size > 0 && after >= this.#position) return [];
    if (this.#listeners.size === 0 || after < this.#recentAfter) return this.#store.eventsAfter(after, limit);
    const from = this.#recent.findIndex(({ sequence }) => sequence > after);
    return from < 0 ? [] : this.#recent.slice(from, from + limit);
  }

  stop(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#wakeTimer);
    this.#timer = this.#wakeTimer = undefined;
  }

  #look(): Promise<void> {
    this.#reading ??= this.#readOn().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readOn(): Promise<void> {
    try {
      for (;;) {
        const rows = await this.#store.eventsAfter(this.#position, readAtOnce);
        const last = rows[rows.length - 1];
        if (last === undefined) return;
        this.#recent.push(...rows);
        this.#position = last.sequence;
        const surplus = this.#recent.length - this.#recentEvents;
        if (surplus > 0) this.#recentAfter = this.#recent.splice(0, surplus)[surplus - 1]!.sequence;
        for (const listener of this.#listeners) listener();
        if (rows.length < readAtOnce) return;
      }
    } catch (error) {
      // The next look tries again; streams stay open and lose nothing.
      this.#onError(error);
    }
  }
}
