/** What clients did and were told, and what the store holds afterwards: all that a judge of the server needs. */

/** One command of one client, from its first request to its last answer; retries with the same key are the same attempt. */
export interface Attempt {
  readonly kind: 'book' | 'move' | 'cancel';
  readonly key: string;
  /** The booking it is about: the topic, which no two bookings share. */
  readonly booking: string;
  /** Slot that is asked for; empty for a cancellation. */
  readonly slot: string;
  /** Milliseconds of one clock that never goes back. */
  readonly begin: number;
  /** `Infinity` while no answer came. */
  readonly end: number;
  /** `unknown`: no answer ever came, it may have happened or not. */
  readonly outcome: 'done' | 'refused' | 'unknown';
  /** Code of a refusal. */
  readonly code?: string;
  /** Visits that answers to this key named; more than one is an error. */
  readonly visits: readonly string[];
}

export interface StoredBooking {
  readonly booking: string;
  readonly slot: string;
  readonly visitId: string;
  readonly occupies: boolean;
}

export interface StoredEvent {
  readonly kind: 'book' | 'move' | 'cancel';
  readonly visitId: string;
}

/** The store after recovery. Bookings and events of others than the history's clients are left out. */
export interface Aftermath {
  readonly bookings: readonly StoredBooking[];
  readonly events: readonly StoredEvent[];
  /** The counters, by slot. */
  readonly counters: ReadonlyMap<string, { readonly taken: number; readonly capacity: number }>;
}

/** Seats as they were before the first attempt, by slot. */
export type Seats = ReadonlyMap<string, { readonly taken: number; readonly capacity: number }>;

export interface History {
  readonly before: Seats;
  readonly attempts: readonly Attempt[];
  readonly after: Aftermath;
}
