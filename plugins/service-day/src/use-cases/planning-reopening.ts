/** What those hear whom a change of the organiser displaced, once it is taken back (COMM-2): nothing is moved without them. */
import { bookings, type Booking } from '../model/records.ts';
import { alternativeWords, placeWords } from './displacement-words.ts';
import { findAlternatives } from './alternatives.ts';
import { sendNotice } from './notices.ts';
import type { Seats } from './seats.ts';
import type { ServiceContext, Words } from './service-context.ts';

/** One notice per appointment that is still displaced, with its own time first where a seat is left. After the counters are written. */
export async function tellReopened(
  context: ServiceContext,
  seats: Seats,
  date: string,
  departments: readonly string[],
): Promise<void> {
  const displaced = await context.tx.find(bookings, { index: 'byState', equals: ['displaced', date] });
  for (const booking of displaced.filter(({ department }) => departments.includes(department)))
    sendNotice(context, {
      uscc: booking.uscc,
      kind: 'day-reopened',
      date,
      department: booking.department,
      visitId: booking.visitId,
      reference: booking.id,
      text: reopenedWords(context, booking, await timesLeft(context, seats, booking)),
    });
}

async function timesLeft(context: ServiceContext, seats: Seats, booking: Booking) {
  const { date, department, start } = booking;
  const remaining = await seats.free({ date, department, start });
  const others = await findAlternatives(context, booking);
  const own = remaining > 0 ? [{ date, department, start, remaining }] : [];
  // The old time is named also where the zone shows no alternatives.
  return [...own, ...others].slice(0, Math.max(own.length, context.config.booking.alternatives));
}

function reopenedWords(context: ServiceContext, booking: Booking, times: Awaited<ReturnType<typeof timesLeft>>): Words {
  const place = placeWords(context, booking);
  const instead = alternativeWords(context, times);
  return {
    zh: `${place.zh}恢复办理，您原来的预约没有自动恢复。${instead.zh}`,
    en: `Your appointment ${place.en} could take place after all, but it was not restored by itself. ${instead.en}`,
  };
}
