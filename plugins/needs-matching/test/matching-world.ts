/** Matching on a store in memory with a clock that tests move: what a page or a server does, without either. */
import {
  isZsError,
  ZsError,
  type Collection,
  type Document,
  type InputOf,
  type Operation,
  type OutputOf,
  type PluginBackend,
  type Role,
  type Session,
} from '@zhaoshang/kernel';
import { collectionsOf, createRunner, seedStore, type LoadedPlugin, type Runner } from '@zhaoshang/runner';
import { UnitOfWork, type StoreDriver } from '@zhaoshang/store';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { loadNeedsMatching } from '../src/backend.ts';
import type { NeedsMatchingContract } from '../src/contract.ts';
import { needsMatchingConfig, type NeedsMatchingConfig } from '../src/model/config.ts';

type Operations = NeedsMatchingContract['operations'];

export interface World {
  readonly runner: Runner;
  readonly store: StoreDriver;
  readonly plugin: LoadedPlugin;
  readonly config: NeedsMatchingConfig;
  readonly errors: unknown[];
  /** Names of the events that the last call of this caller was told. */
  readonly heard: string[];
  at(instant: string): void;
  later(days: number): void;
  call<Name extends keyof Operations>(
    session: Session | null,
    operation: Name,
    input: InputOf<Operations[Name]>,
    expectedVersion?: number,
  ): Promise<OutputOf<Operations[Name]>>;
  sweep(): Promise<OutputOf<Operations['sweep']>>;
  all<D extends Document>(collection: Collection<D>): Promise<D[]>;
}

/** The Monday on which the demo of the preset starts. */
export const monday = '2026-11-23T09:20:00+08:00';

let preset: Promise<{ backend: PluginBackend; config: NeedsMatchingConfig }> | undefined;

/** The backend with the 崇明 preset, parsed once. */
export function chongming(): Promise<{ backend: PluginBackend; config: NeedsMatchingConfig }> {
  preset ??= (async () => {
    const backend = (await loadNeedsMatching()) as unknown as PluginBackend;
    return { backend, config: needsMatchingConfig.parse(await backend.presets['chongming']?.()) };
  })();
  return preset;
}

export interface WorldOptions {
  readonly config?: Partial<NeedsMatchingConfig>;
  readonly seeded?: boolean;
  /** Puts something between the store and the runner. */
  readonly wrap?: (store: StoreDriver) => StoreDriver;
  /** A store of another kind. */
  readonly open?: (plugin: LoadedPlugin) => Promise<StoreDriver>;
}

export async function createWorld({
  config,
  seeded = true,
  wrap = (store) => store,
  open,
}: WorldOptions = {}): Promise<World> {
  const { backend, config: preset } = await chongming();
  const settings: NeedsMatchingConfig = { ...preset, ...config };
  const plugin: LoadedPlugin = { backend, config: settings, configVersion: `chongming@${settings.version}` };
  const store = open === undefined ? openMemoryStore({ collections: collectionsOf([plugin]) }) : await open(plugin);
  let now = Date.parse(monday);
  if (seeded) await seedStore(store, [plugin], now);
  let calls = 0;
  const errors: unknown[] = [];
  const heard: string[] = [];
  const runner = createRunner({
    store: wrap(store),
    plugins: [plugin],
    zone: 'chongming',
    clock: { now: () => now },
    onInternalError: (error) => errors.push(error),
  });
  return {
    runner,
    store,
    plugin,
    config: settings,
    errors,
    heard,
    at: (instant) => {
      now = Date.parse(instant);
    },
    later: (days) => {
      now += days * 86_400_000;
    },
    call: async (session, operation, input, expectedVersion) => {
      const spec = backend.contract.operations[operation] as Operation;
      calls += 1;
      const request = {
        plugin: 'needs-matching',
        operation,
        kind: spec.kind,
        input,
        idempotencyKey: `call-${calls}`,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      };
      const answer = await runner.run(request, { session }).catch((error: unknown) => {
        throw expectDeclared(backend, spec, operation, error, errors);
      });
      const declared = spec.kind === 'command' ? (spec.events ?? []) : [];
      for (const { name } of answer.events)
        if (!(declared as readonly string[]).includes(name))
          throw new TypeError(`The contract does not say that "${operation}" may emit "${name}".`);
      heard.splice(0, heard.length, ...answer.events.map(({ name }) => name));
      return answer.output as never;
    },
    sweep: async () => (await runner.runScheduled('needs-matching', 'sweep')).output as never,
    all: async (collection) => {
      const engine = await store.begin('read');
      const [first] = Object.keys(collection.indexes);
      const rows = await new UnitOfWork(engine).find(collection, { index: first as string, equals: [] });
      await engine.rollback();
      return rows;
    },
  };
}

/** A refusal that the contract does not announce for this operation is a fault of one of the two. */
function expectDeclared(
  backend: PluginBackend,
  spec: Operation,
  operation: string,
  error: unknown,
  errors: readonly unknown[],
): unknown {
  if (isZsError(error) && error.code === 'internal') return errors[errors.length - 1] ?? error;
  if (!isZsError(error) || !(error.code in backend.contract.errors)) return error;
  if (spec.errors?.includes(error.code) === true) return error;
  return new TypeError(`The contract does not say that "${operation}" may end with "${error.code}".`, { cause: error });
}

/** The error a call ends with; a call that succeeds fails the test. */
export async function refusal(call: Promise<unknown>): Promise<ZsError> {
  try {
    await call;
  } catch (error) {
    if (isZsError(error)) return error;
    throw error;
  }
  throw new Error('This was expected to be refused.');
}

export const enterprise = (uscc: string, name = '示例企业'): Session => ({
  subject: `enterprise:${uscc}`,
  displayName: name,
  roles: ['enterprise'],
  zone: 'chongming',
  enterprise: { uscc, name },
});

export const staff = (role: Role, department = 'hub', subject = `staff:${role}-${department}`): Session => ({
  subject,
  displayName: role,
  roles: [role],
  zone: 'chongming',
  department,
});

export const specialist = (id: string, department = 'economy'): Session =>
  staff('specialist', department, `specialist:${id}`);

export const centre = staff('centre');
export const yinglv = enterprise('91310151MAYF4E010M', '瀛绿储能科技（上海）有限公司');
