import { createMovableClock, type OperationAnswer, type Session, type ZsError } from '@zhaoshang/kernel';
import { StoreError, type StoreDriver } from '@zhaoshang/store';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { describe, expect, it } from 'vitest';
import { collectionsOf, createRunner, type LoadedPlugin, type Runner } from '../src/index.ts';
import { counterBackend, echoBackend } from './counter-plugin.ts';

const enterprise: Session = { subject: 'e1', displayName: '企业甲', roles: ['enterprise'], zone: 'test' };
const centre: Session = { subject: 'c1', displayName: '中心', roles: ['centre'], zone: 'test' };
const auditor: Session = { subject: 'a1', displayName: '审计', roles: ['auditor'], zone: 'test' };

interface World {
  runner: Runner;
  store: StoreDriver;
  reported: unknown[];
  raise(id: string, key: string, session?: Session, note?: string): Promise<OperationAnswer>;
  read(id: string): Promise<number>;
  heard(id: string): Promise<number>;
}

function open(
  options: {
    serialized?: boolean;
    refuseAt?: number;
    wrap?: (s: StoreDriver) => StoreDriver;
    queueLimit?: number;
  } = {},
): World {
  const plugins: LoadedPlugin[] = [
    { backend: counterBackend(options), config: { limit: 5 }, configVersion: 'test@1' },
    { backend: echoBackend(options.refuseAt), config: {}, configVersion: 'test@1' },
  ];
  const memory = openMemoryStore({ collections: collectionsOf(plugins) });
  const store = options.wrap?.(memory) ?? memory;
  const reported: unknown[] = [];
  const runner = createRunner({
    store,
    plugins,
    zone: 'test',
    clock: createMovableClock({ now: () => Date.UTC(2026, 10, 23) }),
    onInternalError: (error) => reported.push(error),
    ...(options.queueLimit === undefined ? {} : { queueLimit: options.queueLimit }),
  });
  const ask = async (plugin: string, operation: string, input: unknown) =>
    (await runner.run({ plugin, operation, kind: 'query', input }, { session: null })).output as Record<string, number>;
  return {
    runner,
    store,
    reported,
    raise: (id, key, session = enterprise, note = '') =>
      runner.run(
        { plugin: 'counter', operation: 'raise', kind: 'command', input: { id, note }, idempotencyKey: key },
        { session },
      ),
    read: async (id) => (await ask('counter', 'read', { id })).value!,
    heard: async (id) => (await ask('echo', 'heard', { id })).heard!,
  };
}

const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: ZsError) => error.code,
  );

describe('a command', () => {
  it('asks for a session, then for a role', async () => {
    const { runner, raise } = open();
    const request = { plugin: 'counter', operation: 'raise', kind: 'command', input: { id: 'a', note: '' } } as const;
    expect(await codeOf(runner.run({ ...request, idempotencyKey: 'k' }, { session: null }))).toBe('session-required');
    expect(await codeOf(raise('a', 'k', centre))).toBe('forbidden');
  });

  it('needs an idempotency key and names every wrong field with its place', async () => {
    const { runner } = open();
    const request = { plugin: 'counter', operation: 'raise', kind: 'command' } as const;
    expect(await codeOf(runner.run({ ...request, input: {} }, { session: enterprise }))).toBe('key-required');
    const wrong = runner.run(
      { ...request, input: { id: '../x', note: 'x'.repeat(51) }, idempotencyKey: 'k' },
      { session: enterprise },
    );
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [
        { pointer: '/id', rule: 'pattern' },
        { pointer: '/note', rule: 'too-long', message: '最多 50 个字，请缩短。' },
      ],
    });
  });

  it('returns the first result again for the same key, and runs once', async () => {
    const { raise, read } = open();
    const first = await raise('a', 'k1');
    const again = await raise('a', 'k1');
    expect(again.output).toEqual(first.output);
    expect(again.events).toEqual(first.events);
    expect(again.replayed).toBe(true);
    expect(await read('a')).toBe(1);
  });

  it('returns one result to the same key sent twice at the same moment', async () => {
    const { raise, read } = open();
    const answers = await Promise.all(Array.from({ length: 10 }, () => raise('a', 'same')));
    expect(new Set(answers.map(({ output }) => JSON.stringify(output))).size).toBe(1);
    expect(await read('a')).toBe(1);
  });

  it('refuses a key used for something else, and keeps keys of two people apart', async () => {
    const { raise, read } = open();
    await raise('a', 'k1');
    expect(await codeOf(raise('b', 'k1'))).toBe('key-reused');
    await raise('a', 'k1', { ...enterprise, subject: 'e2' });
    expect(await read('a')).toBe(2);
  });

  it('does not remember a refusal: the same key may succeed later', async () => {
    const { raise, runner } = open();
    for (let index = 0; index < 5; index += 1) await raise('a', `k${index}`);
    expect(await codeOf(raise('a', 'late'))).toBe('full');
    await runner.run(
      {
        plugin: 'counter',
        operation: 'set',
        kind: 'command',
        input: { id: 'a', value: 0 },
        idempotencyKey: 's',
        expectedVersion: 5,
      },
      { session: centre },
    );
    expect((await raise('a', 'late')).output).toMatchObject({ value: 1 });
  });

  it('changes only the version the caller has seen', async () => {
    const { raise, runner } = open();
    await raise('a', 'k');
    const set = (expectedVersion?: number) =>
      runner.run(
        {
          plugin: 'counter',
          operation: 'set',
          kind: 'command',
          input: { id: 'a', value: 3 },
          idempotencyKey: `s${expectedVersion}`,
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        },
        { session: centre },
      );
    expect(await codeOf(set())).toBe('version-required');
    expect(await codeOf(set(7))).toBe('stale');
    expect((await set(1)).output).toMatchObject({ value: 3, version: 2 });
  });

  it('keeps what its contract does not name inside, and reports an answer that does not fit', async () => {
    const { runner, raise, reported } = open();
    expect((await raise('a', 'k')).output).toEqual({ id: 'a', version: 1, value: 1 });
    const leak = runner.run(
      { plugin: 'counter', operation: 'leak', kind: 'command', input: {}, idempotencyKey: 'l' },
      { session: enterprise, traceId: 'tr-1' },
    );
    await expect(leak).rejects.toMatchObject({ kind: 'internal', traceId: 'tr-1' });
    expect(reported).toHaveLength(1);
  });

  it('leaves an audit row with actor and reason for each record it changed', async () => {
    const { raise, runner } = open();
    await raise('a', 'k1', enterprise, '第一次');
    await raise('a', 'k2', enterprise, '第二次');
    const trail = await runner.run(
      { plugin: 'counter', operation: 'trail', kind: 'query', input: { id: 'a' } },
      { session: auditor },
    );
    expect(trail.output).toEqual({
      rows: [
        { action: 'counter.raise', reason: '第一次', recordVersion: 1 },
        { action: 'counter.raise', reason: '第二次', recordVersion: 2 },
      ],
    });
  });
});

