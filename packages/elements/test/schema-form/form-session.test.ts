import { usccCheckCharacter } from '@zhaoshang/kernel/uscc.ts';
import * as rules from '@zhaoshang/rules';
import { createWorkCalendar } from '@zhaoshang/workdays';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldDescription, FormDescription } from '../../src/schema-form/description.ts';
import { FormSession } from '../../src/schema-form/form-session.ts';
import { fits, isDate, shiftedDecimal, unshiftedDecimal } from '../../src/schema-form/reading.ts';
import type { FormInput } from '../../src/schema-form/values.ts';
import { sampleForm } from './sample-form.ts';

const seed = { seed: 20261116, numRuns: 300 };
const today = () => '2026-11-20';
const one = (...fields: FieldDescription[]): FormDescription => ({
  id: 'one',
  version: 1,
  steps: [{ id: 'step', title: '一步', fields }],
});
const open = (description: FormDescription): FormSession =>
  new FormSession(description, { today, rules, calendar: createWorkCalendar() });
/** Key of what is wrong with one answer; `''` when nothing is. */
function keyOf(field: FieldDescription, input: FormInput): string {
  const form = open(one(field));
  form.set(field.id, input);
  const fault = form.faults().get(field.id);
  return fault === undefined ? '' : 'key' in fault ? fault.key : String(fault.text);
}

describe('what is shown', () => {
  const yesNo = (id: string, visibleWhen?: string): FieldDescription => ({
    id,
    kind: 'choice',
    label: id,
    options: [
      { value: 'yes', label: '是' },
      { value: 'no', label: '否' },
    ],
    ...(visibleWhen === undefined ? {} : { visibleWhen }),
  });
  /** Each field asks for a yes of one above it: a tree of any shape. */
  const forms = fc
    .array(fc.tuple(fc.nat(), fc.boolean(), fc.constantFrom('yes', 'no', '')), { minLength: 1, maxLength: 12 })
    .map((list) => {
      const fields = list.map(([above, asks], index) =>
        asks && index > 0 ? yesNo(`f${index}`, `f${above % index} = "yes"`) : yesNo(`f${index}`),
      );
      return {
        fields,
        parents: list.map(([above, asks], index) => (asks && index > 0 ? above % index : -1)),
        inputs: list.map(([, , input]) => input),
      };
    });

  it('is a field whose whole chain of conditions is true; nothing hidden is ever submitted', () => {
    fc.assert(
      fc.property(forms, ({ fields, parents, inputs }) => {
        const form = open(one(...fields));
        inputs.forEach((input, index) => form.set(`f${index}`, input));
        const shownBy = (index: number): boolean => {
          const parent = parents[index] as number;
          return parent < 0 || (shownBy(parent) && inputs[parent] === 'yes');
        };
        const expected = inputs.map((_, index) => index).filter(shownBy);
        expect(form.view().steps.flatMap((step) => step.fields.map(({ id }) => id))).toEqual(
          expected.map((index) => `f${index}`),
        );
        expect(Object.keys(form.submission().values)).toEqual(
          expected.filter((index) => inputs[index] !== '').map((index) => `f${index}`),
        );
        // Only what is shown can be wrong.
        expect([...form.faults().keys()]).toEqual(
          expected.filter((index) => inputs[index] === '').map((index) => `f${index}`),
        );
      }),
      seed,
    );
  });

  it('does not depend on the order of the answers, and comes back with an answer that comes back', () => {
    fc.assert(
      fc.property(forms, fc.infiniteStream(fc.nat()), ({ fields, inputs }, numbers) => {
        const form = open(one(...fields));
        const other = open(one(...fields));
        inputs.forEach((input, index) => form.set(`f${index}`, input));
        const order = inputs.map((_, index) => [numbers.next().value as number, index] as const);
        order.sort(([left], [right]) => left - right);
        for (const [, index] of order) other.set(`f${index}`, inputs[index] === 'yes' ? 'no' : 'yes');
        for (const [, index] of order) other.set(`f${index}`, inputs[index] as string);
        expect(other.submission()).toEqual(form.submission());
      }),
      seed,
    );
  });

  it('is hidden while its condition is not decided, unless the description says otherwise', () => {
    const field = { id: 'b', kind: 'text', label: 'b', visibleWhen: 'a > 3' } as const;
    const number = { id: 'a', kind: 'number', label: 'a' } as const;
    expect(open(one(number, field)).view().steps[0]?.fields).toHaveLength(1);
    expect(open(one(number, { ...field, whenUnknown: 'show' })).view().steps[0]?.fields).toHaveLength(2);
  });

  it('sees facts of the host and today', () => {
    const form = open(
      one({ id: 'a', kind: 'text', label: 'a', visibleWhen: 'enterprise.scale = "small" and today = "2026-11-20"' }),
    );
    expect(form.view().steps).toHaveLength(0);
    form.setFacts({ enterprise: { scale: 'small' } });
    expect(form.view().steps).toHaveLength(1);
  });

  it('never takes a condition that cannot be read', () => {
    expect(() => open(one({ id: 'a', kind: 'text', label: 'a', visibleWhen: 'a >' }))).toThrow();
    expect(() =>
      new FormSession(one({ id: 'a', kind: 'text', label: 'a', visibleWhen: 'true' }), { today }).view(),
    ).toThrow(/give it the rules/);
  });
});

