/** Executes one operation, the same in page and server. */
import {
  asZsError,
  hasRole,
  isZsError,
  newId,
  standardError,
  systemSession,
  type Clock,
  type Collection,
  type EventEnvelope,
  type Find,
  type Locale,
  type OperationAnswer,
  type OperationRequest,
  type Session,
} from '@zhaoshang/kernel';
import { StoreError, UnitOfWork, type StoreDriver } from '@zhaoshang/store';
import { audienceOf } from './audience.ts';
import { Batcher, type BatcherOptions } from './batcher.ts';
import type { CommandJob } from './command-job.ts';
import { createContext } from './context.ts';
import { executeCommand, idempotencyId } from './execute-command.ts';
import type { LoadedPlugin } from './loaded-plugin.ts';
import { idempotencyRecords } from './records.ts';
import { parseInput } from './validate.ts';

export interface RunnerOptions extends BatcherOptions {
  readonly store: StoreDriver;
  readonly plugins: readonly LoadedPlugin[];
  readonly zone: string;
  readonly clock: Clock;
  /** Called once after each commit, so that feeds wake up at once. */
  readonly onCommit?: () => void;
  /** How many commands shared a commit. */
  readonly onBatch?: (size: number) => void;
  /** Errors that are nobody's fault outside: logged with the trace id that the user is shown. */
  readonly onInternalError?: (error: unknown, traceId: string) => void;
}

export interface CallerFacts {
  readonly session: Session | null;
  readonly locale?: Locale;
  readonly traceId?: string;
}

export interface Runner {
  run(request: OperationRequest, caller: CallerFacts): Promise<OperationAnswer>;
  /** Runs a scheduled command under the system session. */
  runScheduled(plugin: string, operation: string): Promise<OperationAnswer>;
}

const longestRetry = 8;
const mostDraws = 3;

