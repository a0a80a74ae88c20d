/**
 * Judges a history. A slot is a counter and every attempt has its own key, so no search through orders is needed: what was
 * acknowledged must be there, what was refused must not, and at no instant may more be held than fits.
 *
 * It can miss a wrong answer whose moment is uncertain; it never accuses a right server.
 */
import type { Aftermath, Attempt, History } from './history.ts';

export interface Finding {
  readonly kind:
    | 'lost-booking'
    | 'lost-cancel'
    | 'lost-move'
    | 'duplicate-for-key'
    | 'two-answers-for-key'
    | 'booked-though-refused'
    | 'booking-from-nowhere'
    | 'counter-drift'
    | 'over-capacity-at-the-end'
    | 'over-capacity'
    | 'false-full'
    | 'outbox-not-exactly-once';
  readonly detail: string;
}

/** One booking's time in one slot. It held the seat surely within `sure`, possibly within `possible`. */
interface Stay {
  readonly slot: string;
  readonly possible: { readonly from: number; until: number };
  readonly sure: { readonly from: number; until: number };
}

interface Story {
  readonly booking: string;
  readonly attempts: readonly Attempt[];
  readonly stays: readonly Stay[];
  /** Slot at the end, `null` for none; `undefined` when an unanswered attempt leaves it open. */
  readonly expected: string | null | undefined;
}

export function checkHistory(history: History): Finding[] {
  const stories = storiesOf(history.attempts);
  return [
    ...checkAnswers(history.attempts),
    ...checkEnd(stories, history.after),
    ...checkCounters(history),
    ...checkInstants(stories, history),
    ...checkOutbox(stories, history.after),
  ];
}

function storiesOf(attempts: readonly Attempt[]): Story[] {
  const byBooking = new Map<string, Attempt[]>();
  for (const attempt of attempts) byBooking.set(attempt.booking, [...(byBooking.get(attempt.booking) ?? []), attempt]);
  return [...byBooking].map(([booking, own]) => {
    const stays: Stay[] = [];
    let expected: string | null | undefined = null;
    for (const attempt of own.sort((a, b) => a.begin - b.begin)) {
      const { kind, slot, begin, end, outcome } = attempt;
      if (outcome === 'refused') continue;
      const done = outcome === 'done';
      const last = stays.at(-1);
      if (last !== undefined) {
        last.sure.until = Math.min(last.sure.until, begin);
        if (done) last.possible.until = Math.min(last.possible.until, end);
      }
      if (kind !== 'cancel')
        stays.push({
          slot,
          possible: { from: begin, until: Infinity },
          sure: { from: done ? end : Infinity, until: Infinity },
        });
      if (done) expected = kind === 'cancel' ? null : slot;
      else expected = undefined;
    }
    return { booking, attempts: own, stays, expected };
  });
}

function checkAnswers(attempts: readonly Attempt[]): Finding[] {
  return attempts
    .filter(({ visits }) => new Set(visits).size > 1)
    .map(({ key, visits }) => ({ kind: 'two-answers-for-key', detail: `${key}: ${[...new Set(visits)].join(', ')}` }));
}

function checkEnd(stories: readonly Story[], { bookings }: Aftermath): Finding[] {
  const findings: Finding[] = [];
  const stored = new Map<string, Aftermath['bookings'][number][]>();
  for (const row of bookings) stored.set(row.booking, [...(stored.get(row.booking) ?? []), row]);
  for (const { booking, attempts, stays, expected } of stories) {
    const rows = stored.get(booking) ?? [];
    stored.delete(booking);
    const held = rows.filter(({ occupies }) => occupies).map(({ slot }) => slot);
    const say = (kind: Finding['kind']): unknown =>
      findings.push({ kind, detail: `${booking}: expected ${String(expected)}, stored ${held.join(', ') || 'none'}` });
    if (rows.length > 1) say('duplicate-for-key');
    if (stays.length === 0) {
      if (rows.length > 0) say('booked-though-refused');
    } else if (expected === null) {
      if (held.length > 0) say('lost-cancel');
    } else if (expected !== undefined && held[0] !== expected) {
      const moved = attempts.some(({ kind, outcome }) => kind === 'move' && outcome === 'done');
      say(moved && held.length > 0 ? 'lost-move' : 'lost-booking');
    }
  }
  for (const booking of stored.keys()) findings.push({ kind: 'booking-from-nowhere', detail: booking });
  return findings;
}

function checkCounters({ before, after }: History): Finding[] {
  const findings: Finding[] = [];
  for (const [slot, { taken, capacity }] of after.counters) {
    const held = after.bookings.filter((row) => row.slot === slot && row.occupies).length;
    const others = before.get(slot)?.taken ?? 0;
    if (taken !== held + others)
      findings.push({ kind: 'counter-drift', detail: `${slot}: ${taken} counted, ${held} + ${others} there` });
    if (taken > capacity || held + others > capacity)
      findings.push({ kind: 'over-capacity-at-the-end', detail: `${slot}: ${held} + ${others} of ${capacity}` });
  }
  return findings;
}

function checkInstants(stories: readonly Story[], { before, attempts }: History): Finding[] {
  const findings: Finding[] = [];
  for (const [slot, { taken, capacity }] of before) {
    const stays = stories.flatMap((story) => story.stays.filter((stay) => stay.slot === slot));
    for (const { sure } of stays) {
      if (sure.from >= sure.until) continue;
      const held = stays.filter((stay) => stay.sure.from <= sure.from && sure.from < stay.sure.until).length;
      if (taken + held > capacity)
        findings.push({ kind: 'over-capacity', detail: `${slot} at ${sure.from}: ${taken} + ${held} of ${capacity}` });
    }
    for (const { slot: asked, code, key, begin, end } of attempts) {
      if (asked !== slot || code !== 'slot-full') continue;
      // It was full at one instant of the request, if at any: as the request began, or when somebody may have come in.
      const instants = [begin, ...stays.map(({ possible }) => possible.from).filter((at) => at > begin && at <= end)];
      const most = Math.max(
        ...instants.map((at) => stays.filter(({ possible }) => possible.from <= at && at <= possible.until).length),
      );
      if (taken + most < capacity)
        findings.push({ kind: 'false-full', detail: `${key} on ${slot}: ${taken} + ${most} of ${capacity}` });
    }
  }
  return findings;
}

function checkOutbox(stories: readonly Story[], { bookings, events }: Aftermath): Finding[] {
  const findings: Finding[] = [];
  const visitOf = new Map(bookings.map(({ booking, visitId }) => [booking, visitId]));
  const known = new Set(visitOf.values());
  const counts = new Map<string, number>();
  for (const { kind, visitId } of events) {
    if (!known.has(visitId))
      findings.push({ kind: 'outbox-not-exactly-once', detail: `${kind} of unknown ${visitId}` });
    counts.set(`${kind} ${visitId}`, (counts.get(`${kind} ${visitId}`) ?? 0) + 1);
  }
  for (const { booking, attempts } of stories) {
    const visitId = visitOf.get(booking);
    if (visitId === undefined) continue;
    for (const kind of ['book', 'move', 'cancel'] as const) {
      const own = attempts.filter((attempt) => attempt.kind === kind);
      const done = own.filter(({ outcome }) => outcome === 'done').length;
      const open = own.filter(({ outcome }) => outcome === 'unknown').length;
      const told = counts.get(`${kind} ${visitId}`) ?? 0;
      if (told < done || told > done + open)
        findings.push({ kind: 'outbox-not-exactly-once', detail: `${booking}: ${kind} done ${done}, told ${told}` });
    }
  }
  return findings;
}
