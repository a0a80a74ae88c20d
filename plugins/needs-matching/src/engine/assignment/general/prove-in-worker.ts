/** `proveGeneral` in a worker of the page: the page stays alive, and giving up ends the worker at once. */
import { ZsError } from '@zhaoshang/kernel/errors.ts';
import type { ErrorKind } from '@zhaoshang/kernel/error-kinds.ts';
import type { ProveOptions } from './prove.ts';
import type { GeneralAssignment } from './types.ts';

export interface ProofRequest {
  readonly answer: GeneralAssignment;
  readonly timeLimitSeconds?: number;
  /** Address of the WebAssembly file. */
  readonly wasm?: string;
}

export type ProofReply =
  | { readonly answer: GeneralAssignment }
  | { readonly error: { readonly kind: ErrorKind; readonly code: string; readonly message: string } };

export interface WorkerProofOptions extends Omit<ProveOptions, 'locateFile'> {
  readonly wasm?: string;
}

/** `worker` runs `prover.worker.ts`; it is used for one proof and ended. */
export function proveInWorker(
  worker: Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>,
  answer: GeneralAssignment,
  { signal, timeLimitSeconds, wasm }: WorkerProofOptions = {},
): Promise<GeneralAssignment> {
  return new Promise<GeneralAssignment>((fulfil, reject) => {
    const giveUp = (): void => reject(new ZsError('aborted', 'aborted', '操作已取消。'));
    if (signal?.aborted === true) return giveUp();
    signal?.addEventListener('abort', giveUp);
    worker.onmessage = ({ data }: MessageEvent<ProofReply>) => {
      if ('answer' in data) fulfil(data.answer);
      else reject(new ZsError(data.error.kind, data.error.code, data.error.message));
    };
    worker.onerror = () =>
      reject(
        new ZsError('unavailable', 'prover-unavailable', '求解组件没有加载成功，当前结果和上界仍然有效。请稍后再试。'),
      );
    const request: ProofRequest = {
      answer,
      ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
      ...(wasm === undefined ? {} : { wasm }),
    };
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
