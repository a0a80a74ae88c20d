/** The first sheet of an XLSX workbook, unpacked and read piece by piece: what is in memory at once stays small. */
import { strFromU8, unzipSync, Unzip, UnzipInflate } from 'fflate';
import { RowCollector, SheetError, type Sheet, type SheetLimits } from './sheet.ts';
import { Slices } from './slices.ts';
import { attribute, columnIndex, ElementFinder, matches, plainText, textOf } from './xlsx-text.ts';

/** Packed bytes of one slice; deflate makes at most about a thousand times as much of them. */
const sliceBytes = 16 * 1024;
/** Files of a workbook that are read whole: the list of its sheets, and where they are. */
const smallBytes = 1024 * 1024;

export async function readXlsx(bytes: Uint8Array, limits: SheetLimits, signal?: AbortSignal): Promise<Sheet> {
  const book = bookOf(bytes, limits);
  const slices = new Slices(signal);
  const tooLong = (): never => {
    throw new SheetError('cell-too-long');
  };
  const longest = limits.cell * 4;
  const shared: string[] = [];
  if (book.strings !== undefined) {
    const finder = new ElementFinder('si', longest, tooLong);
    await unpack(bytes, book.strings, limits, slices, (piece) => {
      for (const [, body] of finder.take(piece)) shared.push(textOf(body));
    });
  }
  const collector = new RowCollector(limits);
  const finder = new ElementFinder('row', longest * 2, tooLong);
  let number = 0;
  await unpack(bytes, book.sheet, limits, slices, (piece) => {
    for (const [head, body] of finder.take(piece)) {
      number = Number(attribute(head, 'r')) || number + 1;
      collector.add(number, cellsOf(body, shared, limits));
    }
  });
  return { rows: collector.rows, format: 'xlsx', encoding: 'utf-8' };
}

interface Book {
  readonly sheet: string;
  readonly strings: string | undefined;
}

/** Which file is the first sheet; also refuses what would unpack to too much, by what the directory says. */
function bookOf(bytes: Uint8Array, limits: SheetLimits): Book {
  const names: string[] = [];
  let unpacked = 0;
  let small: Record<string, Uint8Array>;
  try {
    small = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        if (/(^|\/)(worksheets\/[^/]+|sharedStrings)\.xml$/i.test(name)) unpacked += originalSize;
        return /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels)$/i.test(name) && originalSize <= smallBytes;
      },
    });
  } catch {
    throw new SheetError('not-a-sheet');
  }
  if (unpacked > limits.unpackedBytes) throw new SheetError('too-many-bytes');
  const text = (end: string): string => {
    const name = Object.keys(small).find((each) => each.toLowerCase().endsWith(end));
    return name === undefined ? '' : strFromU8(small[name] as Uint8Array);
  };
  const [first] = matches(text('workbook.xml'), /<(?:\w+:)?sheet\s([^>]*)>/g);
  const id = first === undefined ? '' : attribute(first[1] ?? '', 'r:id');
  const relations = [...matches(text('.rels'), /<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, head = '']) => head);
  const target = attribute(relations.find((head) => attribute(head, 'Id') === id) ?? '', 'Target');
  const named = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
  const sheet =
    names.find((name) => name === named) ?? names.find((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name));
  if (sheet === undefined) throw new SheetError('not-a-sheet');
  return { sheet, strings: names.find((name) => /^xl\/sharedStrings\.xml$/i.test(name)) };
}

/** The text of one file in the archive, in pieces. */
async function unpack(
  bytes: Uint8Array,
  wanted: string,
  limits: SheetLimits,
  slices: Slices,
  take: (piece: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let problem: Error | undefined;
  let size = 0;
  let isDone = false;
  const archive = new Unzip((file) => {
    if (file.name !== wanted) return;
    file.ondata = (error, data, final) => {
      if (problem !== undefined) return;
      try {
        if (error !== null) throw new SheetError('not-a-sheet');
        size += data.length;
        if (size > limits.unpackedBytes) throw new SheetError('too-many-bytes');
        take(decoder.decode(data, { stream: !final }));
        isDone = final;
      } catch (cause) {
        problem = cause as Error;
      }
    };
    file.start();
  });
  archive.register(UnzipInflate);
  for (let from = 0; from < bytes.length && !isDone; from += sliceBytes) {
    await slices.rest();
    const to = Math.min(from + sliceBytes, bytes.length);
    try {
      archive.push(bytes.subarray(from, to), to === bytes.length);
    } catch {
      problem ??= new SheetError('not-a-sheet');
    }
    if (problem !== undefined) throw problem;
  }
  if (!isDone) throw new SheetError('not-a-sheet');
}

const cellPattern = /<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c\s*>)/g;

function cellsOf(row: string, shared: readonly string[], { columns }: SheetLimits): string[] {
  const cells: string[] = [];
  let next = 0;
  cellPattern.lastIndex = 0;
  for (const [, head = '', body = ''] of matches(row, cellPattern)) {
    const reference = attribute(head, 'r');
    const at = reference === '' ? next : columnIndex(reference);
    next = at + 1;
    if (at < 0 || at >= columns) continue;
    while (cells.length < at) cells.push('');
    cells[at] = valueOf(attribute(head, 't'), body, shared);
  }
  return cells;
}

function valueOf(type: string, body: string, shared: readonly string[]): string {
  if (type === 'inlineStr') return textOf(body);
  const value = plainText(/<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v\s*>/.exec(body)?.[1] ?? '');
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  // An error such as #DIV/0! says nothing of a resource.
  if (type === 'e') return '';
  // 0.1+0.2 as binary arithmetic left it: fifteen digits, as spreadsheets show them.
  return type === '' || type === 'n' ? shortNumber(value) : value;
}

function shortNumber(value: string): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number) || value.replace(/\D/g, '').length <= 15) return value;
  return String(Number(number.toPrecision(15)));
}
