/** What time brings about by itself: holds and offers run out, lines close with the day, silence confirms (COMM-1, COMM-2). */
import { bookings, dayChanges, followUps, waitlistEntries } from '../model/records.ts';
import { planDay } from '../rules/timetable.ts';
import { advanceEntry, advanceFollowUp } from './lifecycle.ts';
import { sendNotice } from './notices.ts';
import { Seats } from './seats.ts';
import { nowText, today, type ServiceContext, type ServiceUseCase } from './service-context.ts';
import { announce } from './waiting-line.ts';

/** Records of one kind per run: a run stays short, the next one goes on. */
const runLimit = 100;

export const sweep: ServiceUseCase<'sweep'> = {
  execute: async (_input, context) => {
    const seats = new Seats(context);
    await closeLines(context);
    const expiredHolds = await expireHolds(context, seats);
    const expiredOffers = await expireOffers(context, seats);
    const silent = await confirmSilently(context);
    seats.publish();
    return { expiredHolds, expiredOffers, newOffers: seats.offers, silent };
  },
};

async function expireHolds(context: ServiceContext, seats: Seats): Promise<number> {
  const find = { index: 'byHoldExpiry', equals: [], to: nowText(context), limit: runLimit };
  const lapsed = new Set((await context.tx.find(bookings, find)).map(({ visitId }) => visitId));
  for (const visitId of lapsed) await seats.exchange([], await seats.releaseHold(visitId, 'expire'));
  return lapsed.size;
}

/** An offer that nobody took goes to the next in line, or the seat becomes free for all. */
async function expireOffers(context: ServiceContext, seats: Seats): Promise<number> {
  const find = { index: 'byOfferExpiry', equals: [], to: nowText(context), limit: runLimit };
  const lapsed = await context.tx.find(waitlistEntries, find);
  for (const entry of lapsed) {
    const { date, department, offeredStart: start } = entry;
    const expired = advanceEntry(context, entry, 'expire', {}, 'rule');
    announce(context, expired);
    sendNotice(context, {
      uscc: entry.uscc,
      kind: 'offer-expired',
      date,
      department,
      reference: entry.id,
      text: {
        zh: '候补名额保留时间已过，已顺延给下一位。如仍需要，可以重新加入候补或改约其他日期。',
        en: 'The seat kept for you from the waiting list was not confirmed in time and went to the next in line. You can join the list again or book another date.',
      },
    });
    if (start !== null) await seats.giveBack({ date, department, start });
  }
  return lapsed.length;
}

/** Nobody waits any longer once booking for the day has closed. */
async function closeLines(context: ServiceContext): Promise<void> {
  const find = { index: 'byState', equals: ['waiting'], limit: runLimit };
  const waiting = await context.tx.find(waitlistEntries, find);
  for (const entry of waiting) {
    const change = await context.tx.get(dayChanges, entry.date);
    const day = planDay(context.config, entry.date, change);
    if (day !== undefined && !day.cancelled && context.now < day.closesAt) continue;
    announce(context, advanceEntry(context, entry, 'close', {}, 'rule'));
  }
}

/** A reply the enterprise neither confirmed nor questioned in time counts as confirmed (默认确认). */
async function confirmSilently(context: ServiceContext): Promise<number> {
  // `silentOn` is the last day of the time limit, so that whole day is the enterprise's.
  const find = { index: 'bySilence', equals: [], to: today(context), limit: runLimit };
  const silent = (await context.tx.find(followUps, find)).filter(({ silentOn }) => silentOn < today(context));
  for (const followUp of silent) {
    const confirmed = advanceFollowUp(context, followUp, 'confirm-silently', {}, 'rule');
    context.emit('service-day.follow-up-changed', {
      followUpId: confirmed.id,
      uscc: confirmed.uscc,
      department: confirmed.department,
      state: confirmed.state,
    });
  }
  return silent.length;
}
