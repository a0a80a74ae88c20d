import type { AssignedPair, Assignment, AssignmentChange, Choice, Move, Pair, Unassigned } from '../assign-types.ts';
import type { Change } from '../assignment/changes.ts';
import { type Move as NumberedMove, resolve } from '../assignment/resolve.ts';
import type { Lock, SparseAssignment } from '../assignment/types.ts';
import { why } from '../assignment/why.ts';
import type { NeedFacts } from '../schema/fields.ts';
import type { Numbering } from './numbering.ts';

/** What an answer needs beyond the solver's numbers. */
export interface Surroundings {
  readonly numbers: Numbering;
  /** How many resources pass, by need. */
  readonly passing: Int32Array;
  lockOf(pair: Pair & { readonly reason?: string }): Lock;
  /** The resources are still those that were assigned. */
  isCurrent(): boolean;
}

/** The solver's answer with ids instead of numbers. */
export function answerOf(solved: SparseAssignment, surroundings: Surroundings): Assignment {
  const { numbers } = surroundings;
  const { problem, price } = solved;
  const locks = new Map((problem.locks ?? []).map((lock) => [lock.need, lock]));
  const idOf = (resource: number): string => numbers.ids[resource] as string;
  const needIdOf = (need: number): string => (numbers.needs[need] as NeedFacts).id;
  const moveOf = ({ need, before, after, gain, because }: NumberedMove): Move => ({
    need: needIdOf(need),
    before: before[0] === undefined ? null : idOf(before[0].resource),
    after: after[0] === undefined ? null : idOf(after[0].resource),
    gain,
    because,
  });
  const pairs = solved.pairs.map(({ need, resource, profit }): AssignedPair => {
    const lock = locks.get(need);
    const against = lock?.breaks ?? [];
    return {
      need: needIdOf(need),
      resource: idOf(resource),
      score: profit,
      locked: lock !== undefined,
      ...(against.length === 0 ? {} : { against: { constraints: against, reason: lock?.reason ?? '' } }),
    };
  });
  const total = pairs.reduce((sum, { score }) => sum + score, 0);
  const prices: Record<string, number> = {};
  price.forEach((value, resource) => {
    if (value > 0) prices[idOf(resource)] = value;
  });
  const changeOf = (change: AssignmentChange): Change => {
    switch (change.kind) {
      case 'lock':
        return { kind: 'lock', lock: surroundings.lockOf(change) };
      case 'unlock':
        return { kind: 'unlock', need: numbers.need(change.need) };
      case 'withdraw':
        return { kind: 'withdraw-need', need: numbers.need(change.need) };
      case 'ban':
      case 'unban':
        return { kind: change.kind, need: numbers.need(change.need), resource: numbers.resource(change.resource) };
      default:
        return { kind: change.kind, resource: numbers.resource(change.resource), units: change.units };
    }
  };
  return {
    pairs,
    unassigned: unassignedOf(solved, surroundings, needIdOf),
    total,
    bound: total + solved.gap,
    proven: solved.gap === 0 && (problem.fullRow !== undefined || !isPruned(solved, surroundings)),
    prices,
    why: (id) => {
      if (!numbers.hasNeed(id)) return undefined;
      const told = why(withCurrentRows(solved, surroundings), numbers.need(id));
      const got = told.got[0];
      return {
        need: id,
        got: got === undefined ? null : idOf(got.resource),
        choices: told.choices.map(({ resource, profit, instead, ...rest }): Choice => ({
          ...rest,
          resource: idOf(resource),
          score: profit,
          heldBy: solved.pairs.filter((pair) => pair.resource === resource).map(({ need }) => needIdOf(need)),
          ...(instead === undefined
            ? {}
            : { instead: { difference: instead.difference, moves: instead.moves.map(moveOf) } }),
        })),
      };
    },
    resolve: (changes, options = {}) => {
      const { assignment, before, after, difference, moves } = resolve(
        withCurrentRows(solved, surroundings),
        changes.map(changeOf),
        options,
      );
      return { assignment: answerOf(assignment, surroundings), before, after, difference, moves: moves.map(moveOf) };
    },
  };
}

/** Once resources have changed, their rows can no longer be asked: what follows is the best among the candidates. */
function withCurrentRows(solved: SparseAssignment, { isCurrent }: Surroundings): SparseAssignment {
  if (isCurrent() || solved.problem.fullRow === undefined) return solved;
  const { fullRow: _, ...problem } = solved.problem;
  return { ...solved, problem };
}

function isPruned({ problem }: SparseAssignment, { passing }: Surroundings): boolean {
  const { candidateStart } = problem;
  return passing.some((count, need) => count > (candidateStart[need + 1] as number) - (candidateStart[need] as number));
}

function unassignedOf(
  { unassigned, problem }: SparseAssignment,
  { passing }: Surroundings,
  needIdOf: (need: number) => string,
): Unassigned[] {
  const bannedPer = new Map<number, number>();
  for (const { need } of problem.bans ?? []) bannedPer.set(need, (bannedPer.get(need) ?? 0) + 1);
  const reasonOf = (need: number): Unassigned['reason'] => {
    if (passing[need] === 0) return 'nothing-passes';
    const { candidateStart, candidateResource } = problem;
    const own = candidateResource.subarray(candidateStart[need], candidateStart[need + 1]);
    const isBanned = (resource: number): boolean =>
      (problem.bans ?? []).some((ban) => ban.need === need && ban.resource === resource);
    return bannedPer.has(need) && own.length === passing[need] && own.every(isBanned) ? 'banned' : 'taken';
  };
  return Array.from(unassigned, (units, need) => ({ units, need }))
    .filter(({ units }) => units > 0)
    .map(({ need }) => ({ need: needIdOf(need), reason: reasonOf(need) }));
}
