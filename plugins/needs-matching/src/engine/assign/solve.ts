import type { AssignOptions, Assignment } from '../assign-types.ts';
import { assignSparse } from '../assignment/sparse.ts';
import type { Lock, SparseProblem } from '../assignment/types.ts';
import { stopIfAborted } from '../engine-error.ts';
import { explainPair } from '../rank/describe.ts';
import type { Evaluator } from '../rank/evaluation.ts';
import type { NeedFacts } from '../schema/fields.ts';
import { TopK } from '../score/top-k.ts';
import { type DateColumn, NumberColumn } from '../store/columns.ts';
import { answerOf } from './answer.ts';
import { tooManyNeeds, unknownPair } from './assign-errors.ts';
import { Numbering } from './numbering.ts';

const usualCandidates = 20;
const usualMaxNeeds = 20_000;
const mostUnits = 0x3fff_ffff;

/** The whole zone at once (RES-9): candidates by score, solved exactly, the others priced back in. */
export function assign(
  evaluator: Evaluator,
  earliest: DateColumn | undefined,
  maxNeeds: number | undefined,
  needs: readonly NeedFacts[],
  options: AssignOptions,
): Assignment {
  const limit = maxNeeds ?? usualMaxNeeds;
  if (needs.length > limit) throw tooManyNeeds(needs.length, limit);
  const { store } = evaluator;
  const numbers = new Numbering(needs, store);
  const perNeed = Math.max(1, Math.floor(options.candidates ?? usualCandidates));
  const candidateStart = new Int32Array(numbers.needs.length + 1);
  const resource: number[] = [];
  const profit: number[] = [];
  const passing = new Int32Array(numbers.needs.length);
  numbers.needs.forEach((need, index) => {
    const evaluation = evaluator.evaluate(need, options.signal);
    const { scanned, scoredAt, scoredCount, totals } = evaluation;
    const best = new TopK(perNeed, evaluator.order(evaluation, earliest));
    for (let at = 0; at < scoredCount; at += 1) {
      const place = scoredAt[at] as number;
      if (scanned.failed[place] !== 0 || scanned.unknown[place] !== 0) continue;
      passing[index]! += 1;
      best.offer(at);
    }
    for (const at of best.sorted()) {
      resource.push(numbers.ofRow[scanned.rows[scoredAt[at] as number] as number] as number);
      profit.push(totals[at] as number);
    }
    candidateStart[index + 1] = resource.length;
  });
  stopIfAborted(options.signal);

  const version = store.version;
  const isPruned = passing.some((count) => count > perNeed);
  const fullRow = (index: number, profits: Float64Array): void => {
    profits.fill(Number.NEGATIVE_INFINITY);
    // All that passes are candidates already: no need to look again.
    if ((passing[index] as number) <= perNeed) {
      const end = candidateStart[index + 1] as number;
      for (let at = candidateStart[index] as number; at < end; at += 1)
        profits[resource[at] as number] = profit[at] as number;
      return;
    }
    const { scanned, scoredAt, scoredCount, totals } = evaluator.evaluate(numbers.needs[index] as NeedFacts);
    for (let at = 0; at < scoredCount; at += 1) {
      const place = scoredAt[at] as number;
      if (scanned.failed[place] === 0 && scanned.unknown[place] === 0)
        profits[numbers.ofRow[scanned.rows[place] as number] as number] = totals[at] as number;
    }
  };
  const lockOf = (pair: { need: string; resource: string; reason?: string }): Lock => {
    const need = numbers.need(pair.need);
    const explained = explainPair(evaluator, numbers.needs[need] as NeedFacts, pair.resource);
    if (explained === undefined) throw unknownPair(pair);
    return {
      need,
      resource: numbers.resource(pair.resource),
      profit: explained.score,
      breaks: explained.checks.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name),
      ...(pair.reason === undefined ? {} : { reason: pair.reason }),
    };
  };
  const problem: SparseProblem = {
    needs: numbers.needs.length,
    resources: numbers.ids.length,
    candidateStart,
    candidateResource: Int32Array.from(resource),
    candidateProfit: Float64Array.from(profit),
    capacity: unitsOf(evaluator, numbers, options),
    reserve: reserveOf(numbers, options),
    mode: options.aim ?? 'best-total',
    locks: (options.locks ?? []).map(lockOf),
    bans: (options.bans ?? []).map((ban) => ({
      need: numbers.need(ban.need),
      resource: numbers.resource(ban.resource),
    })),
    ...(isPruned ? { fullRow } : {}),
  };
  const solved = assignSparse(problem, options.signal === undefined ? {} : { signal: options.signal });
  return answerOf(solved, { numbers, passing, lockOf, isCurrent: () => store.version === version });
}

function unitsOf(
  { store }: Evaluator,
  numbers: Numbering,
  { mode, capacityField = 'capacity' }: AssignOptions,
): Int32Array {
  const column = store.columns.get(capacityField);
  return Int32Array.from(numbers.rows, (row) => {
    if (mode === 'one-to-one' || !(column instanceof NumberColumn)) return 1;
    const units = column.values[row] as number;
    return units === units ? Math.max(0, Math.min(mostUnits, Math.floor(units))) : 1;
  });
}

function reserveOf(numbers: Numbering, { reserve = {} }: AssignOptions): Int32Array {
  const units = new Int32Array(numbers.ids.length);
  Object.keys(reserve).forEach((id) => {
    units[numbers.resource(id)] = Math.max(0, Math.min(mostUnits, Math.floor(reserve[id] as number)));
  });
  return units;
}
