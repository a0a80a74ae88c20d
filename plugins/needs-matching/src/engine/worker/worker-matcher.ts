import type { ErrorKind } from '@zhaoshang/kernel/error-kinds.ts';
import { ZsError } from '@zhaoshang/kernel/errors.ts';
import type { AssignOptions, Assignment, AssignmentChange, Reassignment, WhyAssigned } from '../assign-types.ts';
import { aborted } from '../engine-error.ts';
import type {
  Forecast,
  ForecastEnterprise,
  ForecastHistory,
  ForecastModelOptions,
  ForecastOptions,
} from '../forecast-types.ts';
import type { PolicyClause, PolicyOptions, PolicyResult } from '../policy-types.ts';
import type {
  MatcherOptions,
  NeedFacts,
  PairExplanation,
  RankOptions,
  RankResult,
  ResourceFacts,
  SearchHit,
  SearchOptions,
  UpsertReport,
} from '../types.ts';
import { type PackedResources, packResources } from './packed-resources.ts';
import { type Answer, type Method, type Port, listen } from './protocol.ts';

/** A matcher in a worker: the names and results of `Matcher`, as promises. Every call can be aborted; what has not begun never runs. */
export interface WorkerMatcher {
  size(): Promise<number>;
  /** Packed resources are handed over and are empty afterwards; lists are packed here, at some milliseconds per ten thousand. */
  upsert(resources: readonly ResourceFacts[] | PackedResources): Promise<UpsertReport>;
  remove(ids: readonly string[]): Promise<number>;
  rank(need: NeedFacts, options?: RankOptions): Promise<RankResult>;
  explain(need: NeedFacts, resource: string): Promise<PairExplanation | undefined>;
  search(text: string, options?: SearchOptions & { readonly signal?: AbortSignal }): Promise<readonly SearchHit[]>;
  assign(needs: readonly NeedFacts[], options?: AssignOptions): Promise<WorkerAssignment>;
  policies(
    facts: Readonly<Record<string, unknown>>,
    clauses: readonly PolicyClause[],
    onDate: string,
    options?: PolicyOptions,
  ): Promise<readonly PolicyResult[]>;
  forecast(
    history: ForecastHistory,
    enterprise: ForecastEnterprise,
    options?: ForecastOptions & ForecastModelOptions & { readonly signal?: AbortSignal },
  ): Promise<Forecast>;
}

/** An assignment that the worker keeps until it is released. */
export interface WorkerAssignment extends Omit<Assignment, 'why' | 'resolve'> {
  why(need: string): Promise<WhyAssigned | undefined>;
  resolve(
    changes: readonly AssignmentChange[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<Omit<Reassignment, 'assignment'> & { readonly assignment: WorkerAssignment }>;
  release(): Promise<unknown>;
}

/** The page's side of a worker that runs `serveMatcher`. Rejects with the `ZsError` that the worker's matcher threw. */
export async function createWorkerMatcher(port: Port, options: MatcherOptions): Promise<WorkerMatcher> {
  const call = callerOf(port);
  await call('create', [options]);
  return {
    size: () => call('size', []),
    upsert: (resources) => {
      const packed =
        resources instanceof ArrayBuffer ? resources : packResources(resources as readonly ResourceFacts[]);
      return call('upsert', [packed], undefined, [packed]);
    },
    remove: (ids) => call('remove', [ids]),
    rank: (need, { signal, ...rest } = {}) => call('rank', [need, rest], signal),
    explain: (need, resource) => call('explain', [need, resource]),
    search: (text, { signal, ...rest } = {}) => call('search', [text, rest], signal),
    assign: async (needs, { signal, ...rest } = {}) =>
      workerAssignment(call, await call('assign', [needs, rest], signal)),
    policies: (...args) => call('policies', args),
    forecast: (history, enterprise, { signal, ...rest } = {}) => call('forecast', [history, enterprise, rest], signal),
  };
}

type CallWorker = <T>(
  method: Method,
  args: readonly unknown[],
  signal?: AbortSignal,
  transfer?: readonly ArrayBuffer[],
) => Promise<T>;

type Told = Omit<Assignment, 'why' | 'resolve'> & { readonly handle: number };

function workerAssignment(call: CallWorker, { handle, ...told }: Told): WorkerAssignment {
  return {
    ...told,
    why: (need) => call('why', [handle, need]),
    resolve: async (changes, { signal } = {}) => {
      const { assignment, ...rest } = await call<Omit<Reassignment, 'assignment'> & { assignment: Told }>(
        'resolve',
        [handle, changes],
        signal,
      );
      return { ...rest, assignment: workerAssignment(call, assignment) };
    },
    release: () => call('release', [handle]),
  };
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

function callerOf(port: Port): CallWorker {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  listen(port, (message) => {
    const answer = message as Answer;
    const caller = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) {
      const { kind, code, message: text, data } = answer.error;
      caller?.reject(new ZsError(kind as ErrorKind, code, text, { data }));
    } else caller?.resolve(answer.value as never);
  });
  return (method, args, signal, transfer = []) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(aborted());
        return;
      }
      calls += 1;
      const id = calls;
      const onAbort = (): void => {
        waiting.delete(id);
        port.postMessage({ stop: id });
        reject(aborted());
      };
      const settle =
        <T>(done: (value: T) => void) =>
        (value: T): void => {
          signal?.removeEventListener('abort', onAbort);
          done(value);
        };
      waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      signal?.addEventListener('abort', onAbort, { once: true });
      port.postMessage({ id, method, args }, transfer);
    });
}
