import type { ResourceField, ResourceFacts } from '../schema/fields.ts';
import type { UpsertReport } from '../types.ts';
import { badSchema, tooManyResources } from '../engine-error.ts';
import { TextIndex } from '../text/text-index.ts';
import { type Column, DateColumn, NumberColumn, PointColumn, TextColumn, WordColumn, WordsColumn } from './columns.ts';
import { ConditionColumn } from './condition-column.ts';
import { atLeast } from './growing.ts';

const kinds: Readonly<Record<ResourceField['kind'], new () => Column>> = {
  word: WordColumn,
  number: NumberColumn,
  date: DateColumn,
  words: WordsColumn,
  point: PointColumn,
  text: TextColumn,
  condition: ConditionColumn,
};
const listedProblems = 1_000;

/**
 * Resources by columns. A row is written once: a change is a tombstone and a new row behind the others, so that the text index only
 * appends; when a tenth of the rows is dead, all rows move together.
 */
export class ResourceStore {
  readonly columns = new Map<string, Column>();
  readonly text: TextIndex;
  ids: string[] = [];
  alive = new Uint8Array(0);
  rowOf = new Map<string, number>();
  /** Rows, dead ones included. */
  rows = 0;
  /** One higher after every change. */
  version = 0;
  private readonly texts: TextColumn[] = [];
  private readonly fields: readonly string[];
  private readonly maxResources: number;

  constructor(fields: Readonly<Record<string, ResourceField>>, maxResources: number, maxTextLength: number) {
    this.fields = Object.keys(fields);
    for (const field of this.fields) {
      const kind = kinds[fields[field]!.kind];
      if (kind === undefined) throw badSchema({ field });
      const column = new kind();
      this.columns.set(field, column);
      if (column instanceof TextColumn) this.texts.push(column);
    }
    this.maxResources = maxResources;
    this.text = new TextIndex(maxTextLength);
  }

  get size(): number {
    return this.rowOf.size;
  }

  /** Names of the text fields, as highlights tell them. */
  get textFields(): readonly string[] {
    return this.fields.filter((field) => this.columns.get(field) instanceof TextColumn);
  }

  upsert(resources: readonly ResourceFacts[]): UpsertReport {
    // New ids are counted first: a refusal leaves everything as it was.
    if (this.size + resources.length > this.maxResources) {
      const fresh = new Set<string>();
      for (const { id } of resources) if (!this.rowOf.has(id)) fresh.add(id);
      if (this.size + fresh.size > this.maxResources) throw tooManyResources(this.size + fresh.size, this.maxResources);
    }
    const before = this.size;
    const problems: UpsertReport['problems'][number][] = [];
    let replaced = 0;
    const firstRow = this.rows;
    for (const resource of resources) {
      const id: unknown = resource?.id;
      if (typeof id !== 'string' || id === '') {
        problems.push({ id: String(id), field: 'id', code: 'no-id' });
        continue;
      }
      const old = this.rowOf.get(id);
      if (old !== undefined) {
        this.alive[old] = 0;
        replaced += 1;
      }
      const row = this.rows;
      this.rows += 1;
      this.alive = atLeast(this.alive, this.rows);
      this.alive[row] = 1;
      this.ids[row] = id;
      this.rowOf.set(id, row);
      for (const field of this.fields) {
        const problem = this.columns.get(field)!.write(row, resource[field]);
        if (problem !== undefined && problems.length < listedProblems)
          problems.push({ id, field, code: problem as UpsertReport['problems'][number]['code'] });
      }
    }
    if (this.rows > firstRow)
      this.text.append(firstRow, this.rows, (row) => this.texts.map(({ values }) => values[row] as string));
    this.tidy();
    return { added: this.size - before, replaced, problems };
  }

  remove(ids: readonly string[]): number {
    let removed = 0;
    for (const id of ids) {
      const row = this.rowOf.get(id);
      if (row === undefined) continue;
      this.alive[row] = 0;
      this.rowOf.delete(id);
      removed += 1;
    }
    this.tidy();
    return removed;
  }

  private tidy(): void {
    this.version += 1;
    const dead = this.rows - this.size;
    if (dead * 10 > this.rows) this.compact();
    else this.text.mergeWhenDue();
  }

  private compact(): void {
    const kept = new Int32Array(this.size);
    let count = 0;
    for (let row = 0; row < this.rows; row += 1) {
      if (this.alive[row] !== 1) continue;
      kept[count] = row;
      count += 1;
    }
    this.columns.forEach((column) => column.keep(kept));
    this.text.keep(kept, this.rows);
    this.ids = Array.from(kept, (row) => this.ids[row] as string);
    this.rows = count;
    this.alive = new Uint8Array(count).fill(1);
    this.rowOf = new Map(this.ids.map((id, row) => [id, row]));
  }
}
