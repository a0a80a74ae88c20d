/** Matching in a page: its settings load there, two tabs race over IndexedDB for the last unit, and the engine ranks. */
import { systemClock, type PluginBackend, type Session } from '@zhaoshang/kernel';
import { collectionsOf, createRunner, seedStore, type LoadedPlugin, type Runner } from '@zhaoshang/runner';
import type { StoreDriver } from '@zhaoshang/store';
import { openIdbStore } from '@zhaoshang/store/drivers/idb.ts';
import { expect } from 'chai';
import { loadNeedsMatching } from '../src/backend.ts';
import { needsMatchingConfig } from '../src/model/config.ts';

const now = Date.parse('2026-11-23T09:20:00+08:00');
const zone = `matching-${systemClock.now().toString(36)}`;
const sp014: Session = {
  subject: 'specialist:sp-014',
  displayName: '',
  roles: ['specialist'],
  zone,
  department: 'hrss',
};
const centre: Session = { subject: 'staff:centre', displayName: '', roles: ['centre'], zone, department: 'hub' };
const yinglv: Session = {
  subject: 'enterprise:en-001',
  displayName: '',
  roles: ['enterprise'],
  zone,
  enterprise: { uscc: '91310151MAYF4E010M', name: '瀛绿储能科技（上海）有限公司' },
};

interface Tab {
  readonly store: StoreDriver;
  readonly runner: Runner;
}

async function openTab(): Promise<Tab> {
  const backend = (await loadNeedsMatching()) as unknown as PluginBackend;
  const config = needsMatchingConfig.parse(await backend.presets['chongming']?.());
  const plugin: LoadedPlugin = { backend, config, configVersion: 'test' };
  const store = await openIdbStore({ zone, collections: collectionsOf([plugin]) });
  await seedStore(store, [plugin], now);
  return { store, runner: createRunner({ store, plugins: [plugin], zone, clock: { now: () => now } }) };
}

let keys = 0;
async function run<Output>(
  { runner }: Tab,
  session: Session,
  operation: string,
  kind: 'query' | 'command',
  input: unknown,
  expectedVersion?: number,
): Promise<Output> {
  const request = { plugin: 'needs-matching', operation, kind, input, idempotencyKey: `k${(keys += 1)}` };
  const answer = await runner.run(expectedVersion === undefined ? request : { ...request, expectedVersion }, {
    session,
  });
  return answer.output as Output;
}

const needInput = {
  category: 'housing',
  text: '四间蓝领公寓',
  quantity: 4,
  unit: '间',
  deadline: '2027-02-10',
  urgency: 'high',
  townCode: '310151102',
  projectId: null,
  tags: [],
  subjects: ['职工宿舍'],
  features: [],
  specs: [],
  confidentiality: 'internal',
  personal: null,
  consent: null,
};

describe('matching in a page', () => {
  let tabs: [Tab, Tab];
  before(async () => {
    tabs = [await openTab(), await openTab()];
  });
  after(async () => {
    for (const { store } of tabs) await store.close();
  });

  it('ranks over IndexedDB with its own engine', async () => {
    const input = { needId: 'nd-002', limit: 5 };
    const found = await run<{ items: { resource: { id: string } }[] }>(tabs[0], yinglv, 'proposals', 'query', input);
    expect(found.items.map(({ resource }) => resource.id)).to.deep.equal(['rs-018']);
  });

  it('lets two tabs race for what is left and promises no more than that', async () => {
    const made: { id: string; version: number }[] = [];
    for (let number = 0; number < 14; number += 1) {
      const draft = await run<{ id: string; version: number }>(tabs[0], yinglv, 'draftNeed', 'command', needInput);
      const sent = await run<{ version: number }>(
        tabs[0],
        yinglv,
        'submitNeed',
        'command',
        { needId: draft.id },
        draft.version,
      );
      const assign = { needId: draft.id, specialistId: 'sp-014', reason: '' };
      made.push(await run(tabs[0], centre, 'assignSpecialist', 'command', assign, sent.version));
    }
    const results = await Promise.allSettled(
      made.map(({ id, version }, number) =>
        run(
          tabs[number % 2] as Tab,
          sp014,
          'offerMatch',
          'command',
          { needId: id, resourceId: 'rs-031', message: '', reason: '' },
          version,
        ),
      ),
    );
    // 38 rooms are left: nine times four.
    expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(9);
    for (const result of results)
      if (result.status === 'rejected') expect((result.reason as { code: string }).code).to.equal('capacity-short');
    for (const tab of tabs) {
      const { available } = await run<{ available: number }>(tab, centre, 'resource', 'query', {
        resourceId: 'rs-031',
      });
      expect(available).to.equal(2);
    }
  });
});
