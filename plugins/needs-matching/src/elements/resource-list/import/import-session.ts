/** One import from the file to the answer: read, judged by row, compared, and only then sent. */
import { asZsError, type ZsError } from '@zhaoshang/kernel';
import { readSheet } from '../../../tabular/read-sheet.ts';
import { Slices } from '../../../tabular/slices.ts';
import type { ListWords } from '../list-words.ts';
import type { ImportAnswer, MatchingClient } from '../resource-types.ts';
import { completed, differences, Present, repeats, type Difference } from './comparing.ts';
import { entryOf, tableOf, type Entry, type EntryIssue, type Table } from './entries.ts';
import { CodeBook, sheetColumns } from './sheet-words.ts';

export const outcomes = ['create', 'change', 'same', 'repeat', 'wrong'] as const;
export type RowOutcome = (typeof outcomes)[number];

export interface JudgedRow {
  readonly entry: Entry;
  readonly outcome: RowOutcome;
  readonly issues: readonly EntryIssue[];
  readonly differences: readonly Difference[];
  /** Row of the file that says the same. */
  readonly sameAs: number | undefined;
  /** What is sent. */
  readonly values: Readonly<Record<string, string>>;
}

export interface ImportSource {
  readonly words: ListWords;
  readonly steward: string;
  matching(): MatchingClient;
}

type Mode = 'preview' | 'apply';
type SendRows = (rows: readonly JudgedRow[], mode: Mode) => Promise<ImportAnswer>;

export class ImportSession {
  readonly fileName: string;
  readonly table: Table;
  readonly encoding: string;
  rows: readonly JudgedRow[] = [];
  /** Rows that are done. */
  readonly done = { created: 0, updated: 0 };
  private readonly entries: readonly Entry[];
  private readonly sent = new Set<number>();

  private constructor(fileName: string, encoding: string, table: Table, entries: readonly Entry[]) {
    this.fileName = fileName;
    this.encoding = encoding;
    this.table = table;
    this.entries = entries;
  }

  /** Reads a file; rejects with `SheetError`. */
  static async read(file: File, words: ListWords, signal: AbortSignal): Promise<ImportSession> {
    const sheet = await readSheet(file, { signal });
    const table = tableOf(sheet);
    const book = new CodeBook(words);
    const slices = new Slices(signal);
    const entries: Entry[] = [];
    for (const row of table.body) {
      entries.push(entryOf(row, table.columns, book));
      if (slices.isDue) await slices.rest();
    }
    return new ImportSession(file.name, sheet.encoding, table, entries);
  }

  count(outcome: RowOutcome): number {
    return this.rows.filter((row) => row.outcome === outcome).length;
  }

  /** Rows that an import would send. */
  get ready(): readonly JudgedRow[] {
    return this.rows.filter(
      ({ outcome, entry }) => (outcome === 'create' || outcome === 'change') && !this.sent.has(entry.number),
    );
  }

  /** Compares with the list as it is and has the backend judge what would be sent. Nothing is stored. */
  async judge(source: ImportSource, signal: AbortSignal): Promise<void> {
    const { steward } = source;
    const present = new Present(await source.matching().exportResources(steward === '' ? {} : { steward }, { signal }));
    const twice = repeats(this.entries);
    const slices = new Slices(signal);
    const rows: JudgedRow[] = [];
    for (const entry of this.entries) {
      rows.push(judged(entry, present, twice.get(entry.number)));
      if (slices.isDue) await slices.rest();
    }
    this.rows = rows;
    const send: SendRows = (some, mode) => source.matching().importResources(inputOf(some, mode), { signal });
    for (const some of batches(this.ready, source)) this.take(some, await send(some, 'preview'), 'preview');
  }

  /** Imports what is ready, batch by batch; after a failure what is left can be sent again. Resolves with the failure. */
  async apply(
    source: ImportSource,
    send: (input: ReturnType<typeof inputOf>) => Promise<ImportAnswer>,
    progress: () => void,
  ): Promise<ZsError | undefined> {
    try {
      for (const some of batches(this.ready, source)) {
        this.take(some, await send(inputOf(some, 'apply')), 'apply');
        progress();
      }
      return undefined;
    } catch (error) {
      return asZsError(error);
    }
  }

  private take(sent: readonly JudgedRow[], answer: ImportAnswer, mode: Mode): void {
    const changed = new Map<number, JudgedRow>();
    for (const told of answer.rows) {
      const row = sent[told.row - 1];
      if (row === undefined) continue;
      if (mode === 'apply' && told.outcome !== 'invalid') this.sent.add(row.entry.number);
      if (told.outcome === 'create' || told.outcome === 'update') continue;
      const issues = told.issues.map(({ column, rule, message }) => ({
        column: columnName(column),
        rule,
        message,
        value: row.values[columnName(column)] ?? '',
      }));
      changed.set(row.entry.number, { ...row, outcome: told.outcome === 'invalid' ? 'wrong' : 'repeat', issues });
    }
    if (mode === 'apply') {
      this.done.created += answer.created;
      this.done.updated += answer.updated;
    }
    if (changed.size > 0) this.rows = this.rows.map((row) => changed.get(row.entry.number) ?? row);
  }
}

function judged(entry: Entry, present: Present, sameAs: number | undefined): JudgedRow {
  const { issues } = entry;
  const before = issues.length > 0 ? undefined : present.find(entry.values);
  const found = before === undefined ? [] : differences(entry.values, before);
  const outcome =
    issues.length > 0
      ? 'wrong'
      : sameAs !== undefined
        ? 'repeat'
        : before === undefined
          ? 'create'
          : found.length === 0
            ? 'same'
            : 'change';
  return { entry, outcome, issues, differences: found, sameAs, values: completed(entry.values, before) };
}

/** The backend names columns by their Chinese heads. */
const columnName = (label: string): string =>
  sheetColumns.find(({ name, labels }) => name === label || labels['zh-CN'] === label)?.name ?? label;

function inputOf(rows: readonly JudgedRow[], mode: Mode) {
  return { mode, onDuplicate: 'update' as const, rows: rows.map(({ values }) => ({ ...values })) };
}

function* batches(rows: readonly JudgedRow[], { words }: ImportSource): Generator<readonly JudgedRow[]> {
  const size = Math.max(1, Math.min(words.catalogue?.importMaxRows ?? 500, 500));
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
