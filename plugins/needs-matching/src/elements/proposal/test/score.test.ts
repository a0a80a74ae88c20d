import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlighted } from '../highlighted.ts';
import { numberText, pointsText } from '../proposal-words.ts';
import { piecesOf } from '../score-bar.ts';
import { bookingLink } from '../visit-ask.ts';

const parts = fc.array(
  fc.record({ name: fc.constantFrom('tags', 'capacity', 'time'), points: fc.nat(40), weight: fc.constant(40) }),
  { minLength: 1, maxLength: 9 },
);

describe('the pieces of a score bar', () => {
  it('lie side by side and end exactly at the total', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const pieces = piecesOf(list);
        pieces.slice(1).forEach((piece, index) => {
          const before = pieces[index];
          expect(piece.from).toBe((before?.from ?? 0) + (before?.points ?? 0));
        });
        const last = pieces[pieces.length - 1];
        expect((last?.from ?? 0) + (last?.points ?? 0)).toBe(list.reduce((sum, { points }) => sum + points, 0));
      }),
      { seed: 3 },
    );
  });
});

describe('numbers', () => {
  it('are written with separators, a true minus and at most three decimals', () => {
    expect(numberText(1860)).toBe('1,860');
    expect(numberText(1234567.8904)).toBe('1,234,567.89');
    expect(numberText(-12)).toBe('−12');
  });

  it('of points show no tail that is not there', () => {
    expect([86, 86.5, 1.1, 33.333].map(pointsText)).toEqual(['86', '86.5', '1.1', '33.33']);
  });
});

describe('highlights', () => {
  const words = (text: string, ranges: readonly (readonly [number, number])[]) =>
    highlighted(
      text,
      ranges.map(([start, end]) => ({ field: 'title', start, end })),
      'title',
    ).map((part) => (typeof part === 'string' ? part : (part as { values: unknown[] }).values[0]));

  it('keep every character of the text in its order, whatever the ranges', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(20), fc.nat(20))), (text, ranges) => {
        expect(words(text, ranges).join('')).toBe(text);
      }),
      { seed: 3 },
    );
  });

  it('mark their own field only', () => {
    expect(highlighted('中试场地', [{ field: 'description', start: 0, end: 2 }], 'title')).toEqual(['中试场地']);
    expect(words('瀛东中试场地', [[2, 4]])).toEqual(['瀛东', '中试', '场地']);
  });
});

describe('the way to the booking page', () => {
  it('carries department and topic behind what the address has already', () => {
    expect(bookingLink('/booking', { department: 'planning', topic: '用地' })).toBe(
      '/booking?departments=planning&topic=%E7%94%A8%E5%9C%B0',
    );
    expect(bookingLink('/p?lang=en#form', { department: 'planning' })).toBe('/p?lang=en&departments=planning#form');
  });
});
