/** One command may have any number of events; only a chain of reactions that does not end is refused. */
import { command, defineBackend, defineContract, defineUseCases } from '@zhaoshang/kernel';
import { z } from '@zhaoshang/kernel/schema.ts';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { describe, expect, it } from 'vitest';
import { collectionsOf, createRunner, type LoadedPlugin } from '../src/index.ts';

const contract = defineContract({
  name: 'choir',
  version: 1,
  title: { 'zh-CN': '合唱', en: 'Choir' },
  errors: {},
  events: {
    'choir.sung': { summary: 'A voice.', payload: z.object({ echoes: z.number() }), audience: { roles: ['anyone'] } },
  },
  operations: {
    sing: command({
      summary: 'Sings with many voices.',
      requirements: [],
      roles: ['anyone'],
      input: z.object({ voices: z.number(), echoes: z.number() }),
      output: z.object({ voices: z.number() }),
      events: ['choir.sung'],
    }),
  },
});

const backend = defineBackend({
  contract,
  collections: [],
  configSchema: z.object({}),
  presets: {},
  useCases: defineUseCases<typeof contract, unknown>(contract, {
    sing: {
      execute: async ({ voices, echoes }, context) => {
        for (let voice = 0; voice < voices; voice += 1) context.emit('choir.sung', { echoes });
        return { voices };
      },
    },
  }),
  reactions: {
    'choir.sung': async ({ echoes }: { echoes: number }, context) => {
      if (echoes > 0) context.emit('choir.sung' as never, { echoes: echoes - 1 } as never);
    },
  },
});

async function sing(voices: number, echoes: number) {
  const plugins = [{ backend, config: {}, configVersion: 'test@1' }] as unknown as LoadedPlugin[];
  const store = openMemoryStore({ collections: collectionsOf(plugins) });
  const errors: unknown[] = [];
  const runner = createRunner({
    store,
    plugins,
    zone: 'test',
    clock: { now: () => 0 },
    onInternalError: (error) => errors.push(error),
  });
  const request = { plugin: 'choir', operation: 'sing', kind: 'command', input: { voices, echoes } } as const;
  const answer = await runner.run({ ...request, idempotencyKey: 'k' }, { session: null }).catch(() => null);
  return { events: answer?.events.length ?? null, stored: (await store.eventsAfter(0, 1_000)).length, errors };
}

describe('reactions, round by round', () => {
  it('follow on hundreds of events of one command', async () => {
    expect(await sing(200, 2)).toEqual({ events: 600, stored: 600, errors: [] });
  });

  it('that never end are refused, and nothing is kept', async () => {
    const { events, stored, errors } = await sing(1, 1_000);
    expect([events, stored]).toEqual([null, 0]);
    expect(String(errors[0])).toContain('went round: choir.sung');
  });
});
