/** Numbers drawn at random (tickets, codes) meet now and then; whoever draws second must not pay for it. */
import {
  command,
  createMovableClock,
  defineBackend,
  defineCollection,
  defineContract,
  defineUseCases,
  type Document,
  type Session,
} from '@zhaoshang/kernel';
import { z } from '@zhaoshang/kernel/schema.ts';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { expect, it } from 'vitest';
import { collectionsOf, createRunner } from '../src/index.ts';

interface Ticket extends Document {
  readonly number: string;
}
const tickets = defineCollection<Ticket>({
  name: 'ticket',
  fields: { number: 'string' },
  indexes: {},
  unique: { number: ['number'] },
});
const contract = defineContract({
  name: 'lottery',
  version: 1,
  title: { 'zh-CN': '取号', en: 'Tickets' },
  errors: {},
  events: {},
  operations: {
    draw: command({
      summary: 'Draws a number.',
      requirements: [],
      roles: ['enterprise'],
      input: z.object({}),
      output: z.object({ number: z.string() }),
    }),
  },
});

function lottery(drawn: string[]) {
  const backend = defineBackend({
    contract,
    collections: [tickets],
    configSchema: z.object({}),
    presets: {},
    useCases: defineUseCases(contract, {
      draw: {
        serializeBy: () => 'all',
        execute: async (_input, context) => {
          const number = drawn.shift() ?? 'none left';
          context.tx.insert(tickets, { id: context.newId('t'), number });
          return { number };
        },
      },
    }),
  });
  const plugins = [{ backend, config: {}, configVersion: 'test@1' }];
  const store = openMemoryStore({ collections: collectionsOf(plugins) });
  const runner = createRunner({ store, plugins, zone: 'test', clock: createMovableClock() });
  const session: Session = { subject: 'e1', displayName: '企业甲', roles: ['enterprise'], zone: 'test' };
  return (key: string) =>
    runner.run({ plugin: 'lottery', operation: 'draw', kind: 'command', input: {}, idempotencyKey: key }, { session });
}

it('draws again for the later one when two commands of a batch draw the same number', async () => {
  const draw = lottery(['A', 'A', 'B']);
  const answers = await Promise.all([draw('1'), draw('2')]);
  expect(answers.map(({ output }) => output)).toEqual([{ number: 'A' }, { number: 'B' }]);
});

it('gives up with "busy" when there are no other numbers', async () => {
  const draw = lottery(['A', 'A', 'A', 'A']);
  const answers = await Promise.allSettled([draw('1'), draw('2')]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(answers[1]).toMatchObject({ reason: { code: 'busy' } });
});
