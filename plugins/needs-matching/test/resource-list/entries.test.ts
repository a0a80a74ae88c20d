import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, Present, repeats } from '../../src/elements/resource-list/import/comparing.ts';
import { dateOf, entryOf, numberOf, tableOf, type Entry } from '../../src/elements/resource-list/import/entries.ts';
import { CodeBook, columnOf, sheetColumns, wordOf } from '../../src/elements/resource-list/import/sheet-words.ts';
import { ListWords } from '../../src/elements/resource-list/list-words.ts';
import type { Sheet } from '../../src/tabular/sheet.ts';
import { sampleCatalogue } from './sample-stock.ts';

const wordsIn = (locale: 'zh-CN' | 'en'): ListWords =>
  new ListWords({ locale, catalogue: sampleCatalogue, today: '2026-11-23' });
const book = new CodeBook(wordsIn('zh-CN'));
const sheetOf = (...rows: string[][]): Sheet => ({
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
  format: 'csv',
  encoding: 'utf-8',
});

describe('the head of a sheet', () => {
  it('is found under a title, with other names and marks', () => {
    const table = tableOf(
      sheetOf(['规划局 2026 年资源'], ['编 号', '资源名称（必填）', '部门*', '截止日期：', '联系人', '编号'], ['x']),
    );
    expect(table.columns.map((column) => column?.name)).toEqual([
      'code',
      'title',
      'provider',
      'to',
      undefined,
      undefined,
    ]);
    expect(table.headRow).toBe(2);
    expect(table.strangers).toEqual(['联系人', '编号']);
    expect(table.missing.map(({ name }) => name)).toEqual(['type', 'capacity', 'unit', 'from']);
    expect(table.body).toHaveLength(1);
  });

  it('means the same in both languages and by the names of the backend', () => {
    for (const { name, labels } of sheetColumns)
      expect([name, labels['zh-CN'], labels.en].map((head) => columnOf(head)?.name)).toEqual([name, name, name]);
  });
});

describe('a cell', () => {
  it('may say a date in any usual form', () => {
    const written = [
      '2026-09-01',
      '2026/9/1',
      '2026.9.1',
      '2026年9月1日',
      '２０２６－０９－０１',
      '2026-09-01 00:00:00',
      '46266',
      '46266.5',
    ];
    expect(written.map(dateOf)).toEqual(written.map(() => '2026-09-01'));
    expect(['2026-02-30', '26-9-1', '九月', '12', ''].map(dateOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('may say a number with separators and in full width', () => {
    expect(['1,200', '１２．５', ' 3 ', '−4', '约一', '1e5', ''].map(numberOf)).toEqual([
      '1200',
      '12.5',
      '3',
      '-4',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('written in words of either language is read as the code it came from', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const words = wordsIn(locale);
      const codes = {
        type: sampleCatalogue.categories,
        provider: sampleCatalogue.providers,
        townCode: sampleCatalogue.towns,
      };
      for (const [name, list] of Object.entries(codes)) {
        const column = sheetColumns.find((each) => each.name === name);
        for (const { code } of list)
          expect(book.find(column?.kind ?? 'text', wordOf(words, column, code)), `${name} ${code}`).toBe(code);
      }
    }
  });

  it('with NUL, marks that turn the direction, or a megabyte is refused, each with its rule', () => {
    const column = columnOf('名称');
    const ruleOf = (text: string): string | undefined =>
      entryOf({ number: 2, cells: [text] }, [column], book).issues[0]?.rule;
    expect(['a\u0000b', 'a\u202Eb', 'x'.repeat(1_000_000), '', '地块'].map(ruleOf)).toEqual([
      'controls',
      'direction',
      'too-long',
      'empty',
      undefined,
    ]);
  });
});

const entry = (number: number, values: Record<string, string>): Entry => ({ number, cells: [], values, issues: [] });

describe('comparing', () => {
  const present = new Present({
    columns: sheetColumns.map(({ name }) => ({ name, label: name })),
    rows: [
      sheetColumns.map(
        ({ name }) =>
          ({ code: 'A-1', type: 'land', title: '地块 A-1', provider: 'planning', capacity: '1', tags: '科创、食品' })[
            name
          ] ?? '',
      ),
    ],
  });

  it('finds a resource by its code, else by category, title and provider in any spelling', () => {
    expect(present.find({ code: 'A-1' })?.['title']).toBe('地块 A-1');
    expect(present.find({ code: 'Z', type: 'land', title: ' 地块ａ１ ', provider: 'planning' })?.['code']).toBe('A-1');
    expect(present.find({ code: 'Z', type: 'land', title: '地块 A-1', provider: 'hub' })).toBeUndefined();
  });

  it('takes another spelling of the same for no change', () => {
    const before = present.find({ code: 'A-1' }) ?? {};
    expect(differences({ capacity: '1.0', tags: '食品，科创', reserved: '0', per: 'once' }, before)).toEqual([]);
    expect(differences({ capacity: '2' }, before)).toEqual([{ column: 'capacity', before: '1', after: '2' }]);
    expect(differences({ capacity: '' }, before)).toEqual([{ column: 'capacity', before: '1', after: '' }]);
  });

  it('lets exactly the first of rows that say the same through', () => {
    const row = fc.record({ code: fc.constantFrom('A', 'B', 'C', 'D'), title: fc.constantFrom('x', 'X ', 'y', 'z') });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const twice = repeats(rows.map((values, index) => entry(index, { ...values, type: 't', provider: 'p' })));
        const kept = rows.filter((_, index) => !twice.has(index));
        expect(new Set(kept.map(({ code }) => code)).size).toBe(kept.length);
        expect(new Set(kept.map(({ title }) => title.trim().toLowerCase())).size).toBe(kept.length);
        for (const [number, before] of twice) expect(before).toBeLessThan(number);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
