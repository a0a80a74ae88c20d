import { checkPlugin } from '@zhaoshang/kernel';
import { describe, expect, it } from 'vitest';
import { plugins } from '../src/plugins.ts';

describe('the plugins that ship', () => {
  it.each(plugins.map((plugin) => [plugin.id, plugin] as const))(
    '%s is sound, its backend complete',
    async (id, plugin) => {
      expect(checkPlugin(plugin)).toBe(plugin);
      const backend = await plugin.backend();
      expect(backend.contract.name).toBe(id);
    },
  );

  it('say from when their records are kept wherever they say for how long', async () => {
    const backends = await Promise.all(plugins.map((plugin) => plugin.backend()));
    const silent = backends
      .flatMap(({ collections }) => collections)
      .filter(({ retentionDays, retentionIndex }) => retentionDays !== undefined && retentionIndex === undefined);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('have names of their own', () => {
    const tags = plugins.flatMap(({ elements }) => Object.keys(elements));
    expect(new Set(tags).size).toBe(tags.length);
    expect(new Set(plugins.map(({ id }) => id)).size).toBe(plugins.length);
  });
});
