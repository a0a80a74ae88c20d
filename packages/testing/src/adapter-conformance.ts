/**
 * The suite that every adapter passes: whoever writes one runs it and knows. It is generic over a contract; a plugin says with
 * a scenario which of its operations show what. What an adapter declares it cannot do is skipped, and printed.
 */
import {
  errorKinds,
  isZsError,
  newId,
  type Adapter,
  type AdapterCapabilities,
  type Contract,
  type EventEnvelope,
  type OperationAnswer,
  type Session,
  type ZsError,
} from '@zhaoshang/kernel';

/** Calls an operation of the scenario's contract; commands get a fresh key unless one is given. */
export type Call = (
  operation: string,
  input: unknown,
  options?: { key?: string; version?: number; signal?: AbortSignal },
) => Promise<OperationAnswer>;

/** Which operations of a contract show what. Inputs are made afresh for each test, `n` counts them. */
export interface AdapterScenario {
  readonly contract: Contract;
  /** May do everything below unless another session is named. */
  readonly actor: Session;
  /** A command that the actor can do again and again, and the events it emits. */
  readonly command: {
    readonly operation: string;
    readonly input: (n: number, call: Call) => unknown;
    readonly events: readonly string[];
  };
  /** A command of a record that is made first; `version` is the one to expect. */
  readonly versioned?: {
    readonly operation: string;
    readonly prepare: (call: Call, n: number) => Promise<{ input: unknown; version: number }>;
  };
  /** An operation that finds nothing for this input. */
  readonly notFound: { readonly operation: string; readonly input: unknown; readonly code?: string };
  /** A list that is empty in a fresh backend; asked before anything is written. */
  readonly emptyList?: { readonly operation: string; readonly input: unknown; readonly session?: Session };
  /** A list in pages; `fill` makes one more row. */
  readonly pages?: {
    readonly operation: string;
    readonly input: Readonly<Record<string, unknown>>;
    readonly fill: (call: Call, n: number) => Promise<void>;
    readonly idOf: (row: any) => string;
  };
  readonly forbidden: { readonly operation: string; readonly input: unknown; readonly session: Session };
  /** Input that breaks the schema, and the pointers of what is wrong. */
  readonly invalid: { readonly operation: string; readonly input: unknown; readonly pointers: readonly string[] };
  /** Somebody who hears the events of `command`, and somebody who must not (a private event). */
  readonly live: {
    readonly hears: Session | null;
    /** A command whose event `deaf` may not hear though `hearing` does. */
    readonly private?: {
      readonly run: (call: Call, n: number) => Promise<unknown>;
      readonly event: string;
      readonly hearing: Session;
      readonly deaf: Session | null;
    };
  };
}

/** A backend of its own for one suite; all adapters opened on it see the same records. */
export interface ConformanceBackend {
  open(session: Session | null): Promise<Adapter>;
  /** Makes the answer of the next command get lost on the way back, if this adapter has a way back to lose it on. */
  readonly loseNextAnswer?: () => void;
  close?(): Promise<void>;
}

export interface ConformanceTools {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: ((name: string, body: () => Promise<void>) => unknown) & {
    readonly skip?: (name: string, body: () => Promise<void>) => unknown;
  };
}

/** Milliseconds within which an event made elsewhere must be there. */
const liveWithinMs = 1_000;

