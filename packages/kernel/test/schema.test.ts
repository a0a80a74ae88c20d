import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  identifier,
  isWellFormedText,
  isoDate,
  isoInstant,
  pageInput,
  pageOf,
  text,
  wallTime,
  z,
} from '@zhaoshang/kernel/schema.ts';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success;

/** The platform's own opinion: a lone surrogate has no UTF-8 form. */
function encodesAsUtf8(value: string): boolean {
  try {
    encodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}

describe('text', () => {
  it.each([
    ['markup', '<script>alert(1)</script>'],
    ['quotes and SQL', `'; drop table bookings; --`],
    ['a right-to-left override', 'abc‮cba'],
    ['zero-width characters', 'a​b‍c﻿'],
    ['emoji of several code points', '👩🏽‍💻🇨🇳'],
    ['rare Han characters outside the BMP', '𠮷野家𬭚'],
    ['combining marks in decomposed form', 'é'],
    ['tab and line breaks', 'a\tb\nc\r\nd'],
    ['template placeholders', '${x} {{x}} {name} %s'],
    ['names of object members', '__proto__'],
  ])('returns %s exactly as it was sent', (_what, value) => {
    expect(text(200).parse(value)).toBe(value);
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['escape', '\u001b[31m'],
    ['delete', 'a\u007f'],
    ['a lone high surrogate', 'a\ud800'],
    ['a lone high surrogate before a letter', '\ud800a'],
    ['a lone low surrogate', '\udc00a'],
    ['surrogates in the wrong order', '\udc00\ud800'],
  ])('refuses %s', (_what, value) => {
    expect(accepts(text(200), value)).toBe(false);
  });

  it('refuses a megabyte where 200 are allowed, and takes it where it is allowed', () => {
    const megabyte = '招'.repeat(1_000_000);
    expect(accepts(text(200), megabyte)).toBe(false);
    expect(text(1_000_000).parse(megabyte)).toBe(megabyte);
  });

  it.each([[undefined], [null], [1], [{}], [['a']], [new String('a')]])('refuses %j, which is no string', (value) => {
    expect(accepts(text(10), value)).toBe(false);
  });

  it('counts code points at both bounds, so that a rare character is one', () => {
    expect(accepts(text(1), '𠮷')).toBe(true);
    expect(accepts(text(1), '𠮷野')).toBe(false);
    expect(accepts(text(5, 2), 'a')).toBe(false);
    expect(accepts(text(5, 2), 'ab')).toBe(true);
  });

  it('agrees with the platform on what well-formed is, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const printable = !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value);
        expect(isWellFormedText(value)).toBe(printable && encodesAsUtf8(value));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0x20, max: 0xffff })), (units) => {
        const value = String.fromCharCode(...units.filter((unit) => unit !== 0x7f));
        expect(isWellFormedText(value)).toBe(encodesAsUtf8(value));
      }),
    );
  });
});

describe('dates and times', () => {
  it.each(['2026-03-04', '2028-02-29', '2000-02-29'])('takes the date %s', (value) => {
    expect(accepts(isoDate, value)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-3-4',
    '20260304',
    ' 2026-03-04',
    '1900-02-29',
  ])('refuses the date %s', (value) => expect(accepts(isoDate, value)).toBe(false));

  it.each(['00:00', '09:30', '23:59'])('takes the time %s', (value) => expect(accepts(wallTime, value)).toBe(true));
  it.each(['24:00', '9:30', '09:60', '09:30:00', '0930'])('refuses the time %s', (value) =>
    expect(accepts(wallTime, value)).toBe(false),
  );

  it.each(['2026-03-04T09:00:00+08:00', '2026-03-04T09:00:00.123Z'])('takes the instant %s', (value) =>
    expect(accepts(isoInstant, value)).toBe(true),
  );
  it.each(['2026-03-04T09:00:00', '2026-03-04 09:00:00Z', '2026-13-04T09:00:00Z', '2026-03-04T25:00:00Z'])(
    'refuses the instant %s',
    (value) => expect(accepts(isoInstant, value)).toBe(false),
  );
});

describe('identifier', () => {
  it.each(['bk-m2k4x7p9', 'dept:0301', 'a', '91310230MA1K00000X'])('takes %s', (value) =>
    expect(accepts(identifier, value)).toBe(true),
  );
  it.each(['', ' ', '../etc', 'a/b', 'a b', '-a', 'ａ', 'a\u0000', 'x'.repeat(121), '%2e%2e', 'a?b', 'a#b'])(
    'refuses %j',
    (value) => expect(accepts(identifier, value)).toBe(false),
  );
});

describe('pages', () => {
  it('takes 1 to 100 rows and a cursor, both optional', () => {
    const input = z.object(pageInput);
    expect(input.parse({})).toEqual({});
    expect(input.parse({ limit: 100, cursor: 'c' })).toEqual({ limit: 100, cursor: 'c' });
    for (const limit of [0, 101, 1.5, '20', Number.NaN, Infinity]) expect(accepts(input, { limit })).toBe(false);
  });

  it('is rows and the cursor of the next page', () => {
    const page = pageOf(z.object({ id: identifier }));
    expect(page.parse({ items: [{ id: 'a' }], nextCursor: null })).toEqual({ items: [{ id: 'a' }], nextCursor: null });
    expect(accepts(page, { items: [{ id: 'a' }] })).toBe(false);
  });

  it('drops fields that the projection does not name', () => {
    const page = pageOf(z.object({ id: identifier }));
    expect(page.parse({ items: [{ id: 'a', phone: '13800000000' }], nextCursor: null }).items[0]).toEqual({ id: 'a' });
  });
});

describe('under a strict content security policy', () => {
  it('parses without ever making code from text', () => {
    const original = globalThis.Function;
    const made: unknown[][] = [];
    globalThis.Function = new Proxy(original, {
      construct: (target, args) => {
        made.push(args);
        return Reflect.construct(target, args) as object;
      },
    });
    try {
      const schema = z.object({ a: text(5), b: z.array(z.object({ c: isoDate })) });
      schema.parse({ a: 'x', b: [{ c: '2026-03-04' }] });
    } finally {
      globalThis.Function = original;
    }
    expect(made).toEqual([]);
  });
});
