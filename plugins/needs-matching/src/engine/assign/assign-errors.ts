import { ZsError } from '@zhaoshang/kernel/errors.ts';

export const tooManyNeeds = (needs: number, limit: number): ZsError =>
  new ZsError('invalid', 'too-many-needs', '需求条数超过上限，请缩小范围后再统筹。', { data: { needs, limit } });

export const unknownPair = (data: object): ZsError =>
  new ZsError('not-found', 'unknown-pair', '指定的配对中有不存在的需求或资源。', { data });
