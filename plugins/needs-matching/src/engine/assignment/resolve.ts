/** Re-solving after a change, from the prices of before; and what the change does to whom. */
import { changed, type Change } from './changes.ts';
import { assignFrom } from './sparse.ts';
import type { AssignedPair, SolveOptions, SparseAssignment } from './types.ts';

/**
 * Why a need has another resource than before:
 * - `decision`: the change names the need (added, withdrawn, locked, banned, other candidates);
 * - `capacity`: the change names a resource that it had or has now;
 * - `displaced`: it gave way to another need, because the total is larger so;
 * - `improved`: it moved into a place that became better for it;
 * - `exchange`: it moved at equal profit, so that others could.
 */
export type MoveReason = 'decision' | 'capacity' | 'displaced' | 'improved' | 'exchange';

export interface Move {
  readonly need: number;
  readonly before: readonly AssignedPair[];
  readonly after: readonly AssignedPair[];
  /** Profit after − profit before, of this need alone, reservations not counted. */
  readonly gain: number;
  readonly because: MoveReason;
  /** Needs that came to the resources that this one left. */
  readonly displacedBy: readonly number[];
}

export interface Resolution {
  readonly assignment: SparseAssignment;
  readonly before: number;
  readonly after: number;
  /** `after − before`. */
  readonly difference: number;
  readonly moves: readonly Move[];
}

/**
 * The optimum after the changes, from the prices of before: as good as solved anew, in the time of a few augmenting paths. Needs
 * that the changes do not touch stay where they are unless the total is larger otherwise. Throws what `assignSparse` throws.
 */
export function resolve(
  previous: SparseAssignment,
  changes: Change | readonly Change[],
  options: SolveOptions = {},
): Resolution {
  const list = Array.isArray(changes) ? (changes as readonly Change[]) : [changes as Change];
  const problem = list.reduce(changed, previous.problem);
  const assignment = assignFrom(problem, previous, options);
  return {
    assignment,
    before: previous.total,
    after: assignment.total,
    difference: assignment.total - previous.total,
    moves: movesOf(previous, assignment, list),
  };
}

function movesOf(previous: SparseAssignment, next: SparseAssignment, changes: readonly Change[]): readonly Move[] {
  const named = namedBy(changes, previous.problem);
  const before = byNeed(previous.pairs);
  const after = byNeed(next.pairs);
  const unitsBefore = new Map(previous.pairs.map((pair) => [pairKey(pair), pair.units]));
  const arrivals = new Map<number, number[]>();
  for (const pair of next.pairs)
    if (pair.units > (unitsBefore.get(pairKey(pair)) ?? 0)) listOf(arrivals, pair.resource).push(pair.need);
  const moves: Move[] = [];
  for (let need = 0; need < next.problem.needs; need += 1) {
    const had = before.get(need) ?? [];
    const has = after.get(need) ?? [];
    if (
      had.length === has.length &&
      had.every((pair, at) => pairKey(pair) === pairKey(has[at]!) && pair.units === has[at]!.units)
    )
      continue;
    const gain = profitOfPairs(has) - profitOfPairs(had);
    const left = had.filter(
      ({ resource, units }) => units > (has.find((pair) => pair.resource === resource)?.units ?? 0),
    );
    const displacedBy = left.flatMap(({ resource }) => arrivals.get(resource) ?? []).filter((other) => other !== need);
    const touched = [...had, ...has].some(({ resource }) => named.resources.has(resource));
    moves.push({
      need,
      before: had,
      after: has,
      gain,
      because: named.needs.has(need)
        ? 'decision'
        : touched
          ? 'capacity'
          : gain < 0
            ? 'displaced'
            : gain > 0
              ? 'improved'
              : 'exchange',
      displacedBy: [...new Set(displacedBy)].sort((one, other) => one - other),
    });
  }
  return moves;
}

function namedBy(
  changes: readonly Change[],
  { needs, resources }: { readonly needs: number; readonly resources: number },
): { readonly needs: ReadonlySet<number>; readonly resources: ReadonlySet<number> } {
  const named = { needs: new Set<number>(), resources: new Set<number>() };
  let nextNeed = needs;
  let nextResource = resources;
  for (const change of changes) {
    if (change.kind === 'add-need') named.needs.add(nextNeed++);
    else if (change.kind === 'add-resource') named.resources.add(nextResource++);
    else if (change.kind === 'lock') named.needs.add(change.lock.need);
    else if ('need' in change) named.needs.add(change.need);
    else named.resources.add(change.resource);
  }
  return named;
}

const pairKey = ({ need, resource }: AssignedPair): string => `${need} ${resource}`;
const profitOfPairs = (pairs: readonly AssignedPair[]): number =>
  pairs.reduce((sum, { units, profit }) => sum + units * profit, 0);

function byNeed(pairs: readonly AssignedPair[]): Map<number, AssignedPair[]> {
  const map = new Map<number, AssignedPair[]>();
  for (const pair of pairs) listOf(map, pair.need).push(pair);
  return map;
}

function listOf<T>(map: Map<number, T[]>, key: number): T[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}
