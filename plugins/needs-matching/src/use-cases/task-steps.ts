/** 主动办 (COMM-7): what rules propose, by the day it ends; a person takes it up or says why not (OUT-7). */
import { pageOfFind } from '@zhaoshang/kernel/paging.ts';
import { daysBetween } from '@zhaoshang/workdays';
import { stepFor, taskTransitions } from '../model/states.ts';
import { proactiveTasks, type ProactiveTask } from '../model/tasks.ts';
import { nextState } from './lifecycle.ts';
import {
  supervises,
  today,
  type MatchingContext,
  type MatchingResult,
  type MatchingUseCase,
} from './matching-context.ts';
import { ownSpecialistId } from './need-views.ts';

export const proactiveTasksOf: MatchingUseCase<'proactiveTasks'> = {
  execute: async ({ state = 'proposed', mine, ...page }, context) => {
    const own = ownSpecialistId(context);
    if (mine === true && own === undefined) return { items: [], nextCursor: null };
    const department = context.session?.department;
    const { documents, nextCursor } = await pageOfFind(
      context,
      proactiveTasks,
      mine === true ? { index: 'bySpecialist', equals: [own as string, state] } : { index: 'byState', equals: [state] },
      page,
      // A department sees what it has to do with; the desk and those who supervise see all.
      (task) => supervises(context) || task.department === department,
    );
    return { items: documents.map((task) => taskViewOf(context, task)), nextCursor };
  },
};

export const settleTask: MatchingUseCase<'settleTask'> = {
  execute: async ({ taskId, act, note }, context) => {
    const task = (await context.tx.get(proactiveTasks, taskId)) ?? context.fail('not-found');
    context.expectVersion(task);
    const words = note.trim();
    if (act !== 'take' && words === '') context.fail('reason-required');
    if (words !== '') context.because(words);
    const settled = context.tx.update(proactiveTasks, {
      ...task,
      state: nextState(context, taskTransitions, task.state, act),
      note: words === '' ? task.note : words,
      specialistId: act === 'take' ? (ownSpecialistId(context) ?? task.specialistId) : task.specialistId,
    });
    context.emit('needs-matching.task-changed', { taskId, state: settled.state });
    return taskViewOf(context, settled);
  },
};

function taskViewOf(context: MatchingContext, task: ProactiveTask): MatchingResult<'settleTask'> {
  const { id, version, kind, uscc, enterpriseName, reference, title, because, endsOn, department } = task;
  return {
    id,
    version,
    kind,
    uscc,
    enterpriseName,
    reference,
    title,
    because,
    endsOn,
    daysLeft: daysBetween(today(context), endsOn),
    department,
    specialistId: task.specialistId,
    state: task.state,
    note: task.note,
    createdAt: task.createdAt,
    may: { settle: stepFor(taskTransitions, task.state, 'finish', context.session?.roles ?? []) !== undefined },
  };
}
