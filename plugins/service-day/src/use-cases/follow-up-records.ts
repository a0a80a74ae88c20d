/** 件件有回音 (COMM-1): opening a follow-up with receipt, owner and due date. */
import { randomCode } from '@zhaoshang/kernel';
import { dueDate } from '@zhaoshang/workdays';
import { followUps, type FollowUp } from '../model/records.ts';
import { serviceCalendar } from '../rules/service-calendar.ts';
import { never } from './lifecycle.ts';
import { nowText, today, type ServiceContext } from './service-context.ts';

const receiptLength = 6;

export interface FollowUpOpening {
  readonly source: FollowUp['source'];
  readonly bookingId: string | null;
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly department: string;
  readonly owner: string;
  readonly summary: string;
  /** Departments it has come from; none unless said. */
  readonly transfers?: number;
  readonly escalated?: boolean;
  /** Working days allowed; today is day 0. */
  readonly workdays: number;
}

/**
 * `HY-20261125-K7X2P4` (回音): the day, then characters without look-alikes. Not a running number: that would be one counter
 * all desks wait for, and would tell every enterprise how many matters are open. It names a matter and opens nothing by itself.
 */
export const newReceipt = (date: string): string =>
  `HY-${date.replace(/-/g, '')}-${randomCode(receiptLength).toUpperCase()}`;

export function openFollowUp(context: ServiceContext, { workdays, ...facts }: FollowUpOpening): FollowUp {
  const due = dueOn(context, workdays);
  const followUp = context.tx.insert(followUps, {
    ...facts,
    ...due,
    id: context.newId('fu'),
    receipt: newReceipt(today(context)),
    state: 'open',
    reply: null,
    repliedAt: null,
    silentOn: never,
    createdAt: nowText(context),
  });
  announceFollowUp(context, followUp);
  return followUp;
}

/** The last day in time, counted from today; provisional (暂定) where the year's holidays are not published. */
export function dueOn(
  context: ServiceContext,
  workdays: number,
): { readonly dueDate: string; readonly dueProvisional: boolean } {
  const due = dueDate(serviceCalendar(), { from: context.now, workdays, offset: context.config.utcOffset });
  return { dueDate: due.date, dueProvisional: due.provisional };
}

export function announceFollowUp(context: ServiceContext, { id, uscc, department, state }: FollowUp): void {
  context.emit('service-day.follow-up-changed', { followUpId: id, uscc, department, state });
}
