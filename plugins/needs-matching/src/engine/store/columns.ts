import type { Position } from '../schema/fields.ts';
import { badSchema } from '../engine-error.ts';
import { spaceOf } from '../geo/space.ts';
import { atLeast, gather } from './growing.ts';
import { dateOf, dayOf, noDay } from './dates.ts';
import { Words, numberOf } from './words.ts';

/** One field of all rows. `write` answers what is wrong with a value, which is then "not known". */
export interface Column {
  write(row: number, value: unknown): string | undefined;
  /** Keeps the given rows, ascending, and renumbers them from 0. */
  keep(rows: Int32Array): void;
}

export const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (typeof value === 'number' && Number.isNaN(value));

export class NumberColumn implements Column {
  /** NaN: not known. */
  values = new Float64Array(0);

  write(row: number, value: unknown): string | undefined {
    this.values = atLeast(this.values, row + 1);
    const number = numberOf(value);
    this.values[row] = number;
    return number === number || isAbsent(value) ? undefined : 'not-a-number';
  }

  keep(rows: Int32Array): void {
    this.values = gather(this.values, rows);
  }
}

export class DateColumn implements Column {
  /** `noDay`: not known. */
  values = new Int32Array(0);

  write(row: number, value: unknown): string | undefined {
    this.values = atLeast(this.values, row + 1);
    const day = dayOf(value);
    this.values[row] = day;
    return day !== noDay || isAbsent(value) ? undefined : 'not-a-date';
  }

  keep(rows: Int32Array): void {
    this.values = gather(this.values, rows);
  }

  read(row: number): string | null {
    return dateOf(this.values[row] as number);
  }
}

export class WordColumn implements Column {
  readonly words = new Words();
  /** -1: not known. */
  values = new Int32Array(0);

  write(row: number, value: unknown): string | undefined {
    this.values = atLeast(this.values, row + 1);
    const word = typeof value === 'string' ? value.trim() : '';
    this.values[row] = word === '' ? -1 : this.words.add(word);
    return word !== '' || isAbsent(value) || typeof value === 'string' ? undefined : 'not-a-word';
  }

  keep(rows: Int32Array): void {
    this.values = gather(this.values, rows);
  }

  read(row: number): string | null {
    const value = this.values[row] as number;
    return value < 0 ? null : this.words.wordOf(value);
  }
}

/** Sets of words as bits; wider rows when more words come. */
export class WordsColumn implements Column {
  static readonly maxWords = 1_024;
  readonly words = new Words();
  /** 32-bit pieces per row. */
  width = 1;
  bits = new Int32Array(0);
  known = new Uint8Array(0);

  write(row: number, value: unknown): string | undefined {
    this.known = atLeast(this.known, row + 1);
    this.bits = atLeast(this.bits, (row + 1) * this.width);
    this.bits.fill(0, row * this.width, (row + 1) * this.width);
    this.known[row] = 0;
    if (isAbsent(value)) return undefined;
    const list = typeof value === 'string' ? [value] : value;
    if (!Array.isArray(list) || list.some((one) => typeof one !== 'string')) return 'not-words';
    const added = (list as string[]).map((one) => one.trim()).filter((one) => one !== '');
    // A set that cannot be told in full is not known: half of it would answer wrongly.
    if (added.some((word) => this.words.numberOf(word) < 0 && this.words.size + added.length > WordsColumn.maxWords))
      return 'not-words';
    for (const word of added) {
      const bit = this.words.add(word);
      if (bit >= this.width * 32) this.widen();
      this.bits[row * this.width + (bit >> 5)]! |= 1 << (bit & 31);
    }
    this.known[row] = 1;
    return undefined;
  }

  keep(rows: Int32Array): void {
    this.bits = gather(this.bits, rows, this.width);
    this.known = gather(this.known, rows);
  }

  /** In the order of their units, whatever came first. */
  read(row: number): string[] | null {
    if (this.known[row] !== 1) return null;
    const found: string[] = [];
    for (let bit = 0; bit < this.words.size; bit += 1) if (this.has(row, bit)) found.push(this.words.wordOf(bit));
    return found.sort();
  }

