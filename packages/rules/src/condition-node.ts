import { all, any, not } from './comparison.ts';
import type { Condition, ConditionOptions, Verdict } from './condition.ts';
import { verdictOf } from './condition.ts';
import { compileSource, compileSyntax } from './evaluate.ts';
import { fieldOperators } from './field-operators.ts';
import { compileGap } from './gap.ts';
import type { Warning } from './codes.ts';
import { parseExpression, parseTests } from './parser.ts';
import { RuleSyntaxError, within } from './rule-error.ts';
import type { RuleSource } from './rule-source.ts';
import type { Facts, RuleValue } from './rule-value.ts';
import { ownProperty } from './rule-value.ts';
import { Scope, readFact } from './scope.ts';
import type { Bound } from './syntax.ts';
import { compileTests, quantified, truthOf } from './unary-tests.ts';

/** One node of the answer. `missing`: what would settle it, empty unless it is unknown. */
export type ConditionNode =
  | {
      readonly type: 'all' | 'any' | 'not';
      readonly verdict: Verdict;
      readonly missing: readonly string[];
      readonly children: readonly ConditionNode[];
    }
  | ConditionLeaf;

export interface ConditionLeaf {
  readonly type: 'expression' | 'test' | 'field';
  readonly verdict: Verdict;
  readonly missing: readonly string[];
  readonly warnings: readonly Warning[];
  readonly label?: string;
  /** The fact or field, or the whole expression. */
  readonly subject: string;
  /** `gte`, `>=`; absent where the leaf is no comparison. */
  readonly op?: string;
  /** What is asked: a value, or the source of a cell. */
  readonly required?: RuleValue;
  /** What the fact is; `null` when it is not known. */
  readonly actual?: RuleValue;
  /** By how much a number fails; 0 when it does not, or by a strict bound alone. */
  readonly gap?: number;
}

export interface CompiledNode {
  decide(scope: Scope): boolean | null;
  explain(facts: Facts, asOf: string | null): ConditionNode;
}

const deepest = 60;

/** What a leaf says besides its verdict, computed from a scope in which the leaf was decided. */
type Details = (scope: Scope) => Partial<ConditionLeaf>;

export function compileConditionNode(condition: Condition, options: ConditionOptions, depth: number): CompiledNode {
  if (depth > deepest) throw new RuleSyntaxError('too-deep', { source: '', position: 0 });
  if (typeof condition === 'string') return expressionLeaf(condition, options);
  const child = (of: unknown, path: string): CompiledNode =>
    within(path, () => compileConditionNode(of as Condition, options, depth + 1));
  const own = (name: string): unknown => ownProperty(condition, name);
  for (const type of ['all', 'any'] as const) {
    const parts = own(type);
    if (!Array.isArray(parts)) continue;
    return combination(
      type,
      parts.map((part, index) => child(part, `/${type}/${index}`)),
    );
  }
  if (own('not') !== undefined) return combination('not', [child(own('not'), '/not')]);
  const [fact, test, field, op] = ['fact', 'test', 'field', 'op'].map(own);
  const label = typeof own('label') === 'string' ? { label: own('label') as string } : {};
  if (typeof fact === 'string' && typeof test === 'string') return testLeaf(fact, test, label, options);
  if (typeof field === 'string' && typeof op === 'string')
    return fieldLeaf(field, op, (own('value') ?? null) as RuleValue, label, options);
  throw new RuleSyntaxError('invalid-condition', { source: '', position: 0 }, describe(condition));
}

/** The keys, or the kind of thing, that stands where a condition should. */
const describe = (value: unknown): string =>
  value !== null && typeof value === 'object' ? Object.keys(value).join(', ') : String(value);

const combined = { all, any, not: ([verdict = null]: readonly (boolean | null)[]) => not(verdict) };

function combination(type: 'all' | 'any' | 'not', nodes: readonly CompiledNode[]): CompiledNode {
  const one = quantified(
    nodes.map(({ decide }) => decide),
    type === 'any',
  );
  return {
    decide: type === 'not' ? (scope) => not(one(scope)) : one,
    explain: (facts, asOf) => {
      const children = nodes.map((node) => node.explain(facts, asOf));
      const verdict = verdictOf(
        combined[type](children.map((child) => (child.verdict === 'unknown' ? null : child.verdict === 'true'))),
      );
      const open = verdict === 'unknown' ? children.filter((child) => child.verdict === 'unknown') : [];
      return { type, verdict, missing: [...new Set(open.flatMap((child) => child.missing))], children };
    },
  };
}