export function adapterConformance(
  name: string,
  /** What the adapter declares; tests of what it does not claim are skipped. */
  claims: AdapterCapabilities & { readonly losesAnswers: boolean },
  openBackend: () => Promise<ConformanceBackend>,
  scenario: AdapterScenario,
  { describe, it }: ConformanceTools,
): void {
  let counter = 0;
  const next = (): number => (counter += 1);
  const { contract, actor } = scenario;

  /** One backend per test: tests neither see each other nor depend on their order. */
  const test = (
    title: string,
    body: (backend: ConformanceBackend & { caller(session: Session | null): Promise<Call> }) => Promise<void>,
  ): void => {
    it(title, async () => {
      const backend = await openBackend();
      const opened: Adapter[] = [];
      const open = async (session: Session | null): Promise<Adapter> => {
        const adapter = await backend.open(session);
        opened.push(adapter);
        return adapter;
      };
      try {
        await body({ ...backend, open, caller: async (session) => callerOf(await open(session), contract) });
      } finally {
        for (const adapter of opened) await adapter.close?.();
        await backend.close?.();
      }
    });
  };
  const skipped = (title: string, reason: string): void => {
    const line = `${title} (skipped: ${reason})`;
    if (it.skip === undefined) console.info(`[conformance] ${name}: ${line}`);
    else it.skip(line, async () => undefined);
  };

  describe(`adapter conformance: ${name}`, () => {
    test('knows whose session it is, and what it can do', async ({ open }) => {
      const adapter = await open(actor);
      equal([adapter.capabilities.live, adapter.capabilities.offline], [claims.live, claims.offline], 'capabilities');
      equal((await adapter.session())?.subject, actor.subject, 'subject of the session');
      equal(await (await open(null)).session(), null, 'session of a visitor');
    });

    test('answers inside its contract: nothing missing, no field that was not declared', async ({ caller }) => {
      const call = await caller(actor);
      const { output } = await call(scenario.command.operation, await scenario.command.input(next(), call));
      const parsed = contract.operations[scenario.command.operation]!.output.safeParse(output);
      check(parsed.success, 'the output fits its schema');
      equal(parsed.data, output, 'fields of the output');
    });

    const { notFound } = scenario;
    test('says not-found for what is not there', async ({ caller }) => {
      const error = await rejection((await caller(actor))(notFound.operation, notFound.input));
      equal(error.kind, 'not-found', 'kind');
      if (notFound.code !== undefined) equal(error.code, notFound.code, 'code');
    });

    test('says not-found for an operation that the contract does not have', async ({ open }) => {
      const adapter = await open(actor);
      const unknown = { plugin: contract.name, operation: 'noSuchOperation', kind: 'query', input: {} } as const;
      equal((await rejection(adapter.call(unknown))).kind, 'not-found', 'kind');
    });

    const { emptyList } = scenario;
    if (emptyList === undefined) skipped('answers an empty list', 'the scenario names none');
    else
      test('answers an empty list', async ({ caller }) => {
        const { output } = await (await caller(emptyList.session ?? actor))(emptyList.operation, emptyList.input);
        equal((output as { items: unknown }).items, [], 'items');
      });

    test('refuses a role that the contract does not admit', async ({ caller }) => {
      const { operation, input, session } = scenario.forbidden;
      equal((await rejection((await caller(session))(operation, input))).kind, 'forbidden', 'kind');
    });

    test('asks a visitor to sign in', async ({ caller }) => {
      const call = await caller(null);
      const error = await rejection(call(scenario.forbidden.operation, scenario.forbidden.input));
      equal(error.kind, 'unauthenticated', 'kind');
    });

    test('names every wrong field by its pointer, with a rule and a sentence', async ({ caller }) => {
      const { operation, input, pointers } = scenario.invalid;
      const error = await rejection((await caller(actor))(operation, input));
      equal(error.kind, 'invalid', 'kind');
      equal(error.fields.map(({ pointer }) => pointer).sort(), [...pointers].sort(), 'pointers');
      check(
        error.fields.every(({ rule, message }) => rule !== '' && message !== ''),
        'each field has a rule and a sentence',
      );
    });

    test('refuses malformed payloads as the caller’s mistake', async ({ caller }) => {
      const call = await caller(actor);
      const payloads = [null, [], 'text', 7, { ['__proto__']: 1 }, { a: { b: ['\ud800\u0000'] } }];
      for (const payload of payloads)
        equal(
          (await rejection(call(scenario.invalid.operation, payload))).kind,
          'invalid',
          `kind for ${JSON.stringify(payload)}`,
        );
    });

    test('refuses a command without an idempotency key', async ({ open, caller }) => {
      const { operation, input } = scenario.command;
      const made = await input(next(), await caller(actor));
      const adapter = await open(actor);
      const error = await rejection(adapter.call({ plugin: contract.name, operation, kind: 'command', input: made }));
      equal(error.code, 'key-required', 'code');
    });

    test('returns the first result for a key that comes again, and does nothing twice', async ({ caller }) => {
      const call = await caller(actor);
      const input = await scenario.command.input(next(), call);
      const key = newId('key');
      const first = await call(scenario.command.operation, input, { key });
      const second = await call(scenario.command.operation, input, { key });
      equal(second.output, first.output, 'output');
      equal(second.replayed, true, 'replayed');
      equal(ids(second.events), ids(first.events), 'events');
    });

    test('gives two simultaneous calls with one key one result', async ({ caller }) => {
      const call = await caller(actor);
      const input = await scenario.command.input(next(), call);
      const key = newId('key');
      const [first, second] = await Promise.all([1, 2].map(() => call(scenario.command.operation, input, { key })));
      equal(first?.output, second?.output, 'output');
    });

    test('refuses a key used again for something else', async ({ caller }) => {
      const call = await caller(actor);
      const key = newId('key');
      await call(scenario.command.operation, await scenario.command.input(next(), call), { key });
      const other = await scenario.command.input(next(), call);
      equal((await rejection(call(scenario.command.operation, other, { key }))).code, 'key-reused', 'code');
    });

    const lost = 'sends a command again whose answer was lost, and returns its first result';
    if (!claims.losesAnswers) skipped(lost, 'nothing lies between caller and backend');
    else
      test(lost, async ({ caller, loseNextAnswer }) => {
        const call = await caller(actor);
        const input = await scenario.command.input(next(), call);
        if (loseNextAnswer === undefined) throw new Error('Conformance: the backend cannot lose an answer.');
        loseNextAnswer();
        const answer = await call(scenario.command.operation, input);
        equal(answer.replayed, true, 'replayed');
        equal(
          [...new Set(answer.events.map((event) => event.name))].sort(),
          [...scenario.command.events].sort(),
          'events',
        );
      });

    const { versioned } = scenario;
    if (versioned === undefined) skipped('guards versions', 'the scenario names no versioned command');
    else {
      test('wants the version that the caller has seen', async ({ caller }) => {
        const call = await caller(actor);
        const { input } = await versioned.prepare(call, next());
        equal((await rejection(call(versioned.operation, input))).code, 'version-required', 'code');
      });

      test('refuses an old version and takes the right one once', async ({ caller }) => {
        const call = await caller(actor);
        const { input, version } = await versioned.prepare(call, next());
        equal((await rejection(call(versioned.operation, input, { version: version + 7 }))).kind, 'stale', 'kind');
        await call(versioned.operation, input, { version });
        const again = await rejection(call(versioned.operation, input, { version }));
        check(
          again.kind === 'stale' || again.kind === 'conflict' || again.kind === 'closed',
          `refused again (${again.kind})`,
        );
      });
    }

    test('gives up when the caller does', async ({ caller }) => {
      const call = await caller(actor);
      const gone = new AbortController();
      gone.abort();
      const { signal } = gone;
      equal((await rejection(call(notFound.operation, notFound.input, { signal }))).kind, 'aborted', 'query');
      const input = await scenario.command.input(next(), call);
      equal((await rejection(call(scenario.command.operation, input, { signal }))).kind, 'aborted', 'command');
    });

    test('hands the caller the events of its command once', async ({ caller }) => {
      const call = await caller(actor);
      const { events } = await call(scenario.command.operation, await scenario.command.input(next(), call));
      equal([...new Set(events.map((event) => event.name))].sort(), [...scenario.command.events].sort(), 'names');
      equal(new Set(ids(events)).size, events.length, 'each id once');
      for (const event of events)
        check(contract.events[event.name]!.payload.safeParse(event.payload).success, `payload of ${event.name}`);
    });

    const others = 'tells others within a second, each event once';
    if (claims.live !== 'push') skipped(others, `capabilities.live is "${claims.live}"`);
    else
      test(others, async ({ open, caller }) => {
        const listener = await open(scenario.live.hears);
        const { heard, ready, stop } = listen(listener);
        await ready;
        const call = await caller(actor);
        const { events } = await call(scenario.command.operation, await scenario.command.input(next(), call));
        await within(liveWithinMs, () => events.every(({ id }) => ids(heard).includes(id)), 'the events arrive');
        equal(new Set(ids(heard)).size, heard.length, 'each once');
        stop();
      });

    const secret = scenario.live.private;
    const kept = 'keeps private events from those who may not hear them';
    if (secret === undefined) skipped(kept, 'the scenario names none');
    else if (claims.live !== 'push') skipped(kept, `capabilities.live is "${claims.live}"`);
    else
      test(kept, async ({ open, caller }) => {
        const deaf = await open(secret.deaf);
        const hearing = await open(secret.hearing);
        const [left, right] = [listen(deaf), listen(hearing)];
        await Promise.all([left.ready, right.ready]);
        await secret.run(await caller(actor), next());
        const named = (events: EventEnvelope[]): boolean => events.some((event) => event.name === secret.event);
        await within(liveWithinMs, () => named(right.heard), 'the one concerned hears it');
        await new Promise((resolve) => setTimeout(resolve, 300));
        check(!named(left.heard), 'the other one does not');
        left.stop();
        right.stop();
      });

    const { pages } = scenario;
    if (pages === undefined) skipped('pages through a list', 'the scenario names none');
    else
      test('pages through a list: every row once, in the order of the whole list', async ({ caller }) => {
        const call = await caller(actor);
        for (let rows = 0; rows < 7; rows += 1) await pages.fill(call, next());
        const page = async (input: object) =>
          (await call(pages.operation, { ...pages.input, ...input })).output as {
            items: unknown[];
            nextCursor: string | null;
          };
        const whole = await page({ limit: 100 });
        const seen: string[] = [];
        let cursor: string | null = null;
        let rounds = 0;
        do {
          const part: { items: unknown[]; nextCursor: string | null } = await page({
            limit: 3,
            ...(cursor === null ? {} : { cursor }),
          });
          check(part.items.length <= 3, 'no page is longer than its limit');
          seen.push(...part.items.map(pages.idOf));
          cursor = part.nextCursor;
          rounds += 1;
        } while (cursor !== null && rounds < 100);
        equal(seen, whole.items.map(pages.idOf), 'rows');
        check(seen.length >= 7, 'all rows are there');
        check((await rejection(page({ limit: 0 }))).kind === 'invalid', 'a limit of 0 is refused');
        check(
          (await rejection(page({ cursor: 'no-such-cursor' }))).kind !== 'internal',
          'a wrong cursor is no server error',
        );
      });
  });
}

