import { ZsError, asZsError, newId } from '@zhaoshang/kernel';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How a command ended. */
export type Outcome<Output> =
  { readonly ok: true; readonly output: Output } | { readonly ok: false; readonly error: ZsError };

export interface AttemptOptions {
  readonly signal: AbortSignal;
  readonly idempotencyKey: string;
}

/**
 * Sends commands from an element: one at a time, the error as a value, and after a lost answer (network, 503) the same
 * command goes out under the same idempotency key, so that a second click never does it twice.
 */
export class AttemptController implements ReactiveController {
  /** Name of the command under way, `''` when there is none: disable buttons by it. */
  busy = '';
  private readonly host: ReactiveControllerHost;
  private controller: AbortController | undefined;
  private lost = new Map<string, string>();

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  async run<Input, Output>(
    name: string,
    input: Input,
    send: (input: Input, options: AttemptOptions) => Promise<Output>,
  ): Promise<Outcome<Output>> {
    if (this.busy !== '') return { ok: false, error: new ZsError('aborted', 'busy', '上一步还在办，请稍等。') };
    const same = JSON.stringify([name, input]);
    const idempotencyKey = this.lost.get(same) ?? newId('key');
    const controller = (this.controller = new AbortController());
    this.become(name);
    try {
      const output = await send(input, { signal: controller.signal, idempotencyKey });
      this.lost.delete(same);
      return { ok: true, output };
    } catch (cause) {
      const error = asZsError(cause);
      if (error.kind === 'unavailable' || error.kind === 'aborted' || error.kind === 'internal')
        this.lost.set(same, idempotencyKey);
      else this.lost.delete(same);
      return { ok: false, error };
    } finally {
      this.become('');
    }
  }

  hostDisconnected(): void {
    this.controller?.abort();
  }

  private become(busy: string): void {
    this.busy = busy;
    this.host.requestUpdate();
  }
}
