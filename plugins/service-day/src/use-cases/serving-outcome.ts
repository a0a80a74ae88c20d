/** Ending an appointment with its outcome (COMM-1, COMM-2, COMM-9): whatever is not resolved gets a receipt, an owner and a date. */
import type { Booking } from '../model/records.ts';
import { announceDesk, bookingAtDesk } from './desk-access.ts';
import { openFollowUp } from './follow-up-records.ts';
import { announceEscalation, routeOf } from './follow-up-transfer.ts';
import { advanceBooking } from './lifecycle.ts';
import { bookingViewOf } from './projections.ts';
import {
  departmentFor,
  nowText,
  type ServiceContext,
  type ServiceInput,
  type ServiceUseCase,
} from './service-context.ts';

export const serve: ServiceUseCase<'serve'> = {
  execute: async (input, context) => {
    const booking = await bookingAtDesk(context, input.bookingId);
    if (input.reply.trim() === '') context.fail('reply-required');
    const followUpId = input.outcome === 'resolved' ? null : handOn(context, booking, input);
    const served = advanceBooking(context, booking, 'serve', {
      servedAt: nowText(context),
      outcome: {
        kind: input.outcome,
        reply: input.reply,
        followUpId,
        by: context.session?.displayName ?? '',
      },
    });
    const { uscc, department } = served;
    context.emit('service-day.booking-served', {
      bookingId: served.id,
      uscc,
      department,
      outcome: input.outcome,
      followUpId,
    });
    announceDesk(context, served);
    return bookingViewOf(context, served);
  },
};

/** A transferred matter belongs to the department named; anything else stays with the desk that served. */
function handOn(context: ServiceContext, booking: Booking, input: ServiceInput<'serve'>): string {
  const { followUp: terms } = context.config;
  const transferred = input.outcome === 'transferred';
  const target = transferred ? (input.department ?? context.fail('no-such-department')) : booking.department;
  departmentFor(context, target);
  if (transferred && target === booking.department) context.fail('no-such-department');
  const route = transferred ? routeOf(context, booking.department, target, 0) : { department: target };
  const department = departmentFor(context, route.department);
  const named = input.owner?.trim() ?? '';
  const present = transferred ? (department.hosts[0]?.name ?? department.shortName) : context.session?.displayName;
  const followUp = openFollowUp(context, {
    ...route,
    source: 'unresolved',
    bookingId: booking.id,
    uscc: booking.uscc,
    enterpriseName: booking.enterpriseName,
    owner: named === '' ? (present ?? department.shortName) : named,
    summary: `${booking.topic}：${input.reply}`,
    workdays: input.complex === true ? terms.complexWorkingDays : terms.workingDays,
  });
  if (followUp.escalated === true) announceEscalation(context, followUp, booking.department);
  return followUp.id;
}
