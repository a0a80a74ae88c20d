/** Todos (INFO-11): one per key, however often the same thing is told. */
import { todos, type Todo } from '../model/tasks.ts';
import { nowText, workingDaysFrom, type MatchingContext } from './matching-context.ts';

export type TodoOpening = Pick<
  Todo,
  'source' | 'key' | 'uscc' | 'enterpriseName' | 'needId' | 'painType' | 'severity' | 'text' | 'department'
> & { readonly workdays: number };

/** The todo of this key: the one that is there, or a new one. */
export async function openTodo(context: MatchingContext, { workdays, ...facts }: TodoOpening): Promise<Todo> {
  const [there] = await context.tx.find(todos, { index: 'key', equals: [facts.key] });
  if (there !== undefined) return there;
  const due = workingDaysFrom(context, workdays);
  const todo = context.tx.insert(todos, {
    ...facts,
    id: context.newId('td'),
    dueDate: due.date,
    dueProvisional: due.provisional,
    state: 'open',
    transfers: 0,
    note: null,
    by: context.session?.subject ?? 'system',
    createdAt: nowText(context),
  });
  announceTodo(context, todo);
  return todo;
}

export function announceTodo(context: MatchingContext, { id, department, state }: Todo): void {
  context.emit('needs-matching.todo-changed', { todoId: id, department, state });
}
