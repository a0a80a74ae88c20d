/** 转办 (COMM-8): handing a follow-up on is counted, and a matter that is passed around ends up where it must be decided. */
import { hasRole } from '@zhaoshang/kernel';
import { followUps, type FollowUp } from '../model/records.ts';
import { departmentOf } from '../rules/timetable.ts';
import { worksAt } from './desk-access.ts';
import { announceFollowUp } from './follow-up-records.ts';
import { advanceFollowUp } from './lifecycle.ts';
import { sendNotice } from './notices.ts';
import { followUpViewOf } from './projections.ts';
import {
  dateWordsOf,
  departmentFor,
  departmentWordsOf,
  today,
  type ServiceContext,
  type ServiceUseCase,
  type Words,
} from './service-context.ts';

/** Where a matter goes, and what is known about its way then. */
export interface Route {
  readonly department: string;
  readonly transfers: number;
  readonly escalated: boolean;
}

/**
 * A transfer from one department to another. The one that reaches the number in the settings goes to the hub, whoever was named;
 * what the hub itself assigns is its decision, neither counted nor turned back.
 */
export function routeOf(context: ServiceContext, from: string, wanted: string, transfersSoFar: number): Route {
  const { escalateAtTransfers, hubDepartment } = context.config.followUp;
  const decided = from === hubDepartment || hasRole(context.session, ['centre']);
  const transfers = transfersSoFar + (decided ? 0 : 1);
  const escalated = transfers >= escalateAtTransfers;
  return { department: escalated && !decided ? hubDepartment : wanted, transfers, escalated };
}

/** The hub is to know of it, and those who watch for matters that are passed around. */
export function announceEscalation(context: ServiceContext, { id, uscc, transfers = 0 }: FollowUp, from: string): void {
  context.emit('service-day.follow-up-escalated', { followUpId: id, uscc, department: from, transfers });
}

export const transferFollowUp: ServiceUseCase<'transferFollowUp'> = {
  execute: async ({ followUpId, department: wanted, reason }, context) => {
    const before = (await context.tx.get(followUps, followUpId)) ?? context.fail('not-found');
    if (!worksAt(context, before.department)) context.fail('forbidden');
    context.expectVersion(before);
    departmentFor(context, wanted);
    if (wanted === before.department) context.fail('no-such-department');
    context.because(reason);
    const route = routeOf(context, before.department, wanted, before.transfers ?? 0);
    const target = departmentFor(context, route.department);
    const after = advanceFollowUp(context, before, 'transfer', {
      ...route,
      owner: target.hosts[0]?.name ?? target.shortName,
    });
    announceFollowUp(context, after);
    if (route.escalated && route.transfers > (before.transfers ?? 0))
      announceEscalation(context, after, before.department);
    sendNotice(context, {
      uscc: after.uscc,
      kind: 'follow-up-transferred',
      date: today(context),
      department: after.department,
      reference: after.id,
      text: transferWords(context, before, after),
    });
    return followUpViewOf(context, after);
  },
};

/** The date promised stays: a transfer is the departments' matter, not the enterprise's. */
function transferWords(context: ServiceContext, before: FollowUp, after: FollowUp): Words {
  const from = departmentWordsOf(context, before.department);
  const to = departmentWordsOf(context, after.department);
  const due = dateWordsOf(context, after.dueDate);
  const isHub = after.escalated === true && after.department === context.config.followUp.hubDepartment;
  const hub = isHub && departmentOf(context.config, after.department) !== undefined;
  return {
    zh: `${after.receipt} 由${from.zh}转${to.zh}${hub ? '协调' : ''}办理，答复期限不变：${due.zh}。`,
    en: `${after.receipt} went from ${from.en} to ${to.en}${hub ? ', which decides who answers' : ''}. The answer is still due on ${due.en}.`,
  };
}
