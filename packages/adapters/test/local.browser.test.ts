/** The local adapter on IndexedDB, in a real browser. */
import { adapterConformance } from '@zhaoshang/testing/adapter-conformance.ts';
import { notebookPlugin } from '@zhaoshang/testing/notebook/backend.ts';
import { notebookScenario } from '@zhaoshang/testing/notebook/scenario.ts';
import { StoreError } from '@zhaoshang/store';
import { createLocalAdapter, type LocalAdapterOptions } from '../src/local.ts';

let zones = 0;
const { actor } = notebookScenario;
const add = { plugin: 'notebook', operation: 'addNote', kind: 'command' as const, input: { title: 'kept' } };
const list = { plugin: 'notebook', operation: 'listNotes', kind: 'query' as const, input: {} };
const open = (zone: string, options: Partial<LocalAdapterOptions> = {}) =>
  createLocalAdapter({ plugins: [notebookPlugin], zone, preset: 'test', session: () => actor, ...options });
const freshZone = (): string => `local-${Date.now().toString(36)}-${(zones += 1)}`;

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

adapterConformance(
  'local, IndexedDB',
  { live: 'push', offline: true, losesAnswers: false },
  async () => {
    const zone = freshZone();
    return { open: (session) => open(zone, { session: () => session }) };
  },
  notebookScenario,
  { describe, it },
);

describe('the local adapter', () => {
  it('keeps what was entered for the next visit', async () => {
    const zone = freshZone();
    const first = await open(zone);
    check(first.capabilities.persistent, 'says that it keeps');
    await first.call({ ...add, idempotencyKey: 'k' });
    await first.close();
    const second = await open(zone);
    const { output } = await second.call(list);
    check((output as { items: { title: string }[] }).items[0]?.title === 'kept', 'the note is there');
    await second.close();
  });

  it('works without storage and says that nothing is kept', async () => {
    let told: unknown;
    const refused = await open(freshZone(), {
      openStore: async () => {
        throw new StoreError('unavailable', 'private window');
      },
      onProblem: (problem) => {
        told = problem;
      },
    });
    check(!refused.capabilities.persistent, 'says that nothing is kept');
    check(told instanceof StoreError, 'says why');
    await refused.call({ ...add, idempotencyKey: 'k' });
    check(((await refused.call(list)).output as { items: unknown[] }).items.length === 1, 'works');
    await refused.close();
  });
});
