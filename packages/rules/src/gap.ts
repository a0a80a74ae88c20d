import { subtract } from './decimal.ts';
import { compileSyntax } from './evaluate.ts';
import type { Scope } from './scope.ts';
import type { Test, Tests } from './syntax.ts';

/** By how much `scope.input` misses the nearest of some tests; `undefined` where no number is tested. */
export type MeasureGap = (scope: Scope) => number | undefined;

/** 0 when a test is met, or missed by a strict bound alone. */
export function compileGap({ any, negated }: Tests, source: string): MeasureGap {
  if (any === null || negated) return () => undefined;
  const measures = any.map((test) => measure(test, source));
  return (scope) => {
    const gaps = measures.map((one) => one(scope)).filter((one): one is number => one !== undefined);
    return gaps.length === 0 ? undefined : Math.min(...gaps);
  };
}

function measure(test: Test, source: string): MeasureGap {
  if (test.type === 'interval') {
    const [from, to] = [compileSyntax(test.from, source), compileSyntax(test.to, source)];
    return (scope) => {
      const [low, high, { input }] = [from(scope), to(scope), scope];
      if (typeof low !== 'number' || typeof high !== 'number' || typeof input !== 'number') return undefined;
      return Math.max(0, subtract(low, input), subtract(input, high));
    };
  }
  const sign = test.type === 'compare' ? test.sign : '=';
  const limit = compileSyntax(test.type === 'compare' ? test.endpoint : test.expression, source);
  if (sign === '!=') return () => undefined;
  return (scope) => {
    const [bound, { input }] = [limit(scope), scope];
    if (typeof bound !== 'number' || typeof input !== 'number') return undefined;
    const lack = subtract(bound, input);
    return sign === '=' ? Math.abs(lack) : Math.max(0, sign.startsWith('>') ? lack : -lack);
  };
}
