/**
 * The one module of the project that imports zod. It takes `zod/mini` (8.8 KB instead of 26.6 KB gzip) and switches code
 * generation off before the first schema is used, because a strict `script-src` forbids `new Function`.
 * See docs/decisions/0001-zod-under-csp.md: the setting lives in a page-wide object that a host page's own zod shares.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };

/** Any schema of a contract. */
export type Schema<Output = unknown, Input = Output> = z.ZodMiniType<Output, Input>;

/** Text without what no store and no screen can carry: NUL, other control characters, lone surrogates. */
export function isWellFormedText(value: string): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charCodeAt(index);
    if (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) return false;
    if (unit === 0x7f) return false;
    if (unit >= 0xdc00 && unit <= 0xdfff) return false;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = value.charCodeAt(index + 1);
      if (!(next >= 0xdc00 && next <= 0xdfff)) return false;
      index += 1;
    }
  }
  return true;
}

/**
 * Free text kept exactly as it was sent. `max` and `min` count Unicode code points, as zod does; an HTML `maxlength` counts
 * UTF-16 units, so it never lets more through.
 */
export function text(max: number, min = 0): z.ZodMiniString {
  return z.string().check(z.minLength(min), z.maxLength(max), z.refine(isWellFormedText, { error: 'ill-formed-text' }));
}

/** Calendar date `YYYY-MM-DD` that exists. */
export const isoDate: z.ZodMiniString = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isRealDate, { error: 'no-such-date' }));

/** Wall-clock time `HH:mm`, 24 hours. */
export const wallTime: z.ZodMiniString = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** Instant as ISO 8601 with an offset; what the kit writes itself always carries `+08:00`. */
export const isoInstant: z.ZodMiniString = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/),
  z.refine((value) => !Number.isNaN(Date.parse(value)), { error: 'no-such-date' }),
);

/** Identifier made by the kit or the host: no spaces, no slashes, at most 120 characters. */
export const identifier: z.ZodMiniString = z
  .string()
  .check(z.minLength(1), z.maxLength(120), z.regex(/^[A-Za-z0-9][A-Za-z0-9._:|-]*$/));

/** What every list query takes: where to go on, and how many rows (1…100, 20 by default). */
export const pageInput = {
  cursor: z.optional(text(512)),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
};

/** What every list query returns: rows, and the cursor of the next page (`null` at the end). */
export function pageOf<Row extends Schema>(
  row: Row,
): z.ZodMiniObject<{ items: z.ZodMiniArray<Row>; nextCursor: z.ZodMiniNullable<z.ZodMiniString> }> {
  return z.object({ items: z.array(row), nextCursor: z.nullable(z.string()) });
}

/** Of a text that has the form already. */
function isRealDate(value: string): boolean {
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))];
  if (month === 2) return day >= 1 && day <= (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28);
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)
  );
}
