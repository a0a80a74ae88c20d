/** 好差评 (COMM-13, B9): one rating per matter, one supplement; a bad one is answered within the working days the rules set. */
import { bookings, type Booking } from '../model/records.ts';
import { departmentOf } from '../rules/timetable.ts';
import { openFollowUp } from './follow-up-records.ts';
import { advanceBooking } from './lifecycle.ts';
import { bookingViewOf } from './projections.ts';
import { askingEnterprise, nowText, type ServiceContext, type ServiceUseCase } from './service-context.ts';

const scoreWords = ['', '非常不满意', '不满意', '基本满意', '满意', '非常满意'];

export const rate: ServiceUseCase<'rate'> = {
  execute: async ({ bookingId, score, tags, comment }, context) => {
    const booking = await ownBooking(context, bookingId);
    if (booking.rating !== null) context.fail('already-rated');
    const rated = advanceBooking(context, booking, 'rate', {
      rating: { score, tags: [...new Set(tags)], comment, at: nowText(context), supplement: null },
    });
    const { uscc, department } = rated;
    context.emit('service-day.booking-rated', { bookingId, uscc, department, score });
    if (score <= context.config.rating.badAtMost) openContact(context, rated, score, tags, comment);
    return bookingViewOf(context, rated);
  },
};

export const supplementRating: ServiceUseCase<'supplementRating'> = {
  execute: async ({ bookingId, comment }, context) => {
    const booking = await ownBooking(context, bookingId);
    if (booking.rating !== null && booking.rating.supplement !== null) context.fail('already-rated');
    const supplement = { comment, at: nowText(context) };
    const rating = booking.rating === null ? null : { ...booking.rating, supplement };
    return bookingViewOf(context, advanceBooking(context, booking, 'supplement', { rating }));
  },
};

/** 差评必回访: the department gets in touch, counted in working days from the day of the rating. */
function openContact(
  context: ServiceContext,
  booking: Booking,
  score: number,
  tags: readonly string[],
  comment: string,
): void {
  const department = departmentOf(context.config, booking.department);
  const words = [...tags, comment.trim()].filter((part) => part !== '').join('；');
  openFollowUp(context, {
    source: 'bad-rating',
    bookingId: booking.id,
    uscc: booking.uscc,
    enterpriseName: booking.enterpriseName,
    department: booking.department,
    owner: department?.hosts[0]?.name ?? department?.shortName ?? booking.department,
    summary: `${booking.topic}：评价“${scoreWords[score] ?? score}”${words === '' ? '' : `，${words}`}`,
    workdays: context.config.rating.contactWorkingDays,
  });
}

async function ownBooking(context: ServiceContext, bookingId: string): Promise<Booking> {
  const booking = await context.tx.get(bookings, bookingId);
  return booking?.uscc === askingEnterprise(context).uscc ? booking : context.fail('not-found');
}
