import { isoDate, isoInstant, z } from '@zhaoshang/kernel/schema.ts';
import { taskStates, todoStates } from '../model/states.ts';
import { severities, taskKinds } from '../model/tasks.ts';

export const todoView = z.object({
  id: z.string(),
  version: z.number(),
  source: z.enum(['pain-point', 'bad-rating', 'unmet-need']),
  uscc: z.string(),
  enterpriseName: z.string(),
  needId: z.nullable(z.string()),
  painType: z.string(),
  severity: z.enum(severities),
  text: z.string(),
  department: z.string(),
  dueDate: isoDate,
  /** 暂定: the year's holidays are not published. */
  dueProvisional: z.boolean(),
  state: z.enum(todoStates),
  transfers: z.number(),
  note: z.nullable(z.string()),
  createdAt: isoInstant,
  may: z.object({
    sign: z.boolean(),
    start: z.boolean(),
    finish: z.boolean(),
    return: z.boolean(),
    transfer: z.boolean(),
    confirm: z.boolean(),
  }),
});

export const taskView = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(taskKinds),
  uscc: z.string(),
  enterpriseName: z.string(),
  reference: z.string(),
  title: z.string(),
  because: z.string(),
  endsOn: isoDate,
  daysLeft: z.number(),
  department: z.string(),
  specialistId: z.string(),
  state: z.enum(taskStates),
  note: z.nullable(z.string()),
  createdAt: isoInstant,
  may: z.object({ settle: z.boolean() }),
});
