/** The judge itself: a right history passes, and each doctored one is caught by its name. */
import { describe, expect, it } from 'vitest';
import { checkHistory } from './history-check.ts';
import type { Attempt, History, StoredBooking, StoredEvent } from './history.ts';

type Change = Partial<Omit<Attempt, 'kind'>>;
const at = (
  kind: Attempt['kind'],
  booking: string,
  [begin, end]: readonly [number, number],
  change: Change = {},
): Attempt => ({
  kind,
  key: `${kind}-${booking}-${begin}`,
  booking,
  slot: kind === 'cancel' ? '' : 'nine',
  begin,
  end,
  outcome: 'done',
  visits: change.outcome === undefined ? [`visit-${booking}`] : [],
  ...change,
});
const row = (booking: string, change: Partial<StoredBooking> = {}): StoredBooking => ({
  booking,
  slot: 'nine',
  visitId: `visit-${booking}`,
  occupies: true,
  ...change,
});
const told = (kind: StoredEvent['kind'], booking: string): StoredEvent => ({ kind, visitId: `visit-${booking}` });
const full: Change = { outcome: 'refused', code: 'slot-full' };
const unanswered: Change = { outcome: 'unknown', end: Infinity };

interface Parts {
  readonly attempts: readonly Attempt[];
  readonly bookings?: readonly StoredBooking[];
  readonly events?: readonly StoredEvent[];
  readonly taken?: number;
  readonly capacity?: number;
  readonly others?: number;
}
function history({ attempts, bookings = [], events = [], taken, capacity = 2, others = 0 }: Parts): History {
  const held = bookings.filter(({ slot, occupies }) => slot === 'nine' && occupies).length;
  return {
    before: new Map([['nine', { taken: others, capacity }]]),
    attempts,
    after: { bookings, events, counters: new Map([['nine', { taken: taken ?? held + others, capacity }]]) },
  };
}
const kinds = (parts: Parts): string[] => [...new Set(checkHistory(history(parts)).map(({ kind }) => kind))];

describe('a history that a right server can have', () => {
  it('of bookings, refusals, moves and cancellations passes', () => {
    expect(
      kinds({
        attempts: [
          at('book', 'a', [0, 5]),
          at('book', 'b', [1, 6]),
          at('book', 'c', [7, 8], full),
          at('cancel', 'a', [9, 10]),
          at('book', 'd', [11, 12]),
          at('move', 'b', [13, 14], { slot: 'ten' }),
          at('book', 'e', [15, 16]),
        ],
        bookings: [row('a', { occupies: false }), row('b', { slot: 'ten' }), row('d'), row('e')],
        events: [
          told('book', 'a'),
          told('book', 'b'),
          told('cancel', 'a'),
          told('book', 'd'),
          told('move', 'b'),
          told('book', 'e'),
        ],
      }),
    ).toEqual([]);
  });

  it('may have done what it did not answer, or not', () => {
    const attempts = [at('book', 'a', [0, 0], unanswered)];
    expect(kinds({ attempts })).toEqual([]);
    expect(kinds({ attempts, bookings: [row('a')], events: [told('book', 'a')] })).toEqual([]);
    const cancelled = [at('book', 'a', [0, 1]), at('cancel', 'a', [2, 0], unanswered)];
    expect(kinds({ attempts: cancelled, bookings: [row('a')], events: [told('book', 'a')] })).toEqual([]);
  });

  it('may refuse while an unanswered request or a cancellation under way holds the seat', () => {
    expect(
      kinds({ capacity: 1, attempts: [at('book', 'a', [0, 0], unanswered), at('book', 'b', [5, 6], full)] }),
    ).toEqual([]);
    expect(
      kinds({
        capacity: 1,
        attempts: [at('book', 'a', [0, 1]), at('cancel', 'a', [2, 9]), at('book', 'b', [8, 10], full)],
        bookings: [row('a', { occupies: false })],
        events: [told('book', 'a'), told('cancel', 'a')],
      }),
    ).toEqual([]);
  });
});

