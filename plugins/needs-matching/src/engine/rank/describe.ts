import type { ConstraintCheck, Explanation, Highlight, PairExplanation, RankedItem } from '../ranking-types.ts';
import type { NeedFacts } from '../schema/fields.ts';
import { wholePoints, wholeTotal } from '../score/largest-remainder.ts';
import type { TextColumn } from '../store/columns.ts';
import { type Highlighter, highlighter } from '../text/highlights.ts';
import type { Evaluation, Evaluator } from './evaluation.ts';

/** Tells rows of an evaluation as items. */
export interface Describer {
  /** `isOpen`: some constraint is unknown. */
  item(row: number, score: number, isOpen: boolean): RankedItem;
  checks(row: number): readonly ConstraintCheck[];
}

export function describer(evaluator: Evaluator, evaluation: Evaluation, explain: boolean): Describer {
  const { scanned, questions, query } = evaluation;
  const { store, parts, constraints } = evaluator;
  const of = parts.reduce((sum, { weight }) => sum + weight, 0);
  const highlight = query === undefined ? undefined : highlighter(query);

  const checks = (row: number): ConstraintCheck[] =>
    scanned.questions.flatMap((question, index) =>
      question === undefined ? [] : [{ name: constraints[index]!.name, ...question.check(row) }],
    );
  const explanations = (row: number, score: number): Explanation[] => {
    const raws = questions.map((question) => question.raw(row));
    const exact = raws.map((raw, index) => (raw === raw ? raw * parts[index]!.weight : 0));
    const points = wholePoints(exact, score);
    return questions.map((question, index) => {
      const raw = raws[index] as number;
      const evidence = question.evidence(row);
      return {
        name: parts[index]!.name,
        raw: raw === raw ? raw : null,
        weight: parts[index]!.weight,
        points: points[index] as number,
        evidence:
          evidence.kind === 'words' && highlight !== undefined
            ? { ...evidence, highlights: highlightsOf(evaluator, row, highlight) }
            : evidence,
      };
    });
  };
  return {
    item: (row, score, isOpen) => ({
      id: store.ids[row] as string,
      score,
      of,
      parts: explain ? explanations(row, score) : [],
      unknown: isOpen ? checks(row).filter(({ verdict }) => verdict === 'unknown') : [],
    }),
    checks,
  };
}

/** Everything about one need and one resource, also where a gate ended the question. */
export function explainPair(evaluator: Evaluator, need: NeedFacts, id: string): PairExplanation | undefined {
  const row = evaluator.store.rowOf.get(id);
  if (row === undefined) return undefined;
  const evaluation = evaluator.evaluate(need);
  // Added up by the same code as over all rows, so that the same number comes out.
  const sum = new Float64Array(1);
  evaluation.questions.forEach((question) => question.add(Int32Array.of(row), 1, sum));
  const describe = describer(evaluator, evaluation, true);
  const checks = describe.checks(row);
  const verdict = (['fail', 'unknown'] as const).find((bad) => checks.some((check) => check.verdict === bad)) ?? 'pass';
  return { ...describe.item(row, wholeTotal(sum[0] as number), true), verdict, checks };
}

/** Ranges of the query's words in every text field of a row that has some. */
export function highlightsOf({ store }: Evaluator, row: number, highlight: Highlighter): Highlight[] {
  return store.textFields.flatMap((field) => {
    const column = store.columns.get(field) as TextColumn;
    return highlight(field, column.values[row] as string) ?? [];
  });
}
