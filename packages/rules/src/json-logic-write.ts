import type { Condition } from './condition.ts';
import { parseExpression, parseTests } from './parser.ts';
import { RuleSyntaxError, within } from './rule-error.ts';
import { isList, ownProperty } from './rule-value.ts';
import type { Bound, ComparisonSign, Syntax, Test } from './syntax.ts';

/** A JsonLogic rule: plain JSON. */
export type JsonLogic = unknown;

const jsonSigns: Readonly<Record<ComparisonSign, string>> = {
  '=': '===',
  '!=': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const fieldSigns: Readonly<Record<string, ComparisonSign>> = {
  eq: '=',
  ne: '!=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
};

/**
 * A JsonLogic rule that is true exactly where the condition is `true`. JsonLogic has no third value and lets a missing number pass a
 * threshold, so every comparison first asks that its facts are there (with `!==`: engines differ on `!=` of a list), and `not` is carried inwards to the comparisons. Facts must
 * be of the kinds the condition expects: JsonLogic also compares "5" with 5.
 *
 * @throws RuleSyntaxError `not-expressible` for dates, `hasValid`, operators of a caller and functions JsonLogic does not have
 */
export function toJsonLogic(condition: Condition): JsonLogic {
  return write(condition, true);
}

/** `holds`: write the condition itself, or else its opposite. */
function write(condition: Condition, holds: boolean): JsonLogic {
  if (typeof condition === 'string') return writeTruth(parseExpression(condition), holds, condition);
  const child = (of: Condition, path: string): JsonLogic => within(path, () => write(of, holds));
  if ('all' in condition)
    return joined(
      condition.all.map((one, index) => child(one, `/all/${index}`)),
      holds,
    );
  if ('any' in condition)
    return joined(
      condition.any.map((one, index) => child(one, `/any/${index}`)),
      !holds,
    );
  if ('not' in condition) return within('/not', () => write(condition.not, !holds));
  if ('fact' in condition) return writeTests(condition.fact, condition.test, holds);
  const { field, op, value } = condition;
  const variable = { var: field };
  const sign = Object.keys(fieldSigns).includes(op) ? fieldSigns[op] : undefined;
  if (sign !== undefined) return known([field], { [jsonSigns[sign]]: [variable, value] }, holds);
  if (!isList(value as never)) throw refusal(op);
  const list = value as readonly unknown[];
  const item = { var: '' };
  switch (op) {
    case 'in':
      return known([field], { in: [variable, list] }, holds);
    case 'notIn':
      return known([field], { in: [variable, list] }, !holds);
    case 'hasAny':
      return known([field], { some: [variable, { in: [item, list] }] }, holds);
    case 'hasAll':
      return known([field], { and: list.map((one) => ({ in: [one, variable] })) }, holds);
    case 'prefixIn': {
      const starts = list.map((one) => ({ '===': [{ substr: [item, 0, String(one).length] }, one] }));
      return known([field], { some: [{ merge: [variable] }, { or: starts }] }, holds);
    }
    default:
      throw refusal(op);
  }
}

const refusal = (found: string): RuleSyntaxError =>
  new RuleSyntaxError('not-expressible', { source: found, position: 0 }, found);

function joined(parts: readonly JsonLogic[], isAll: boolean): JsonLogic {
  if (parts.length === 0) return isAll;
  return parts.length === 1 ? parts[0] : { [isAll ? 'and' : 'or']: parts };
}

/** The facts are there, and the comparison holds or does not. */
function known(facts: readonly string[], comparison: JsonLogic, holds: boolean): JsonLogic {
  const guards = [...new Set(facts)].map((fact) => ({ '!==': [{ var: fact }, null] }));
  return joined([...guards, holds ? comparison : { '!': [comparison] }], true);
}

function writeTests(fact: string, test: string, holds: boolean): JsonLogic {
  const subject = within('/fact', () => parseExpression(fact));
  const { any, negated } = within('/test', () => parseTests(test));
  if (any === null) return holds;
  const wanted = holds !== negated;
  return joined(
    any.map((one) => within('/test', () => writeTest(subject, one, wanted, test))),
    !wanted,
  );
}

function writeTest(subject: Syntax, test: Test, holds: boolean, source: string): JsonLogic {
  if (test.bounds === undefined) {
    const { expression } = test;
    if (expression.type === 'list')
      return joined(
        expression.items.map((item) => writeBound(subject, { sign: '=', endpoint: item }, holds, source)),
        !holds,
      );
    if (test.isCondition) throw refusal(source);
  }
  const bounds = test.bounds ?? [{ sign: '=', endpoint: test.expression } as const];
  return joined(
    bounds.map((bound) => writeBound(subject, bound, holds, source)),
    holds,
  );
}

const isNull = (syntax: Syntax): boolean => syntax.type === 'value' && syntax.value === null;

function writeBound(left: Syntax, { sign, endpoint }: Bound, holds: boolean, source: string): JsonLogic {
  if (isNull(endpoint) && (sign === '=' || sign === '!=')) {
    // A computed value is there when all that it is made of is
    const isThere = (sign === '!=') === holds;
    return joined(
      factsIn(left).map((fact) => ({ [isThere ? '!==' : '===']: [{ var: fact }, null] })),
      isThere,
    );
  }
  return known(
    [left, endpoint].flatMap(factsIn),
    { [jsonSigns[sign]]: [writeValue(left, source), writeValue(endpoint, source)] },
    holds,
  );
}

/** An expression that is a condition. */
function writeTruth(syntax: Syntax, holds: boolean, source: string): JsonLogic {
  const part = (of: Syntax, asIs = holds): JsonLogic => writeTruth(of, asIs, source);
  switch (syntax.type) {
    case 'value':
      if (typeof syntax.value === 'boolean') return syntax.value === holds;
      break;
    case 'name':
      return known(factsIn(syntax), { '===': [writeValue(syntax, source), holds] }, true);
    case 'call':
      if (syntax.name === 'not' && syntax.given.length === 1) return part(syntax.given[0] as Syntax, !holds);
      break;
    case 'in': {
      const { any, negated } = syntax.tests;
      const wanted = holds !== negated;
      return joined(
        (any ?? []).map((test) => writeTest(syntax.value, test, wanted, source)),
        !wanted,
      );
    }
    case 'binary': {
      const { sign, left, right } = syntax;
      if (sign === 'and' || sign === 'or') return joined([part(left), part(right)], (sign === 'and') === holds);
      if (!Object.keys(jsonSigns).includes(sign)) break;
      const [first, second] = isNull(left) ? [right, left] : [left, right];
      return writeBound(first, { sign: sign as ComparisonSign, endpoint: second }, holds, source);
    }
    default:
  }
  throw refusal(source);
}

function writeValue(syntax: Syntax, source: string): JsonLogic {
  const part = (of: Syntax): JsonLogic => writeValue(of, source);
  switch (syntax.type) {
    case 'value':
      return syntax.value;
    case 'name':
      if (syntax.path[0] !== '?') return { var: syntax.path.join('.') };
      break;
    case 'list':
      return syntax.items.map(part);
    case 'binary':
      if (['+', '-', '*', '/'].includes(syntax.sign)) return { [syntax.sign]: [part(syntax.left), part(syntax.right)] };
      break;
    case 'call':
      if (syntax.name === 'min' || syntax.name === 'max') return { [syntax.name]: syntax.given.map(part) };
      break;
    default:
  }
  throw refusal(source);
}

function factsIn(syntax: Syntax): string[] {
  switch (syntax.type) {
    case 'name':
      return [syntax.path.join('.')];
    case 'list':
      return syntax.items.flatMap(factsIn);
    case 'binary':
      return [syntax.left, syntax.right].flatMap(factsIn);
    case 'call':
      return syntax.given.flatMap(factsIn);
    default:
      return [];
  }
}

/** The fact of `{ "!==": [{ "var": fact }, null] }`. */
export function guardedFact(logic: JsonLogic): string | undefined {
  const operands = ownProperty(logic, '!==') ?? ownProperty(logic, '!=');
  const variable = Array.isArray(operands) && operands[1] === null ? ownProperty(operands[0], 'var') : undefined;
  return typeof variable === 'string' ? variable : undefined;
}
