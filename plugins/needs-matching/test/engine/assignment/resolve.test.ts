import { describe, expect, it } from 'vitest';
import { certify } from '../../../src/engine/assignment/certificate.ts';
import { changed, type Change } from '../../../src/engine/assignment/changes.ts';
import { resolve } from '../../../src/engine/assignment/resolve.ts';
import { assignSparse } from '../../../src/engine/assignment/sparse.ts';
import type { SparseProblem } from '../../../src/engine/assignment/types.ts';
import { fromTable, randomOf, sparseProblem } from './random-problems.ts';

/** Any change a specialist or a list can make, possible or not. */
function anyChange(problem: SparseProblem, random: () => number): Change {
  const below = (limit: number): number => Math.floor(random() * limit);
  const need = below(problem.needs);
  const resource = below(problem.resources);
  const begin = problem.candidateStart[need]!;
  const candidates = problem.candidateStart[need + 1]! - begin;
  const liked = candidates === 0 ? resource : problem.candidateResource[begin + below(candidates)]!;
  const some = (limit: number): number[] => [...new Set(Array.from({ length: 6 }, () => below(limit)))];
  const profit = (): number => below(200) - 20;
  switch (below(10)) {
    case 0:
      return {
        kind: 'add-need',
        candidates: some(problem.resources).map((one) => ({ resource: one, profit: profit() })),
        quantity: 1 + below(2),
        reservation: below(40),
      };
    case 1:
      return { kind: 'withdraw-need', need };
    case 2:
      return {
        kind: 'candidates',
        need,
        candidates: some(problem.resources).map((one) => ({ resource: one, profit: profit() })),
      };
    case 3:
      return {
        kind: 'add-resource',
        units: below(3),
        candidates: some(problem.needs).map((one) => ({ need: one, profit: profit() })),
      };
    case 4:
      return { kind: 'capacity', resource, units: below(4) };
    case 5:
      return { kind: 'reserve', resource, units: below(2) };
    case 6:
      return {
        kind: 'lock',
        lock:
          random() < 0.5
            ? { need, resource: liked, profit: profit() }
            : { need, resource, profit: 0, breaks: ['距离'], reason: '专班会议决定' },
      };
    case 7:
      return { kind: 'unlock', need };
    case 8:
      return { kind: 'ban', need, resource: liked };
    default:
      return { kind: 'unban', ...(problem.bans?.[0] ?? { need, resource }) };
  }
}

const sum = (units: Int32Array): number => units.reduce((all, one) => all + one, 0);

describe('resolve', () => {
  it('reaches after every change what solving anew reaches, at the same prices', () => {
    const random = randomOf(11);
    let refused = 0;
    let kept = 0;
    for (let run = 0; run < 12; run += 1) {
      const tight = run % 2 === 0;
      let current = assignSparse({
        ...sparseProblem({
          needs: 40,
          resources: 15,
          candidates: 5,
          supply: tight ? 0.7 : 1.1,
          seed: run,
          profit: (r) => Math.ceil(r() * 100),
        }),
        mode: run % 3 === 0 ? 'most-served' : 'best-total',
      });
      for (let step = 0; step < 40; step += 1) {
        const change = anyChange(current.problem, random);
        let fresh;
        try {
          fresh = assignSparse(changed(current.problem, change));
        } catch (error) {
          // Two locks for one need, locks beyond capacity: both ways refuse the same.
          expect(() => resolve(current, change)).toThrow(String((error as Error).message));
          refused += 1;
          continue;
        }
        const next = resolve(current, change);
        expect(next.assignment.total).toBe(fresh.total);
        if (fresh.problem.mode === 'most-served') expect(sum(next.assignment.unassigned)).toBe(sum(fresh.unassigned));
        expect(next.assignment.price).toEqual(fresh.price);
        expect(certify(next.assignment.problem, next.assignment)).toMatchObject({ gap: 0, feasible: true });
        expect(next.difference).toBe(next.after - next.before);
        current = next.assignment;
        kept += 1;
      }
    }
    expect(kept).toBeGreaterThan(300);
    expect(refused).toBeGreaterThan(0);
  });

  it('prices each resource at what one more unit of it adds', () => {
    const before = assignSparse(sparseProblem({ needs: 60, resources: 20, candidates: 6, supply: 0.7, seed: 21 }));
    for (let resource = 0; resource < 20; resource += 1) {
      const units = before.problem.capacity[resource]! + 1;
      expect(resolve(before, { kind: 'capacity', resource, units }).difference).toBe(before.price[resource]);
    }
  });

  it('leaves everybody in place when nothing changes', () => {
    const before = assignSparse(sparseProblem({ needs: 200, resources: 60, candidates: 8, supply: 0.8, seed: 2 }));
    expect(resolve(before, [])).toMatchObject({ difference: 0, moves: [] });
  });

  it('says who moved and why', () => {
    const before = assignSparse(
      fromTable(
        [
          [90, 70],
          [80, 30],
          [null, 20],
        ],
        [1, 1],
      ),
    );
    expect(Array.from(before.resourceOf)).toEqual([1, 0, -1]);
    const locked = resolve(before, { kind: 'lock', lock: { need: 0, resource: 0 } });
    expect(locked).toMatchObject({ before: 150, after: 120, difference: -30 });
    expect(locked.moves).toEqual([
      {
        need: 0,
        before: [{ need: 0, resource: 1, units: 1, profit: 70 }],
        after: [{ need: 0, resource: 0, units: 1, profit: 90 }],
        gain: 20,
        because: 'decision',
        displacedBy: [1],
      },
      {
        need: 1,
        before: [{ need: 1, resource: 0, units: 1, profit: 80 }],
        after: [{ need: 1, resource: 1, units: 1, profit: 30 }],
        gain: -50,
        because: 'displaced',
        displacedBy: [0],
      },
    ]);
    const more = resolve(before, { kind: 'capacity', resource: 0, units: 2 });
    expect(more.moves.map(({ need, because, gain }) => ({ need, because, gain }))).toEqual([
      { need: 0, because: 'capacity', gain: 20 },
      { need: 2, because: 'improved', gain: 20 },
    ]);
  });
});