describe('a doctored history is caught', () => {
  it('lost-booking', () => {
    expect(kinds({ attempts: [at('book', 'a', [0, 1])] })).toContain('lost-booking');
    expect(
      kinds({
        attempts: [at('book', 'a', [0, 1])],
        bookings: [row('a', { occupies: false })],
        events: [told('book', 'a')],
      }),
    ).toEqual(['lost-booking']);
  });

  it('lost-cancel', () => {
    const attempts = [at('book', 'a', [0, 1]), at('cancel', 'a', [2, 3])];
    expect(kinds({ attempts, bookings: [row('a')], events: [told('book', 'a'), told('cancel', 'a')] })).toEqual([
      'lost-cancel',
    ]);
  });

  it('lost-move', () => {
    const attempts = [at('book', 'a', [0, 1]), at('move', 'a', [2, 3], { slot: 'ten' })];
    expect(kinds({ attempts, bookings: [row('a')], events: [told('book', 'a'), told('move', 'a')] })).toEqual([
      'lost-move',
    ]);
  });

  it('duplicate-for-key and two-answers-for-key', () => {
    expect(
      kinds({
        attempts: [at('book', 'a', [0, 1], { visits: ['visit-a', 'visit-z'] })],
        bookings: [row('a'), row('a', { visitId: 'visit-z' })],
        events: [told('book', 'a'), { kind: 'book', visitId: 'visit-z' }],
      }),
    ).toEqual(expect.arrayContaining(['duplicate-for-key', 'two-answers-for-key']));
  });

  it('booked-though-refused and booking-from-nowhere', () => {
    expect(
      kinds({
        capacity: 0,
        attempts: [at('book', 'a', [0, 1], full)],
        bookings: [row('a', { slot: 'ten' })],
        events: [told('book', 'a')],
      }),
    ).toContain('booked-though-refused');
    expect(kinds({ attempts: [], bookings: [row('a')], events: [told('book', 'a')] })).toEqual([
      'booking-from-nowhere',
    ]);
  });

  it('counter-drift', () => {
    expect(
      kinds({ attempts: [at('book', 'a', [0, 1])], bookings: [row('a')], events: [told('book', 'a')], taken: 2 }),
    ).toEqual(['counter-drift']);
  });

  it('over-capacity, at the end and for an instant only', () => {
    const three = ['a', 'b', 'c'];
    const booked = three.map((name, index) => at('book', name, [index, index + 1]));
    expect(
      kinds({
        attempts: booked,
        bookings: three.map((name) => row(name)),
        events: three.map((name) => told('book', name)),
      }),
    ).toEqual(expect.arrayContaining(['over-capacity', 'over-capacity-at-the-end']));
    expect(
      kinds({
        attempts: [...booked, at('cancel', 'a', [5, 6])],
        bookings: [row('a', { occupies: false }), row('b'), row('c')],
        events: [...three.map((name) => told('book', name)), told('cancel', 'a')],
      }),
    ).toEqual(['over-capacity']);
    expect(
      kinds({ attempts: [at('book', 'a', [0, 1])], bookings: [row('a')], events: [told('book', 'a')], others: 2 }),
    ).toEqual(expect.arrayContaining(['over-capacity']));
  });

  it('false-full', () => {
    expect(kinds({ attempts: [at('book', 'a', [0, 1], full)] })).toEqual(['false-full']);
    expect(
      kinds({
        capacity: 1,
        attempts: [at('book', 'a', [0, 1]), at('cancel', 'a', [2, 3]), at('book', 'b', [4, 5], full)],
        bookings: [row('a', { occupies: false })],
        events: [told('book', 'a'), told('cancel', 'a')],
      }),
    ).toEqual(['false-full']);
  });

  it('outbox-not-exactly-once', () => {
    const attempts = [at('book', 'a', [0, 1])];
    const bookings = [row('a')];
    expect(kinds({ attempts, bookings })).toEqual(['outbox-not-exactly-once']);
    expect(kinds({ attempts, bookings, events: [told('book', 'a'), told('book', 'a')] })).toEqual([
      'outbox-not-exactly-once',
    ]);
    expect(kinds({ attempts, bookings, events: [told('book', 'a'), told('move', 'a')] })).toEqual([
      'outbox-not-exactly-once',
    ]);
    expect(kinds({ attempts, bookings, events: [told('book', 'a'), told('cancel', 'z')] })).toEqual([
      'outbox-not-exactly-once',
    ]);
  });
});
