/** What the solvers refuse: stable codes, and sentences for the person who prepared the lists. */
import { ZsError } from '@zhaoshang/kernel/errors.ts';
import { fill, type Localized } from '@zhaoshang/kernel/locale.ts';

export const assignmentErrors = {
  'assignment-shape': {
    'zh-CN': '分配数据不完整：{what}。请重新生成后再试。',
    en: 'The lists of the assignment do not fit together: {what}. Prepare them again.',
  },
  'assignment-number': {
    'zh-CN': '{what} 不是可以计算的数（空值、非数字或超过 1e100）。请改正后再试。',
    en: '{what} is not a number that can be added up (empty, not a number, or beyond 1e100). Correct it and try again.',
  },
  'assignment-too-large': {
    'zh-CN': '一次最多分配 {limit} {unit}，这次有 {count}。请按园区、类别或批次分开分配。',
    en: 'At most {limit} {unit} can be assigned at once; there are {count}. Split them by zone, category or batch.',
  },
  'lock-reason-required': {
    'zh-CN': '第 {need} 项需求锁定的资源不符合硬性条件，请写明理由。',
    en: 'The lock of need {need} breaks a hard condition. Write down the reason.',
  },
  'lock-profit-required': {
    'zh-CN': '第 {need} 项需求锁定的资源不在候选之内，请给出它的得分。',
    en: 'The lock of need {need} names a resource that is no candidate. State its profit.',
  },
  'lock-over-capacity': {
    'zh-CN': '第 {resource} 项资源锁定了 {count} 份，只有 {limit} 份。请先取消一些锁定。',
    en: 'Resource {resource} has {count} locked units and {limit} in all. Lift some locks first.',
  },
  'lock-conflict': {
    'zh-CN': '第 {need} 项需求有互相矛盾的决定（锁定两次，或既锁定又禁止）。请保留一个。',
    en: 'Need {need} has decisions that contradict each other (locked twice, or locked and banned). Keep one.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

export type AssignmentErrorCode = keyof typeof assignmentErrors;

/** The error of a code; its English sentence is `fill(assignmentErrors[code].en, error.data)`. */
export function assignmentError(code: AssignmentErrorCode, data: Readonly<Record<string, string | number>>): ZsError {
  return new ZsError('invalid', code, fill(assignmentErrors[code]['zh-CN'], data), { data });
}
