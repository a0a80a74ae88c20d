/** Pain points and todos (INFO-10, INFO-11): tagged once, handed on at most so often, confirmed by the desk. */
import { hasRole } from '@zhaoshang/kernel';
import { pageOfFind } from '@zhaoshang/kernel/paging.ts';
import { enterprises } from '../model/enterprises.ts';
import { stepFor, todoTransitions } from '../model/states.ts';
import { todos, type Todo } from '../model/tasks.ts';
import { visibilityOf } from '../rules/visibility.ts';
import { nextState } from './lifecycle.ts';
import {
  isDepartment,
  keeps,
  supervises,
  type MatchingContext,
  type MatchingResult,
  type MatchingUseCase,
} from './matching-context.ts';
import { readableNeed } from './own-records.ts';
import { announceTodo, openTodo } from './todo-records.ts';

export const tagPainPoint: MatchingUseCase<'tagPainPoint'> = {
  execute: async ({ uscc, needId, painType, severity, department, text }, context) => {
    const { config } = context;
    if (!config.painTypes.some(({ id }) => id === painType))
      context.fail('no-such-choice', { field: 'painType', value: painType });
    if (!isDepartment(config, department)) context.fail('no-such-department');
    const record = (await context.tx.get(enterprises, uscc)) ?? context.fail('no-such-enterprise');
    if (needId !== null) {
      const need = await readableNeed(context, needId);
      // Whoever may not see whose need it is must not find out by trying.
      if (visibilityOf(config, context.session, need) !== 'full' || need.uscc !== uscc)
        return context.fail('not-found');
    }
    const todo = await openTodo(context, {
      source: 'pain-point',
      // The same pain of the same enterprise with the same department is one todo while it lives.
      key: `pain|${uscc}|${needId ?? ''}|${painType}|${department}`,
      uscc,
      enterpriseName: record.name,
      needId,
      painType,
      severity,
      text,
      department,
      workdays: config.todo.workingDays,
    });
    return todoViewOf(context, todo);
  },
};

export const todosOf: MatchingUseCase<'todos'> = {
  execute: async ({ department, state = 'open', ...page }, context) => {
    const everywhere = hasRole(context.session, ['centre', 'leader', 'hr', 'auditor']);
    const own = context.session?.department;
    const wanted = department ?? (everywhere ? undefined : (own ?? context.fail('forbidden')));
    if (!everywhere && wanted !== own && !supervises(context)) return context.fail('forbidden');
    const { documents, nextCursor } = await pageOfFind(
      context,
      todos,
      wanted === undefined ? { index: 'byState', equals: [state] } : { index: 'byDepartment', equals: [wanted, state] },
      page,
    );
    return { items: documents.map((todo) => todoViewOf(context, todo)), nextCursor };
  },
};

export const advanceTodo: MatchingUseCase<'advanceTodo'> = {
  execute: async ({ todoId, act, department, note }, context) => {
    const { tx } = context;
    const todo = (await tx.get(todos, todoId)) ?? context.fail('not-found');
    if (!worksOn(context, todo)) context.fail('forbidden');
    context.expectVersion(todo);
    const words = note.trim();
    if ((act === 'return' || act === 'transfer' || act === 'finish') && words === '') context.fail('reason-required');
    if (words !== '') context.because(words);
    const state = nextState(context, todoTransitions, todo.state, act);
    const moved = act === 'transfer' ? movedTo(context, todo, department) : {};
    const advanced = tx.update(todos, {
      ...todo,
      ...moved,
      state,
      note: words === '' ? todo.note : words,
      // A pain that was settled may hurt again: then it is a new todo.
      key: state === 'confirmed' ? `${todo.key}|${todo.id}` : todo.key,
    });
    announceTodo(context, advanced);
    return todoViewOf(context, advanced);
  },
};

/** COMM-8: handed on too often, the centre decides and nobody hands it on again. */
function movedTo(context: MatchingContext, todo: Todo, department: string | undefined): Partial<Todo> {
  const { todo: rules, hub } = context.config;
  if (department === undefined || department === todo.department || !isDepartment(context.config, department))
    return context.fail('no-such-department');
  const transfers = todo.transfers + 1;
  return { transfers, department: transfers >= rules.transfersToHub ? hub : department };
}

const worksOn = (context: MatchingContext, todo: Todo): boolean =>
  keeps(context, todo.department) ||
  (hasRole(context.session, ['specialist']) && context.session?.department === todo.department);

function todoViewOf(context: MatchingContext, todo: Todo): MatchingResult<'advanceTodo'> {
  const works = worksOn(context, todo);
  const step = (act: (typeof todoTransitions)[number]['act']): boolean =>
    works && stepFor(todoTransitions, todo.state, act, context.session?.roles ?? []) !== undefined;
  return {
    id: todo.id,
    version: todo.version,
    source: todo.source,
    uscc: todo.uscc,
    enterpriseName: todo.enterpriseName,
    needId: todo.needId,
    painType: todo.painType,
    severity: todo.severity,
    text: todo.text,
    department: todo.department,
    dueDate: todo.dueDate,
    dueProvisional: todo.dueProvisional,
    state: todo.state,
    transfers: todo.transfers,
    note: todo.note,
    createdAt: todo.createdAt,
    may: {
      sign: step('sign'),
      start: step('start'),
      finish: step('finish'),
      return: step('return'),
      transfer: step('transfer'),
      confirm: step('confirm'),
    },
  };
}