describe('reactions', () => {
  it('happen in the same transaction as what they react to', async () => {
    const { raise, heard, store } = open();
    await raise('a', 'k1');
    await raise('a', 'k2');
    expect(await heard('a')).toBe(2);
    expect((await store.eventsAfter(0, 10)).map(({ event }) => event.name)).toEqual([
      'counter.value-raised',
      'counter.value-raised',
    ]);
  });

  it('undo the command when they fail', async () => {
    const { raise, read, heard, store } = open({ refuseAt: 2 });
    await raise('a', 'k1');
    expect(await codeOf(raise('a', 'k2'))).toBe('deaf');
    expect(await read('a')).toBe(1);
    expect(await heard('a')).toBe(1);
    expect(await store.eventsAfter(0, 10)).toHaveLength(1);
  });
});

describe('a batch', () => {
  const many = (raise: World['raise'], count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        raise('hot', `k${index}`).then(
          () => 'ok',
          (e: ZsError) => e.code,
        ),
      ),
    );

  it('grants exactly the capacity, in arrival order, with few commits', async () => {
    let commits = 0;
    const { raise, read } = open({
      wrap: (store) => ({
        ...store,
        begin: async (mode) => {
          const transaction = await store.begin(mode);
          return { ...transaction, commit: (batch) => ((commits += 1), transaction.commit(batch)) };
        },
      }),
    });
    const answers = await many(raise, 64);
    expect(answers).toEqual([...Array(5).fill('ok'), ...Array(59).fill('full')]);
    expect(await read('hot')).toBe(5);
    expect(commits).toBe(1);
  });

  it('without serializeBy the store alone keeps the capacity', async () => {
    const { raise, read } = open({ serialized: false });
    const answers = await many(raise, 64);
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(5);
    expect(await read('hot')).toBe(5);
  });

  it('negative control: a store without turns and version checks oversells', async () => {
    const { raise } = open({ serialized: false, wrap: careless });
    const answers = await many(raise, 64);
    expect(answers.filter((answer) => answer === 'ok').length).toBeGreaterThan(5);
  });

  it('settles every command when another node touched a record', async () => {
    let failures = 1;
    const { raise, read } = open({
      wrap: (store) => ({
        ...store,
        begin: async (mode) => {
          const transaction = await store.begin(mode);
          return {
            ...transaction,
            commit: async (batch) => {
              if (mode === 'write' && failures > 0) {
                failures -= 1;
                await transaction.rollback();
                throw new StoreError('version', 'moved');
              }
              return transaction.commit(batch);
            },
          };
        },
      }),
    });
    expect((await many(raise, 8)).filter((answer) => answer === 'ok')).toHaveLength(5);
    expect(await read('hot')).toBe(5);
  });

  it('answers busy when too many wait, and loses none of those it took', async () => {
    const { raise, read } = open({ queueLimit: 3 });
    const answers = await many(raise, 10);
    expect(answers.filter((answer) => answer === 'busy').length).toBeGreaterThan(0);
    expect(await read('hot')).toBe(answers.filter((answer) => answer === 'ok').length);
  });

  it('drops a command whose caller has gone before its turn', async () => {
    const { runner, raise, read } = open();
    const gone = new AbortController();
    const aborted = runner.run(
      {
        plugin: 'counter',
        operation: 'raise',
        kind: 'command',
        input: { id: 'a', note: '' },
        idempotencyKey: 'x',
        signal: gone.signal,
      },
      { session: enterprise },
    );
    gone.abort();
    expect(await codeOf(aborted)).toBe('aborted');
    await raise('a', 'y');
    expect(await read('a')).toBe(1);
  });
});

/** What the guards prevent: everybody reads the same state, and the last writer wins. */
function careless(store: StoreDriver): StoreDriver {
  return {
    ...store,
    begin: async () => {
      const reading = await store.begin('read');
      return {
        ...reading,
        commit: async ({ changes, events }) => {
          const writing = await store.begin('write');
          const current = await Promise.all(
            changes.map(({ collection, document }) => writing.getMany(collection, [document.id])),
          );
          await writing.commit({
            events,
            changes: changes.map((change, index) => {
              const version = current[index]?.[0]?.version ?? 0;
              return { ...change, kind: version === 0 ? 'insert' : 'update', expectedVersion: version };
            }),
          });
        },
      };
    },
  };
}
