import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheet } from '../../src/tabular/read-sheet.ts';
import { withFormula } from '../../src/tabular/safe-text.ts';
import { SheetError, type SheetProblem } from '../../src/tabular/sheet.ts';
import { writeCsv } from '../../src/tabular/write-csv.ts';
import { writeXlsx } from '../../src/tabular/write-xlsx.ts';
import { columnIndex, columnLetters } from '../../src/tabular/xlsx-text.ts';

const rowsOf = async (file: Blob) => (await readSheet(file)).rows.map(({ cells }) => [...cells]);
const bytes = (...each: number[]) => new Blob([new Uint8Array(each)]);
async function problemOf(file: Blob, limits = {}): Promise<SheetProblem | 'read'> {
  try {
    await readSheet(file, { limits });
    return 'read';
  } catch (error) {
    return (error as SheetError).problem;
  }
}

/** Text as it may stand in a cell: any characters, but no controls, which no sheet can carry, and not blank. */
const cell = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      '=1+1',
      '@x',
      '-a',
      '+b',
      '"',
      ',',
      'a\nb',
      '００７',
      '007',
      '1e5',
      '<b>&amp;</b>',
      '_x000D_',
      '中试场地',
    ),
  )
  .filter(
    (text) =>
      !/[\u0000-\u001F\u007F-\u009F\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/.test(
        text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, ''),
      ),
  )
  .filter((text) => text.trim() !== '' && !text.startsWith("'"));
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 12 }));

describe('a table that is written and read again', () => {
  it('is the same as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const read = await rowsOf(await writeCsv(rows));
        expect(read.map((row) => row.map(withFormula))).toEqual(rows);
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('is the same as XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expect(await rowsOf(await writeXlsx('资源', rows))).toEqual(rows);
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('counts columns as spreadsheets do', () => {
    expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
    for (let index = 0; index < 2_000; index += 1) expect(columnIndex(`${columnLetters(index)}7`)).toBe(index);
  });
});

describe('a CSV file', () => {
  it('may be UTF-8 with or without a mark, UTF-16 or GBK', async () => {
    const expected = [
      ['名称', '容量'],
      ['陈家镇地块', '38'],
    ];
    const text = '名称,容量\r\n陈家镇地块,38\r\n';
    expect(await rowsOf(new Blob([text]))).toEqual(expected);
    expect(await rowsOf(new Blob(['\uFEFF', text]))).toEqual(expected);
    const wide = new Uint16Array([0xfeff, ...[...text].map((sign) => sign.charCodeAt(0))]);
    expect(await rowsOf(new Blob([wide]))).toEqual(expected);
    // 名称,容量 in GBK, then a row.
    const gbk = [0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc8, 0xdd, 0xc1, 0xbf, 0x0d, 0x0a];
    const sheet = await readSheet(bytes(...gbk));
    expect([sheet.encoding, sheet.rows[0]?.cells]).toEqual(['gb18030', ['名称', '容量']]);
  });

  it('keeps the numbers of its rows where some are blank', async () => {
    const sheet = await readSheet(new Blob(['a;b\n\n;;\n1;2\n']));
    expect(sheet.rows).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 4, cells: ['1', '2'] },
    ]);
  });

  it('keeps line ends and quotes inside cells', async () => {
    expect(await rowsOf(new Blob(['a,b\n"x\ny","say ""so"""\n']))).toEqual([
      ['a', 'b'],
      ['x\ny', 'say "so"'],
    ]);
  });

  it('may have signs behind a quotation mark, or one that is never closed', async () => {
    expect(await rowsOf(new Blob(['"a"b,c\n"d,e\nf']))).toEqual([['ab', 'c'], ['d,e\nf']]);
  });

  it('is read in time linear to its length, also as one line without end', async () => {
    const started = performance.now();
    expect(await problemOf(new Blob(['x,'.repeat(2_000_000)]))).toBe('read');
    expect(await problemOf(new Blob(['x\n'.repeat(19_000)]))).toBe('read');
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('is written so that no cell is a formula', async () => {
    const text = await (
      await writeCsv([['=HYPERLINK("http://x")', '+1', '-2.5', '@SUM(A1)', '\t=1', '＝1', 'ok']])
    ).text();
    expect(text).toBe(`"'=HYPERLINK(""http://x"")",+1,-2.5,'@SUM(A1),"'\t=1",'＝1,ok\r\n`);
  });
});

describe('a long file', () => {
  it('is written and read with rests in which others run, and given up when nobody wants it', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [
      `ZY-${n}`,
      `新建地块 ${n}`,
      '规划资源局',
      '1',
      '2026-09-01',
    ]);
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1));
    const book = await writeXlsx('x', rows);
    const writing = ticks;
    expect((await readSheet(book)).rows).toHaveLength(20_000);
    clearInterval(ticking);
    expect(writing).toBeGreaterThan(2);
    expect(ticks - writing).toBeGreaterThan(2);
    const given = new AbortController();
    const reading = readSheet(book, { signal: given.signal });
    given.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a file that is refused', () => {
  it('says why', async () => {
    expect(await problemOf(new Blob([]))).toBe('empty');
    expect(await problemOf(new Blob(['\n\n']))).toBe('empty');
    expect(await problemOf(bytes(0xd0, 0xcf, 0x11, 0xe0))).toBe('old-format');
    expect(await problemOf(bytes(0x50, 0x4b, 3, 4, 0, 0, 0))).toBe('not-a-sheet');
    expect(await problemOf(bytes(0x61, 0, 0x62, 0, 0x2c))).toBe('not-a-sheet');
    expect(await problemOf(new Blob(['a'.repeat(11 * 1024 * 1024)]))).toBe('too-many-bytes');
    expect(await problemOf(new Blob([`a,${'b'.repeat(1024 * 1024)}`]))).toBe('cell-too-long');
    expect(await problemOf(new Blob([zipSync({ 'word/document.xml': strToU8('<x/>') }) as BlobPart]))).toBe(
      'not-a-sheet',
    );
  });

  it('has more rows than can be read, a million for instance', async () => {
    expect(await problemOf(new Blob(['1,2\n'.repeat(1_000_000)]))).toBe('too-many-rows');
    const rows = Array.from({ length: 60 }, () => ['1', 'b']);
    expect(await problemOf(await writeXlsx('x', rows), { rows: 50 })).toBe('too-many-rows');
  });

  it('would unpack to more than there is room for, whatever its directory says', async () => {
    const huge = zipSync({ 'xl/worksheets/sheet1.xml': strToU8(`<sheetData>${' '.repeat(4_000_000)}</sheetData>`) });
    expect(await problemOf(new Blob([huge as BlobPart]), { unpackedBytes: 1_000_000 })).toBe('too-many-bytes');
    // The size in the central directory, and the one in front of the file, say almost nothing.
    const lying = huge.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 4; at += 1) {
      const mark = view.getUint32(at, true);
      if (mark === 0x02014b50) view.setUint32(at + 24, 10, true);
      if (mark === 0x04034b50) view.setUint32(at + 22, 10, true);
    }
    expect(await problemOf(new Blob([lying as BlobPart]), { unpackedBytes: 1_000_000 })).toBe('too-many-bytes');
  });
});

