/** The port a storage engine implements: few verbs, so that an engine is a small file and the rules stay in one place. */
import type { Collection, Document, EventEnvelope, Find } from '@zhaoshang/kernel';

/** One record's change as it is flushed at commit. `expectedVersion` 0 means: there must be no such record yet. */
export interface Change {
  readonly collection: Collection;
  readonly kind: 'insert' | 'update' | 'remove';
  readonly document: Document;
  readonly expectedVersion: number;
}

/** What one commit writes: records and the outbox, in the same transaction. */
export interface ChangeBatch {
  readonly changes: readonly Change[];
  readonly events: readonly EventEnvelope[];
}

/** An event of the outbox with its place in the order of commits. */
export interface StoredEvent {
  readonly sequence: number;
  readonly event: EventEnvelope;
}

/**
 * A write transaction that has read must end with `commit` or `rollback`. A read transaction sees each answer as of one
 * instant, two answers possibly as of two; ending it is optional.
 */
export interface DriverTransaction {
  /** Records by id, in the order asked for; in a write transaction they are locked until its end. */
  getMany(collection: Collection, ids: readonly string[]): Promise<readonly (Document | undefined)[]>;
  /** Answers of several searches in one go, in the order asked for; not locked. */
  findMany(collection: Collection, finds: readonly Find[]): Promise<readonly (readonly Document[])[]>;
  /** Writes everything or nothing. Throws StoreError `version`, `unique`, `check`, `busy`, `full` or `unavailable`. */
  commit(batch: ChangeBatch): Promise<void>;
  rollback(): Promise<void>;
}

export interface StoreDriver {
  readonly name: string;
  begin(mode: 'read' | 'write'): Promise<DriverTransaction>;
  /** Committed events after a sequence number, oldest first; never skips one that commits late. */
  eventsAfter(sequence: number, limit: number): Promise<readonly StoredEvent[]>;
  /** The newest sequence number that `eventsAfter` would answer; 0 for an empty outbox. */
  lastSequence(): Promise<number>;
  /** Forgets events up to a sequence number. */
  trimEvents(upTo: number): Promise<void>;
  close(): Promise<void>;
}

export type StoreErrorKind = 'version' | 'unique' | 'check' | 'busy' | 'full' | 'unavailable';

/** What an engine can refuse. `version`, `unique` and `busy` are worth running the use case again. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;
  readonly collection: string | undefined;

  constructor(kind: StoreErrorKind, message: string, options: { collection?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.collection = options.collection;
  }

  get retryable(): boolean {
    return this.kind === 'version' || this.kind === 'unique' || this.kind === 'busy';
  }
}
