/** Entry of the worker that proves one generalised assignment (`proveInWorker`). */
import { asZsError } from '@zhaoshang/kernel/errors.ts';
import type { ProofReply, ProofRequest } from './prove-in-worker.ts';
import { proveGeneral } from './prove.ts';

self.onmessage = ({ data }: MessageEvent<ProofRequest>): void => {
  const { answer, timeLimitSeconds, wasm } = data;
  const reply = (message: ProofReply): void => self.postMessage(message);
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
