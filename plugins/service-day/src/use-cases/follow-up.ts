/** Follow-ups (COMM-1, COMM-8): the department answers, the enterprise confirms or says that the answer misses the question. */
import { hasRole } from '@zhaoshang/kernel';
import { pageOfFind } from '@zhaoshang/kernel/paging.ts';
import { formatDate } from '@zhaoshang/workdays/format.ts';
import { followUps, type FollowUp } from '../model/records.ts';
import { worksAt } from './desk-access.ts';
import { announceFollowUp, dueOn } from './follow-up-records.ts';
import { advanceFollowUp } from './lifecycle.ts';
import { sendNotice } from './notices.ts';
import { followUpViewOf } from './projections.ts';
import {
  askingEnterprise,
  dateWordsOf,
  nowText,
  today,
  type ServiceContext,
  type ServiceUseCase,
} from './service-context.ts';

/** By due date; those that wait for an answer unless a state is named. Staff of a department see their own. */
export const followUpsOfDepartment: ServiceUseCase<'followUps'> = {
  execute: async ({ department, state = 'open', cursor, limit }, context) => {
    const everywhere = hasRole(context.session, ['centre', 'leader', 'hr', 'auditor']);
    const own = context.session?.department;
    const wanted = department ?? (everywhere ? undefined : (own ?? context.fail('forbidden')));
    if (!everywhere && wanted !== own) context.fail('forbidden');
    const { documents, nextCursor } = await pageOfFind(
      context,
      followUps,
      wanted === undefined ? { index: 'byState', equals: [state] } : { index: 'byDepartment', equals: [wanted, state] },
      { cursor, limit },
    );
    return { items: documents.map((followUp) => followUpViewOf(context, followUp)), nextCursor };
  },
};

export const replyFollowUp: ServiceUseCase<'replyFollowUp'> = {
  execute: async ({ followUpId, reply }, context) => {
    const before = (await context.tx.get(followUps, followUpId)) ?? context.fail('not-found');
    if (!worksAt(context, before.department)) context.fail('forbidden');
    context.expectVersion(before);
    if (reply.trim() === '') context.fail('invalid-input');
    const { dueDate: silentOn } = dueOn(context, context.config.followUp.silentConfirmWorkingDays);
    const replied = advanceFollowUp(context, before, 'reply', { reply, repliedAt: nowText(context), silentOn });
    announceFollowUp(context, replied);
    const until = dateWordsOf(context, silentOn);
    sendNotice(context, {
      uscc: replied.uscc,
      kind: 'follow-up-replied',
      date: today(context),
      department: replied.department,
      reference: replied.id,
      text: {
        zh: `${replied.receipt} 有了答复。请在${until.zh}前确认；答非所问可以退回，逾期没有意见视为默认确认。`,
        en: `${replied.receipt} has been answered. Please confirm by ${until.en}; you can send it back when it misses the question. Silence counts as confirmation.`,
      },
    });
    return followUpViewOf(context, replied);
  },
};

export const settleFollowUp: ServiceUseCase<'settleFollowUp'> = {
  execute: async ({ followUpId, confirmed, comment }, context) => {
    const before = await ownFollowUp(context, followUpId);
    context.expectVersion(before);
    const words = comment.trim();
    if (words !== '') context.because(words);
    else if (!confirmed) context.because('答非所问');
    const settled = confirmed
      ? advanceFollowUp(context, before, 'confirm')
      : advanceFollowUp(context, before, 'reopen', reopening(context, before, words));
    announceFollowUp(context, settled);
    return followUpViewOf(context, settled);
  },
};

/** What the enterprise misses stands with the matter, and the time to answer runs again from today. */
function reopening(context: ServiceContext, { summary }: FollowUp, words: string): Partial<FollowUp> {
  const when = formatDate(today(context), { weekday: false });
  return {
    ...dueOn(context, context.config.followUp.workingDays),
    summary: `${summary}\n${when}企业退回：${words === '' ? '答非所问' : words}`,
  };
}

async function ownFollowUp(context: ServiceContext, followUpId: string): Promise<FollowUp> {
  const followUp = await context.tx.get(followUps, followUpId);
  return followUp?.uscc === askingEnterprise(context).uscc ? followUp : context.fail('not-found');
}
