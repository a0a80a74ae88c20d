import { multiply } from './decimal.ts';
import { RuleTemporal } from './temporal.ts';
import type { TemporalKind } from './temporal.ts';

export type DurationKind = Extract<TemporalKind, `${string}duration`>;

export const dayLength = 864e5;
const sizes: Readonly<Record<DurationKind, readonly number[]>> = {
  'years and months duration': [12, 1],
  'days and time duration': [dayLength, 36e5, 6e4, 1e3],
};
const form = /^-?P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** A duration of DMN 1.3 §10.3.2.3.6 or §10.3.2.3.7. */
export class RuleDuration extends RuleTemporal {
  override read(text: string): RuleTemporal | null {
    const duration = parseDuration(text);
    return duration?.kind === this.kind ? duration : null;
  }

  override toString(): string {
    return this.kind === 'years and months duration'
      ? durationText(this.amount, sizes[this.kind], 'YM', 'P0M')
      : durationText(this.amount, sizes['days and time duration'], 'DHMS', 'PT0S');
  }
}

export const monthsLong = (months: number): RuleDuration => new RuleDuration('years and months duration', months);
export const millisecondsLong = (amount: number): RuleDuration => new RuleDuration('days and time duration', amount);

/** Reads either kind of duration in ISO 8601; months and days do not go together. `null` for any other text. */
export function parseDuration(text: string): RuleDuration | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [years, months, ...time] = match.slice(1).map(Number) as [number, number, ...number[]];
  const isMonths = years >= 0 || months >= 0;
  if (isMonths === time.some((part) => part >= 0)) return null;
  const kind = isMonths ? 'years and months duration' : 'days and time duration';
  const total = (isMonths ? [years, months] : time).reduce(
    (sum, part, index) => sum + Math.trunc(multiply(part || 0, sizes[kind][index] as number)),
    0,
  );
  return new RuleDuration(kind, text.startsWith('-') ? -total : total);
}

function durationText(amount: number, parts: readonly number[], letters: string, zero: string): string {
  let rest = Math.abs(amount);
  let text = '';
  parts.forEach((size, index) => {
    const count = size === 1e3 ? rest / size : Math.floor(rest / size);
    if (count === 0) return;
    rest -= count * size;
    text += `${letters.length > 2 && index > 0 && !text.includes('T') ? 'T' : ''}${count}${letters[index]}`;
  });
  return text === '' ? zero : `${amount < 0 ? '-' : ''}P${text}`;
}
