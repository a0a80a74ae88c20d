/** Every need of the 崇明 preset comes out as its source says, through the operations that an enterprise and a specialist call. */
import { beforeAll, describe, expect, it } from 'vitest';
import { needs, type Need } from '../src/model/needs.ts';
import { createWorld, enterprise, type World } from './matching-world.ts';
import { expectedOf } from './preset-expectations.ts';

let world: World;
let all: Map<string, Need>;
beforeAll(async () => {
  world = await createWorld();
  all = new Map((await world.all(needs)).map((need) => [need.id, need]));
});

describe('the needs of the preset', () => {
  it('are all expected to be something', () => {
    expect(Object.keys(expectedOf)).toHaveLength(84);
    for (const id of Object.keys(expectedOf)) expect(all.has(id)).toBe(true);
  });

  for (const [id, [expected, candidate]] of Object.entries(expectedOf))
    it(`${id}: ${expected}${candidate === null ? '' : ` ${candidate}`}`, async () => {
      const { uscc, enterpriseName } = all.get(id) as Need;
      const found = await world.call(enterprise(uscc, enterpriseName), 'proposals', { needId: id, limit: 20 });
      const why = JSON.stringify({
        items: found.items.map(({ resource }) => resource.id),
        toVerify: found.toVerify.map(({ resource, toVerify }) => [resource.id, toVerify]),
        near: found.nearMisses.map(({ resource, failed }) => [resource.id, failed.map(({ name }) => name)]),
        rejected: found.rejected,
      });
      expect(found.outcome, why).toBe(expected);
      if (expected === 'match')
        expect(
          found.items.map(({ resource }) => resource.id),
          why,
        ).toContain(candidate);
      if (expected === 'near-miss')
        expect(
          found.nearMisses.map(({ resource }) => resource.id),
          why,
        ).toContain(candidate);
      for (const { score, parts } of found.items)
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    });
});
