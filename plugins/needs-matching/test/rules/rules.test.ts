/** The rules as sentences, and as properties over what nobody thought of. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileCondition } from '@zhaoshang/rules';
import {
  editableStates,
  matchTransitions,
  needStates,
  needTransitions,
  openStates,
  stepFor,
  takingStates,
  todoTransitions,
} from '../../src/model/states.ts';
import type { Parcel, Resource } from '../../src/model/resources.ts';
import { conditionTree, factsOf } from '../../src/rules/conditions.ts';
import { isReady, missingOf } from '../../src/rules/parcel.ts';
import { availableOf, baseUnit, fromThousandths, matchable, toThousandths } from '../../src/rules/quantities.ts';
import { plainTitle, sameResourceKey } from '../../src/rules/same-key.ts';
import { judgeDistance, screen } from '../../src/rules/screening.ts';
import { addMonths } from '../../src/rules/trial.ts';
import { isResponsible, visibilityOf } from '../../src/rules/visibility.ts';
import { csvOf } from '../../src/use-cases/exporting.ts';
import { personalWords } from '../../src/use-cases/need-entries.ts';
import { dateText, entriesFromRow } from '../../src/use-cases/sheet-columns.ts';
import { centre, chongming, enterprise, specialist, staff } from '../matching-world.ts';
import type { NeedsMatchingConfig } from '../../src/model/config.ts';

const seed = { seed: 20_261_123, numRuns: 300 };
let config: NeedsMatchingConfig;
beforeAll(async () => {
  ({ config } = await chongming());
});

describe('a trial of calendar months', () => {
  it('ends on the last day of a shorter month', () => {
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-05-31', 0)).toBe('2026-05-31');
  });

  it('is always a date that exists, in the month that is meant, no later in it than it began', () => {
    const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 120 }), (begin, months) => {
        const from = begin.toISOString().slice(0, 10);
        const to = addMonths(from, months);
        expect(new Date(`${to}T00:00:00Z`).toISOString().slice(0, 10)).toBe(to);
        const index = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(to) - index(from)).toBe(months);
        expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
      }),
      seed,
    );
  });
});

describe('a parcel', () => {
  const utility = fc.record({ name: fc.constantFrom('道路', '供电', '给水', '燃气'), done: fc.boolean() });

  it('is ready exactly when nothing is missing and its utilities are listed', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(utility, { maxLength: 8 }), (demolitionDone, utilities) => {
        const parcel = { demolitionDone, utilities } as unknown as Parcel;
        const ready = demolitionDone && utilities.length > 0 && utilities.every(({ done }) => done);
        expect(isReady(parcel)).toBe(ready);
        if (utilities.length > 0) expect(missingOf(parcel).length === 0).toBe(ready);
      }),
      seed,
    );
  });
});

describe('amounts', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000 }).map((thousandths) => thousandths / 1_000);

  it('add up exactly however often they are taken and given back', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 40 }), (amounts) => {
        const total = amounts.reduce((sum, one) => sum + toThousandths(one), 0);
        const left = amounts.reduce((sum, one) => sum - toThousandths(one), total);
        expect(left).toBe(0);
        for (const one of amounts) expect(fromThousandths(toThousandths(one))).toBe(one);
      }),
      seed,
    );
  });

  it('left are never below nothing', () => {
    fc.assert(
      fc.property(amount, amount, amount, (capacity, reserved, taken) => {
        const resource = { capacity, reserved } as Resource;
        expect(matchable(resource)).toBeGreaterThanOrEqual(0);
        expect(availableOf(resource, { taken: toThousandths(taken) })).toBeGreaterThanOrEqual(0);
      }),
      seed,
    );
  });

  it('count the same thing per day and in all', () => {
    expect([baseUnit('吨/天'), baseUnit('吨'), baseUnit(' 台班/周')]).toEqual(['吨', '吨', '台班']);
  });
});

describe('titles', () => {
  it('are the same whatever their spaces, width, case and punctuation', () => {
    expect(sameResourceKey('land', ' 地块 Ａ-03 ', 'planning')).toBe(sameResourceKey('land', '地块a03', 'planning'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (title) => {
        expect(plainTitle(plainTitle(title))).toBe(plainTitle(title));
        expect(plainTitle(` ${title}，`)).toBe(plainTitle(title));
      }),
      seed,
    );
  });
});

describe('distance rules', () => {
  it('are kept from exactly the limit on, and by nobody within what is uncertain', () => {
    expect([4_990, 4_999.99, 5_000, 5_010].map((metres) => judgeDistance(5_000, { metres, uncertaintyM: 0 }))).toEqual([
      'hit',
      'hit',
      'kept',
      'kept',
    ]);
    expect(judgeDistance(5_000, { metres: 5_000, uncertaintyM: 300 })).toBe('undetermined');
    expect(judgeDistance(5_000, { metres: 5_300, uncertaintyM: 300 })).toBe('kept');
    expect(judgeDistance(5_000, { metres: 4_700, uncertaintyM: 300 })).toBe('hit');
    expect(judgeDistance(5_000, undefined)).toBe('undetermined');
  });

  it('about being inside are hit at 0 m and kept outside', () => {
    expect(judgeDistance(0, { metres: 0, uncertaintyM: 0 })).toBe('hit');
    expect(judgeDistance(0, { metres: 1, uncertaintyM: 0 })).toBe('kept');
  });

  it('never let a veto pass for money: the worst finding decides', () => {
    const metres = fc.double({ min: 0, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(
        metres,
        metres,
        fc.constantFrom('C2682', 'C2710', 'I6550', 'C2211', 'A0111'),
        (reserve, yangtze, industry) => {
          const at = (value: number) => ({ metres: value, uncertaintyM: 0 });
          const { status, findings } = screen(
            config.screen.rules,
            industry,
            { reserve: at(reserve), yangtze: at(yangtze) },
            '2026-11-23',
          );
          const vetoed = findings.some(({ verdict, rule }) => verdict === 'hit' && rule.effect === 'veto');
          expect(status === 'vetoed').toBe(vetoed);
          for (const { rule } of findings) expect(rule.remedy).not.toBe('');
        },
      ),
      seed,
    );
  });

  it('hold from their date to their date', () => {
    const rules = config.screen.rules.map((rule) => ({ ...rule, effectiveTo: '2026-06-30' }));
    expect(screen(rules, 'C2211', {}, '2026-06-30').status).toBe('vetoed');
    expect(screen(rules, 'C2211', {}, '2026-07-01').status).toBe('pass');
  });
});

describe('conditions', () => {
  it('are unknown where a fact is not known, and a qualification counts on its days only', () => {
    const tree = conditionTree([
      { any: [{ field: 'enterprise.qualifications', op: 'hasValid', value: '高新技术企业' }] },
    ])!;
    const compiled = compileCondition(tree);
    const verdictOn = (on: string, qualifications: { type: string; from: string; to: string | null }[] | null) =>
      compiled.verdict(factsOf({ enterprise: { qualifications } as never }, on));
    const held = [{ type: '高新技术企业', from: '2023-11-15', to: '2026-11-14' }];
    expect(verdictOn('2026-11-14', held)).toBe('true');
    expect(verdictOn('2026-11-15', held)).toBe('false');
    expect(verdictOn('2026-11-14', null)).toBe('unknown');
    expect(verdictOn('2026-11-14', [])).toBe('false');
  });

  it('say nothing for nobody: no conditions at all are no tree', () => {
    expect(conditionTree([])).toBeNull();
  });
});

describe('who sees a need', () => {
  const need = (changes: object) => ({
    uscc: 'A',
    specialistId: 'sp-010',
    referredTo: ['education'],
    state: 'matching' as const,
    confidentiality: 'internal' as const,
    ...changes,
  });

  it('follows the table, for every confidentiality and role', () => {
    const rows = [
      [enterprise('A'), 'full', 'full', 'full', 'full'],
      [enterprise('B'), 'none', 'none', 'none', 'none'],
      [specialist('sp-010'), 'full', 'full', 'full', 'full'],
      [specialist('sp-001'), 'full', 'full', 'masked', 'masked'],
      [staff('department', 'education'), 'full', 'full', 'full', 'full'],
      [staff('department', 'hrss'), 'full', 'full', 'masked', 'masked'],
      [centre, 'full', 'full', 'full', 'masked'],
      [staff('leader'), 'full', 'full', 'masked', 'masked'],
      [staff('auditor'), 'full', 'full', 'masked', 'masked'],
      [staff('hr'), 'none', 'none', 'none', 'none'],
      [null, 'none', 'none', 'none', 'none'],
    ] as const;
    for (const [session, ...wanted] of rows)
      expect(
        (['public', 'internal', 'confidential', 'sensitive'] as const).map((confidentiality) =>
          visibilityOf(config, session, need({ confidentiality })),
        ),
        session?.subject,
      ).toEqual(wanted);
  });

  it('keeps drafts to whoever writes them', () => {
    expect(visibilityOf(config, centre, need({ state: 'draft' }))).toBe('none');
    expect(visibilityOf(config, enterprise('A'), need({ state: 'draft' }))).toBe('full');
  });

  it('is not who works on it: the centre does not work on sensitive ones', () => {
    expect(isResponsible(config, centre, need({ confidentiality: 'sensitive' }))).toBe(false);
    expect(isResponsible(config, centre, need({}))).toBe(true);
    expect(isResponsible(config, specialist('sp-001'), need({}))).toBe(false);
  });
});

describe('the tables of states', () => {
  it('lead from every open state to an end, and out of no end', () => {
    for (const state of openStates)
      expect(needTransitions.some(({ from }) => (from as readonly string[]).includes(state))).toBe(true);
    for (const state of ['confirmed', 'withdrawn'] as const)
      expect(needTransitions.some(({ from }) => (from as readonly string[]).includes(state))).toBe(false);
    for (const state of editableStates) expect(needStates).toContain(state);
  });

  it('let nobody but the enterprise accept, decline or confirm, and silence only confirm', () => {
    for (const role of ['specialist', 'centre', 'department', 'leader', 'hr', 'auditor'] as const) {
      expect(stepFor(matchTransitions, 'held', 'accept', [role])).toBeUndefined();
      expect(stepFor(needTransitions, 'fulfilled', 'confirm', [role])).toBeUndefined();
    }
    expect(stepFor(needTransitions, 'fulfilled', 'confirm', ['system'])?.to).toBe('confirmed');
    expect(stepFor(todoTransitions, 'done', 'confirm', ['department'])).toBeUndefined();
  });

  it('take capacity in exactly the states that follow an offer', () => {
    expect(takingStates).toEqual(['held', 'accepted', 'fulfilled']);
  });
});

describe('a sheet', () => {
  it('tells dates in whatever form they come', () => {
    expect(['2026/9/1', '2026.09.01', '2026年9月1日', '２０２６-９-１', '46266'].map(dateText)).toEqual(
      Array(5).fill('2026-09-01'),
    );
    expect(['soon', '', '13', '2026-9'].map(dateText)).toEqual(['soon', '', '13', '2026-9']);
  });

  it('is read without a throw, whatever is in it', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null));
    const name = fc.oneof(
      fc.constantFrom('编码', '容量', '开始日期', '标签', '经度', '__proto__', 'constructor'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.dictionary(name, cell), (row) => {
        expect(Object.keys(entriesFromRow(row, undefined)).length).toBeGreaterThan(20);
      }),
      seed,
    );
  });

  it('is written so that a reader of RFC 4180 gets every cell back, and no cell begins as a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (rows) => {
          const read = readCsv(csvOf(rows));
          expect(read.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
            rows.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, ''))),
          );
          for (const row of read) for (const text of row) expect(/^[=+@\t\r]/.test(text)).toBe(false);
        },
      ),
      seed,
    );
  });
});

/** A reader of RFC 4180, the shortest there is. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const text = csv.slice(1);
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') [row, cell] = [[...row, cell], ''];
    else if (sign === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      at += 1;
    } else cell += sign;
  }
  return rows;
}

describe('a personal record in words', () => {
  it('has band and count, nothing else', () => {
    expect(
      personalWords({
        kind: 'school',
        places: [
          { band: 'primary', count: 2 },
          { band: 'lower-secondary', count: 1 },
        ],
      }),
    ).toBe('小学 2 名，初中 1 名');
    expect(personalWords({ kind: 'medical', department: '心内科', when: '' })).toBe('心内科');
  });
});