describe('a workbook of others', () => {
  const book = (sheet: string, strings = '') =>
    new Blob([
      zipSync({
        'xl/workbook.xml': strToU8('<x:workbook><x:sheets><x:sheet name="b" r:id="rId9"/></x:sheets></x:workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Target="worksheets/sheet1.xml" Id="rId1"/><Relationship Id="rId9" Target="/xl/worksheets/second.xml"/></Relationships>',
        ),
        'xl/worksheets/sheet1.xml': strToU8('<sheetData><row><c><v>9</v></c></row></sheetData>'),
        'xl/worksheets/second.xml': strToU8(sheet),
        ...(strings === '' ? {} : { 'xl/sharedStrings.xml': strToU8(strings) }),
      }) as BlobPart,
    ]);

  it('is read with shared and rich text, prefixes, gaps and numbers', async () => {
    const sheet = `<x:sheetData><x:row r="3"><x:c r="B3" t="s"><x:v>1</x:v></x:c><x:c r="D3"><x:v>0.30000000000000004</x:v></x:c></x:row>
      <x:row r="5"><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>a&amp;b</x:v></x:c></x:row></x:sheetData>`;
    const strings =
      '<sst><si><t>zero</t></si><si><r><t>熟</t></r><r><t xml:space="preserve">地 </t></r><rPh sb="0" eb="1"><t>shu</t></rPh></si></sst>';
    expect((await readSheet(book(sheet, strings))).rows).toEqual([
      { number: 3, cells: ['', '熟地 ', '', '0.3'] },
      { number: 5, cells: ['TRUE', '', 'a&b'] },
    ]);
  });

  it('cannot bring entities of its own', async () => {
    const sheet =
      '<!DOCTYPE x [<!ENTITY e "boom">]><sheetData><row><c t="inlineStr"><is><t>&e;&lt;</t></is></c></row></sheetData>';
    expect(await rowsOf(book(sheet))).toEqual([['&e;<']]);
  });
});