function callerOf(adapter: Adapter, contract: Contract): Call {
  return (operation, input, { key, version, signal } = {}) => {
    const kind = contract.operations[operation]?.kind ?? 'query';
    return adapter.call({
      plugin: contract.name,
      operation,
      kind,
      input,
      ...(kind === 'command' ? { idempotencyKey: key ?? newId('key') } : {}),
      ...(version === undefined ? {} : { expectedVersion: version }),
      ...(signal === undefined ? {} : { signal }),
    });
  };
}

function listen(adapter: Adapter): { heard: EventEnvelope[]; ready: Promise<void>; stop: () => void } {
  const heard: EventEnvelope[] = [];
  let stop: (() => void) | undefined;
  const ready = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Conformance: the adapter never became live.')), 10_000);
    stop = adapter.subscribe?.(
      (event) => heard.push(event),
      (state) => {
        if (state !== 'live') return;
        clearTimeout(late);
        // An outbox follower may still be finding its place.
        setTimeout(resolve, 100);
      },
    );
    if (stop === undefined) reject(new Error('Conformance: "push" without subscribe().'));
  });
  return { heard, ready, stop: () => stop?.() };
}

const ids = (events: readonly EventEnvelope[]): string[] => events.map(({ id }) => id);

/** The error of a call that must fail, checked to be one of the family. */
async function rejection(call: Promise<unknown>): Promise<ZsError> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    check(isZsError(error), `a ZsError, not ${String(error)}`);
    const known = error as ZsError;
    check(errorKinds.includes(known.kind), `a kind of the family, not "${known.kind}"`);
    check(known.code !== '' && known.message !== '', 'a code and a sentence');
    return known;
  }
  throw new Error(`Conformance: expected an error, got ${JSON.stringify(answer)}.`);
}

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(`Conformance: ${what}.`);
}

function equal(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [canonical(actual), canonical(expected)];
  if (left !== right) throw new Error(`Conformance: ${what}: expected ${right}, got ${left}.`);
}

/** JSON with sorted keys; a stored record may have got its fields in another order. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? 'undefined'
  );
}

async function within(ms: number, condition: () => boolean, what: string): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Conformance: ${what} within ${ms} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
