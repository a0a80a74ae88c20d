/** Dates of an RRULE (RFC 5545 §3.3.10), whole days only; times of day belong to the plan that uses the cadence. */
import * as rrulePackage from 'rrule';
import { CalendarError } from './calendar-error.ts';
import { epochDayOf, isoDateOf, yearOf } from './iso-date.ts';

type Package = typeof rrulePackage;
const { RRule } = namedExportsOf(rrulePackage);

const millisecondsPerDay = 86_400_000;

/** The Gregorian calendar, weekdays included, repeats after 400 years. */
const yearsPerCycle = 400;
const daysPerCycle = 146_097;
/** rrule looks no further than this year. */
const lastYear = 9999;

const weekdayName = '(?:MO|TU|WE|TH|FR|SA|SU)';
const ordinal = '[+-]?0?(?:[1-9]|[1-4]\\d|5[0-3])';
const monthDay = '[+-]?(?:0?[1-9]|[12]\\d|3[01])';
const yearDay = '[+-]?0{0,2}(?:[1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])';
const month = '0?[1-9]|1[0-2]';
const listOf = (item: string): RegExp => new RegExp(`^(?:${item})(?:,(?:${item}))*$`);

/** What a part of the rule may look like. Parts of less than a day are left out: a cadence names days. */
const partForms: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,4}$/,
  UNTIL: /^\d{8}$/,
  BYDAY: listOf(`(?:${ordinal})?${weekdayName}`),
  BYMONTHDAY: listOf(monthDay),
  BYYEARDAY: listOf(yearDay),
  BYWEEKNO: listOf(ordinal),
  BYMONTH: listOf(month),
  BYSETPOS: listOf(yearDay),
  WKST: new RegExp(`^${weekdayName}$`),
};

export interface RecurrenceWindow {
  /** `FREQ=WEEKLY;BYDAY=WE`, with or without `RRULE:` before it. */
  readonly rrule: string;
  /** First day of the series (DTSTART). May be absent where the rule alone fixes its days. */
  readonly start?: string;
  /** Both included. */
  readonly from: string;
  readonly to: string;
}

/** The days the rule names between `from` and `to`, ascending. Throws `invalid-rule` or `cadence-start-required`. */
export function datesOfRule({ rrule, start, from, to }: RecurrenceWindow): string[] {
  const parts = partsOfRule(rrule);
  if (start === undefined && needsStart(parts))
    throw new CalendarError(
      'cadence-start-required',
      `规则“${rrule}”要从哪天数起才有意义，请写明开始日期 start（例如 2026-01-07）。`,
    );
  const first = epochDayOf(start ?? from);
  const [begin, end] = [Math.max(epochDayOf(from), first), epochDayOf(to)];
  if (end < begin) return [];
  // A rule that never matches (30 February) makes rrule look on to the year 9999, for many seconds. Counting in the last
  // cycle that holds the window gives the same days and leaves it less than 400 years to look through.
  const shift = Math.floor((lastYear - yearOf(to)) / yearsPerCycle) * daysPerCycle;
  const dateAt = (epochDay: number) => new Date((epochDay + shift) * millisecondsPerDay);
  const text = [...parts].map(([name, value]) => `${name}=${value}`).join(';');
  const { until, ...options } = RRule.parseString(text);
  const rule = new RRule(
    {
      ...options,
      dtstart: dateAt(first),
      ...(until instanceof Date ? { until: dateAt(until.getTime() / millisecondsPerDay) } : {}),
    },
    true,
  );
  return rule
    .between(dateAt(begin), dateAt(end), true)
    .map((date) => isoDateOf(date.getTime() / millisecondsPerDay - shift));
}

function partsOfRule(rrule: string): Map<string, string> {
  const problem = (what: string): never => {
    throw new CalendarError('invalid-rule', `周期规则“${rrule}”不能用：${what}`);
  };
  const parts = new Map<string, string>();
  for (const part of rrule
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')) {
    const [name = '', value = '', more] = part.split('=');
    const form = partForms[name];
    if (form === undefined || more !== undefined)
      return problem(`“${part}”不在支持的范围内，可用 ${Object.keys(partForms).join('、')}。`);
    if (parts.has(name)) return problem(`${name} 写了两次。`);
    if (!form.test(value))
      return problem(name === 'UNTIL' ? 'UNTIL 只写到日期，例如 UNTIL=20261231。' : `${name} 的值“${value}”不对。`);
    parts.set(name, value);
  }
  const until = parts.get('UNTIL');
  if (until !== undefined) epochDayOf(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6)}`);
  const frequency = parts.get('FREQ');
  if (frequency === undefined) return problem('缺少 FREQ，例如 FREQ=WEEKLY;BYDAY=WE。');
  if (parts.has('COUNT') && until !== undefined) return problem('COUNT 和 UNTIL 只能写一个。');
  const numberedDays = /\d/.test(parts.get('BYDAY') ?? '');
  if (numberedDays && (frequency === 'DAILY' || frequency === 'WEEKLY'))
    return problem('“第几个星期几”只能用在每月或每年的规则里。');
  if (parts.has('BYSETPOS') && ![...parts.keys()].some((name) => /^BY(?!SETPOS)/.test(name)))
    return problem('BYSETPOS 要和另一个 BY 条件一起用。');
  return parts;
}

/** True when another first day would give other days: counted, every second week, or "monthly" with no day named. */
function needsStart(parts: ReadonlyMap<string, string>): boolean {
  if (parts.has('COUNT') || (parts.get('INTERVAL') ?? '1') !== '1') return true;
  const namesDay = parts.has('BYDAY') || parts.has('BYMONTHDAY');
  if (parts.get('FREQ') === 'DAILY') return false;
  if (parts.get('FREQ') === 'YEARLY') return !(namesDay || parts.has('BYYEARDAY'));
  return !namesDay;
}

/** Node loads the package's CommonJS build (everything under `default`), bundlers and browsers its ES build (named exports). */
function namedExportsOf(loaded: Package & { readonly default?: Package }): Package {
  return loaded.default ?? loaded;
}
