/** The five kinds of DMN 1.3 §10.3.2.3. All but dates are made by `calendar.ts` alone. */
export type TemporalKind = 'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration';

/** A date; its heirs in `calendar.ts` are times and durations. As JSON and as text it is its ISO 8601 form. Years 0 to 9999. */
export class RuleTemporal {
  readonly kind: TemporalKind;
  /** Months of a years and months duration; milliseconds of all else, since 1970 or midnight as the clock shows them. */
  readonly amount: number;
  /** Milliseconds east of UTC; `null` where the text names no offset. */
  readonly offset: number | null;

  constructor(kind: TemporalKind, amount: number, offset: number | null = null) {
    this.kind = kind;
    this.amount = amount;
    this.offset = offset;
  }

  /** Reads a text as a value of this kind. */
  read(text: string): RuleTemporal | null {
    return parseDate(text);
  }

  /** What orders values of one kind. */
  valueOf(): number {
    return this.amount - (this.offset ?? 0);
  }

  toString(): string {
    return new Date(this.amount).toISOString().slice(0, 10);
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Reads `YYYY-MM-DD`; `null` for any other text, and for a day that does not exist. */
export function parseDate(text: string): RuleTemporal | null {
  const amount = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  const date = Number.isNaN(amount) ? null : new RuleTemporal('date', amount);
  // Some engines read 30 February as 2 March
  return String(date) === text ? date : null;
}
