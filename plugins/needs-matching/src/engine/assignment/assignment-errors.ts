/**
 * What the solvers refuse: stable codes, and sentences for the person who prepared the lists. Lists are counted from 0, as in the
 * problem. The English sentences are apart (`assignment-errors.en.ts`), so that a page carries one language.
 */
import { ZsError } from '@zhaoshang/kernel/errors.ts';
import { fill } from '@zhaoshang/kernel/locale.ts';

export const assignmentErrors = {
  'assignment-shape': '分配数据不完整：{what}。请重新生成后再试。',
  'assignment-number': '{what} 不是可以计算的数（空值、非数字或超过 1e100）。请改正后再试。',
  'assignment-too-large': '一次最多分配 {limit} {unit}，这次有 {count}。请按园区、类别或批次分开分配。',
  'lock-reason-required': '第 {need} 项需求锁定的资源不符合硬性条件，请写明理由。',
  'lock-profit-required': '第 {need} 项需求锁定的资源不在候选之内，请给出它的得分。',
  'lock-over-capacity': '第 {resource} 项资源锁定了 {count} 份，只有 {limit} 份。请先取消一些锁定。',
  'lock-conflict': '第 {need} 项需求有互相矛盾的决定（锁定两次，或既锁定又禁止）。请保留一个。',
} as const;

export type AssignmentErrorCode = keyof typeof assignmentErrors;

export function assignmentError(code: AssignmentErrorCode, data: Readonly<Record<string, string | number>>): ZsError {
  return new ZsError('invalid', code, fill(assignmentErrors[code], data), { data });
}
