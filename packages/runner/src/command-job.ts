/** One command on its way through the runner. */
import type { Locale, OperationAnswer, Session } from '@zhaoshang/kernel';
import type { LoadedPlugin } from './loaded-plugin.ts';

export interface CommandJob {
  readonly plugin: LoadedPlugin;
  readonly operation: string;
  readonly input: unknown;
  readonly idempotencyKey: string;
  /** Where the first result is remembered; a job may run in several attempts. */
  readonly recordId: string;
  readonly expectedVersion: number | undefined;
  readonly session: Session | null;
  readonly locale: Locale;
  readonly traceId: string;
  readonly signal: AbortSignal | undefined;
  resolve(answer: OperationAnswer): void;
  reject(error: unknown): void;
}
