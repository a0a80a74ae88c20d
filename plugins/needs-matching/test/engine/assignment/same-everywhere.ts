/** One run through every solver, summed up in a number: the same in Node and in a page, or an engine counts differently. */
import { assignDense, assignGeneral, assignSparse, resolve } from '../../../src/engine/assignment/index.ts';
import { randomOf, sparseProblem } from './random-problems.ts';

export function digestOfAnswers(): string {
  let hash = 2166136261;
  const add = (values: ArrayLike<number>): void => {
    const bytes = new Uint8Array(Float64Array.from(values).buffer);
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 16777619);
  };
  const random = randomOf(99);
  const zone = sparseProblem({
    needs: 400,
    resources: 150,
    candidates: 10,
    supply: 0.8,
    seed: 7,
    profit: (next) => next() * 100,
  });
  const before = assignSparse({ ...zone, mode: 'most-served' });
  const after = resolve(before, [
    { kind: 'ban', need: 3, resource: before.pairs.find(({ need }) => need >= 3)!.resource },
    { kind: 'capacity', resource: 5, units: 0 },
    { kind: 'add-need', candidates: [{ resource: 1, profit: 55.5 }] },
  ]);
  for (const { resourceOf, price, value, total } of [before, after.assignment]) {
    add(resourceOf);
    add(price);
    add(value);
    add([total]);
  }
  const dense = assignDense(
    Float64Array.from({ length: 120 * 120 }, () => random() * 1000),
    120,
    120,
  );
  add(dense.columnOf);
  add(dense.columnPrice);
  const general = assignGeneral(
    {
      needs: zone.needs,
      resources: zone.resources,
      candidateStart: zone.candidateStart,
      candidateResource: zone.candidateResource,
      candidateProfit: zone.candidateProfit,
      candidateDemand: zone.candidateProfit.map(() => 1 + random() * 9),
      capacity: Float64Array.from(zone.capacity, (units) => units * 5),
    },
    { rounds: 20 },
  );
  add(general.resourceOf);
  add([general.total, general.bound]);
  return (hash >>> 0).toString(16);
}

/** Recorded once; a change of any solver that changes an answer changes it, and is to be looked at. */
export const recordedDigest = 'ae29dd9';
