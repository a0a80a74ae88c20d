/** Demo records for a fresh store; loaded only where a store is seeded. */
import { randomCode, type Collection, type PluginBackend } from '@zhaoshang/kernel';
import type { NeedsMatchingConfig } from './model/config.ts';
import { collections } from './model/records.ts';
import { revisionId, revisions } from './model/resources.ts';

type Seed = NonNullable<PluginBackend<any, NeedsMatchingConfig>['seed']>;

/** Records by collection name, as `tools/build-preset.mjs` writes them. */
type SeedRecords = Readonly<Record<string, readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[]>>;

export const seedNeedsMatching: Seed = async ({ tx }) => {
  const { default: records } = await import('./presets/chongming.seed.json', { with: { type: 'json' } });
  for (const collection of collections as readonly Collection<any>[])
    for (const record of (records as unknown as SeedRecords)[collection.name] ?? []) tx.insert(collection, record);
  // Every store is told from every other by its own mark.
  tx.insert(revisions, { id: revisionId, epoch: randomCode(16), latest: 1 });
};
