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
  const differing: {
    readonly need: number;
    readonly had: readonly AssignedPair[];
    readonly has: readonly AssignedPair[];
  }[] = [];
  const before = byNeed(previous.pairs);
  const after = byNeed(next.pairs);
  for (let need = 0; need < next.problem.needs; need += 1) {
    const had = before(need);
    const has = after(need);
    if (!samePairs(had, has)) differing.push({ need, had, has });
  }
  /** Needs that came to each resource, or to more of it. */
  const arrivals = new Map<number, number[]>();
  for (const { need, had, has } of differing)
    for (const resource of growing(had, has)) arrivals.set(resource, [...(arrivals.get(resource) ?? []), need]);
  return differing.map(({ need, had, has }) => {
    const gain = profitOfPairs(has) - profitOfPairs(had);
    const others = growing(has, had).flatMap((resource) => arrivals.get(resource) ?? []);
    const touched = [...had, ...has].some(({ resource }) => named.resources.has(resource));
    const moved = gain < 0 ? 'displaced' : gain > 0 ? 'improved' : 'exchange';
    return {
      need,
      before: had,
      after: has,
      gain,
      because: named.needs.has(need) ? 'decision' : touched ? 'capacity' : moved,
      displacedBy: [...new Set(others)].sort((one, other) => one - other),
    };
  });
}

/** Resources of which the second list has more units than the first. */
function growing(from: readonly AssignedPair[], to: readonly AssignedPair[]): readonly number[] {
  const unitsAt = (resource: number): number => from.find((pair) => pair.resource === resource)?.units ?? 0;
  return to.filter(({ resource, units }) => units > unitsAt(resource)).map(({ resource }) => resource);
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

const profitOfPairs = (pairs: readonly AssignedPair[]): number =>
  pairs.reduce((sum, { units, profit }) => sum + units * profit, 0);

const samePairs = (one: readonly AssignedPair[], other: readonly AssignedPair[]): boolean =>
  one.length === other.length &&
  one.every(({ resource, units }, at) => resource === other[at]!.resource && units === other[at]!.units);

const none: readonly AssignedPair[] = [];

/** Pairs come by need: asked for one need after the other, each list is read once. */
function byNeed(pairs: readonly AssignedPair[]): (need: number) => readonly AssignedPair[] {
  let at = 0;
  return (need) => {
    const begin = at;
    while (at < pairs.length && pairs[at]!.need === need) at += 1;
    return at === begin ? none : pairs.slice(begin, at);
  };
}
