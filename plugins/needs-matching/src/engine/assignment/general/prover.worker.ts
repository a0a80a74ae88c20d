/** Entry of the worker that proves one generalised assignment (`proveInWorker`). */
import { asZsError } from '@zhaoshang/kernel/errors.ts';
import type { ProofReply, ProofRequest } from './prove-in-worker.ts';
import { proveGeneral } from './prove.ts';

self.onmessage = ({ data }: MessageEvent<ProofRequest>): void => {
  const { answer, timeLimitSeconds, wasm } = data;
  const reply = (message: ProofReply): void => self.postMessage(message);
  if (!mayRunWebAssembly()) {
    reply({ error: proofNotAllowed });
    return;
  }
  proveGeneral(answer, {
    ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
    ...(wasm === undefined ? {} : { locateFile: () => wasm }),
  }).then(
    (proven) => reply({ answer: proven }),
    (problem: unknown) => {
      const { kind, code, message } = asZsError(problem);
      reply({ error: { kind, code, message } });
    },
  );
};

/** The eight bytes that every WebAssembly file begins with are a program that does nothing; a strict policy refuses even that. */
function mayRunWebAssembly(): boolean {
  try {
    const nothing = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    return nothing instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

const proofNotAllowed = {
  kind: 'unavailable',
  code: 'proof-not-allowed',
  message:
    '本站的安全策略不允许运行求证组件，当前结果和上界仍然有效。需要求证的，请管理员在求证脚本的策略里加上 wasm-unsafe-eval。',
} as const;
