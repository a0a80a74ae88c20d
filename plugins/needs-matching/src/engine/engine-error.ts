import { ZsError } from '@zhaoshang/kernel/errors.ts';

/*
 * What ranking refuses: a stable code, how callers react, and a sentence for people; `data` holds figures and names that belong to it. What
 * only an assignment, a forecast or a distance refuses stands there, so that a page carries the sentences of what it uses.
 */

export const badSchema = (data: object): ZsError =>
  new ZsError('invalid', 'bad-schema', '匹配方案有误，请检查字段、条件与权重。', { data });

export const tooManyResources = (resources: number, limit: number): ZsError =>
  new ZsError('invalid', 'too-many-resources', '资源条数超过上限，请分批或分区导入。', { data: { resources, limit } });

export const aborted = (): ZsError => new ZsError('aborted', 'aborted', '操作已取消。');

export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw aborted();
}
