/**
 * A unit of work: reads go to the engine, writes are staged and flushed together at commit. Units nest: each command of a
 * batch works in a fork of the batch's unit, so a command that fails drops its own writes only.
 */
import type { Collection, Document, Draft, Find, Transaction } from '@zhaoshang/kernel';
import { StoreError, type Change, type DriverTransaction } from './driver.ts';
import { arrange, fieldOf, findKey, matches, orderFields } from './find.ts';

interface Staged {
  readonly collection: Collection;
  /** `undefined`: removed. */
  readonly document: Document | undefined;
  /** Version the engine has; 0 when it has none. */
  readonly base: number;
  /** The record as this unit found it. */
  readonly before: Document | undefined;
}

/** A change as the audit trail sees it. */
export interface RecordChange {
  readonly collection: Collection;
  readonly id: string;
  readonly before: Document | undefined;
  readonly after: Document | undefined;
}

const keyOf = (collection: Collection, id: string): string => `${collection.name}/${id}`;

export class UnitOfWork implements Transaction {
  readonly #engine: DriverTransaction;
  readonly #parent: UnitOfWork | undefined;
  readonly #staged = new Map<string, Staged>();
  /** Root only: what the engine answered, so that a batch reads a record once. */
  readonly #known: Map<string, Document | undefined>;
  readonly #answers: Map<string, readonly Document[]>;

  constructor(engine: DriverTransaction, parent?: UnitOfWork) {
    this.#engine = engine;
    this.#parent = parent;
    this.#known = parent === undefined ? new Map() : parent.#known;
    this.#answers = parent === undefined ? new Map() : parent.#answers;
  }

