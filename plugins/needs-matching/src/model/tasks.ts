/** What people still have to do: pain points with their todos (INFO-10, INFO-11) and proactive tasks (COMM-7). */
import { defineCollection, type Document } from '@zhaoshang/kernel';
import type { TaskState, TodoState } from './states.ts';

export const severities = ['low', 'medium', 'high'] as const;
export type Severity = (typeof severities)[number];

export interface Todo extends Document {
  readonly source: 'pain-point' | 'bad-rating' | 'unmet-need';
  /** What it is about, once: the same pain point twice is one todo. */
  readonly key: string;
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly needId: string | null;
  readonly painType: string;
  readonly severity: Severity;
  readonly text: string;
  readonly department: string;
  readonly dueDate: string;
  readonly dueProvisional: boolean;
  readonly state: TodoState;
  readonly transfers: number;
  readonly note: string | null;
  readonly by: string;
  readonly createdAt: string;
}
export const todos = defineCollection<Todo>({
  name: 'nm_todo',
  fields: { key: 'string', department: 'string', state: 'string', dueDate: 'string', uscc: 'string' },
  indexes: {
    byDepartment: ['department', 'state', 'dueDate'],
    byState: ['state', 'dueDate'],
    byEnterprise: ['uscc', 'dueDate'],
  },
  unique: { key: ['key'] },
  personal: ['text', 'note'],
});

export const taskKinds = ['policy-window', 'qualification', 'trial-end', 'parcel-ready'] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface ProactiveTask extends Document {
  readonly kind: TaskKind;
  readonly uscc: string;
  readonly enterpriseName: string;
  /** Clause, qualification or match it is about. */
  readonly reference: string;
  readonly title: string;
  /** The rule in words, so that nobody must guess why it is there (OUT-7). */
  readonly because: string;
  readonly endsOn: string;
  readonly department: string;
  readonly specialistId: string;
  readonly state: TaskState;
  readonly note: string | null;
  readonly createdAt: string;
}
/** Id: `kind|uscc|reference|endsOn`: running the rule again finds the task again. */
export const proactiveTasks = defineCollection<ProactiveTask>({
  name: 'nm_task',
  fields: { state: 'string', endsOn: 'string', uscc: 'string', specialistId: 'string' },
  indexes: {
    byState: ['state', 'endsOn'],
    byEnterprise: ['uscc', 'endsOn'],
    bySpecialist: ['specialistId', 'state', 'endsOn'],
  },
});
