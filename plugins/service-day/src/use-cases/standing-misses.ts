/** Recording a no-show and taking it back: a warning first, then a limit, each with a notice (COMM-2). */
import { standings, type Booking } from '../model/records.ts';
import { formatWorkdays } from '@zhaoshang/workdays/format.ts';
import { emptyStanding, limitAfter, withMiss } from '../rules/standing.ts';
import { sendNotice } from './notices.ts';
import { dateWordsOf, departmentWordsOf, today, type ServiceContext, type Words } from './service-context.ts';

/** Returns how many misses within the window count now, this one included. */
export async function recordMiss(context: ServiceContext, booking: Booking): Promise<number> {
  const { tx, config } = context;
  const before = await tx.get(standings, booking.uscc);
  const base = before ?? emptyStanding(booking.uscc);
  const { missed, limitedUntil, count } = withMiss(
    config,
    base,
    { bookingId: booking.id, date: booking.date },
    today(context),
  );
  if (before === undefined) tx.insert(standings, { ...base, missed, limitedUntil });
  else tx.update(standings, { ...before, missed, limitedUntil });

  const isLimited = limitedUntil !== null && count >= config.noShow.limit;
  sendNotice(context, {
    uscc: booking.uscc,
    kind: isLimited ? 'limited' : 'no-show-warning',
    date: booking.date,
    department: booking.department,
    visitId: booking.visitId,
    reference: booking.id,
    text: missWords(context, booking, count, isLimited ? limitedUntil : null),
  });
  return count;
}

/** `limitedUntil`: last day of the limit that this miss brought about, or null. */
function missWords(context: ServiceContext, booking: Booking, count: number, limitedUntil: string | null): Words {
  const { windowDays, limit, limitDays, appealWorkingDays } = context.config.noShow;
  const date = dateWordsOf(context, booking.date);
  const place = departmentWordsOf(context, booking.department);
  const what = `${date.zh}${place.zh}的预约未到场`;
  const whatEn = `You missed the appointment with ${place.en} on ${date.en}`;
  const appeal = `如有异议，可在 ${appealWorkingDays} 个工作日内申诉。`;
  const appealEn = `You can object within ${formatWorkdays(appealWorkingDays, 'en')}.`;
  if (limitedUntil === null)
    return {
      zh: `${what}，这是 ${windowDays} 天内第 ${count} 次；满 ${limit} 次将暂停网上预约 ${limitDays} 天。来不了请提前取消。${appeal}`,
      en: `${whatEn}: missed appointments within ${windowDays} days now: ${count}. At ${limit}, online booking rests for ${limitDays} days. Please cancel in time when you cannot come. ${appealEn}`,
    };
  const until = dateWordsOf(context, limitedUntil);
  return {
    zh: `${what}，${windowDays} 天内已有 ${count} 次。${until.zh}前暂不能网上预约，可到现场取号。${appeal}`,
    en: `${whatEn}: missed appointments within ${windowDays} days now: ${count}. Online booking rests until ${until.en}; you can take a number on site. ${appealEn}`,
  };
}

/** The enterprise came after all: the miss is gone, and the limit that hung on it. */
export async function forgetMiss(context: ServiceContext, booking: Booking): Promise<void> {
  const standing = await context.tx.get(standings, booking.uscc);
  if (standing === undefined) return;
  const missed = standing.missed.filter(({ bookingId }) => bookingId !== booking.id);
  context.tx.update(standings, { ...standing, missed, limitedUntil: limitAfter(context.config, missed) });
}
