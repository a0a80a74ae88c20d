import type { Condition } from './condition.ts';
import { guardedFact } from './json-logic-write.ts';
import type { JsonLogic } from './json-logic-write.ts';
import { tokenize } from './lexer.ts';
import { RuleSyntaxError, within } from './rule-error.ts';
import { ownProperty } from './rule-value.ts';

const fieldOps: Readonly<Record<string, readonly [string, string]>> = {
  // The operator, and the one for the operands the other way round
  '==': ['eq', 'eq'],
  '===': ['eq', 'eq'],
  '!=': ['ne', 'ne'],
  '!==': ['ne', 'ne'],
  '<': ['lt', 'gt'],
  '<=': ['lte', 'gte'],
  '>': ['gt', 'lt'],
  '>=': ['gte', 'lte'],
};
const feelSigns: Readonly<Record<string, string>> = { '==': '=', '===': '=', '!==': '!=' };
const deepest = 60;

/**
 * The condition that a JsonLogic rule states. Two-valued habits are not taken over: a fact that is missing makes the condition unknown
 * where JsonLogic would go on with null or 0, so `x != null` beside a comparison of x is left out.
 *
 * @throws RuleSyntaxError `not-expressible` with the operator, and where in the rule
 */
export function fromJsonLogic(logic: JsonLogic): Condition {
  return read(logic, 0);
}

const refusal = (found: string): RuleSyntaxError =>
  new RuleSyntaxError('not-expressible', { source: found, position: 0 }, found);

/** Operator and operands of `{ op: [a, b] }` or `{ op: a }`. */
function operation(logic: JsonLogic): { readonly op: string; readonly operands: readonly JsonLogic[] } | undefined {
  if (logic === null || typeof logic !== 'object' || Array.isArray(logic)) return undefined;
  const [op, ...more] = Object.keys(logic);
  if (op === undefined || more.length > 0) throw refusal(JSON.stringify(logic)?.slice(0, 60) ?? '');
  const operands = ownProperty(logic, op);
  return { op, operands: Array.isArray(operands) ? (operands as JsonLogic[]) : [operands] };
}

function read(logic: JsonLogic, depth: number): Condition {
  if (depth > deepest) throw new RuleSyntaxError('too-deep', { source: '', position: 0 });
  if (typeof logic === 'boolean') return String(logic);
  const { op, operands } = operation(logic) ?? { op: String(logic), operands: [] };
  const parts = (): Condition[] =>
    operands.map((operand, index) => within(`/${op}/${index}`, () => read(operand, depth + 1)));
  const [first, second] = operands;
  switch (op) {
    case 'and': {
      const kept = operands.filter((operand) => !isGuard(operand, operands));
      const all = kept.map((operand, index) => within(`/and/${index}`, () => read(operand, depth + 1)));
      return all.length === 1 ? (all[0] as Condition) : { all };
    }
    case 'or':
      return { any: parts() };
    case '!':
      return { not: parts()[0] as Condition };
    case 'var':
      return { field: variableOf(logic) ?? '', op: 'eq', value: true };
    case 'in': {
      const list = variableOf(second);
      if (list !== undefined && isScalar(first)) return { field: list, op: 'hasAny', value: [first] };
      const field = variableOf(first);
      if (field !== undefined && Array.isArray(second) && second.every(isScalar))
        return { field, op: 'in', value: second };
      break;
    }
    case 'some':
      return some(first, second) ?? unreadable(op);
    default:
      if (Object.keys(fieldOps).includes(op)) return comparison(op, operands);
  }
  throw refusal(op);
}

