/** The trail of a visit for those it concerns (DEC-13), and looking at a contact, which is part of it (PIPL Art. 51). */
import { hasRole, type AuditEntry } from '@zhaoshang/kernel';
import { bookings, contactViews, followUps, visits, type Booking, type Visit } from '../model/records.ts';
import { bookingAtDesk, seesDesk } from './desk-access.ts';
import { bookingsOf } from './own-records.ts';
import { nowText, type ServiceContext, type ServiceUseCase } from './service-context.ts';

/** Every change of the visit, its appointments and follow-ups, and every look at its contact, oldest first. */
export const history: ServiceUseCase<'history'> = {
  execute: async ({ visitId }, context) => {
    const { tx } = context;
    const visit = (await tx.get(visits, visitId)) ?? context.fail('not-found');
    const all = await bookingsOf(context, visit);
    if (!concerns(context, visit, all)) context.fail('not-found');
    const ids = new Set(all.map(({ id }) => id));
    const ofEnterprise = await tx.find(followUps, { index: 'byEnterprise', equals: [visit.uscc] });
    const looks = await tx.find(contactViews, { index: 'byVisit', equals: [visitId] });

    const rows: AuditEntry[] = [...(await context.history(visits, visitId))];
    for (const { id } of all) rows.push(...(await context.history(bookings, id)));
    for (const { id, bookingId } of ofEnterprise)
      if (bookingId !== null && ids.has(bookingId)) rows.push(...(await context.history(followUps, id)));
    for (const { id } of looks) rows.push(...(await context.history(contactViews, id)));
    return {
      items: rows.sort(oldestFirst).map((row) => ({
        at: row.at,
        actorName: row.actorName,
        action: row.action,
        reason: row.reason,
        record: `${row.collection}/${row.record}`,
        recordVersion: row.recordVersion,
        afterHash: row.afterHash,
      })),
    };
  },
};

/** Leaves a record of its own, and with it an audit row with actor and reason: looking must not change the visit's version. */
export const revealContact: ServiceUseCase<'revealContact'> = {
  execute: async ({ bookingId, reason }, context) => {
    const booking = await bookingAtDesk(context, bookingId);
    const visit = (await context.tx.get(visits, booking.visitId)) ?? context.fail('not-found');
    context.because(reason);
    context.tx.insert(contactViews, {
      id: context.newId('cv'),
      visitId: visit.id,
      bookingId,
      by: context.session?.subject ?? '',
      reason,
      at: nowText(context),
    });
    return { contactName: visit.contactName, contactPhone: visit.contactPhone };
  },
};

/** Its enterprise, staff of one of its desks, the centre and those who supervise. */
function concerns(context: ServiceContext, visit: Visit, all: readonly Booking[]): boolean {
  const { session } = context;
  if (hasRole(session, ['enterprise']) && session?.enterprise?.uscc === visit.uscc) return true;
  return all.some(({ department }) => seesDesk(context, department));
}

const oldestFirst = (one: AuditEntry, other: AuditEntry): number =>
  one.at === other.at
    ? one.record === other.record
      ? one.recordVersion - other.recordVersion
      : one.record < other.record
        ? -1
        : 1
    : one.at < other.at
      ? -1
      : 1;
