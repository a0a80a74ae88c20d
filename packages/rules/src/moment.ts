import type { RuleValue } from './rule-value.ts';
import { RuleTemporal } from './temporal.ts';
import type { TemporalKind } from './temporal.ts';

// A time alone has no T before it; offsets go to 14 hours
const form =
  /^(?=.)(\d{4}-\d\d-\d\d)?(?:(?:^|\BT)((?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?)(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?)?$/;

/** A date, a time, or a date and time (DMN 1.3 §10.3.2.3.4 to §10.3.2.3.6). */
export class RuleMoment extends RuleTemporal {
  override read(text: string): RuleTemporal | null {
    return momentOf(this.kind, text);
  }

  override toString(): string {
    const { kind, amount, offset } = this;
    const text = isoText(amount);
    if (kind === 'date') return text.slice(0, 10);
    const zone =
      offset === null ? '' : offset === 0 ? 'Z' : (offset < 0 ? '-' : '+') + isoText(Math.abs(offset)).slice(11, 16);
    return text.slice(kind === 'time' ? 11 : 0, -1).replace('.000', '') + zone;
  }
}

const isoText = (amount: number): string => new Date(amount).toISOString();

/** Reads a date, a time, or a date and time in ISO 8601; `null` for any other text, and for a day that does not exist. */
export function parseMoment(text: string): RuleMoment | null {
  const [whole, date = '', time = '', zone] = form.exec(text) ?? [];
  const moment = new Date(`${date || '1970-01-01'}T${time || '00:00:00'}Z`);
  // Some engines read 30 February as 2 March
  if (whole === undefined || !String(moment.toJSON()).startsWith(date)) return null;
  return new RuleMoment(
    date === '' ? 'time' : time === '' ? 'date' : 'date and time',
    moment.getTime(),
    zone === undefined ? null : 0 - Date.parse(`1970-01-01T00:00:00${zone}`),
  );
}

/** A value of a kind from such a value or its text; `null` for all else. */
export function momentOf(kind: TemporalKind, from: RuleValue): RuleTemporal | null {
  const value = typeof from === 'string' ? parseMoment(from) : from;
  return value instanceof RuleTemporal && value.kind === kind ? value : null;
}
