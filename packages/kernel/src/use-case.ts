/** A use case: one operation of a contract over a transaction, the same in the page and on the server. */
import type { Contract, EventsOf, ParsedInputOf, ResultOf } from './contract.ts';
import type { Locale } from './locale.ts';
import type { Session } from './session.ts';
import type { StandardErrorCode } from './standard-errors.ts';
import type { Collection, Document, Find, Transaction } from './transaction.ts';

export interface UseCaseContext<C extends Contract = Contract, Config = unknown> {
  readonly tx: Transaction;
  /** Who acts; `null` only where the contract admits anyone. */
  readonly session: Session | null;
  /** Milliseconds since the epoch, from the clock port; one instant for the whole use case. */
  readonly now: number;
  readonly zone: string;
  /** The caller's language: for texts that leave at once, such as a file. What is stored is read in either. */
  readonly locale: Locale;
  /** The zone's settings of this plugin: every number, list and cadence. */
  readonly config: Config;
  /** Versioned commands: what the caller has seen. */
  readonly expectedVersion: number | undefined;
  newId(prefix: string): string;
  /** Published after commit, handed to reactions of other plugins before it. */
  emit<Name extends keyof EventsOf<C> & string>(name: Name, payload: EventsOf<C>[Name]): void;
  /** Ends the use case with one of the contract's declared errors, or a standard one. */
  fail(code: (keyof C['errors'] & string) | StandardErrorCode, data?: unknown): never;
  /** Ends the use case with `stale` unless the caller has seen this version of the record. */
  expectVersion(document: Document): void;
  /** Why, in the words of the person who acts; goes into the audit row of every record changed from here on. */
  because(reason: string): void;
  /** Audit rows of one record, oldest first. */
  history(collection: Collection, id: string): Promise<AuditEntry[]>;
}

/** Who changed a record, when, how and why; hashes are SHA-256 of the record's canonical JSON. */
export interface AuditEntry extends Document {
  /** `collection/record`: the rows of one record are found by it. */
  readonly subjectKey: string;
  readonly at: string;
  readonly actor: string;
  readonly actorName: string;
  readonly roles: readonly string[];
  readonly action: string;
  readonly collection: string;
  readonly record: string;
  readonly recordVersion: number;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
  readonly reason: string | null;
  /** Version of the zone preset that was in force (GEN-8). */
  readonly configVersion: string;
  readonly traceId: string;
}

/** Records a command will want, so that a batch can fetch them for all its commands at once. */
export interface Prefetch {
  readonly get?: readonly (readonly [Collection<any>, string])[];
  readonly find?: readonly (readonly [Collection<any>, Find])[];
}

export interface UseCase<Input, Result, C extends Contract, Config> {
  execute(input: Input, context: UseCaseContext<C, Config>): Promise<Result>;
  /** Commands with the same key run in one batch per node, in arrival order, in one commit. */
  serializeBy?(input: Input, session: Session | null): string | undefined;
  /** `facts` are those the use case will see: `now` is the same instant, so that searches by today's date are found again. */
  prefetch?(input: Input, session: Session | null, facts: { readonly now: number; readonly config: Config }): Prefetch;
}

export type UseCases<C extends Contract, Config> = {
  readonly [Name in keyof C['operations']]: UseCase<
    ParsedInputOf<C['operations'][Name]>,
    ResultOf<C['operations'][Name]>,
    C,
    Config
  >;
};

/** Ties use cases to their contract: the compiler wants one for every operation, with the contract's types. */
export function defineUseCases<C extends Contract, Config>(
  _contract: C,
  useCases: UseCases<C, Config>,
): UseCases<C, Config> {
  return useCases;
}

/** What a plugin does when another plugin's event is committed: in the same transaction, so both happen or neither. */
export type Reaction<Payload, C extends Contract, Config> = (
  payload: Payload,
  context: UseCaseContext<C, Config>,
) => Promise<void>;
