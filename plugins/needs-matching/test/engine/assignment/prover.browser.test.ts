import { expect } from 'chai';
import { assignGeneral, type GeneralAssignment } from '../../../src/engine/assignment/index.ts';
import { proveInWorker } from '../../../src/engine/assignment/general/prove-in-worker.ts';

const worker = (): Worker =>
  new Worker(new URL('../../../src/engine/assignment/general/prover.worker.ts', import.meta.url), { type: 'module' });
const wasm = new URL('/node_modules/highs/build/highs.wasm', location.href).href;

/** Two halls of 10, and more who want them than fit: one round leaves a gap. */
function unproven(): GeneralAssignment {
  const sizes = [6, 5, 5, 4, 3, 7, 2, 8];
  return assignGeneral(
    {
      needs: sizes.length,
      resources: 2,
      candidateStart: Int32Array.from({ length: sizes.length + 1 }, (_, need) => 2 * need),
      candidateResource: Int32Array.from({ length: 2 * sizes.length }, (_, at) => at % 2),
      candidateProfit: Float64Array.from({ length: 2 * sizes.length }, (_, at) => sizes[at >> 1]! * 10 + (at % 3)),
      candidateDemand: Float64Array.from({ length: 2 * sizes.length }, (_, at) => sizes[at >> 1]!),
      capacity: Float64Array.of(10, 10),
    },
    { rounds: 1 },
  );
}

describe('a proof in a worker of the page', () => {
  it('comes back with a gap of 0', async function () {
    this.timeout(20_000);
    const answer = unproven();
    expect(answer.gap).to.be.greaterThan(0);
    const proven = await proveInWorker(worker(), answer, { wasm, timeLimitSeconds: 10 });
    expect(proven.gap).to.equal(0);
    expect(proven.total).to.be.at.least(answer.total);
    expect(proven.total).to.be.at.most(answer.bound);
  });

  it('ends when it is given up', async () => {
    const control = new AbortController();
    const proof = proveInWorker(worker(), unproven(), { wasm, signal: control.signal });
    control.abort();
    const outcome = await proof.catch((problem: { code?: string }) => problem.code);
    expect(outcome).to.equal('aborted');
  });
});