export function createRunner(options: RunnerOptions): Runner {
  const { store, plugins, zone, clock } = options;
  const byName = new Map(plugins.map((plugin) => [plugin.backend.contract.name, plugin]));
  const mayHear = audienceOf(plugins);
  const batcher = new Batcher<CommandJob>((jobs) => runBatch(jobs), options);

  async function runQuery(
    plugin: LoadedPlugin,
    request: OperationRequest,
    caller: Required<CallerFacts>,
  ): Promise<unknown> {
    const operation = plugin.backend.contract.operations[request.operation]!;
    const input = parseInput(operation.input, request.input, caller.locale);
    const engine = await store.begin('read');
    try {
      const context = createContext(plugin, {
        unit: new UnitOfWork(engine),
        session: caller.session,
        now: clock.now(),
        zone,
        locale: caller.locale,
        expectedVersion: undefined,
        notes: { reason: null },
        events: [],
      });
      const result = await plugin.backend.useCases[request.operation]!.execute(input, context);
      return operation.output.parse(result);
    } finally {
      await engine.rollback();
    }
  }

  /**
   * Settles every job. A collision with what is stored (a number drawn twice, a record that another node changed) is mostly
   * gone when the batch runs again; when it is not, halving finds the command it belongs to in few commits.
   */
  async function runBatch(jobs: readonly CommandJob[]): Promise<void> {
    const live = jobs.filter((job) => !rejectAborted(job));
    for (let attempt = 1; live.length > 0; attempt += 1) {
      try {
        await tryBatch(live);
        return;
      } catch (error) {
        const refused = error instanceof StoreError ? error : undefined;
        const together = live.length > 1;
        if (together && refused !== undefined && (refused.kind === 'check' || (refused.retryable && attempt > 1))) {
          const middle = live.length >> 1;
          await runBatch(live.slice(0, middle));
          await runBatch(live.slice(middle));
          return;
        }
        if (refused?.retryable !== true || attempt >= longestRetry) {
          for (const job of live) job.reject(error);
          return;
        }
        // A number drawn twice is drawn anew at once; whatever holds a lock is given a moment.
        if (refused.kind !== 'unique' || !together)
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 4 * 2 ** attempt));
      }
    }
  }

  async function tryBatch(jobs: readonly CommandJob[]): Promise<void> {
    const engine = await store.begin('write');
    let open = true;
    try {
      const root = new UnitOfWork(engine);
      const now = clock.now();
      const gets: (readonly [Collection, string])[] = [];
      const finds: (readonly [Collection, Find])[] = [];
      for (const job of jobs) {
        gets.push([idempotencyRecords, job.recordId]);
        const wanted = job.plugin.backend.useCases[job.operation]?.prefetch?.(job.input, job.session, {
          now,
          config: job.plugin.config,
        });
        gets.push(...(wanted?.get ?? []));
        finds.push(...(wanted?.find ?? []));
      }
      await root.prefetch(gets, finds);
      const settle: (() => void)[] = [];
      const events: EventEnvelope[] = [];
      for (const job of jobs) settle.push(await runOne(job, root, now, events));
      const changes = root.batch();
      open = false;
      if (changes.length === 0 && events.length === 0) await engine.rollback();
      else await engine.commit({ changes, events });
      settle.forEach((step) => step());
      options.onBatch?.(jobs.length);
      if (events.length > 0) options.onCommit?.();
    } finally {
      if (open) await engine.rollback();
    }
  }

  /** One command of a batch in a fork of its unit; returns what to tell its caller once the batch is committed. */
  async function runOne(job: CommandJob, root: UnitOfWork, now: number, events: EventEnvelope[]): Promise<() => void> {
    for (let attempt = 1; ; attempt += 1) {
      const fork = root.fork();
      try {
        const { committedEvents, ...answer } = await executeCommand(job, fork, { now, zone, plugins });
        fork.merge();
        events.push(...committedEvents);
        return () => job.resolve(answer);
      } catch (error) {
        const double = error instanceof StoreError && error.kind === 'unique';
        // Two commands of a batch drew the same ticket or code: the later one draws again.
        if (double && attempt < mostDraws) continue;
        // What a command breaks by itself is its own failure; a moved version concerns the whole batch.
        if (error instanceof StoreError && error.kind !== 'check' && !double) throw error;
        return () => job.reject(error);
      }
    }
  }

  function runCommand(
    plugin: LoadedPlugin,
    request: OperationRequest,
    caller: Required<CallerFacts>,
  ): Promise<OperationAnswer> {
    const operation = plugin.backend.contract.operations[request.operation]!;
    const key = request.idempotencyKey;
    if (key === undefined || key === '') throw standardError('key-required', caller.locale, { status: 400 });
    if (key.length > 255) throw standardError('malformed-request', caller.locale, { status: 400 });
    if (operation.kind === 'command' && operation.versioned === true && request.expectedVersion === undefined)
      throw standardError('version-required', caller.locale, { status: 428 });
    const input = parseInput(operation.input, request.input, caller.locale);
    const { session } = caller;
    const recordId = idempotencyId({ session, plugin, operation: request.operation, idempotencyKey: key });
    return new Promise((resolve, reject) => {
      const job: CommandJob = {
        plugin,
        operation: request.operation,
        input,
        idempotencyKey: key,
        recordId,
        expectedVersion: request.expectedVersion,
        session,
        locale: caller.locale,
        traceId: caller.traceId,
        signal: request.signal,
        resolve,
        reject,
      };
      const batch = plugin.backend.useCases[request.operation]!.serializeBy?.(input, session);
      if (batch === undefined) void runBatch([job]);
      else if (!batcher.submit(`${plugin.backend.contract.name}/${batch}`, job))
        reject(standardError('busy', caller.locale, { retryAfterSeconds: 2 }));
    });
  }

  async function run(request: OperationRequest, caller: CallerFacts): Promise<OperationAnswer> {
    const facts: Required<CallerFacts> = {
      session: caller.session,
      locale: caller.locale ?? 'zh-CN',
      traceId: caller.traceId ?? newId('tr'),
    };
    try {
      if (request.signal?.aborted === true) throw new DOMException('Aborted', 'AbortError');
      const plugin = byName.get(request.plugin);
      const operations = plugin?.backend.contract.operations ?? {};
      const operation = Object.prototype.hasOwnProperty.call(operations, request.operation)
        ? operations[request.operation]
        : undefined;
      if (plugin === undefined || operation === undefined || operation.kind !== request.kind)
        throw standardError('not-found', facts.locale);
      if (!hasRole(facts.session, operation.roles))
        throw standardError(facts.session === null ? 'session-required' : 'forbidden', facts.locale);
      if (operation.kind === 'query') return { output: await runQuery(plugin, request, facts), events: [] };
      const answer = await runCommand(plugin, request, facts);
      // A command may concern others too (a place passed on): its caller hears only what the contract lets it hear.
      if (answer.events.every((event) => mayHear(event, facts.session))) return answer;
      return { ...answer, events: answer.events.filter((event) => mayHear(event, facts.session)) };
    } catch (error) {
      throw presentable(error, facts, options.onInternalError);
    }
  }

  return {
    run,
    runScheduled: (plugin, operation) =>
      run(
        { plugin, operation, kind: 'command', input: {}, idempotencyKey: newId('tick') },
        { session: systemSession(zone) },
      ),
  };
}

function rejectAborted(job: CommandJob): boolean {
  if (job.signal?.aborted !== true) return false;
  job.reject(new DOMException('Aborted', 'AbortError'));
  return true;
}

/** What the caller may see: the family's errors as they are, a store's troubles translated, anything else as `internal`. */
function presentable(error: unknown, facts: Required<CallerFacts>, report: RunnerOptions['onInternalError']): Error {
  if (isZsError(error) && error.kind !== 'internal') return error;
  if (error instanceof StoreError) {
    const code = error.kind === 'full' ? 'storage-full' : error.kind === 'unavailable' ? 'storage-unavailable' : 'busy';
    if (error.kind === 'check') report?.(error, facts.traceId);
    return standardError(code, facts.locale, { cause: error, retryAfterSeconds: 2, traceId: facts.traceId });
  }
  const family = asZsError(error);
  if (family.kind === 'aborted') return family;
  report?.(error, facts.traceId);
  return standardError('internal', facts.locale, { cause: error, traceId: facts.traceId });
}