function leaf(
  type: ConditionLeaf['type'],
  subject: string,
  decide: (scope: Scope) => boolean | null,
  details: Details,
): CompiledNode {
  return {
    decide,
    explain: (facts, asOf) => {
      const scope = new Scope(facts, asOf);
      const verdict = verdictOf(decide(scope));
      const { missing, warnings } = scope;
      return { type, subject, verdict, missing: verdict === 'unknown' ? missing : [], warnings, ...details(scope) };
    },
  };
}

/** A cell on a fact. */
function testLeaf(fact: string, test: string, label: { label?: string }, options: ConditionOptions): CompiledNode {
  const rule: RuleSource = { ...options, source: test };
  const actual = within('/fact', () => compileSource(fact, options));
  const tests = within('/test', () => parseTests(test, options.names));
  const run = within('/test', () => compileTests(tests, rule));
  const gapOf = compileGap(tests, rule);
  const decide = (scope: Scope): boolean | null => {
    scope.input = actual(scope);
    return run(scope);
  };
  return leaf('test', fact, decide, (scope) => ({ ...label, required: test, ...measured(scope, gapOf(scope)) }));
}

/** What a value is, and by how much it misses. */
const measured = (scope: Scope, gap: number | undefined): Partial<ConditionLeaf> => ({
  actual: scope.input,
  ...(gap === undefined ? {} : { gap }),
});

/** A comparison with a fact on its left is told like a test; any other expression has a verdict only. */
function expressionLeaf(source: string, options: ConditionOptions): CompiledNode {
  const rule: RuleSource = { ...options, source };
  const syntax = parseExpression(source, options.names);
  const decide = truthOf(compileSyntax(syntax, rule), source, 0);
  if (syntax.type !== 'binary' || syntax.left.type !== 'name' || !/[=<>]/.test(syntax.sign))
    return leaf('expression', source, decide, () => ({}));
  const { sign, left, right } = syntax;
  const [actual, required] = [readFact(left.path, rule), compileSyntax(right, rule)];
  const bound: Bound = { sign: sign as Bound['sign'], endpoint: right };
  const gapOf = compileGap({ any: [{ bounds: [bound] }], negated: false }, rule);
  return leaf('expression', source, decide, ({ facts }) => {
    const scope = new Scope(facts);
    scope.input = actual(scope);
    return { op: sign, required: required(scope), ...measured(scope, gapOf(scope)) };
  });
}

function fieldLeaf(
  field: string,
  op: string,
  required: RuleValue,
  label: { label?: string },
  options: ConditionOptions,
): CompiledNode {
  const operator = ownOperator(options.operators, op) ?? ownOperator(fieldOperators, op);
  const place = { source: field, position: 0 };
  if (operator === undefined) throw new RuleSyntaxError('unknown-operator', place, op, '/op');
  if (operator.accepts?.(required) === false) throw new RuleSyntaxError('invalid-operand', place, op, '/value');
  const read = readFact(field.split('.'), options, 0);
  const decide = (scope: Scope): boolean | null => {
    const actual = read(scope);
    scope.input = actual;
    if (operator.needsDate === true && scope.asOf === null) return scope.warn('missing-fact', 'asOf', 0);
    if (actual === null) return null;
    const verdict = operator.test(actual, required, scope.asOf);
    return verdict === null ? scope.warn('type-mismatch', op, 0) : verdict;
  };
  return leaf('field', field, decide, (scope) => {
    const { input } = scope;
    const gap = typeof input === 'number' && typeof required === 'number' ? operator.gap?.(input, required) : undefined;
    return { ...label, op, required, ...measured(scope, gap) };
  });
}

const ownOperator = (operators: ConditionOptions['operators'], op: string) =>
  ownProperty(operators, op) as (typeof fieldOperators)[string] | undefined;
