import type { Constraint } from '../schema/schema.ts';
import { type ConditionColumn, unreadable } from '../store/condition-column.ts';
import { type BoundConstraint, type Outcome, outcome, verdictOf } from './constraint.ts';

/**
 * The resource's own condition tree about the need. For a need each distinct tree is evaluated once, however many resources share it. A
 * resource without conditions passes.
 */
export function conditionConstraint(
  { name, gate = false }: Constraint & { readonly kind: 'condition' },
  column: ConditionColumn,
): BoundConstraint {
  return {
    name,
    gate,
    ask: (need) => {
      const facts = need.facts ?? {};
      const options = need.asOf === undefined ? {} : { asOf: need.asOf };
      /** Outcomes of the trees, one higher; 0: not asked yet. */
      const outcomes = new Uint8Array(column.trees.length);
      const judge = (row: number): Outcome => {
        const tree = column.values[row] as number;
        if (tree < 0) return tree === unreadable ? outcome.unknown : outcome.pass;
        if (outcomes[tree] === 0) {
          const verdict = column.trees[tree]!.verdict(facts, options);
          outcomes[tree] =
            1 + (verdict === 'true' ? outcome.pass : verdict === 'false' ? outcome.fail : outcome.unknown);
        }
        return ((outcomes[tree] as number) - 1) as Outcome;
      };
      return {
        scan: (rows, count, bit, failed, unknown) => {
          let failures = 0;
          for (let at = 0; at < count; at += 1) {
            const result = judge(rows[at] as number);
            if (result === outcome.fail) {
              failed[at]! |= bit;
              failures += 1;
            } else if (result === outcome.unknown) unknown[at]! |= bit;
          }
          return failures;
        },
        check: (row) => {
          const tree = column.values[row] as number;
          const verdict = verdictOf(judge(row));
          const plain = { verdict, required: null, actual: null, gap: null };
          if (tree < 0) return plain;
          const answer = column.trees[tree]!.check(facts, options);
          return { ...plain, condition: { tree: answer.tree, missing: answer.missing } };
        },
      };
    },
  };
}
