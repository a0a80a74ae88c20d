import {
  type CompiledCondition,
  type Expression,
  type Facts,
  compileCondition,
  compileExpression,
} from '@zhaoshang/rules';
import type { PolicyAmount, PolicyClause, PolicyOptions, PolicyResult } from '../policy-types.ts';

const reviewedStatus = '已审查';

/** A clause made ready; `undefined` where its conditions or formula cannot be read. */
interface ReadyClause {
  readonly conditions: CompiledCondition | undefined;
  readonly formula: Expression | undefined;
}

/** Clauses are data that changes rarely: each object is compiled once. */
const ready = new WeakMap<PolicyClause, ReadyClause>();

/**
 * Every clause against the facts of one enterprise on one day (INFO-5): three-valued, with reasons, missing facts, amount and deadline.
 * `facts` are nested as conditions name them; `input.*` are amounts that an application states.
 */
export function policies(
  facts: Facts,
  clauses: readonly PolicyClause[],
  onDate: string,
  { reviewed = reviewedStatus }: PolicyOptions = {},
): readonly PolicyResult[] {
  return clauses.map((clause) => {
    const { conditions, formula } = readyClause(clause);
    const answer = conditions?.check(facts, { asOf: onDate });
    const verdict = answer?.verdict ?? 'unknown';
    const availability = availabilityOf(clause, onDate, reviewed);
    return {
      id: clause.id,
      title: clause.title,
      dept: clause.dept,
      availability,
      verdict,
      available: availability === 'open' && verdict === 'true',
      tree: answer?.tree ?? null,
      missing: answer?.missing ?? [],
      amount: amountOf(clause, formula, facts),
      deadline: clause.applyWindow?.to ?? clause.effectiveTo ?? null,
      reviewDocNo: clause.fairCompetitionReview?.docNo ?? null,
    };
  });
}

function readyClause(clause: PolicyClause): ReadyClause {
  let made = ready.get(clause);
  if (made === undefined) {
    const formula = clause.amount?.formula;
    made = {
      conditions: readable(() => compileCondition(clause.conditions)),
      formula: typeof formula === 'string' ? readable(() => compileExpression(formula)) : undefined,
    };
    ready.set(clause, made);
  }
  return made;
}

/** One clause that cannot be read must not hide the others: it is to be checked by a person. */
function readable<T>(compile: () => T): T | undefined {
  try {
    return compile();
  } catch {
    return undefined;
  }
}

function availabilityOf(clause: PolicyClause, onDate: string, reviewed: string): PolicyResult['availability'] {
  if (clause.fairCompetitionReview?.status !== reviewed) return 'unreviewed';
  if (onDate < clause.effectiveFrom) return 'future';
  if (typeof clause.effectiveTo === 'string' && onDate > clause.effectiveTo) return 'expired';
  const { applyWindow } = clause;
  return applyWindow && (onDate < applyWindow.from || onDate > applyWindow.to) ? 'not-applying' : 'open';
}

function amountOf({ amount }: PolicyClause, formula: Expression | undefined, facts: Facts): PolicyAmount | null {
  if (amount === undefined || amount === null) return null;
  const capCny = amount.capCny ?? null;
  const { value = null, missing = [] } = formula?.evaluate(facts) ?? {};
  const computed = typeof value === 'number' && missing.length === 0 ? Math.max(0, value) : null;
  const capped = computed !== null && capCny !== null && computed > capCny;
  return {
    cny: capped ? capCny : computed,
    capped,
    capCny,
    formulaText: amount.formulaText ?? null,
    missing,
  };
}
