/**
 * Seats: every take and every return of a command goes through one `Seats`, which keeps the counters, passes free seats to
 * the waiting list first, and tells at the end which departments of which dates changed.
 */
import { dayChanges, bookings, slotId, slots, visits, type Booking, type Slot } from '../model/records.ts';
import { planDay, slotCapacity, type ServiceDay } from '../rules/timetable.ts';
import { findAlternatives, type Alternative } from './alternatives.ts';
import { advanceBooking } from './lifecycle.ts';
import { nowText, type ServiceContext } from './service-context.ts';
import { firstInLine, offerTo } from './waiting-line.ts';

/** One seat of one slot. */
export interface Place {
  readonly date: string;
  readonly department: string;
  readonly start: string;
}

const placeOf = ({ date, department, start }: Place): Place => ({ date, department, start });
const keyOf = ({ date, department, start }: Place): string => slotId(date, department, start);

export class Seats {
  readonly #context: ServiceContext;
  readonly #touched = new Map<string, Set<string>>();
  /** Seats passed on to the waiting list so far. */
  offers = 0;

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  /** The date with the organiser's change on top; `no-such-day` where there is none. */
  async day(date: string): Promise<ServiceDay> {
    const change = await this.#context.tx.get(dayChanges, date);
    return planDay(this.#context.config, date, change) ?? this.#context.fail('no-such-day');
  }

  /**
   * Takes some places and gives others back, in one step: a seat that is both stays where it is. Ends with `slot-full` or
   * `slot-closed` and the next free alternatives when one cannot be had; nothing is written then.
   */
  async exchange(taken: readonly Place[], returned: readonly Place[]): Promise<void> {
    const gone = new Map<string, { place: Place; count: number }>();
    for (const place of returned) {
      const entry = gone.get(keyOf(place));
      if (entry === undefined) gone.set(keyOf(place), { place: placeOf(place), count: 1 });
      else entry.count += 1;
    }
    for (const place of taken) {
      const entry = gone.get(keyOf(place));
      if (entry !== undefined && entry.count > 0) entry.count -= 1;
      else await this.#take(place);
    }
    for (const { place, count } of gone.values())
      for (let left = count; left > 0; left -= 1) await this.#giveBack(place);
  }

  take(place: Place): Promise<void> {
    return this.exchange([place], []);
  }

  giveBack(place: Place): Promise<void> {
    return this.exchange([], [place]);
  }

  /** Seats that could be booked now; holds that ran out are released first, as when one is taken. Commands only. */
  async free(place: Place): Promise<number> {
    const slot = await this.#slot(place);
    if (slot.capacity > 0 && slot.taken >= slot.capacity) await this.#releaseLapsed(place);
    const { capacity, taken } = await this.#slot(place);
    return Math.max(0, capacity - taken);
  }

  /** Seats the plan gives a place; 0 where the desk is not staffed then. */
  async capacity(place: Place): Promise<number> {
    const day = await this.day(place.date);
    return slotCapacity(this.#context.config, day, place.department, place.start);
  }

  /** Passes whatever is free at a department on a date to those who wait, e.g. after its desks were increased. */
  async offerWhatIsFree(date: string, department: string, starts: readonly string[]): Promise<number> {
    let offers = 0;
    for (const start of starts) {
      const place = { date, department, start };
      while ((await this.free(place)) > 0 && (await this.#passOn(place))) offers += 1;
    }
    return offers;
  }

  /**
   * Writes the counters as the plan has them now. A booking that is on its way elsewhere and has read the plan before the
   * change then fails its version check and runs again, also where it would have been the first at that slot.
   */
  async settle(date: string, department: string, starts: readonly string[]): Promise<void> {
    for (const start of starts) {
      const slot = await this.#slot({ date, department, start });
      this.#write(slot, slot.taken);
    }
  }

  /** Releases a hold with everything in it, whether it ran out or was given up. */
  async releaseHold(visitId: string, act: 'expire' | 'release'): Promise<Booking[]> {
    const { tx } = this.#context;
    const visit = await tx.get(visits, visitId);
    if (visit === undefined) return [];
    const released: Booking[] = [];
    for (const id of visit.bookingIds) {
      const booking = await tx.get(bookings, id);
      if (booking?.state !== 'held') continue;
      released.push(advanceBooking(this.#context, booking, act, {}, act === 'expire' ? 'rule' : 'caller'));
    }
    if (released.length > 0)
      tx.update(visits, { ...visit, holdExpiresAt: earlier(visit.holdExpiresAt, nowText(this.#context)) });
    return released;
  }

  /** Notes that a department's seats of a date changed. */
  touch(date: string, department: string): void {
    const departments = this.#touched.get(date);
    if (departments === undefined) this.#touched.set(date, new Set([department]));
    else departments.add(department);
  }

  /** Tells once per date what changed; the last thing a command does. */
  publish(): void {
    for (const [date, departments] of this.#touched)
      this.#context.emit('service-day.availability-changed', { date, departments: [...departments].sort() });
    this.#touched.clear();
  }

  /** The next free times near a place. */
  alternatives(place: Place): Promise<Alternative[]> {
    return findAlternatives(this.#context, place);
  }

  async #take(place: Place): Promise<void> {
    let slot = await this.#slot(place);
    if (slot.capacity === 0) return this.#refuse('slot-closed', place);
    if (slot.taken >= slot.capacity) {
      await this.#releaseLapsed(place);
      slot = await this.#slot(place);
      if (slot.taken >= slot.capacity) return this.#refuse('slot-full', place);
    }
    this.#write(slot, slot.taken + 1);
  }

  async #giveBack(place: Place): Promise<void> {
    const slot = await this.#slot(place);
    this.#write(slot, slot.taken - 1);
    await this.#passOn(place);
  }

  /** Gives a free seat to the first in line, if booking is still open and somebody waits. */
  async #passOn(place: Place): Promise<boolean> {
    const day = await this.day(place.date);
    if (day.cancelled || this.#context.now >= day.closesAt) return false;
    const slot = await this.#slot(place);
    if (slot.taken >= slot.capacity) return false;
    const next = await firstInLine(this.#context, place.date, place.department, place.start);
    if (next === undefined) return false;
    this.#write(slot, slot.taken + 1);
    offerTo(this.#context, day, next, place.start);
    this.offers += 1;
    return true;
  }

  /** Holds of this slot that ran out but were not swept yet. */
  async #releaseLapsed({ date, department, start }: Place): Promise<void> {
    const { tx } = this.#context;
    const now = nowText(this.#context);
    const here = await tx.find(bookings, { index: 'byDesk', equals: [date, department, start] });
    const lapsed = new Set(
      here.filter((one) => one.state === 'held' && one.holdExpiresAt <= now).map((one) => one.visitId),
    );
    for (const visitId of lapsed)
      for (const booking of await this.releaseHold(visitId, 'expire')) await this.#giveBack(booking);
  }

  async #refuse(code: 'slot-full' | 'slot-closed', place: Place): Promise<never> {
    const alternatives = await this.alternatives(place);
    return this.#context.fail(code, { department: place.department, start: place.start, alternatives });
  }

  /** The counter as it is to be read now: its capacity comes from the plan, not from when it was last written. */
  async #slot(place: Place): Promise<Slot> {
    const { tx, config } = this.#context;
    const day = await this.day(place.date);
    const capacity = slotCapacity(config, day, place.department, place.start);
    const id = keyOf(place);
    const slot = await tx.get(slots, id);
    return slot === undefined ? { id, version: 0, ...placeOf(place), capacity, taken: 0 } : { ...slot, capacity };
  }

  #write(slot: Slot, taken: number): void {
    const { tx } = this.#context;
    // A plan that shrank below what is booked shows as a full slot, not as a broken counter.
    const next = { ...slot, taken, capacity: Math.max(slot.capacity, taken) };
    if (slot.version === 0) {
      const { version, ...draft } = next;
      void version;
      tx.insert(slots, draft);
    } else tx.update(slots, next);
    this.touch(slot.date, slot.department);
  }
}

const earlier = (one: string | null, other: string): string => (one !== null && one < other ? one : other);
