import { describe, expect, it } from 'vitest';
import { assignSparse } from '../../../src/engine/assignment/sparse.ts';
import { why } from '../../../src/engine/assignment/why.ts';
import { fromTable, sparseProblem } from './random-problems.ts';

describe('why', () => {
  const assignment = assignSparse(
    fromTable(
      [
        [90, 70],
        [80, 30],
      ],
      [1, 1],
    ),
  );

  it('tells that the first choice is full, at which price, who would give way and what the total would lose', () => {
    const answer = why(assignment, 0);
    expect(answer.got).toEqual([{ need: 0, resource: 1, units: 1, profit: 70 }]);
    expect(answer.choices).toMatchObject([
      {
        resource: 0,
        rank: 1,
        profit: 90,
        price: 20,
        net: 70,
        state: 'full',
        costAtLeast: 0,
        instead: { difference: -30 },
      },
      { resource: 1, rank: 2, profit: 70, price: 0, net: 70, state: 'assigned', costAtLeast: 0 },
    ]);
    expect(answer.choices[0]!.instead!.moves.map(({ need, gain }) => [need, gain])).toEqual([
      [0, 20],
      [1, -50],
    ]);
    expect(answer.choices[1]).not.toHaveProperty('instead');
  });

  it('never promises less loss than there is', () => {
    const zone = assignSparse(sparseProblem({ needs: 150, resources: 40, candidates: 8, supply: 0.7, seed: 5 }));
    let compared = 0;
    for (let need = 0; need < 150; need += 1)
      for (const { instead, costAtLeast, net, state } of why(zone, need).choices) {
        expect(zone.value[need]!).toBeGreaterThanOrEqual(net);
        if (state === 'assigned') expect(costAtLeast).toBe(0);
        if (instead === undefined) continue;
        expect(-instead.difference).toBeGreaterThanOrEqual(costAtLeast);
        compared += 1;
      }
    expect(compared).toBeGreaterThan(50);
  });

  it('shows the lock, its reason, and what was given up for it', () => {
    const locked = assignSparse({
      ...assignment.problem,
      locks: [{ need: 0, resource: 0, breaks: ['保护地距离'], reason: '2026-11-20 专题会议纪要第 3 条' }],
    });
    const answer = why(locked, 0);
    expect(answer.lock?.reason).toBe('2026-11-20 专题会议纪要第 3 条');
    expect(answer.choices.map(({ state }) => state)).toEqual(['assigned', 'full']);
    expect(why(locked, 1).choices[0]).toMatchObject({ resource: 0, state: 'full' });
    expect(why(locked, 1).choices[0]).not.toHaveProperty('instead');
  });

  it('tells bans and missing capacity', () => {
    const answer = assignSparse(
      fromTable([[9, 8, 7]], [0, 1, 1], { bans: [{ need: 0, resource: 1 }], reserve: Int32Array.from([0, 0, 0]) }),
    );
    expect(why(answer, 0).choices.map(({ state }) => state)).toEqual(['without-capacity', 'banned', 'assigned']);
  });
});
