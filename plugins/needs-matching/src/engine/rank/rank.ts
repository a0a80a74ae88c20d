import type { RankOptions, RankResult, RankedItem } from '../ranking-types.ts';
import type { NeedFacts } from '../schema/fields.ts';
import type { DateColumn } from '../store/columns.ts';
import { TopK } from '../score/top-k.ts';
import { describer } from './describe.ts';
import type { Evaluator } from './evaluation.ts';

const usualK = 10;
const mostK = 1_000;

/** `k` as the caller meant it: whole, 0…1,000. */
export function boundedK(k: number | undefined): number {
  return k === undefined || Number.isNaN(k) ? usualK : Math.max(0, Math.min(mostK, Math.floor(k)));
}

/** Filter, score, and the best k of what passes, of what must be checked and of the near misses (RES-9). */
export function rank(
  evaluator: Evaluator,
  earliest: DateColumn | undefined,
  need: NeedFacts,
  { k: asked, explain = true, signal }: RankOptions,
): RankResult {
  const k = boundedK(asked);
  const evaluation = evaluator.evaluate(need, signal);
  const { scanned, scoredAt, scoredCount, totals } = evaluation;
  const isBefore = evaluator.order(evaluation, earliest);
  const passing = new TopK(k, isBefore);
  const toCheck = new TopK(k, isBefore);
  const isOpen = (at: number): boolean => scanned.unknown[scoredAt[at] as number] !== 0;
  // What is certain to lack one thing only comes before what may lack more.
  const isNearer = (one: number, other: number): boolean => {
    const open = isOpen(one);
    return open === isOpen(other) ? isBefore(one, other) : !open;
  };
  const near = new TopK(k, isNearer);
  let passed = 0;
  let needsCheck = 0;
  // Most rows are worse than the worst that is kept: one comparison of numbers tells.
  let least = -1;
  let leastNear = -1;
  for (let at = 0; at < scoredCount; at += 1) {
    const place = scoredAt[at] as number;
    if (scanned.failed[place] !== 0) {
      if ((totals[at] as number) < leastNear) continue;
      near.offer(at);
      // Only a certain one may push out others that are not: until all are certain, any may come in.
      const { worst } = near;
      leastNear = worst >= 0 && !isOpen(worst) ? (totals[worst] as number) : -1;
    } else if (scanned.unknown[place] === 0) {
      passed += 1;
      if ((totals[at] as number) < least) continue;
      passing.offer(at);
      const { worst } = passing;
      least = worst >= 0 ? (totals[worst] as number) : -1;
    } else {
      needsCheck += 1;
      toCheck.offer(at);
    }
  }
  const describe = describer(evaluator, evaluation, explain);
  const rowOf = (at: number): number => scanned.rows[scoredAt[at] as number] as number;
  const item = (at: number): RankedItem => describe.item(rowOf(at), totals[at] as number, isOpen(at));
  const byConstraint: Record<string, number> = {};
  evaluator.constraints.forEach(({ name }, index) => {
    if (scanned.questions[index] !== undefined) byConstraint[name] = scanned.failures[index] as number;
  });
  const resources = evaluator.store.size;
  return {
    need: need.id,
    items: passing.sorted().map(item),
    needsCheck: toCheck.sorted().map(item),
    counts: { resources, passed, needsCheck },
    rejected: {
      count: resources - passed - needsCheck,
      byConstraint,
      nearMisses: near.sorted().map((at) => {
        const { id, score, of, unknown } = item(at);
        const failed = describe.checks(rowOf(at)).filter(({ verdict }) => verdict === 'fail');
        return { id, score, of, failed, unknown };
      }),
    },
  };
}
