import { ZsError } from '@zhaoshang/kernel/errors.ts';

/*
 * What the engine refuses: a stable code, how callers react, and a sentence for people; `data` holds figures and names that belong to it. One
 * function each, so that a page carries the sentences of what it uses.
 */

export const badSchema = (data: object): ZsError =>
  new ZsError('invalid', 'bad-schema', '匹配方案有误，请检查字段、条件与权重。', { data });

export const tooManyResources = (resources: number, limit: number): ZsError =>
  new ZsError('invalid', 'too-many-resources', '资源条数超过上限，请分批或分区导入。', { data: { resources, limit } });

export const tooManyNeeds = (needs: number, limit: number): ZsError =>
  new ZsError('invalid', 'too-many-needs', '需求条数超过上限，请缩小范围后再统筹。', { data: { needs, limit } });

export const tooManyCategories = (categories: number, limit: number): ZsError =>
  new ZsError('invalid', 'too-many-categories', `需求类别超过 ${limit} 个，无法预测，请先归并类别。`, {
    data: { categories, limit },
  });

export const badGeometry = (data: object): ZsError =>
  new ZsError('invalid', 'bad-geometry', '坐标或图形有误，请检查坐标系与经纬度顺序。', { data });

export const unknownPair = (data: object): ZsError =>
  new ZsError('not-found', 'unknown-pair', '指定的配对中有不存在的需求或资源。', { data });

export const aborted = (): ZsError => new ZsError('aborted', 'aborted', '操作已取消。');

export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw aborted();
}
