/** The backend in a page: its preset and its demo records load there too, and only when they are asked for. */
import { systemClock } from '@zhaoshang/kernel';
import { collectionsOf, createRunner, seedStore, type LoadedPlugin } from '@zhaoshang/runner';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { expect } from 'chai';
import { serviceDayBackend } from '../src/backend.ts';
import { serviceDayConfig } from '../src/model/config.ts';

describe('the service day’s backend in a page', () => {
  it('loads preset and records and answers', async () => {
    performance.setResourceTimingBufferSize(5000); // 250 is fewer than the modules of this page
    const loaded = (): string[] => performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded().filter((name) => name.includes('.seed.json'))).to.deep.equal([]);
    const config = serviceDayConfig.parse(await serviceDayBackend.presets['chongming']?.());
    const plugin: LoadedPlugin = { backend: serviceDayBackend, config, configVersion: config.version };
    const store = openMemoryStore({ collections: collectionsOf([plugin]) });
    await seedStore(store, [plugin], systemClock.now());
    const now = Date.parse(config.demoNow ?? '');
    const runner = createRunner({ store, plugins: [plugin], zone: 'chongming', clock: { now: () => now } });
    const answer = await runner.run(
      { plugin: 'service-day', operation: 'availability', kind: 'query', input: { date: '2026-11-25' } },
      { session: null },
    );
    expect((answer.output as { desks: unknown[] }).desks).to.have.length(14);
    expect(loaded().filter((name) => name.includes('.seed.json'))).to.have.length(1);
  });
});
