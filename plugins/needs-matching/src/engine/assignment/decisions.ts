/** Locks 锁定, bans 禁止 and reserves 预留 of a problem, checked against each other and applied to the capacities. */
import { assignmentError } from './assignment-errors.ts';
import type { SparseProblem } from './types.ts';

export interface Decisions {
  /** By need. */
  readonly locks: ReadonlyMap<number, { readonly resource: number; readonly profit: number }>;
  /** `need × resources + resource`. */
  readonly bans: ReadonlySet<number>;
  /** Units that may be given away: without the reserve, but with what locks take of it. */
  readonly capacity: Int32Array;
}

export function decisionsOf(problem: SparseProblem): Decisions {
  const { needs, resources, capacity, reserve, quantity, locks = [], bans = [] } = problem;
  const inside = ({ need, resource }: { need: number; resource: number }): boolean =>
    need >= 0 && need < needs && resource >= 0 && resource < resources;
  if (![...locks, ...bans].every(inside)) throw assignmentError('assignment-shape', { what: 'locks, bans' });
  const banned = new Set(bans.map(({ need, resource }) => need * resources + resource));
  const locked = new Map<number, { resource: number; profit: number }>();
  const lockedUnits = new Map<number, number>();
  for (const lock of locks) {
    const { need, resource } = lock;
    if (locked.has(need) || banned.has(need * resources + resource)) throw assignmentError('lock-conflict', { need });
    if ((lock.breaks ?? []).length > 0 && (lock.reason ?? '').trim() === '')
      throw assignmentError('lock-reason-required', { need });
    const profit = lock.profit ?? profitOf(problem, need, resource);
    if (profit === undefined) throw assignmentError('lock-profit-required', { need });
    locked.set(need, { resource, profit });
    lockedUnits.set(resource, (lockedUnits.get(resource) ?? 0) + (quantity === undefined ? 1 : quantity[need]!));
  }
  const open = capacity.map((units, resource) => Math.max(0, units - (reserve === undefined ? 0 : reserve[resource]!)));
  for (const [resource, count] of lockedUnits) {
    const limit = capacity[resource]!;
    if (count > limit) throw assignmentError('lock-over-capacity', { resource, count, limit });
    open[resource] = Math.max(open[resource]!, count);
  }
  return { locks: locked, bans: banned, capacity: open };
}

/** Profit of a candidate, `undefined` if the pair is none. */
export function profitOf(problem: SparseProblem, need: number, resource: number): number | undefined {
  const { candidateStart, candidateResource, candidateProfit } = problem;
  for (let entry = candidateStart[need]!; entry < candidateStart[need + 1]!; entry += 1)
    if (candidateResource[entry] === resource) return candidateProfit[entry];
  return undefined;
}
