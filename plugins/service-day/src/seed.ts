/** Demo records for a fresh store; loaded only where a store is seeded. */
import type { Collection, PluginBackend } from '@zhaoshang/kernel';
import type { ServiceDayConfig } from './model/config.ts';
import { collections } from './model/records.ts';

type Seed = NonNullable<PluginBackend<any, ServiceDayConfig>['seed']>;

/** Records by collection name, as `tools/build-preset.mjs` writes them. */
type SeedRecords = Readonly<Record<string, readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[]>>;

export const seedServiceDay: Seed = async ({ tx }) => {
  const { default: records } = await import('./presets/chongming.seed.json', { with: { type: 'json' } });
  for (const collection of collections as readonly Collection<any>[])
    for (const record of (records as SeedRecords)[collection.name] ?? []) tx.insert(collection, record);
};