  fork(): UnitOfWork {
    return new UnitOfWork(this.#engine, this);
  }

  /** Fetches records and searches that the commands of a batch will ask for, few round trips instead of many. */
  async prefetch(
    gets: readonly (readonly [Collection, string])[],
    finds: readonly (readonly [Collection, Find])[],
  ): Promise<void> {
    const ids = new Map<Collection, Set<string>>();
    for (const [collection, id] of gets) {
      if (this.#known.has(keyOf(collection, id))) continue;
      let set = ids.get(collection);
      if (set === undefined) ids.set(collection, (set = new Set()));
      set.add(id);
    }
    // Locks are taken in one order everywhere, so that two batches cannot wait for each other.
    const ordered = [...ids].sort(([a], [b]) => (a.name < b.name ? -1 : 1));
    for (const [collection, set] of ordered) {
      const wanted = [...set].sort();
      const found = await this.#engine.getMany(collection, wanted);
      wanted.forEach((id, index) => this.#known.set(keyOf(collection, id), found[index]));
    }
    const searches = new Map<Collection, Map<string, Find>>();
    for (const [collection, find] of finds) {
      const key = findKey(collection, find);
      if (this.#answers.has(key)) continue;
      let map = searches.get(collection);
      if (map === undefined) searches.set(collection, (map = new Map()));
      map.set(key, find);
    }
    for (const [collection, map] of searches) {
      const answers = await this.#engine.findMany(collection, [...map.values()]);
      [...map.keys()].forEach((key, index) => this.#remember(collection, key, answers[index] ?? []));
    }
  }

  async get<D extends Document>(collection: Collection<D>, id: string): Promise<D | undefined> {
    const staged = this.#lookUp(collection, id);
    if (staged !== undefined) return staged.document as D | undefined;
    const key = keyOf(collection, id);
    if (!this.#known.has(key)) {
      const [found] = await this.#engine.getMany(collection, [id]);
      this.#known.set(key, found);
    }
    return this.#known.get(key) as D | undefined;
  }

  async find<D extends Document>(collection: Collection<D>, find: Find): Promise<D[]> {
    const fields = orderFields(collection, find);
    const overlay = this.#overlay(collection);
    const wanted: Find =
      find.limit === undefined || overlay.size === 0 ? find : { ...find, limit: find.limit + overlay.size };
    const key = findKey(collection, wanted);
    let stored = this.#answers.get(key);
    if (stored === undefined) {
      const [answer] = await this.#engine.findMany(collection, [wanted]);
      stored = this.#remember(collection, key, answer ?? []);
    }
    if (overlay.size === 0) return [...stored] as D[];
    const merged = stored.filter((document) => !overlay.has(document.id));
    for (const { document } of overlay.values())
      if (document !== undefined && matches(document, fields, find)) merged.push(document);
    return arrange(merged as D[], fields, find);
  }

  insert<D extends Document>(collection: Collection<D>, draft: Draft<D>): D {
    const document = { ...draft, version: 1 } as unknown as D;
    if (this.#current(collection, document.id) !== undefined)
      throw new StoreError('unique', `"${collection.name}" already has a record "${document.id}".`, {
        collection: collection.name,
      });
    this.#stage(collection, document.id, document);
    return document;
  }

  update<D extends Document>(collection: Collection<D>, document: D): D {
    const current = this.#current(collection, document.id);
    if (current === undefined)
      throw new TypeError(
        `"${collection.name}/${document.id}" was not read in this transaction, so it cannot be changed.`,
      );
    if (current.version !== document.version)
      throw new StoreError('version', `"${collection.name}/${document.id}" has changed since it was read.`, {
        collection: collection.name,
      });
    const stagedHere = this.#staged.has(keyOf(collection, document.id));
    const next = { ...document, version: stagedHere ? document.version : document.version + 1 };
    this.#stage(collection, document.id, next);
    return next;
  }

  remove<D extends Document>(collection: Collection<D>, document: D): void {
    if (this.#current(collection, document.id) === undefined)
      throw new TypeError(
        `"${collection.name}/${document.id}" was not read in this transaction, so it cannot be removed.`,
      );
    this.#stage(collection, document.id, undefined);
  }

  /** What this unit changed, seen from the outside: one entry per record. */
  changes(): RecordChange[] {
    return [...this.#staged].map(([key, { collection, document, before }]) => ({
      collection,
      id: key.slice(collection.name.length + 1),
      before,
      after: document,
    }));
  }

  /** Hands this fork's writes to its parent. */
  merge(): void {
    const parent = this.#parent;
    if (parent === undefined) throw new TypeError('Only a fork can be merged.');
    for (const [key, staged] of this.#staged) {
      const earlier = parent.#staged.get(key);
      parent.#staged.set(
        key,
        earlier === undefined ? staged : { ...staged, base: earlier.base, before: earlier.before },
      );
    }
  }

  /** Everything staged, as the engine writes it. */
  batch(): Change[] {
    const changes: Change[] = [];
    for (const { collection, document, base, before } of this.#staged.values()) {
      if (document !== undefined)
        changes.push({ collection, kind: base === 0 ? 'insert' : 'update', document, expectedVersion: base });
      else if (base !== 0 && before !== undefined)
        changes.push({ collection, kind: 'remove', document: before, expectedVersion: base });
    }
    return changes;
  }

  #remember(collection: Collection, key: string, documents: readonly Document[]): readonly Document[] {
    // A record read twice is shown as it was read first: otherwise its version check would compare the wrong thing.
    const stable = documents.map((document) => {
      const known = keyOf(collection, document.id);
      if (this.#known.get(known) === undefined) this.#known.set(known, document);
      return this.#known.get(known) as Document;
    });
    this.#answers.set(key, stable);
    return stable;
  }

  #lookUp(collection: Collection, id: string): Staged | undefined {
    const staged = this.#staged.get(keyOf(collection, id));
    if (staged !== undefined || this.#parent === undefined) return staged;
    return this.#parent.#lookUp(collection, id);
  }

  #current(collection: Collection, id: string): Document | undefined {
    const staged = this.#lookUp(collection, id);
    return staged === undefined ? this.#known.get(keyOf(collection, id)) : staged.document;
  }

  #overlay(collection: Collection, into = new Map<string, Staged>()): Map<string, Staged> {
    if (this.#parent !== undefined) this.#parent.#overlay(collection, into);
    for (const [key, staged] of this.#staged)
      if (staged.collection.name === collection.name) into.set(key.slice(collection.name.length + 1), staged);
    return into;
  }

  #stage(collection: Collection, id: string, document: Document | undefined): void {
    if (document !== undefined) this.#guard(collection, document);
    const key = keyOf(collection, id);
    const earlier = this.#staged.get(key);
    const current = this.#current(collection, id);
    const base = earlier?.base ?? this.#lookUp(collection, id)?.base ?? this.#known.get(key)?.version ?? 0;
    this.#staged.set(key, { collection, document, base, before: earlier === undefined ? current : earlier.before });
  }

  /** Bounds and unique keys among staged records; against stored ones the engine decides at commit. */
  #guard(collection: Collection, document: Document): void {
    for (const fields of Object.values(collection.indexes))
      for (const field of fields)
        if (fieldOf(document, field) === null)
          throw new TypeError(
            `"${collection.name}/${document.id}": indexed field "${field}" must be a string or a number.`,
          );
    for (const [name, { field, min, maxField }] of Object.entries(collection.checks ?? {})) {
      const value = Number(fieldOf(document, field));
      if (!(value >= min && value <= Number(fieldOf(document, maxField))))
        throw new StoreError('check', `"${collection.name}/${document.id}" breaks "${name}".`, {
          collection: collection.name,
        });
    }
    for (const fields of Object.values(collection.unique ?? {})) {
      const parts = fields.map((field) => fieldOf(document, field));
      if (parts.includes(null)) continue;
      for (const other of this.#overlay(collection).values())
        if (
          other.document !== undefined &&
          other.document.id !== document.id &&
          fields.every((field, index) => fieldOf(other.document as Document, field) === parts[index])
        )
          throw new StoreError(
            'unique',
            `"${collection.name}" already has ${fields.join(', ')} = ${parts.join(', ')}.`,
            {
              collection: collection.name,
            },
          );
    }
  }
}
