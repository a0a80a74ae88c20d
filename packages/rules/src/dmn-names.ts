import type { HitPolicy, ValueType } from './decision-table.ts';
import { tokenize } from './lexer.ts';

/** Namespace of DMN 1.3 models. */
export const dmnNamespace = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
/** Our attributes, for what DMN has no place for: version, days in force, ids that are no XML names. */
export const ownNamespace = 'urn:zhaoshang-kit:rules';

/** `hitPolicy` and `aggregation` of a decision table. */
export const hitPolicyNames: Readonly<Record<HitPolicy, readonly [string, string?]>> = {
  U: ['UNIQUE'],
  A: ['ANY'],
  P: ['PRIORITY'],
  F: ['FIRST'],
  R: ['RULE ORDER'],
  O: ['OUTPUT ORDER'],
  C: ['COLLECT'],
  'C+': ['COLLECT', 'SUM'],
  'C<': ['COLLECT', 'MIN'],
  'C>': ['COLLECT', 'MAX'],
  'C#': ['COLLECT', 'COUNT'],
};

/** Spellings of types in models of DMN 1.1 to 1.5, with and without a prefix. */
export const typeNames: Readonly<Record<string, ValueType>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  dateTime: 'date and time',
  'days and time duration': 'days and time duration',
  dayTimeDuration: 'days and time duration',
  'years and months duration': 'years and months duration',
  yearMonthDuration: 'years and months duration',
};

/** Whether an expression would read a name as anything but one name: signs, digits at the start of a word, keywords. */
export function mustBeDeclared(name: string): boolean {
  try {
    const words = tokenize(name).slice(0, -1);
    return words.length === 0 || words.some(({ type }) => type !== 'name');
  } catch {
    return true;
  }
}
