/** Records of the asking enterprise; another enterprise's are `not-found`, as if they did not exist. */
import type { Find } from '@zhaoshang/kernel';
import { bookings, visits, waitlistEntries, type Booking, type Visit, type WaitlistEntry } from '../model/records.ts';
import { activeStates } from '../model/states.ts';
import { isLiveHold } from '../rules/visit-windows.ts';
import { askingEnterprise, nowText, today, type ServiceContext } from './service-context.ts';

/** An enterprise's bookings from a date on; also what `prefetch` asks for. */
export const bookingsFrom = (uscc: string, date: string): Find => ({
  index: 'byEnterprise',
  equals: [uscc],
  from: date,
});

/** The asking enterprise's bookings of today and later. */
export function ownBookings(context: ServiceContext): Promise<Booking[]> {
  return context.tx.find(bookings, bookingsFrom(askingEnterprise(context).uscc, today(context)));
}

export const isActive = ({ state }: Booking): boolean => activeStates.includes(state);

/** A hold that ran out but was not swept yet. */
export const isLapsed = (booking: Booking, now: string): boolean =>
  booking.state === 'held' && booking.holdExpiresAt <= now;

export async function ownVisit(context: ServiceContext, visitId: string): Promise<Visit> {
  const visit = await context.tx.get(visits, visitId);
  return visit?.uscc === askingEnterprise(context).uscc ? visit : context.fail('not-found');
}

/** A hold of the asking enterprise that still keeps its seats; `hold-expired` once it does not. */
export async function ownLiveHold(context: ServiceContext, visitId: string): Promise<Visit> {
  const visit = await ownVisit(context, visitId);
  return isLiveHold(visit, nowText(context)) ? visit : context.fail('hold-expired');
}

export async function ownEntry(context: ServiceContext, entryId: string): Promise<WaitlistEntry> {
  const entry = await context.tx.get(waitlistEntries, entryId);
  return entry?.uscc === askingEnterprise(context).uscc ? entry : context.fail('not-found');
}

/** The appointments of a visit. */
export async function bookingsOf(context: ServiceContext, visit: Visit): Promise<Booking[]> {
  return context.tx.find(bookings, { index: 'byVisit', equals: [visit.id] });
}
