/** Objecting to a recorded no-show (COMM-2, OUT-7): a person answers, with a reason; a granted one takes back what followed. */
import { hasRole } from '@zhaoshang/kernel';
import { bookings, standings, type Appeal, type Standing } from '../model/records.ts';
import { limitAfter, limitInForce } from '../rules/standing.ts';
import { canAppeal } from '../rules/visit-windows.ts';
import { dueOn } from './follow-up-records.ts';
import { never } from './lifecycle.ts';
import { sendNotice } from './notices.ts';
import { standingViewOf } from './projections.ts';
import {
  askingEnterprise,
  dateWordsOf,
  nowText,
  today,
  type ServiceContext,
  type ServiceUseCase,
  type Words,
} from './service-context.ts';

export const appealMissed: ServiceUseCase<'appealMissed'> = {
  execute: async ({ bookingId, reason }, context) => {
    const { uscc } = askingEnterprise(context);
    const booking = await context.tx.get(bookings, bookingId);
    if (booking?.uscc !== uscc) return context.fail('not-found');
    const standing = await context.tx.get(standings, uscc);
    const recorded = standing?.missed.some((one) => one.bookingId === bookingId && !one.excused) === true;
    const appealed = standing?.appeals.some((one) => one.bookingId === bookingId) === true;
    if (standing === undefined || !recorded || appealed || booking.state !== 'no-show')
      return context.fail('wrong-state', { state: booking.state, act: 'appeal' });
    if (!canAppeal(context.config, booking, context.now))
      context.fail('appeal-too-late', { workingDays: context.config.noShow.appealWorkingDays });
    context.because(reason);
    const appeal: Appeal = {
      id: context.newId('ap'),
      bookingId,
      reason,
      state: 'open',
      answer: null,
      at: nowText(context),
      dueDate: dueOn(context, context.config.noShow.appealAnswerWorkingDays).dueDate,
    };
    const appeals = [...standing.appeals, appeal];
    return standingViewOf(
      context,
      context.tx.update(standings, { ...standing, appeals, appealDueOn: firstDue(appeals) }),
    );
  },
};

/** The most urgent first. */
export const appeals: ServiceUseCase<'appeals'> = {
  execute: async (_input, context) => {
    const waiting = await context.tx.find(standings, { index: 'byOpenAppeal', equals: [], to: '9999-12-31' });
    const items = waiting.flatMap((standing) =>
      standing.appeals
        .filter(({ state }) => state === 'open')
        .map(({ id, bookingId, reason, dueDate }) => ({
          uscc: standing.id,
          appealId: id,
          bookingId,
          date: standing.missed.find((one) => one.bookingId === bookingId)?.date ?? dueDate,
          reason,
          dueDate,
          limitedUntil: limitInForce(standing, today(context)),
        })),
    );
    return { items: items.sort((one, other) => (one.dueDate < other.dueDate ? -1 : 1)) };
  },
};

export const answerAppeal: ServiceUseCase<'answerAppeal'> = {
  execute: async ({ uscc, appealId, granted, answer }, context) => {
    if (!hasRole(context.session, ['centre'])) context.fail('forbidden');
    const standing = (await context.tx.get(standings, uscc)) ?? context.fail('not-found');
    const appeal = standing.appeals.find(({ id }) => id === appealId) ?? context.fail('not-found');
    if (appeal.state !== 'open') context.fail('wrong-state', { state: appeal.state, act: 'answer' });
    context.because(answer);
    const state = granted ? 'granted' : 'refused';
    const all = standing.appeals.map((one) => (one.id === appealId ? ({ ...one, state, answer } as const) : one));
    const missed = granted
      ? standing.missed.map((one) => (one.bookingId === appeal.bookingId ? { ...one, excused: true } : one))
      : standing.missed;
    const after = context.tx.update(standings, {
      ...standing,
      appeals: all,
      appealDueOn: firstDue(all),
      missed,
      limitedUntil: granted ? limitAfter(context.config, missed) : standing.limitedUntil,
    });
    const booking = await context.tx.get(bookings, appeal.bookingId);
    sendNotice(context, {
      uscc,
      kind: 'appeal-answered',
      date: booking?.date ?? today(context),
      department: booking?.department ?? null,
      visitId: booking?.visitId ?? null,
      reference: appealId,
      text: answerWords(context, granted, answer, limitInForce(after, today(context))),
    });
    return standingViewOf(context, after);
  },
};

function answerWords(context: ServiceContext, granted: boolean, answer: string, limitedUntil: string | null): Words {
  const until = limitedUntil === null ? null : dateWordsOf(context, limitedUntil);
  return {
    zh:
      `申诉${granted ? '成立，这次不计入未到场' : '未获支持'}：${answer}` +
      (until === null ? '' : `（${until.zh}前仍不能网上预约）`),
    en:
      `Your objection ${granted ? 'was granted; this appointment does not count as missed' : 'was not granted'}: ${answer}` +
      (until === null ? '' : ` (Online booking still rests until ${until.en}.)`),
  };
}

/** Day by which the most urgent open appeal must be answered. */
function firstDue(all: Standing['appeals']): string {
  const open = all.filter(({ state }) => state === 'open').map(({ dueDate }) => dueDate);
  return [...open].sort()[0] ?? never;
}
