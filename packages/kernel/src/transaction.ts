/**
 * What a use case may ask of a store. The store package implements it over memory, IndexedDB and PostgreSQL; a use case
 * awaits nothing else while it runs, because an IndexedDB transaction ends as soon as it is idle.
 */

/** A stored record. `version` starts at 1 and grows by one at each change; the store keeps it. */
export interface Document {
  readonly id: string;
  readonly version: number;
}

/** A record before the store has numbered it. */
export type Draft<D extends Document> = Omit<D, 'version'>;

export type KeyPart = string | number;

/**
 * How a kind of record is stored. `D` is its document type.
 * `fields` names the top-level scalar fields that are real columns; indexes and unique keys are built on them.
 * A declaration may grow later, never shrink or change: data, older nodes and older tabs rely on it.
 */
export interface Collection<D extends Document = Document> {
  readonly name: string;
  readonly fields: Readonly<Record<string, 'string' | 'number'>>;
  /** Ordered lists of fields. Indexed fields are never null. */
  readonly indexes: Readonly<Record<string, readonly string[]>>;
  /** At most one record per combination; a record with null in one of the fields is exempt. */
  readonly unique?: Readonly<Record<string, readonly string[]>>;
  /** Bounds the store itself guards: `min ≤ field ≤ maxField`; null is out of bounds. */
  readonly checks?: Readonly<
    Record<string, { readonly field: string; readonly min: number; readonly maxField: string }>
  >;
  /** False for counters whose changes say nothing about a person's case; they get no audit row. */
  readonly audited?: boolean;
  /** Fields that hold personal data (PIPL), never written to logs or audit rows. */
  readonly personal?: readonly string[];
  /** Days for which a record is kept (PIPL Art. 19), from the date or instant that `retentionIndex` begins with. */
  readonly retentionDays?: number;
  /** Index by whose first field housekeeping finds what has been kept long enough; without one nothing is erased by itself. */
  readonly retentionIndex?: string;
  /** Carries the document type; never set. */
  readonly documentType?: D;
}

/** Declares a collection; returns it unchanged, typed. */
export function defineCollection<D extends Document>(collection: Collection<D>): Collection<D> {
  return collection;
}

/** Records by an index: equal on its first fields, within a range on the next one, in index order. */
export interface Find {
  readonly index: string;
  readonly equals: readonly KeyPart[];
  /** Inclusive bounds on the field after the equal ones. */
  readonly from?: KeyPart;
  readonly to?: KeyPart;
  readonly descending?: boolean;
  readonly limit?: number;
  /** Go on after this record of an earlier answer. */
  readonly after?: Document;
}

export interface Transaction {
  /** The record, locked until the end in a command; `undefined` if there is none. Sees what this command staged. */
  get<D extends Document>(collection: Collection<D>, id: string): Promise<D | undefined>;
  /** Records by an index, with what this command staged. Not locked: their versions are checked when they are changed. */
  find<D extends Document>(collection: Collection<D>, find: Find): Promise<D[]>;
  /** Stages a new record; a taken id or unique key is found at the latest at commit. */
  insert<D extends Document>(collection: Collection<D>, draft: Draft<D>): D;
  /** Stages a change of a record read before; its version is checked at commit. */
  update<D extends Document>(collection: Collection<D>, document: D): D;
  remove<D extends Document>(collection: Collection<D>, document: D): void;
}
