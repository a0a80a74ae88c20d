/** Recording a no-show and taking it back: a warning first, then a limit, each with a notice (COMM-2). */
import { standings, type Booking } from '../model/records.ts';
import { formatDate } from '@zhaoshang/workdays/format.ts';
import { departmentOf } from '../rules/timetable.ts';
import { emptyStanding, limitAfter, withMiss } from '../rules/standing.ts';
import { sendNotice } from './notices.ts';
import { dateWordsOf, today, type ServiceContext } from './service-context.ts';

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

  const place = departmentOf(config, booking.department)?.shortName ?? booking.department;
  const what = `${formatDate(booking.date, { today: today(context) })}${place}的预约未到场`;
  const appeal = `如有异议，可在 ${config.noShow.appealWorkingDays} 个工作日内申诉。`;
  const isLimited = limitedUntil !== null && count >= config.noShow.limit;
  sendNotice(context, {
    uscc: booking.uscc,
    kind: isLimited ? 'limited' : 'no-show-warning',
    date: booking.date,
    department: booking.department,
    visitId: booking.visitId,
    reference: booking.id,
    text: isLimited
      ? `${what}，${config.noShow.windowDays} 天内已有 ${count} 次。${dateWordsOf(context, limitedUntil).zh}前暂不能网上预约，可到现场取号。${appeal}`
      : `${what}，这是 ${config.noShow.windowDays} 天内第 ${count} 次；满 ${config.noShow.limit} 次将暂停网上预约 ${config.noShow.limitDays} 天。来不了请提前取消。${appeal}`,
  });
  return count;
}

/** The enterprise came after all: the miss is gone, and the limit that hung on it. */
export async function forgetMiss(context: ServiceContext, booking: Booking): Promise<void> {
  const standing = await context.tx.get(standings, booking.uscc);
  if (standing === undefined) return;
  const missed = standing.missed.filter(({ bookingId }) => bookingId !== booking.id);
  context.tx.update(standings, { ...standing, missed, limitedUntil: limitAfter(context.config, missed) });
}
