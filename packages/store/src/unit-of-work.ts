/**
 * A unit of work: reads go to the engine, writes are staged and flushed together at commit. Units nest: each command of a
 * batch works in a fork of the batch's unit, so a command that fails drops its own writes only.
 */
import type { Collection, Document, Draft, Find, KeyPart, Transaction } from '@zhaoshang/kernel';
import { StoreError, type Change, type DriverTransaction } from './driver.ts';
import { arrange, compareKeys, findKey, matches, orderFields, orderKey } from './find.ts';
import { doubleKey, guardChecks, guardFields, uniqueKeysOf } from './guards.ts';

interface Staged {
  readonly collection: Collection;
  /** `undefined`: removed. */
  readonly document: Document | undefined;
  /** Version the engine has; 0 when it has none. */
  readonly base: number;
  /** Newest version this record ever had here, so that one removed and inserted again goes on counting. */
  readonly newest: number;
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
const takenKey = (collection: Collection, name: string, parts: readonly KeyPart[]): string =>
  JSON.stringify([collection.name, name, ...parts]);

export class UnitOfWork implements Transaction {
  readonly #engine: DriverTransaction;
  readonly #parent: UnitOfWork | undefined;
  /** By collection, then by id. */
  readonly #staged = new Map<string, Map<string, Staged>>();
  /** Unique keys taken by staged records → id of the one that took it last. */
  readonly #taken = new Map<string, string>();
  /** Shared by all forks: what the engine answered, so that a batch reads a record once. */
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
    const searches = new Map<Collection, Map<string, Find>>();
    for (const [collection, find] of finds) {
      const key = findKey(collection, find);
      if (this.#answers.has(key)) continue;
      let map = searches.get(collection);
      if (map === undefined) searches.set(collection, (map = new Map()));
      map.set(key, find);
    }
    // Locks are taken in one order everywhere, so that two batches cannot wait for each other. Nothing waits for an earlier
    // answer: an engine that can takes all requests in one go, in this order.
    const ordered = [...ids].sort(([a], [b]) => (a.name < b.name ? -1 : 1));
    const records = ordered.map(async ([collection, set]) => {
      const wanted = [...set].sort();
      return { collection, wanted, found: await this.#engine.getMany(collection, wanted) };
    });
    const answered = [...searches].map(async ([collection, map]) => {
      return { collection, keys: [...map.keys()], answers: await this.#engine.findMany(collection, [...map.values()]) };
    });
    const [read, searched] = await Promise.all([Promise.all(records), Promise.all(answered)]);
    for (const { collection, wanted, found } of read)
      wanted.forEach((id, index) => this.#known.set(keyOf(collection, id), found[index]));
    for (const { collection, keys, answers } of searched)
      keys.forEach((key, index) => this.#remember(collection, key, answers[index] ?? []));
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
    const stored = await this.#search(collection, find);
    if (overlay.size === 0) return [...stored] as D[];
    const over = (found: readonly Document[]): D[] => {
      const merged = found.filter(({ id }) => !overlay.has(id));
      for (const { document } of overlay.values())
        if (document !== undefined && matches(document, fields, find)) merged.push(document);
      return arrange(merged as D[], fields, find);
    };
    const answer = over(stored);
    if (find.limit === undefined || stored.length < find.limit) return answer;
    // The engine told of the first records only: the answer holds as long as it ends no later than they do.
    const [end, told] = [answer[find.limit - 1], stored[stored.length - 1]];
    if (end === undefined && find.limit <= 0) return [];
    if (end !== undefined && told !== undefined) {
      const order = compareKeys(orderKey(end, fields), orderKey(told, fields));
      if (find.descending === true ? order >= 0 : order <= 0) return answer;
    }
    return over(await this.#search(collection, { ...find, limit: find.limit + overlay.size }));
  }

  insert<D extends Document>(collection: Collection<D>, draft: Draft<D>): D {
    const removed = this.#lookUp(collection, draft.id);
    const document = { ...draft, version: (removed?.newest ?? 0) + 1 } as unknown as D;
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
    const stagedHere = this.#staged.get(collection.name)?.get(document.id) !== undefined;
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

  /** What this unit changed, seen from the outside: one entry per record, none for one that came and went within it. */
  changes(): RecordChange[] {
    const changes: RecordChange[] = [];
    for (const records of this.#staged.values())
      for (const [id, { collection, document: after, before }] of records)
        if (before !== undefined || after !== undefined) changes.push({ collection, id, before, after });
    return changes;
  }

  /** Hands this fork's writes to its parent. */
  merge(): void {
    const parent = this.#parent;
    if (parent === undefined) throw new TypeError('Only a fork can be merged.');
    for (const records of this.#staged.values())
      for (const [id, staged] of records) {
        const into = parent.#recordsOf(staged.collection);
        const earlier = into.get(id);
        into.set(id, earlier === undefined ? staged : { ...staged, base: earlier.base, before: earlier.before });
      }
    for (const [key, id] of this.#taken) parent.#taken.set(key, id);
  }

  /** Everything staged, as the engine writes it. */
  batch(): Change[] {
    const changes: Change[] = [];
    for (const records of this.#staged.values())
      for (const { collection, document, base, before } of records.values()) {
        if (document !== undefined)
          changes.push({ collection, kind: base === 0 ? 'insert' : 'update', document, expectedVersion: base });
        else if (base !== 0 && before !== undefined)
          changes.push({ collection, kind: 'remove', document: before, expectedVersion: base });
      }
    return changes;
  }

  async #search(collection: Collection, find: Find): Promise<readonly Document[]> {
    const key = findKey(collection, find);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const [answer] = await this.#engine.findMany(collection, [find]);
    return this.#remember(collection, key, answer ?? []);
  }

  /**
   * Keeps an answer as it was given. A record that was read before stays known as it was then: if it has changed in between,
   * changing it is refused with `version`, here or at commit.
   */
  #remember(collection: Collection, key: string, documents: readonly Document[]): readonly Document[] {
    for (const document of documents) {
      const known = keyOf(collection, document.id);
      if (this.#known.get(known) === undefined) this.#known.set(known, document);
    }
    this.#answers.set(key, documents);
    return documents;
  }

  #recordsOf(collection: Collection): Map<string, Staged> {
    let records = this.#staged.get(collection.name);
    if (records === undefined) this.#staged.set(collection.name, (records = new Map()));
    return records;
  }

  #lookUp(collection: Collection, id: string): Staged | undefined {
    const staged = this.#staged.get(collection.name)?.get(id);
    if (staged !== undefined || this.#parent === undefined) return staged;
    return this.#parent.#lookUp(collection, id);
  }

  #current(collection: Collection, id: string): Document | undefined {
    const staged = this.#lookUp(collection, id);
    return staged === undefined ? this.#known.get(keyOf(collection, id)) : staged.document;
  }

  #overlay(collection: Collection): ReadonlyMap<string, Staged> {
    const own = this.#staged.get(collection.name);
    if (this.#parent === undefined) return own ?? new Map<string, Staged>();
    const outer = this.#parent.#overlay(collection);
    return own === undefined ? outer : new Map([...outer, ...own]);
  }

  #stage(collection: Collection, id: string, document: Document | undefined): void {
    if (document !== undefined) this.#guard(collection, document);
    const records = this.#recordsOf(collection);
    const earlier = this.#lookUp(collection, id);
    const here = records.get(id);
    const current = this.#current(collection, id);
    const known = this.#known.get(keyOf(collection, id))?.version ?? 0;
    records.set(id, {
      collection,
      document,
      base: earlier?.base ?? known,
      newest: document?.version ?? current?.version ?? 0,
      before: here === undefined ? current : here.before,
    });
    if (document === undefined) return;
    for (const [name, parts] of uniqueKeysOf(collection, document))
      this.#taken.set(takenKey(collection, name, parts), id);
  }

  /** Bounds and unique keys among staged records; against stored ones the engine decides at commit. */
  #guard(collection: Collection, document: Document): void {
    guardFields(collection, document);
    guardChecks(collection, document);
    for (const [name, parts] of uniqueKeysOf(collection, document)) {
      const key = takenKey(collection, name, parts);
      for (let unit: UnitOfWork | undefined = this; unit !== undefined; unit = unit.#parent) {
        const holder = unit.#taken.get(key);
        if (holder === undefined || holder === document.id) continue;
        // It may have passed the key on since.
        const staged = this.#lookUp(collection, holder)?.document;
        if (staged === undefined) continue;
        if (uniqueKeysOf(collection, staged).some(([other, its]) => takenKey(collection, other, its) === key))
          throw doubleKey(collection, name, parts);
      }
    }
  }
}
