import { add } from './decimal.ts';
import { compileSyntax } from './evaluate.ts';
import type { RuleSource } from './rule-source.ts';
import type { Scope } from './scope.ts';
import type { ComparisonSign, Test, Tests } from './syntax.ts';

/** By how much `scope.input` misses the nearest of some tests; `undefined` where no number is tested. */
export type MeasureGap = (scope: Scope) => number | undefined;

/** 0 when a test is met, or missed by a strict bound alone. */
export function compileGap({ any, negated }: Tests, rule: RuleSource): MeasureGap {
  const measures = (negated ? [] : (any ?? [])).map((test) => measure(test, rule));
  return (scope) => {
    const gaps = measures.map((one) => one(scope)).filter((gap) => gap >= 0);
    return gaps.length > 0 ? Math.min(...gaps) : undefined;
  };
}

/** NaN where it is no number that is tested, or not for being near. */
function measure(test: Test, rule: RuleSource): (scope: Scope) => number {
  const bounds = (test.bounds ?? [{ sign: '=', endpoint: test.expression } as const]).map(({ sign, endpoint }) => {
    const limit = compileSyntax(endpoint, rule);
    return (scope: Scope): number => {
      const [bound, { input }] = [limit(scope), scope];
      return typeof bound === 'number' && typeof input === 'number' ? gapTo(sign, input, bound) : Number.NaN;
    };
  });
  return (scope) => Math.max(...bounds.map((bound) => bound(scope)));
}

/** By how much a number misses a bound; 0 when it does not, NaN where being near counts for nothing. */
export function gapTo(sign: ComparisonSign, actual: number, bound: number): number {
  if (sign === '!=') return Number.NaN;
  const lack = add(bound, -actual);
  return sign === '=' ? Math.abs(lack) : Math.max(0, sign.startsWith('>') ? lack : -lack);
}