describe('what must hold', () => {
  it('is a check of the description; undecided passes unless it says otherwise', () => {
    const field = (whenUnknown?: 'refuse'): FieldDescription => ({
      id: 'b',
      kind: 'number',
      label: 'b',
      checks: [{ that: 'b <= a', message: '不超过 a', ...(whenUnknown === undefined ? {} : { whenUnknown }) }],
    });
    const a: FieldDescription = { id: 'a', kind: 'number', label: 'a', optional: true };
    for (const [first, second, expected, strict] of [
      ['5', '4', [], []],
      ['5', '6', ['b'], ['b']],
      ['', '6', [], ['b']],
    ] as const) {
      for (const [description, wrong] of [
        [one(a, field()), expected],
        [one(a, field('refuse')), strict],
      ] as const) {
        const form = open(description);
        form.set('a', first);
        form.set('b', second);
        expect([...form.faults().keys()]).toEqual(wrong);
      }
    }
  });

  it('is an answer where it is required, also by a condition', () => {
    const form = open(
      one(
        { id: 'a', kind: 'number', label: 'a', optional: true },
        { id: 'b', kind: 'text', label: 'b', requiredWhen: 'a > 100' },
      ),
    );
    expect(form.faults().size).toBe(0);
    form.set('a', '101');
    expect([...form.faults().keys()]).toEqual(['b']);
  });

  it('of a number lies within its bounds and its decimal places, whatever is typed', () => {
    const field: FieldDescription = { id: 'n', kind: 'number', label: 'n', min: -50, max: 5000, decimals: 2 };
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 1_000_000 }), fc.nat(4), (digits, places) => {
        const value = digits / 10 ** places;
        const typed = value.toFixed(places);
        const fraction = (typed.split('.')[1] ?? '').replace(/0+$/, '');
        const expected = fraction.length > 2 ? 'noNumber' : value < -50 ? 'atLeast' : value > 5000 ? 'atMost' : '';
        expect(keyOf(field, typed)).toBe(expected);
      }),
      seed,
    );
    for (const typed of ['12a', '1e3', '0x10', '--1', '1.2.3', '∞']) expect(keyOf(field, typed)).toBe('noNumber');
    expect(keyOf(field, '１，２３４．５')).toBe('');
  });

  it('of money is exact to the 分, in either unit, there and back', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_007_199_254_740 }), fc.constantFrom(2, 6), (fen, places) => {
        expect(shiftedDecimal(unshiftedDecimal(fen, places), places)).toBe(fen);
        expect(shiftedDecimal(unshiftedDecimal(-fen, places), places)).toBe(fen === 0 ? 0 : -fen);
      }),
      seed,
    );
    expect(shiftedDecimal('0.1', 2)).toBe(10);
    expect(shiftedDecimal('1.005', 2)).toBeUndefined();
    expect(shiftedDecimal('99999999999999999', 2)).toBeUndefined();
  });

  it('of a credit code is its check character: one wrong character is found (GB 32100-2015)', () => {
    const field: FieldDescription = { id: 'u', kind: 'uscc', label: 'u' };
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }),
        fc.nat(17),
        fc.constantFrom(...alphabet),
        (characters, at, wrong) => {
          const body = characters.join('');
          const code = `${body}${usccCheckCharacter(body)}`;
          expect(keyOf(field, code.toLowerCase())).toBe('');
          const changed = code.slice(0, at) + wrong + code.slice(at + 1);
          expect(keyOf(field, changed)).toBe(changed === code ? '' : 'usccWrong');
        },
      ),
      seed,
    );
    expect(keyOf(field, '9131')).toBe('usccShort');
    expect(keyOf(field, '9131023OMA1K31T203')).toBe('usccLetters');
  });

  it('of a phone number is a mobile of 11 digits, or a fixed line where that will do', () => {
    const field: FieldDescription = { id: 'p', kind: 'phone', label: 'p' };
    for (const [typed, expected] of [
      ['13812345678', ''],
      ['+86 138-1234-5678', ''],
      ['1381234567', 'phoneShort'],
      ['138123456789', 'phoneLong'],
      ['12812345678', 'phoneWrong'],
      ['021-50000000', 'phoneWrong'],
    ] as const)
      expect([typed, keyOf(field, typed)]).toEqual([typed, expected]);
    expect(keyOf({ ...field, landline: true }, '021-50000000')).toBe('');
    expect(keyOf({ ...field, landline: true }, '50000000')).toBe('phoneOrLandline');
  });

  it('of a date is a day that exists within bounds that move with today', () => {
    const field: FieldDescription = { id: 'd', kind: 'date', label: 'd', min: 'today', max: 'today+30' };
    expect(
      ['2026-11-19', '2026-11-20', '2026-12-20', '2026-12-21', '2026-02-30', '20261120'].map((day) =>
        keyOf(field, day),
      ),
    ).toEqual(['tooEarly', '', '', 'tooLate', 'noDate', 'noDate']);
    expect([isDate('2024-02-29'), isDate('2025-02-29')]).toEqual([true, false]);
  });

  it('of a working day is one of the state calendar, make-up days and lead time included', () => {
    const field: FieldDescription = { id: 'd', kind: 'workday', label: 'd' };
    const inHolidays = (day: string) => {
      const form = new FormSession(one(field), { today: () => '2026-09-01', calendar: createWorkCalendar() });
      form.set('d', day);
      return form.faults().get('d');
    };
    // 1 October is off, Saturday 10 October 2026 is worked.
    expect(inHolidays('2026-10-01')).toEqual({ key: 'dayOff', data: { day: '2026-10-01', next: '2026-10-08' } });
    expect(inHolidays('2026-10-10')).toBeUndefined();
    expect(keyOf({ ...field, leadWorkdays: 2 }, '2026-11-23')).toBe('tooEarly');
    expect(keyOf({ ...field, leadWorkdays: 2 }, '2026-11-24')).toBe('');
  });

  it('of a consent is a yes to this very version', () => {
    const field: FieldDescription = { id: 'c', kind: 'consent', label: 'c', version: '2', purpose: 'p', text: 't' };
    expect(keyOf(field, null)).toBe('needConsent');
    expect(fits(field, { purpose: 'p', version: '1', at: '2026-11-01T00:00:00Z' })).toBe(false);
    expect(fits(field, { purpose: 'p', version: '2', at: '2026-11-01T00:00:00Z' })).toBe(true);
  });
});

describe('a draft', () => {
  it('of anything at all never brings in an answer that its field could not have given', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            ...sampleForm.steps.flatMap(({ fields }) => fields.map(({ id }) => id)),
            'foreign',
            '__proto__',
          ),
          fc.jsonValue(),
        ),
        (inputs) => {
          const form = open(sampleForm);
          form.restore(inputs);
          for (const [id, input] of Object.entries(form.inputs)) {
            const field = form.field(id) as FieldDescription;
            expect(fits(field, input)).toBe(true);
          }
          // Nothing throws on the way out either.
          form.faults();
          form.submission();
        },
      ),
      seed,
    );
  });
});
