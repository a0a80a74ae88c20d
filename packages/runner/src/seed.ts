/** Fills a fresh store with what the presets describe as already there. */
import { instantText } from '@zhaoshang/kernel';
import { StoreError, UnitOfWork, type StoreDriver } from '@zhaoshang/store';
import type { LoadedPlugin } from './loaded-plugin.ts';
import { idempotencyRecords } from './records.ts';

/** Seeds each plugin once per store, also when two processes start together; returns the plugins seeded by this call. */
export async function seedStore(store: StoreDriver, plugins: readonly LoadedPlugin[], now: number): Promise<string[]> {
  const seeded: string[] = [];
  for (const plugin of plugins) if (await seedPlugin(store, plugin, now)) seeded.push(plugin.backend.contract.name);
  return seeded;
}

async function seedPlugin(store: StoreDriver, plugin: LoadedPlugin, now: number): Promise<boolean> {
  const { backend, config, configVersion } = plugin;
  if (backend.seed === undefined) return false;
  const marker = `seed:${backend.contract.name}`;
  if (await isSeeded(store, marker)) return false;
  // Staged before the write transaction: a preset is loaded on the way, and IndexedDB ends a transaction that waits for that.
  const reading = await store.begin('read');
  const staged = new UnitOfWork(reading);
  try {
    await backend.seed({ tx: staged, config, now });
  } finally {
    await reading.rollback();
  }
  const engine = await store.begin('write');
  let open = true;
  try {
    const unit = new UnitOfWork(engine);
    if ((await unit.get(idempotencyRecords, marker)) !== undefined) return false;
    unit.insert(idempotencyRecords, {
      id: marker,
      requestHash: configVersion,
      output: null,
      events: [],
      expiresAt: instantText(Date.UTC(9999, 0, 1)),
    });
    open = false;
    await engine.commit({ changes: [...staged.batch(), ...unit.batch()], events: [] });
    return true;
  } catch (error) {
    // Another process was faster: its marker is there now.
    if (!open && error instanceof StoreError && error.retryable && (await isSeeded(store, marker))) return false;
    throw error;
  } finally {
    if (open) await engine.rollback();
  }
}

async function isSeeded(store: StoreDriver, marker: string): Promise<boolean> {
  const engine = await store.begin('read');
  try {
    return (await new UnitOfWork(engine).get(idempotencyRecords, marker)) !== undefined;
  } finally {
    await engine.rollback();
  }
}
