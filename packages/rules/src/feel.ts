/**
 * All functions of FEEL that README.md lists and the engine has not: on numbers, texts, and (`calendar`) dates. Given as `functions` where
 * rules are compiled.
 */
import { calendar } from './calendar.ts';
import { add, divide, isExact, multiply } from './decimal.ts';
import { awayFromZero, halfUp, rounding } from './functions.ts';
import type { RuleFunctions, RuleValue } from './rule-value.ts';
import { RuleTemporal } from './temporal.ts';

/** Pass it on: `compileExpression(source, { functions: feel })`. */
export const feel: RuleFunctions = {
  ...calendar,
  modulo: [
    'nn',
    (value: number, by: number) => (by === 0 ? null : add(value, -multiply(by, Math.floor(divide(value, by))))),
  ],
  sqrt: ['n', (value: number) => (value < 0 ? null : Math.sqrt(value))],
  // Half goes to the even neighbour
  decimal: ['nn', awayFromZero((size) => (size % 2 === 0.5 ? size - 0.5 : halfUp(size)))],
  'round up': ['nN', awayFromZero(Math.ceil)],
  'round down': ['nN', rounding(Math.trunc)],
  'round half down': ['nN', awayFromZero((size) => Math.ceil(add(size, -0.5)))],
  'ends with': ['ss', (text: string, part: string) => text.endsWith(part)],
  'upper case': ['s', (text: string) => text.toUpperCase()],
  'lower case': ['s', (text: string) => text.toLowerCase()],
  'string length': ['s', (text: string) => [...text].length],
  // Counted in characters from 1, or from -1 at the end (DMN 1.3 table 70)
  substring: [
    'snN',
    (text: string, start: number, length = 1 / 0) => {
      const characters = [...text];
      const from = start > 0 ? start - 1 : Math.max(0, characters.length + start);
      return start === 0 || length < 1 ? null : characters.slice(from, from + length).join('');
    },
  ],
  string: [
    'a',
    (value: RuleValue) => (typeof value === 'object' && !(value instanceof RuleTemporal) ? null : String(value)),
  ],
  number: [
    's',
    (text: string) => (/^-?(\d+(\.\d+)?|\.\d+)$/.test(text) && isExact(Number(text)) ? Number(text) : null),
  ],
};
