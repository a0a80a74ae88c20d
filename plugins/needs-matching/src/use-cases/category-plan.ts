/**
 * The best assignment of one category (RES-9). Parcels are given whole, so they are solved exactly; everything else is taken by amounts, which
 * is solved well at once, with a bound of how much better the best could be.
 */
import { isZsError } from '@zhaoshang/kernel';
import { assignGeneral, assignSparse, type GeneralLock } from '../engine/assignment/index.ts';
import type { Matcher, NeedFacts } from '../engine/types.ts';
import type { NeedsMatchingConfig } from '../model/config.ts';
import type { PairRule } from '../model/matches.ts';
import type { Need } from '../model/needs.ts';
import { toThousandths, usualQuantity } from '../rules/quantities.ts';
import type { ResourceShelf } from './zone-matchers.ts';

/** Candidates per need that are solved with. */
const mostCandidates = 50;

export interface PlannedPair {
  readonly need: Need;
  readonly shelf: ResourceShelf;
  readonly score: number;
  readonly rule: PairRule | undefined;
  /** Hard conditions that a lock goes against. */
  readonly against: readonly string[];
  /** Place in the need's own order of preference, from 1; `null` for a lock that is no candidate. */
  readonly preference: number | null;
  /** What it would rather have had. */
  readonly rather: { readonly shelf: ResourceShelf; readonly score: number } | undefined;
}

export interface CategoryPlan {
  readonly pairs: readonly PlannedPair[];
  readonly unassigned: readonly { readonly need: Need; readonly reason: 'nothing-passes' | 'taken' | 'banned' }[];
  readonly total: number;
  readonly bound: number;
  readonly proven: boolean;
  readonly prices: readonly { readonly shelf: ResourceShelf; readonly price: number }[];
}

export interface CategoryProblem {
  readonly config: NeedsMatchingConfig;
  readonly matcher: Matcher;
  readonly shelves: readonly ResourceShelf[];
  readonly needs: readonly Need[];
  readonly facts: ReadonlyMap<string, NeedFacts>;
}

interface Candidate {
  readonly resource: number;
  readonly score: number;
}

/** What every plan of a category starts from, so that plans with and without rules rank once. */
export interface RankedCategory extends CategoryProblem {
  readonly candidates: readonly (readonly Candidate[])[];
  readonly numberOf: ReadonlyMap<string, number>;
}

export function rankCategory(problem: CategoryProblem): RankedCategory {
  const numberOf = new Map(problem.shelves.map(({ resource }, number) => [resource.id, number]));
  const candidates = problem.needs.map((need) =>
    problem.matcher
      .rank(problem.facts.get(need.id) as NeedFacts, { k: mostCandidates, explain: false })
      .items.map(({ id, score }) => ({ resource: numberOf.get(id) as number, score })),
  );
  return { ...problem, candidates, numberOf };
}

export interface RuledPlan {
  readonly plan: CategoryPlan;
  /** Locks that do not fit: too little is left, another lock has the need, or a hard condition came up that nobody gave a reason for. */
  readonly impossible: readonly PairRule[];
}

/**
 * The plan with every lock that can be kept, older ones first. A plan that refused to be made because of one lock could not be read by those
 * who are to clear it.
 */
export function planWithRules(ranked: RankedCategory, rules: readonly PairRule[]): RuledPlan {
  const whole = tryPlan(ranked, rules);
  if (whole !== undefined) return { plan: whole, impossible: [] };
  const impossible: PairRule[] = [];
  let kept = rules.filter(({ kind }) => kind === 'ban');
  let plan = planCategory(ranked, kept);
  for (const lock of rules.filter(({ kind }) => kind === 'lock')) {
    const more = tryPlan(ranked, [...kept, lock]);
    if (more === undefined) impossible.push(lock);
    else {
      kept = [...kept, lock];
      plan = more;
    }
  }
  return { plan, impossible };
}

function tryPlan(ranked: RankedCategory, rules: readonly PairRule[]): CategoryPlan | undefined {
  try {
    return planCategory(ranked, rules);
  } catch (error) {
    if (isLockError(error)) return undefined;
    throw error;
  }
}

