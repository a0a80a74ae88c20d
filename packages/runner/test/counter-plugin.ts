/** A capability small enough to see through: counters with a limit, and a second plugin that reacts to them. */
import {
  command,
  defineBackend,
  defineCollection,
  defineContract,
  defineUseCases,
  query,
  type Document,
  type PluginBackend,
} from '@zhaoshang/kernel';
import { identifier, text, z } from '@zhaoshang/kernel/schema.ts';

export interface Counter extends Document {
  readonly value: number;
  readonly limit: number;
}
export const counters = defineCollection<Counter>({
  name: 'counter',
  fields: { value: 'number', limit: 'number' },
  indexes: { byValue: ['value'] },
  checks: { 'within-limit': { field: 'value', min: 0, maxField: 'limit' } },
});

const counterView = z.object({ id: z.string(), version: z.number(), value: z.number() });

export const counterContract = defineContract({
  name: 'counter',
  version: 1,
  title: { 'zh-CN': '计数', en: 'Counters' },
  errors: {
    full: {
      kind: 'conflict',
      message: { 'zh-CN': '已满 {limit}。', en: 'Full at {limit}.' },
      data: z.object({ limit: z.number() }),
    },
  },
  events: {
    'counter.value-raised': {
      summary: 'A counter went up.',
      payload: z.object({ id: z.string(), value: z.number() }),
      audience: { roles: ['anyone'] },
    },
  },
  operations: {
    read: query({
      summary: 'One counter.',
      requirements: [],
      roles: ['anyone'],
      input: z.object({ id: identifier }),
      output: counterView,
    }),
    raise: command({
      summary: 'Adds one.',
      requirements: [],
      roles: ['enterprise'],
      input: z.object({ id: identifier, note: text(50) }),
      output: counterView,
      errors: ['full'],
      events: ['counter.value-raised'],
    }),
    set: command({
      summary: 'Sets the value of the version seen.',
      requirements: [],
      roles: ['centre'],
      versioned: true,
      input: z.object({ id: identifier, value: z.int() }),
      output: counterView,
    }),
    leak: command({
      summary: 'Answers outside its contract.',
      requirements: [],
      roles: ['enterprise'],
      input: z.object({}),
      output: counterView,
    }),
    trail: query({
      summary: 'The audit rows of a counter.',
      requirements: [],
      roles: ['auditor'],
      input: z.object({ id: identifier }),
      output: z.object({
        rows: z.array(z.object({ action: z.string(), reason: z.nullable(z.string()), recordVersion: z.number() })),
      }),
    }),
  },
});

export interface CounterConfig {
  readonly limit: number;
}

/** `serialized: false` runs every command by itself, so that only the store's checks stand between two of them. */
export function counterBackend(options: { serialized?: boolean } = {}): PluginBackend<any, CounterConfig> {
  return defineBackend({
    contract: counterContract,
    collections: [counters],
    configSchema: z.object({ version: z.string(), limit: z.number() }),
    presets: { test: async () => ({ version: '1', limit: 5 }) },
    useCases: defineUseCases<typeof counterContract, CounterConfig>(counterContract, {
      read: {
        execute: async ({ id }, context) => (await context.tx.get(counters, id)) ?? context.fail('not-found'),
      },
      raise: {
        serializeBy: ({ id }) => (options.serialized === false ? undefined : id),
        prefetch: ({ id }) => ({ get: [[counters, id]] }),
        execute: async ({ id, note }, context) => {
          const limit = context.config.limit;
          const before = await context.tx.get(counters, id);
          if (before !== undefined && before.value >= limit) context.fail('full', { limit });
          const after =
            before === undefined
              ? context.tx.insert(counters, { id, value: 1, limit })
              : context.tx.update(counters, { ...before, value: before.value + 1 });
          context.because(note);
          context.emit('counter.value-raised', { id, value: after.value });
          return after;
        },
      },
      set: {
        execute: async ({ id, value }, context) => {
          const before = (await context.tx.get(counters, id)) ?? context.fail('not-found');
          context.expectVersion(before);
          return context.tx.update(counters, { ...before, value });
        },
      },
      leak: { execute: async () => ({ id: 'x' }) as never },
      trail: { execute: async ({ id }, context) => ({ rows: await context.history(counters, id) }) },
    }),
  });
}

export interface Echo extends Document {
  readonly heard: number;
}
export const echoes = defineCollection<Echo>({ name: 'echo', fields: {}, indexes: {} });

/** Reacts to the counter's event in the same transaction; refuses value `refuseAt`. */
export function echoBackend(refuseAt?: number): PluginBackend {
  const contract = defineContract({
    name: 'echo',
    version: 1,
    title: { 'zh-CN': '回声', en: 'Echo' },
    errors: { deaf: { kind: 'conflict', message: { 'zh-CN': '听不见。', en: 'Deaf.' } } },
    events: {},
    operations: {
      heard: query({
        summary: 'How often a counter was heard.',
        requirements: [],
        roles: ['anyone'],
        input: z.object({ id: identifier }),
        output: z.object({ heard: z.number() }),
      }),
    },
  });
  return defineBackend({
    contract,
    collections: [echoes],
    configSchema: z.object({ version: z.string() }),
    presets: { test: async () => ({ version: '1' }) },
    useCases: defineUseCases<typeof contract, unknown>(contract, {
      heard: { execute: async ({ id }, context) => ({ heard: (await context.tx.get(echoes, id))?.heard ?? 0 }) },
    }),
    reactions: {
      'counter.value-raised': async (payload: { id: string; value: number }, context) => {
        if (payload.value === refuseAt) context.fail('deaf' as never);
        const before = await context.tx.get(echoes, payload.id);
        if (before === undefined) context.tx.insert(echoes, { id: payload.id, heard: 1 });
        else context.tx.update(echoes, { ...before, heard: before.heard + 1 });
      },
    },
  });
}