function unreadable(op: string): never {
  throw refusal(op);
}

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** `null` for a default value, which a condition has no place for. */
function variableOf(logic: JsonLogic): string | undefined {
  const variable = ownProperty(logic, 'var');
  const name = Array.isArray(variable) && variable.length === 1 ? (variable as unknown[])[0] : variable;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** A question whether a fact is there, beside a part that cannot be true without it. */
function isGuard(operand: JsonLogic, siblings: readonly JsonLogic[]): boolean {
  const fact = guardedFact(operand);
  return fact !== undefined && siblings.some((one) => needs(one, fact));
}

function needs(logic: JsonLogic, fact: string): boolean {
  const { op, operands } = operation(logic) ?? { op: '', operands: [] };
  if (op === 'or') return operands.length > 0 && operands.every((one) => needs(one, fact));
  if (op === 'and') return operands.some((one) => needs(one, fact));
  const negated = op === '!' ? operation(operands[0])?.op : op;
  const comparesNull = operands.includes(null);
  return negated !== 'and' && negated !== 'or' && !comparesNull && mentions(logic, fact);
}

function mentions(logic: JsonLogic, fact: string): boolean {
  if (logic === null || typeof logic !== 'object') return false;
  return variableOf(logic) === fact || Object.values(logic).some((inner) => mentions(inner, fact));
}

function comparison(op: string, operands: readonly JsonLogic[]): Condition {
  const [first, second, third] = operands;
  if (operands.length === 3 && (op === '<' || op === '<=')) {
    const [from, to] = op === '<' ? ['(', ')'] : ['[', ']'];
    return { fact: value(second), test: `${from}${value(first)}..${value(third)}${to}` };
  }
  if (operands.length !== 2) throw refusal(op);
  const [straight, reversed] = fieldOps[op] as readonly [string, string];
  const [left, right] = [variableOf(first), variableOf(second)];
  if (left !== undefined && isScalar(second)) return { field: left, op: straight, value: second };
  if (right !== undefined && isScalar(first)) return { field: right, op: reversed, value: first };
  return `${value(first)} ${feelSigns[op] ?? op} ${value(second)}`;
}

/** What `toJsonLogic` writes for hasAny and prefixIn. */
function some(list: JsonLogic, test: JsonLogic): Condition | undefined {
  const inner = operation(test);
  const isItem = (logic: JsonLogic): boolean => ownProperty(logic, 'var') === '';
  const field = variableOf(list);
  if (field !== undefined && inner?.op === 'in' && isItem(inner.operands[0]) && Array.isArray(inner.operands[1]))
    return { field, op: 'hasAny', value: inner.operands[1] };
  const merged = ownProperty(list, 'merge');
  const code = Array.isArray(merged) ? variableOf(merged[0]) : undefined;
  if (code === undefined || inner?.op !== 'or') return undefined;
  const prefixes = inner.operands.map((one) => {
    const equality = operation(one);
    const cut = operation(equality?.operands[0]);
    const prefix = equality?.operands[1];
    return equality?.op === '===' &&
      cut?.op === 'substr' &&
      isItem(cut.operands[0]) &&
      cut.operands[1] === 0 &&
      typeof prefix === 'string' &&
      cut.operands[2] === prefix.length
      ? prefix
      : undefined;
  });
  return prefixes.includes(undefined) ? undefined : { field: code, op: 'prefixIn', value: prefixes };
}

/** A value as FEEL. */
function value(logic: JsonLogic): string {
  if (logic === null || typeof logic === 'boolean') return String(logic);
  if (typeof logic === 'number' && Number.isFinite(logic)) return decimalText(logic);
  if (typeof logic === 'string') return `"${logic.replace(/["\\]/g, '\\$&')}"`;
  const variable = variableOf(logic);
  if (variable !== undefined && isPath(variable)) return variable;
  const { op, operands } = operation(logic) ?? { op: JSON.stringify(logic), operands: [] };
  const inner = operands.map(value);
  if (op === 'min' || op === 'max') return `${op}(${inner.join(', ')})`;
  if (['+', '-', '*', '/'].includes(op) && inner.length >= 2) return `(${inner.join(` ${op} `)})`;
  if (op === '-' && inner.length === 1) return `-(${inner[0]})`;
  throw refusal(variable ?? op);
}

/** FEEL of DMN 1.3 has no exponents. */
function decimalText(number: number): string {
  const text = String(number);
  if (!/e/.test(text)) return text;
  const [digits, exponent] = text.split('e') as [string, string];
  return `(${digits} * 10 ** ${Number(exponent)})`;
}

/** A path that an expression reads as one name, with nothing in it that could be read as anything else. */
const isPath = (path: string): boolean =>
  path.split('.').every((part) => {
    try {
      const [token, end] = tokenize(part);
      return token?.type === 'name' && token.text === part && part !== '?' && end?.type === 'end';
    } catch {
      return false;
    }
  });
