/** Problems made from a seed, and the answer by trying everything. */
import type { SparseProblem } from '../../../src/engine/assignment/types.ts';

/** Numbers in [0, 1), the same on every engine (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Shape {
  readonly needs: number;
  readonly resources: number;
  readonly candidates: number;
  /** Units in all, as a share of the needs. */
  readonly supply: number;
  readonly profit?: (random: () => number) => number;
  /** Some resources are asked for by most needs. */
  readonly skewed?: boolean;
  readonly seed: number;
}

export function sparseProblem(shape: Shape): SparseProblem {
  const { needs, resources, supply, seed, skewed = false, profit = (random) => 1 + Math.floor(random() * 1e6) } = shape;
  const random = randomOf(seed);
  const candidates = Math.min(shape.candidates, resources);
  const start = new Int32Array(needs + 1);
  const resource: number[] = [];
  const gains: number[] = [];
  for (let need = 0; need < needs; need += 1) {
    const chosen = new Set<number>();
    while (chosen.size < candidates) {
      const share = skewed ? random() ** 3 : random();
      chosen.add(Math.floor(share * resources));
    }
    const list = [...chosen].map((one) => ({ one, gain: profit(random) })).sort((a, b) => b.gain - a.gain);
    list.forEach(({ one, gain }) => {
      resource.push(one);
      gains.push(gain);
    });
    start[need + 1] = resource.length;
  }
  const capacity = new Int32Array(resources);
  const units = Math.round(needs * supply);
  for (let unit = 0; unit < units && resources > 0; unit += 1) {
    const at = unit < resources && supply >= 0.5 ? unit : Math.floor(random() * resources);
    capacity[at] = capacity[at]! + 1;
  }
  return {
    needs,
    resources,
    candidateStart: start,
    candidateResource: Int32Array.from(resource),
    candidateProfit: Float64Array.from(gains),
    capacity,
  };
}

export function fromTable(
  table: readonly (readonly (number | null)[])[],
  capacity: readonly number[],
  more: Partial<SparseProblem> = {},
): SparseProblem {
  const start = [0];
  const resource: number[] = [];
  const profit: number[] = [];
  for (const line of table) {
    line.forEach((gain, at) => {
      if (gain === null) return;
      resource.push(at);
      profit.push(gain);
    });
    start.push(resource.length);
  }
  return {
    needs: table.length,
    resources: capacity.length,
    candidateStart: Int32Array.from(start),
    candidateResource: Int32Array.from(resource),
    candidateProfit: Float64Array.from(profit),
    capacity: Int32Array.from(capacity),
    ...more,
  };
}

/** The best total by trying every choice of every unit; decisions and modes are applied here by their plain meaning. */
export function bestByTrying(problem: SparseProblem): number {
  const { needs, resources, candidateStart, candidateResource, candidateProfit, capacity, reserve } = problem;
  const { quantity, reservation = 0, mode, locks = [], bans = [] } = problem;
  const left = Array.from(capacity);
  const kept = Array.from(capacity, (_, at) => Math.min(capacity[at]!, reserve?.[at] ?? 0));
  const units: { need: number; choices: { resource: number; gain: number }[]; without: number | undefined }[] = [];
  for (const lock of locks) {
    const count = quantity?.[lock.need] ?? 1;
    left[lock.resource] = left[lock.resource]! - count;
  }
  for (let need = 0; need < needs; need += 1) {
    const lock = locks.find((one) => one.need === need);
    let choices: { resource: number; gain: number }[] = [];
    for (let entry = candidateStart[need]!; entry < candidateStart[need + 1]!; entry += 1)
      choices.push({ resource: candidateResource[entry]!, gain: candidateProfit[entry]! });
    if (lock === undefined)
      choices = choices.filter(({ resource }) => !bans.some((ban) => ban.need === need && ban.resource === resource));
    else {
      const gain = lock.profit ?? choices.find(({ resource }) => resource === lock.resource)?.gain ?? NaN;
      choices = [{ resource: lock.resource, gain }];
    }
    const without = typeof reservation === 'number' ? reservation : reservation[need]!;
    for (let unit = 0; unit < (quantity?.[need] ?? 1); unit += 1)
      units.push({ need, choices, without: lock === undefined ? without : undefined });
  }
  // What locks hold is gone from the free part first, then from the reserve.
  const free = Array.from({ length: resources }, (_, at) =>
    Math.max(0, Math.min(left[at]!, capacity[at]! - kept[at]!)),
  );
  for (let at = 0; at < resources; at += 1) {
    const locked = capacity[at]! - left[at]!;
    free[at] = Math.max(0, capacity[at]! - kept[at]! - locked);
  }
  let best: readonly [number, number] = [-Infinity, -Infinity];
  const go = (at: number, served: number, total: number): void => {
    if (at === units.length) {
      const key: readonly [number, number] = mode === 'most-served' ? [served, total] : [0, total];
      if (key[0] > best[0] || (key[0] === best[0] && key[1] > best[1])) best = key;
      return;
    }
    const { choices, without } = units[at]!;
    if (without === undefined) {
      go(at + 1, served + 1, total + choices[0]!.gain);
      return;
    }
    go(at + 1, served, total + (mode === 'most-served' ? 0 : without));
    for (const { resource, gain } of choices)
      if (free[resource]! > 0) {
        free[resource] = free[resource]! - 1;
        go(at + 1, served + 1, total + gain);
        free[resource] = free[resource]! + 1;
      }
  };
  go(0, 0, 0);
  return best[1];
}
