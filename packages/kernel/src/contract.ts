/**
 * A contract is written once: from it come the client's types, HTTP routes, OpenAPI, role checks and conformance tests.
 */
import type { ErrorKind } from './error-kinds.ts';
import type { Localized } from './locale.ts';
import type { Schema, z } from './schema.ts';
import type { Role } from './session.ts';

export interface ErrorSpec {
  readonly kind: ErrorKind;
  /** What happened and what to do. `{name}` is filled from the error's data. */
  readonly message: Localized;
  readonly data?: Schema;
}

export interface EventSpec<Payload extends Schema = Schema> {
  readonly summary: string;
  /** Ids and small facts, never records. */
  readonly payload: Payload;
  /** Who may hear it: anyone, some roles, and the enterprise named by a field of the payload. */
  readonly audience: { readonly roles: readonly (Role | 'anyone')[]; readonly enterpriseField?: string };
  /** True when a late listener should get the last one at once. */
  readonly replay?: boolean;
}

interface OperationBase<Input extends Schema, Output extends Schema> {
  readonly summary: string;
  /** Requirement ids that this operation serves. */
  readonly requirements: readonly string[];
  readonly roles: readonly (Role | 'anyone')[];
  /** Queries: a flat object of scalars and arrays of scalars, because it travels in the query string. */
  readonly input: Input;
  /** The projection: fields that are not named here never leave the backend. */
  readonly output: Output;
  /** Codes of the contract's errors that this operation may answer with. */
  readonly errors?: readonly string[];
}

export interface Query<Input extends Schema = Schema, Output extends Schema = Schema> extends OperationBase<
  Input,
  Output
> {
  readonly kind: 'query';
  /** Also served raw: this output field as this media type, under the same path with this suffix. */
  readonly raw?: { readonly field: string; readonly mediaType: string; readonly suffix: string };
}

export interface Command<Input extends Schema = Schema, Output extends Schema = Schema> extends OperationBase<
  Input,
  Output
> {
  readonly kind: 'command';
  /** True when the caller must say which version it changes (If-Match). */
  readonly versioned?: boolean;
  /**
   * True when the result is a secret that only its caller may ever have: it is stored nowhere, so that it cannot be given again. A
   * repeat with the same idempotency key runs the command again, which must then make the earlier secret worthless.
   */
  readonly secretResult?: boolean;
  /** Names of the events a success may emit. */
  readonly events?: readonly string[];
}

export type Operation = Query | Command;

export interface Contract {
  readonly name: string;
  readonly version: number;
  readonly title: Localized;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly errors: Readonly<Record<string, ErrorSpec>>;
  readonly events: Readonly<Record<string, EventSpec>>;
}

export type InputOf<O extends Operation> = z.input<O['input']>;
export type ParsedInputOf<O extends Operation> = z.output<O['input']>;
export type OutputOf<O extends Operation> = z.output<O['output']>;
export type ResultOf<O extends Operation> = z.input<O['output']>;
/** Payload types by event name: what a plugin adds to the bus's `EventMap`. */
export type EventsOf<C extends Contract> = { [Name in keyof C['events']]: z.output<C['events'][Name]['payload']> };

export function query<Input extends Schema<any>, Output extends Schema<any>>(
  spec: Omit<Query<Input, Output>, 'kind'>,
): Query<Input, Output> {
  return { kind: 'query', ...spec };
}

/** `versioned` stays a literal, so that the typed client asks for the expected version exactly where it is needed. */
export function command<Input extends Schema<any>, Output extends Schema<any>, const Versioned extends boolean = false>(
  spec: Omit<Command<Input, Output>, 'kind' | 'versioned'> & { readonly versioned?: Versioned },
): Command<Input, Output> & { readonly versioned: Versioned } {
  return { kind: 'command', ...spec } as unknown as Command<Input, Output> & { readonly versioned: Versioned };
}

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Checks a contract and returns it unchanged; a mistake is named together with the place it stands in. */
export function defineContract<const C extends Contract>(contract: C): C {
  const problem = (what: string): never => {
    throw new TypeError(`Contract "${contract.name}": ${what}`);
  };
  if (!kebab.test(contract.name)) problem('its name must be kebab-case, like "service-day".');
  for (const name of Object.keys(contract.events)) {
    const [owner, fact, more] = name.split('.');
    if (owner !== contract.name || fact === undefined || !kebab.test(fact) || more !== undefined)
      problem(`event "${name}" must be named "${contract.name}.<noun>-<past verb>".`);
  }
  for (const [name, operation] of Object.entries(contract.operations)) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) problem(`operation "${name}" must be camelCase.`);
    if (operation.roles.length === 0) problem(`operation "${name}" admits nobody; name its roles or "anyone".`);
    for (const code of operation.errors ?? [])
      if (!(code in contract.errors)) problem(`operation "${name}" names error "${code}", which is not declared.`);
    for (const event of operation.kind === 'command' ? (operation.events ?? []) : [])
      if (!(event in contract.events)) problem(`operation "${name}" names event "${event}", which is not declared.`);
  }
  return contract;
}
