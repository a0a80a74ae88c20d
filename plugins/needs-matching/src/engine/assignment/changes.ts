/** What people and lists change after an assignment, and the problem that comes of it. Needs and resources keep their numbers. */
import { assignmentError } from './assignment-errors.ts';
import { withCandidates } from './sparse.ts';
import type { Lock, Pair, SparseProblem } from './types.ts';

export interface NewCandidate {
  readonly resource: number;
  readonly profit: number;
}

export type Change =
  /** The need gets the number `needs`. */
  | {
      readonly kind: 'add-need';
      readonly candidates: readonly NewCandidate[];
      readonly quantity?: number;
      readonly reservation?: number;
    }
  /** Keeps its number, asks for nothing from now on. */
  | { readonly kind: 'withdraw-need'; readonly need: number }
  | { readonly kind: 'candidates'; readonly need: number; readonly candidates: readonly NewCandidate[] }
  /** The resource gets the number `resources`. */
  | {
      readonly kind: 'add-resource';
      readonly units: number;
      readonly candidates: readonly { readonly need: number; readonly profit: number }[];
    }
  /** 0 removes it. */
  | { readonly kind: 'capacity'; readonly resource: number; readonly units: number }
  | { readonly kind: 'reserve'; readonly resource: number; readonly units: number }
  | { readonly kind: 'lock'; readonly lock: Lock }
  | { readonly kind: 'unlock'; readonly need: number }
  | ({ readonly kind: 'ban' | 'unban' } & Pair);

/** The problem after a change. Costs a copy of the candidates at most. Throws `assignment-shape` for numbers outside. */
export function changed(problem: SparseProblem, change: Change): SparseProblem {
  const { needs, resources, capacity, reserve, locks = [], bans = [] } = problem;
  inside(problem, change);
  switch (change.kind) {
    case 'add-need': {
      const { quantity, reservation } = problem;
      const empty: SparseProblem = {
        ...problem,
        needs: needs + 1,
        candidateStart: longer(problem.candidateStart, problem.candidateStart[needs]!),
        ...(quantity === undefined && change.quantity === undefined
          ? {}
          : { quantity: longer(quantity ?? new Int32Array(needs).fill(1), change.quantity ?? 1) }),
        ...(typeof reservation !== 'object' && change.reservation === undefined
          ? {}
          : { reservation: withReservation(problem, change.reservation ?? 0) }),
      };
      return withCandidates(empty, new Map([[needs, change.candidates]]));
    }
    case 'withdraw-need': {
      const quantity = problem.quantity?.slice() ?? new Int32Array(needs).fill(1);
      quantity[change.need] = 0;
      return { ...problem, quantity, locks: locks.filter(({ need }) => need !== change.need) };
    }
    case 'candidates': {
      const start = problem.candidateStart.map((at, need) =>
        need > change.need ? at - countOf(problem, change.need) : at,
      );
      const keep = (_: unknown, at: number): boolean =>
        at < problem.candidateStart[change.need]! || at >= problem.candidateStart[change.need + 1]!;
      const without: SparseProblem = {
        ...problem,
        candidateStart: start,
        candidateResource: problem.candidateResource.filter(keep),
        candidateProfit: problem.candidateProfit.filter(keep),
      };
      return withCandidates(without, new Map([[change.need, change.candidates]]));
    }
    case 'add-resource': {
      const added = change.candidates.map(({ need, profit }) => [need, [{ resource: resources, profit }]] as const);
      return withCandidates(
        {
          ...problem,
          resources: resources + 1,
          capacity: longer(capacity, change.units),
          ...(reserve === undefined ? {} : { reserve: longer(reserve, 0) }),
        },
        new Map(added),
      );
    }
    case 'capacity':
      return { ...problem, capacity: replaced(capacity, change.resource, change.units) };
    case 'reserve':
      return { ...problem, reserve: replaced(reserve ?? new Int32Array(resources), change.resource, change.units) };
    case 'lock':
      return { ...problem, locks: [...locks, change.lock] };
    case 'unlock':
      return { ...problem, locks: locks.filter(({ need }) => need !== change.need) };
    case 'ban':
      return { ...problem, bans: [...bans, { need: change.need, resource: change.resource }] };
    case 'unban':
      return { ...problem, bans: bans.filter((ban) => ban.need !== change.need || ban.resource !== change.resource) };
  }
}

function inside({ needs, resources }: SparseProblem, change: Change): void {
  const named = change.kind === 'lock' ? change.lock : change;
  const need = 'need' in named ? named.need : 0;
  const resource = 'resource' in named ? named.resource : 0;
  if (need < 0 || need >= Math.max(needs, 1) || resource < 0 || resource >= Math.max(resources, 1))
    throw assignmentError('assignment-shape', { what: `${change.kind}: need ${need}, resource ${resource}` });
}

function withReservation({ needs, reservation = 0 }: SparseProblem, last: number): Float64Array {
  const all = new Float64Array(needs + 1);
  if (typeof reservation === 'number') all.fill(reservation);
  else all.set(reservation);
  all[needs] = last;
  return all;
}

function countOf({ candidateStart }: SparseProblem, need: number): number {
  return candidateStart[need + 1]! - candidateStart[need]!;
}

function longer(values: Int32Array, last: number): Int32Array {
  const all = new Int32Array(values.length + 1);
  all.set(values);
  all[values.length] = last;
  return all;
}

function replaced(values: Int32Array, at: number, value: number): Int32Array {
  const all = values.slice();
  all[at] = value;
  return all;
}
