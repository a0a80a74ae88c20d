/** Pain points and their todos, proactive tasks, and what the clock does (INFO-10, INFO-11, COMM-7). */
import { command, query } from '@zhaoshang/kernel';
import { identifier, pageInput, pageOf, text, z } from '@zhaoshang/kernel/schema.ts';
import { taskActs, taskStates, todoActs, todoStates } from '../model/states.ts';
import { severities } from '../model/tasks.ts';
import * as view from '../views.ts';
import { desk, staff, stockChanges, system, uscc, workers } from './terms.ts';

export const taskOperations = {
  tagPainPoint: command({
    summary: 'Tags a pain point of an enterprise: it becomes one todo of a department, however often it is tagged.',
    requirements: ['INFO-10', 'INFO-11'],
    roles: workers,
    input: z.object({
      uscc,
      needId: z.nullable(identifier),
      painType: identifier,
      severity: z.enum(severities),
      department: identifier,
      text: text(300, 1),
    }),
    output: view.todoView,
    errors: ['no-such-enterprise', 'no-such-choice', 'no-such-department'],
    events: ['needs-matching.todo-changed'],
  }),
  todos: query({
    summary: 'Todos by due date: of a department, or of all for the centre and those who supervise.',
    requirements: ['INFO-11'],
    roles: staff,
    input: z.object({ department: z.optional(identifier), state: z.optional(z.enum(todoStates)), ...pageInput }),
    output: pageOf(view.todoView),
  }),
  advanceTodo: command({
    summary: 'Signs, starts, finishes, returns, hands on or confirms a todo; handed on twice, the centre decides.',
    requirements: ['INFO-11', 'COMM-8'],
    roles: workers,
    versioned: true,
    input: z.object({
      todoId: identifier,
      act: z.enum(todoActs),
      /** For `transfer`. */
      department: z.optional(identifier),
      note: text(300),
    }),
    output: view.todoView,
    errors: ['wrong-state', 'reason-required', 'no-such-department'],
    events: ['needs-matching.todo-changed'],
  }),
  proactiveTasks: query({
    summary: 'What rules propose to do before anybody asks, by the day it ends (主动办).',
    requirements: ['COMM-7'],
    roles: staff,
    input: z.object({ state: z.optional(z.enum(taskStates)), mine: z.optional(z.boolean()), ...pageInput }),
    output: pageOf(view.taskView),
  }),
  settleTask: command({
    summary: 'Takes a proactive task up, finishes it, or dismisses it with the reason.',
    requirements: ['COMM-7', 'OUT-7'],
    roles: desk,
    versioned: true,
    input: z.object({ taskId: identifier, act: z.enum(taskActs), note: text(300) }),
    output: view.taskView,
    errors: ['wrong-state', 'reason-required'],
    events: ['needs-matching.task-changed'],
  }),
  sweep: command({
    summary: 'Ends holds that ran out, asks about stale needs, confirms silently, erases what is over, proposes tasks.',
    requirements: ['RES-2', 'RES-8', 'COMM-7', 'INFO-5'],
    roles: system,
    input: z.object({}),
    output: z.object({
      erased: z.number(),
      expiredHolds: z.number(),
      staleAsked: z.number(),
      silent: z.number(),
      proposedTasks: z.number(),
      policiesTold: z.number(),
    }),
    events: [
      'needs-matching.need-changed',
      'needs-matching.match-released',
      'needs-matching.need-confirmed',
      'needs-matching.task-proposed',
      'needs-matching.policy-matched',
      'needs-matching.notice-sent',
      ...stockChanges,
    ],
  }),
} as const;
