/** Fills a fresh store with what the presets describe as already there. */
import { instantText } from '@zhaoshang/kernel';
import { UnitOfWork, type StoreDriver } from '@zhaoshang/store';
import type { LoadedPlugin } from './loaded-plugin.ts';
import { idempotencyRecords } from './records.ts';

/** Seeds each plugin once per store; returns the ids of the plugins seeded now. */
export async function seedStore(store: StoreDriver, plugins: readonly LoadedPlugin[], now: number): Promise<string[]> {
  const seeded: string[] = [];
  for (const { backend, config, configVersion } of plugins) {
    if (backend.seed === undefined) continue;
    const engine = await store.begin('write');
    const unit = new UnitOfWork(engine);
    const marker = `seed:${backend.contract.name}`;
    if ((await unit.get(idempotencyRecords, marker)) !== undefined) {
      await engine.rollback();
      continue;
    }
    await backend.seed({ tx: unit, config, now });
    unit.insert(idempotencyRecords, {
      id: marker,
      requestHash: configVersion,
      output: null,
      events: [],
      expiresAt: instantText(Date.UTC(9999, 0, 1)),
    });
    await engine.commit({ changes: unit.batch(), events: [] });
    seeded.push(backend.contract.name);
  }
  return seeded;
}