  has(row: number, bit: number): boolean {
    return bit >= 0 && (((this.bits[row * this.width + (bit >> 5)] as number) >>> (bit & 31)) & 1) === 1;
  }

  /** Bits of the words that any resource has. */
  maskOf(wanted: readonly string[]): Int32Array {
    const mask = new Int32Array(this.width);
    for (const word of wanted) {
      const bit = this.words.numberOf(word);
      if (bit >= 0) mask[bit >> 5]! |= 1 << (bit & 31);
    }
    return mask;
  }

  /** How many of the words of a mask a row has. */
  common(row: number, mask: Int32Array): number {
    const from = row * this.width;
    let common = 0;
    for (let piece = 0; piece < mask.length; piece += 1)
      common += countBits((this.bits[from + piece] as number) & (mask[piece] as number));
    return common;
  }

  private widen(): void {
    const rows = Math.floor(this.bits.length / this.width);
    const wider = new Int32Array(rows * this.width * 2);
    for (let row = 0; row < rows; row += 1)
      wider.set(this.bits.subarray(row * this.width, (row + 1) * this.width), row * this.width * 2);
    this.bits = wider;
    this.width *= 2;
  }
}

/** Set bits of 32, by adding neighbours: no branches to mispredict. */
export function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

export class PointColumn implements Column {
  /** Degrees; NaN: not known. */
  lon = new Float64Array(0);
  lat = new Float64Array(0);
  /** The same places in space: three metres each. */
  space = new Float64Array(0);
  /** Metres. */
  accuracy = new Float64Array(0);

  write(row: number, value: unknown): string | undefined {
    this.lon = atLeast(this.lon, row + 1);
    this.lat = atLeast(this.lat, row + 1);
    this.accuracy = atLeast(this.accuracy, row + 1);
    const position = positionOf(value);
    this.lon[row] = position?.lon ?? Number.NaN;
    this.lat[row] = position?.lat ?? Number.NaN;
    this.accuracy[row] = position?.accuracyM ?? 0;
    this.space = atLeast(this.space, 3 * row + 3);
    this.space.set(spaceOf(this.lon[row] as number, this.lat[row] as number), 3 * row);
    return position !== undefined || isAbsent(value) ? undefined : 'not-a-point';
  }

  keep(rows: Int32Array): void {
    this.lon = gather(this.lon, rows);
    this.lat = gather(this.lat, rows);
    this.accuracy = gather(this.accuracy, rows);
    this.space = gather(this.space, rows, 3);
  }

  read(row: number): Position | null {
    const lon = this.lon[row] as number;
    return lon === lon ? { lon, lat: this.lat[row] as number, accuracyM: this.accuracy[row] as number } : null;
  }
}

export class TextColumn implements Column {
  values: string[] = [];

  write(row: number, value: unknown): string | undefined {
    this.values[row] = typeof value === 'string' ? value : '';
    return typeof value === 'string' || isAbsent(value) ? undefined : 'not-text';
  }

  keep(rows: Int32Array): void {
    this.values = Array.from(rows, (row) => this.values[row] as string);
  }
}

/** A position with finite degrees in range and an accuracy that is not negative; `undefined` for anything else. */
export function positionOf(value: unknown): Position | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const { lon, lat, accuracyM = 0 } = value as { lon?: unknown; lat?: unknown; accuracyM?: unknown };
  const [x, y, metres] = [numberOf(lon), numberOf(lat), numberOf(accuracyM ?? 0)];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 && metres >= 0 ? { lon: x, lat: y, accuracyM: metres } : undefined;
}

/** The column of a field, when it is of the kind that a constraint or a score part needs. */
export function columnOf<T extends Column>(
  columns: ReadonlyMap<string, Column>,
  field: string,
  kind: new (...nothing: never[]) => T,
): T {
  const column = columns.get(field);
  if (column instanceof kind) return column;
  throw badSchema({ field });
}
