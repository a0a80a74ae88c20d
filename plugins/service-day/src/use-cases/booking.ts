/** Booking a visit: from a hold or at once, all departments or none (COMM-1, COMM-2). */
import { visits, type Visit } from '../model/records.ts';
import {
  expectCurrentConsent,
  expectGoodStanding,
  expectOpenDay,
  expectPossibleSegments,
  expectQuotaLeft,
  expectTimesFree,
  refuseEntry,
  topicKeysFor,
} from './booking-guards.ts';
import { byDate, clearOwnHolds, prefetchForSeats } from './holding.ts';
import { advanceBooking } from './lifecycle.ts';
import { insertBooking, insertVisit } from './new-booking.ts';
import { isActive, ownBookings, ownLiveHold } from './own-records.ts';
import { visitViewOf } from './projections.ts';
import { Seats } from './seats.ts';
import {
  askingEnterprise,
  departmentFor,
  nowText,
  topicFor,
  type ServiceContext,
  type ServiceInput,
  type ServiceUseCase,
} from './service-context.ts';

export const book: ServiceUseCase<'book'> = {
  serializeBy: byDate,
  prefetch: (input, session, facts) => prefetchForSeats(input, session, facts, input.holdId),
  execute: async (input, context) => {
    const enterprise = askingEnterprise(context);
    await expectGoodStanding(context);
    expectCurrentConsent(context, input.consentVersion);
    expectPossibleSegments(context, input.segments);
    expectEntriesWithinSettings(context, input);
    const wanted = input.segments.map((segment) => ({
      ...segment,
      topic: topicFor(context, departmentFor(context, segment.department), segment.matterId, segment.topic),
    }));
    const hold = input.holdId === undefined ? undefined : await ownLiveHold(context, input.holdId);
    const seats = new Seats(context);
    const day = await seats.day(input.date);
    // A hold made before booking closed is honoured for the minutes it lasts.
    if (hold?.date !== input.date || day.cancelled) expectOpenDay(context, day);

    const own = await ownBookings(context);
    const lapsed = await clearOwnHolds(context, seats, own);
    const gone = new Set(lapsed.map(({ id }) => id));
    const held = own.filter((booking) => booking.visitId === hold?.id && booking.state === 'held');
    const others = own.filter((one) => isActive(one) && !gone.has(one.id) && !held.includes(one));
    expectTimesFree(context, input.date, wanted, others);
    expectQuotaLeft(context, input.date, wanted.length, others);
    const topicKeys = topicKeysFor(context, input.date, wanted, others);

    const confirmed = wanted.map(({ department, start }) =>
      held.find((one) => one.date === input.date && one.department === department && one.start === start),
    );
    // What was held but is not wanted any more goes first, so that its time is free for another department.
    const dropped = held
      .filter((one) => !confirmed.includes(one))
      .map((booking) => advanceBooking(context, booking, 'release'));
    const fresh = wanted.filter((_, index) => confirmed[index] === undefined);
    await seats.exchange(
      fresh.map(({ department, start }) => ({ date: input.date, department, start })),
      [...lapsed, ...dropped],
    );

    const ids = wanted.map((_, index) => confirmed[index]?.id ?? context.newId('bk'));
    const facts = visitFacts(context, input, ids);
    const visit: Visit =
      hold === undefined
        ? insertVisit(context, enterprise, facts)
        : context.tx.update(visits, { ...hold, ...facts, bookingIds: [...ids, ...dropped.map(({ id }) => id)] });
    const made = wanted.map(({ department, start, matterId, topic }, index) => {
      const earlier = confirmed[index];
      const activeTopicKey = topicKeys[index] as string;
      return earlier === undefined
        ? insertBooking(context, visit, {
            id: ids[index] as string,
            department,
            start,
            state: 'booked',
            matterId,
            topic,
            activeTopicKey,
          })
        : advanceBooking(context, earlier, 'confirm', {
            matterId,
            topic,
            activeTopicKey,
            channel: visit.channel,
            ticket: visit.ticket,
          });
    });
    context.emit('service-day.booking-made', {
      visitId: visit.id,
      uscc: visit.uscc,
      date: visit.date,
      departments: wanted.map(({ department }) => department),
    });
    seats.publish();
    return visitViewOf(context, visit, made);
  },
};

function visitFacts(context: ServiceContext, input: ServiceInput<'book'>, bookingIds: readonly string[]) {
  return {
    date: input.date,
    contactName: input.contactName,
    contactPhone: input.contactPhone,
    question: input.question,
    attachments: input.attachments,
    assistance: input.assistance,
    consent: { version: input.consentVersion, at: nowText(context) },
    channel: input.channel ?? ('web' as const),
    bookingIds,
    holdExpiresAt: null,
  };
}

/** Limits that are settings of the zone and so cannot stand in the contract. */
function expectEntriesWithinSettings(context: ServiceContext, input: ServiceInput<'book'>): void {
  const { questionMaxLength, maxAttachments, maxAttachmentMegabytes } = context.config.booking;
  if ([...input.question].length > questionMaxLength)
    refuseEntry('/question', 'too_big', `最多 ${questionMaxLength} 个字，请删减一些。`);
  if (input.attachments.length > maxAttachments)
    refuseEntry('/attachments', 'too_big', `最多上传 ${maxAttachments} 个附件，请去掉几个。`);
  input.attachments.forEach(({ bytes }, index) => {
    if (bytes > maxAttachmentMegabytes * 1024 * 1024)
      refuseEntry(`/attachments/${index}`, 'too_big', `每个附件不超过 ${maxAttachmentMegabytes} MB，请压缩后再传。`);
  });
  input.assistance.forEach((id, index) => {
    if (!context.config.assistance.some((kind) => kind.id === id))
      refuseEntry(`/assistance/${index}`, 'invalid_value', '没有这项协助，请从列表里选。');
  });
}
