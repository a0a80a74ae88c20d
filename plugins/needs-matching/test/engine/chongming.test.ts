import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMatcher, presetWeights } from '../../src/engine/index.ts';
import { type ZoneFixture, zoneSchema } from './chongming-zone.ts';

const zone = JSON.parse(readFileSync(new URL('./presets/chongming.json', import.meta.url), 'utf8')) as ZoneFixture;
const matcher = createMatcher({ schema: zoneSchema, weights: presetWeights });
matcher.upsert(zone.resources);
const those = (expected: string) => zone.needs.filter((need) => need.expected === expected);

describe('the needs of the sample zone', () => {
  it('are all there', () => {
    expect([those('match').length, those('near-miss').length, those('none').length]).toEqual([47, 26, 11]);
    expect(matcher.size).toBe(79);
  });

  it.each(those('match').map((need) => [need.id, need] as const))(
    '%s is met by what it was expected to be',
    (_id, need) => {
      const result = matcher.rank(need);
      expect(result.items.map(({ id }) => id)).toContain(need.candidate);
      expect(result.items[0]?.parts.reduce((sum, { points }) => sum + points, 0)).toBe(result.items[0]?.score);
    },
  );

  it('puts the expected resource first, but for one of three staff flats', () => {
    const others = those('match').filter((need) => matcher.rank(need).items[0]?.id !== need.candidate);
    expect(others.map(({ id }) => id)).toEqual(['nd-005']);
  });

  it.each(those('near-miss').map((need) => [need.id, need] as const))(
    '%s is nearly met, and says by what',
    (_id, need) => {
      const result = matcher.rank(need);
      expect(result.items).toEqual([]);
      const near = result.rejected.nearMisses.find(({ id }) => id === need.candidate);
      expect(near?.failed).toHaveLength(1);
      expect(near?.unknown).toEqual([]);
    },
  );

  it.each(those('none').map((need) => [need.id, need] as const))('%s finds nothing', (_id, need) => {
    expect(matcher.rank(need).items).toEqual([]);
  });

  it('never counts a fact that is not known as met', () => {
    for (const need of zone.needs)
      for (const { unknown } of matcher.rank(need, { k: 100 }).items) expect(unknown).toEqual([]);
  });

  it('is assigned as a whole with proof: no resource gives more than it has', () => {
    const result = matcher.assign(zone.needs, { capacityField: 'available' });
    expect(result.proven).toBe(true);
    expect(result.pairs.length).toBeGreaterThanOrEqual(44);
    for (const { id, available } of zone.resources)
      expect(result.pairs.filter(({ resource }) => resource === id).length).toBeLessThanOrEqual(available as number);
  });
});