/** Throws the engine's `lock-…` errors for locks that do not fit together. */
function planCategory(ranked: RankedCategory, rules: readonly PairRule[]): CategoryPlan {
  const { needs, shelves, candidates, config, numberOf } = ranked;
  const start = new Int32Array(needs.length + 1);
  candidates.forEach((list, need) => (start[need + 1] = (start[need] as number) + list.length));
  const flat = candidates.flat();
  const demandOf = (need: number, resource: number): number =>
    toThousandths(usualQuantity(config, needs[need] as Need, (shelves[resource] as ResourceShelf).resource));
  const locks: (GeneralLock & { rule: PairRule })[] = [];
  const bans: { need: number; resource: number }[] = [];
  for (const rule of rules) {
    const need = needs.findIndex(({ id }) => id === rule.needId);
    const resource = numberOf.get(rule.resourceId);
    if (need < 0 || resource === undefined) continue;
    if (rule.kind === 'ban') bans.push({ need, resource });
    else locks.push({ rule, ...lockOf(ranked, rule, need, resource), demand: demandOf(need, resource) });
  }
  const base = {
    needs: needs.length,
    resources: shelves.length,
    candidateStart: start,
    candidateResource: Int32Array.from(flat, ({ resource }) => resource),
    candidateProfit: Float64Array.from(flat, ({ score }) => score),
    locks,
    bans,
  };
  const whole = shelves.some(({ resource }) => resource.parcel !== null);
  const solved = whole
    ? assignSparse({ ...base, capacity: Int32Array.from(shelves, ({ available }) => Math.floor(available)) })
    : assignGeneral({
        ...base,
        candidateDemand: Float64Array.from(
          candidates.flatMap((list, need) => list.map(({ resource }) => demandOf(need, resource))),
        ),
        capacity: Float64Array.from(shelves, ({ available }) => toThousandths(available)),
      });
  const pairs: PlannedPair[] = [];
  const unassigned: CategoryPlan['unassigned'][number][] = [];
  needs.forEach((need, index) => {
    const resource = solved.resourceOf[index] as number;
    const list = candidates[index] as readonly Candidate[];
    if (resource < 0) {
      const free = list.filter((one) => !bans.some((ban) => ban.need === index && ban.resource === one.resource));
      unassigned.push({ need, reason: list.length === 0 ? 'nothing-passes' : free.length === 0 ? 'banned' : 'taken' });
      return;
    }
    const place = list.findIndex((one) => one.resource === resource);
    const lock = locks.find((one) => one.need === index && one.resource === resource);
    const first = list[0];
    pairs.push({
      need,
      shelf: shelves[resource] as ResourceShelf,
      score: list[place]?.score ?? lock?.profit ?? 0,
      rule: lock?.rule,
      against: lock?.breaks ?? [],
      preference: place < 0 ? null : place + 1,
      rather:
        place > 0 && first !== undefined
          ? { shelf: shelves[first.resource] as ResourceShelf, score: first.score }
          : undefined,
    });
  });
  return {
    pairs,
    unassigned,
    total: solved.total,
    bound: solved.bound,
    proven: solved.gap <= 1e-6 * Math.max(1, solved.bound),
    prices: [...solved.price].flatMap((price, resource) =>
      price > 0 ? [{ shelf: shelves[resource] as ResourceShelf, price: whole ? price : price * 1_000 }] : [],
    ),
  };
}

function lockOf(
  { matcher, facts }: RankedCategory,
  rule: PairRule,
  need: number,
  resource: number,
): Omit<GeneralLock, 'demand'> {
  const explained = matcher.explain(facts.get(rule.needId) as NeedFacts, rule.resourceId);
  return {
    need,
    resource,
    profit: explained?.score ?? 0,
    breaks: (explained?.checks ?? []).filter(({ verdict }) => verdict === 'fail').map(({ name }) => name),
    reason: rule.reason,
  };
}

/** Whether an error says that the locks do not fit together. */
const isLockError = (error: unknown): boolean => isZsError(error) && error.code.startsWith('lock-');
