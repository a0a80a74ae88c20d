import { ZsError } from '@zhaoshang/kernel/errors.ts';
import type { ErrorKind } from '@zhaoshang/kernel/error-kinds.ts';

/** What the engine refuses: a stable code, how callers react, and a sentence for people. */
const refusals = {
  'too-many-resources': ['invalid', '资源条数超过上限，请分批或分区导入。'],
  'too-many-needs': ['invalid', '需求条数超过上限，请缩小范围后再统筹。'],
  'too-many-categories': ['invalid', '需求类别超过 2,000 个，无法预测，请先归并类别。'],
  'bad-schema': ['invalid', '匹配方案有误，请检查字段、条件与权重。'],
  'bad-condition': ['invalid', '适用条件写法有误，请检查字段与比较符。'],
  'bad-geometry': ['invalid', '坐标或图形有误，请检查坐标系与经纬度顺序。'],
  'unknown-pair': ['not-found', '指定的配对中有不存在的需求或资源。'],
  aborted: ['aborted', '操作已取消。'],
} as const satisfies Record<string, readonly [ErrorKind, string]>;

export type EngineErrorCode = keyof typeof refusals;

/** `data` holds figures and names that belong to the sentence. */
export function engineError(code: EngineErrorCode, data?: unknown): ZsError {
  const [kind, sentence] = refusals[code];
  return new ZsError(kind, code, sentence, data === undefined ? {} : { data });
}

export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw engineError('aborted');
}
