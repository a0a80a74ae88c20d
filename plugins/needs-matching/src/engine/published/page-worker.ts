import { ZsError } from '@zhaoshang/kernel/errors.ts';
import type { MatcherOptions } from '../types.ts';
import type { Port } from '../worker/protocol.ts';
import { type WorkerMatcher, createWorkerMatcher as create } from '../worker/worker-matcher.ts';

/** `failure` is settled when the worker's script does not load; a worker that never answers would keep the page waiting. */
export function createWorkerMatcher(
  port: Port,
  options: MatcherOptions,
  failure: Promise<unknown>,
): Promise<WorkerMatcher> {
  const failed = failure.then(() => {
    throw new ZsError(
      'unavailable',
      'worker-unavailable',
      '匹配组件没有在后台加载成功。请确认脚本与页面同源，或刷新后再试。',
    );
  });
  return Promise.race([failed, create(port, options)]);
}
