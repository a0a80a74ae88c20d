/** `matching`, the assignment: dense against npm munkres, capacity-limited and generalised against HiGHS, each proven optimal. */
import {
  assignDense,
  assignGeneral,
  assignSparse,
  certify,
  certifyDense,
  type GeneralProblem,
  resolve,
  type SparseProblem,
} from '@zhaoshang/needs-matching/engine/assignment/index.ts';
import loadHighs, { type Highs } from 'highs';
import munkres from 'munkres';
import type { BenchmarkOptions } from './support/benchmark.ts';
import { type Figure, figure, fourDigits, median, type Series, series } from './support/figures.ts';

const unit = 'ms of CPU';

export interface AssignmentRow extends Partial<Pick<Figure, 'target' | 'reached'>> {
  readonly name: string;
  readonly unit: string;
  readonly ours: Series;
  readonly peer: Series;
  readonly peerName: string;
  readonly ratio: Series;
  /** What cannot be undercut: every cost or candidate read once. */
  readonly limit: number;
  /** Distance to what the prices prove; 0 for an optimum. */
  readonly gap: number;
  readonly sameOptimum: boolean;
}

export async function matchingAssignment({ rounds = 5 }: BenchmarkOptions): Promise<object> {
  const highs = await loadHighs();
  const upTo = (most: number) => (random: () => number) => 1 + Math.floor(random() * most);
  const dense = [
    denseRow('1,000 × 1,000, costs to 1e6', matrixOf(1000, upTo(1e6)), rounds, 0.5),
    denseRow('2,000 × 2,000, costs to 1e6', matrixOf(2000, upTo(1e6)), rounds, 0.5),
    denseRow('1,000 × 1,000, costs to 100 (ties)', matrixOf(1000, upTo(100)), rounds),
    denseRow('2,000 × 2,000, costs to 100 (ties)', matrixOf(2000, upTo(100)), rounds),
    denseRow('500 × 500, Machol-Wien', macholWien(500), Math.min(3, rounds)),
  ];
  const small = { needs: 1000, resources: 500, candidates: 20 };
  const large = { needs: 10_000, resources: 5000, candidates: 20 };
  const sparse = [
    sparseRow(highs, { ...small, supply: 1, skewed: false }, 3 * rounds, 0.1),
    sparseRow(highs, { ...small, supply: 0.8, skewed: true }, 3 * rounds, 0.1),
    sparseRow(highs, { ...large, supply: 0.8, skewed: false }, rounds, 0.3),
    sparseRow(highs, { ...large, supply: 0.8, skewed: true }, rounds, 0.3),
    sparseRow(highs, { ...large, supply: 1, skewed: false }, Math.min(2, rounds), 0.3),
  ];
  return {
    dense,
    sparse,
    resolve: resolveRow({ ...large, supply: 0.8, skewed: false }, rounds),
    general: [generalRow('c', 100, 10), generalRow('d', 100, 5), generalRow('e', 100, 10)],
  };
}

function denseRow(name: string, costs: Float64Array, rounds: number, target?: number): AssignmentRow {
  const size = Math.sqrt(costs.length);
  const rows = Array.from({ length: size }, (_, row) => Array.from(costs.subarray(row * size, (row + 1) * size)));
  const answer = assignDense(costs, size, size);
  const total = munkres(rows).reduce((sum, [row, column]) => sum + rows[row]![column]!, 0);
  const times = inTurns(
    rounds,
    () => assignDense(costs, size, size),
    () => munkres(rows),
  );
  return {
    ...told(`dense ${name}`, times, 'npm munkres 2.0.4', target),
    limit: onePass(costs),
    gap: certifyDense(costs, size, size, answer).gap,
    sameOptimum: answer.total === total,
  };
}

interface Zone {
  readonly needs: number;
  readonly resources: number;
  readonly candidates: number;
  /** Units, as a share of the needs. */
  readonly supply: number;
  readonly skewed: boolean;
}

function sparseRow(highs: Highs, zone: Zone, rounds: number, target: number): AssignmentRow {
  const problem = zoneOf(zone);
  const answer = assignSparse(problem);
  let optimum = 0;
  const times = inTurns(
    rounds,
    () => assignSparse(problem),
    () => (optimum = bestByHighs(highs, problem)),
  );
  const { needs, resources, candidates, supply, skewed } = zone;
  const name = `sparse ${needs} × ${resources} × ${candidates}, ${supply} units per need, ${skewed ? 'skewed' : 'even'}`;
  return {
    ...told(name, times, 'npm highs 1.15.3, linear program with its model built', target),
    limit: onePass(problem.candidateProfit),
    gap: certify(problem, answer).gap,
    sameOptimum: Math.abs(answer.total - optimum) < 1e-6 * Math.abs(optimum),
  };
}

/** One capacity less and a lock, from the prices of before, against solving anew. */
function resolveRow(zone: Zone, rounds: number): object {
  const before = assignSparse(zoneOf(zone));
  const { need, resource } = before.pairs[0]!;
  const units = before.problem.capacity[resource]! - 1;
  const change = { kind: 'capacity', resource, units } as const;
  const times = inTurns(
    rounds,
    () => resolve(before, change),
    () =>
      assignSparse({
        ...before.problem,
        capacity: before.problem.capacity.map((one, at) => (at === resource ? units : one)),
      }),
  );
  return {
    ...told(`one unit taken away from need ${need}`, times, 'the same solved anew'),
    moves: resolve(before, change).moves.length,
  };
}

function generalRow(kind: 'c' | 'd' | 'e', needs: number, resources: number): object {
  const problem = classOf(kind, needs, resources);
  assignGeneral(problem);
  const answer = assignGeneral(problem);
  return {
    name: `generalised, class ${kind}, ${needs} × ${resources}`,
    unit,
    ours: series(Array.from({ length: 3 }, () => cpuOf(() => assignGeneral(problem)))),
    total: answer.total,
    bound: fourDigits(answer.bound),
    gapPercent: fourDigits((100 * answer.gap) / Math.abs(answer.bound)),
  };
}

interface Times {
  readonly ours: readonly number[];
  readonly peer: readonly number[];
}

/** Milliseconds to read every number once. */
function onePass(values: Float64Array): number {
  let sum = 0;
  const times = Array.from({ length: 11 }, () => cpuOf(() => (sum += sumOf(values))));
  if (Number.isNaN(sum)) throw new Error('The input of the benchmark has a gap.');
  return fourDigits(median(times));
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at]!;
  return sum;
}

/** Two rounds are not counted: compilers need them. */
function inTurns(rounds: number, ours: () => unknown, peer: () => unknown): Times {
  const times = { ours: [] as number[], peer: [] as number[] };
  for (let warm = 0; warm < 2; warm += 1) ours();
  peer();
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(cpuOf(ours));
    times.peer.push(cpuOf(peer));
  }
  return times;
}

function cpuOf(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function told(
  name: string,
  { ours, peer }: Times,
  peerName: string,
  atMost?: number,
): Omit<AssignmentRow, 'limit' | 'gap' | 'sameOptimum'> {
  if (atMost !== undefined) return figure({ name, unit, ours, peer, peerName, target: { atMost } });
  const ratio = series(ours.map((value, round) => value / peer[round]!));
  return { name, unit, ours: series(ours), peer: series(peer), peerName, ratio };
}

/** Numbers in [0, 1), the same on every machine (xorshift32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

function matrixOf(size: number, cost: (random: () => number) => number): Float64Array {
  const random = randomOf(2026);
  return Float64Array.from({ length: size * size }, () => cost(random));
}

const macholWien = (size: number): Float64Array =>
  Float64Array.from({ length: size * size }, (_, at) => (Math.floor(at / size) + 1) * ((at % size) + 1));

/** Skewed: few resources are candidates of most needs, and good ones are good for all. */
function zoneOf({ needs, resources, candidates, supply, skewed }: Zone): SparseProblem {
  const random = randomOf(79);
  const quality = Array.from({ length: resources }, () => random());
  const resource = new Int32Array(needs * candidates);
  const profit = new Float64Array(needs * candidates);
  for (let need = 0; need < needs; need += 1) {
    const chosen = new Set<number>();
    while (chosen.size < candidates) chosen.add(Math.floor((skewed ? random() ** 3 : random()) * resources));
    const list = [...chosen].map((one) => ({
      one,
      gain: 1 + Math.floor((skewed ? (random() + quality[one]!) / 2 : random()) * 1e6),
    }));
    list.sort((a, b) => b.gain - a.gain);
    list.forEach(({ one, gain }, at) => {
      resource[need * candidates + at] = one;
      profit[need * candidates + at] = gain;
    });
  }
  const capacity = new Int32Array(resources);
  for (let one = 0; one < needs * supply; one += 1) {
    const at = one < resources ? one : Math.floor(random() * resources);
    capacity[at] = capacity[at]! + 1;
  }
  return {
    needs,
    resources,
    candidateStart: Int32Array.from({ length: needs + 1 }, (_, need) => need * candidates),
    candidateResource: resource,
    candidateProfit: profit,
    capacity,
  };
}

/** The same as a linear program; its optimum is one of whole numbers, because the matrix is unimodular. */
function bestByHighs(highs: Highs, problem: SparseProblem): number {
  const { needs, resources, candidateStart, candidateResource, candidateProfit, capacity } = problem;
  const numCols = candidateResource.length;
  const indices = new Int32Array(2 * numCols);
  for (let need = 0; need < needs; need += 1)
    for (let at = candidateStart[need]!; at < candidateStart[need + 1]!; at += 1) {
      indices[2 * at] = need;
      indices[2 * at + 1] = needs + candidateResource[at]!;
    }
  const numRows = needs + resources;
  const rowUpper = new Float64Array(numRows).fill(1);
  rowUpper.set(capacity, needs);
  const matrix = {
    format: 'csc' as const,
    numRows,
    numCols,
    starts: Int32Array.from({ length: numCols + 1 }, (_, at) => 2 * at),
    indices,
    values: new Float64Array(2 * numCols).fill(1),
  };
  const model = {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: candidateProfit,
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(numRows).fill(-Infinity),
    rowUpper,
    matrix,
  };
  return highs.withModel(model, (solver) => {
    solver.options.set({ output_flag: false });
    solver.run();
    return solver.getObjectiveValue();
  });
}

/** Generalised problems drawn as the classes of the OR-Library are: everybody served, at least cost. */
function classOf(kind: 'c' | 'd' | 'e', needs: number, resources: number): GeneralProblem {
  const random = randomOf(7);
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const count = needs * resources;
  const demand = new Float64Array(count);
  const profit = new Float64Array(count);
  const capacity = new Float64Array(resources);
  for (let at = 0; at < count; at += 1) {
    const amount =
      kind === 'c'
        ? between(5, 25)
        : kind === 'd'
          ? between(1, 100)
          : Math.max(1, Math.round(1 - 10 * Math.log(1 - random())));
    demand[at] = amount;
    profit[at] =
      kind === 'c'
        ? -between(10, 50)
        : kind === 'd'
          ? -(111 - amount + between(-10, 10))
          : -Math.round(1000 / amount - 10 * random());
    capacity[at % resources] = capacity[at % resources]! + (0.8 * amount) / resources;
  }
  return {
    needs,
    resources,
    candidateStart: Int32Array.from({ length: needs + 1 }, (_, need) => need * resources),
    candidateResource: Int32Array.from({ length: count }, (_, at) => at % resources),
    candidateProfit: profit,
    candidateDemand: demand,
    capacity: capacity.map(Math.floor),
    mode: 'most-served',
  };
}
