/** The pluggable layer: how a page reaches a backend. Whoever writes one runs `adapterConformance` and knows. */
import type { Contract, Command, InputOf, OutputOf } from './contract.ts';
import { newId } from './ids.ts';
import type { Outline } from './outline.ts';
import type { Session } from './session.ts';
import { ZsError, asZsError } from './errors.ts';
import { createQueryShare } from './shared-query.ts';

/** A domain event as it travels: after commit, through bus, tabs and server-sent events. */
export interface EventEnvelope {
  /** Unique; the same event that arrives on two ways is delivered once. */
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  /** Instant of the commit, ISO 8601. */
  readonly at: string;
}

export interface OperationRequest {
  readonly plugin: string;
  readonly operation: string;
  readonly kind: 'query' | 'command';
  readonly input: unknown;
  /** Commands: the same key gives the same first result, however often it is sent. */
  readonly idempotencyKey?: string;
  /** Versioned commands: which version the caller has seen. */
  readonly expectedVersion?: number;
  readonly signal?: AbortSignal;
}

export interface OperationAnswer {
  readonly output: unknown;
  readonly events: readonly EventEnvelope[];
  /** True when an earlier result was returned again for the same key. */
  readonly replayed?: boolean;
}

export interface AdapterCapabilities {
  /** How changes made elsewhere reach this page. */
  readonly live: 'push' | 'poll' | 'none';
  /** True when it works without a network. */
  readonly offline: boolean;
  /** False when what is entered is gone with the page: the local adapter in a browser without storage. */
  readonly persistent?: boolean;
}

export interface Adapter {
  readonly name: string;
  readonly capabilities: AdapterCapabilities;
  call(request: OperationRequest): Promise<OperationAnswer>;
  /** Who the backend takes the page's user for; `null` when nobody is signed in. */
  session(signal?: AbortSignal): Promise<Session | null>;
  /** Events committed by others; the returned function ends the subscription. */
  subscribe?(listener: (event: EventEnvelope) => void, onState?: (state: LiveState) => void): () => void;
  /** Milliseconds by which the backend's clock is ahead of this device's, once known. */
  clockOffset?(): number;
  close?(): void | Promise<void>;
}

export type LiveState = 'connecting' | 'live' | 'polling' | 'offline';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Made at the click, so that a retry after a lost answer is the same command. */
  readonly idempotencyKey?: string;
}

type CallOptionsFor<O> = O extends Command
  ? O['versioned'] extends true
    ? CallOptions & { readonly expectedVersion: number }
    : CallOptions
  : CallOptions;

/** The typed client of a contract. Type parameter only: the contract's code is not loaded. */
export type ClientOf<C extends Contract> = {
  readonly [Name in keyof C['operations']]: C['operations'][Name] extends Command
    ? C['operations'][Name]['versioned'] extends true
      ? (
          input: InputOf<C['operations'][Name]>,
          options: CallOptionsFor<C['operations'][Name]>,
        ) => Promise<OutputOf<C['operations'][Name]>>
      : (input: InputOf<C['operations'][Name]>, options?: CallOptions) => Promise<OutputOf<C['operations'][Name]>>
    : (input: InputOf<C['operations'][Name]>, options?: CallOptions) => Promise<OutputOf<C['operations'][Name]>>;
};

/** Builds the client of one plugin over an adapter; events of a successful command go to `publish`. */
export function createClient<C extends Contract>(
  outline: Outline,
  adapter: Adapter,
  publish: (event: EventEnvelope) => void,
): ClientOf<C> {
  const client: Record<string, (input: unknown, options?: CallOptions & { expectedVersion?: number }) => unknown> = {};
  const share = createQueryShare();
  const add = (operation: string, kind: 'query' | 'command', versioned: boolean): void => {
    client[operation] = async (input, options = {}) => {
      if (versioned && options.expectedVersion === undefined)
        throw new ZsError('invalid', 'version-required', '缺少版本号，请刷新后再试。');
      try {
        const { signal } = options;
        const request = { plugin: outline.name, operation, kind, input };
        if (kind === 'query')
          return (
            await share(operation + JSON.stringify(input), (both) => adapter.call({ ...request, signal: both }), signal)
          ).output;
        const answer = await adapter.call({
          ...request,
          idempotencyKey: options.idempotencyKey ?? newId('key'),
          ...(options.expectedVersion === undefined ? {} : { expectedVersion: options.expectedVersion }),
          ...(signal === undefined ? {} : { signal }),
        });
        share.forget();
        answer.events.forEach(publish);
        return answer.output;
      } catch (error) {
        throw asZsError(error);
      }
    };
  };
  for (const name of wordsOf(outline.queries)) add(name, 'query', false);
  for (const name of wordsOf(outline.commands)) add(name, 'command', false);
  for (const name of wordsOf(outline.versioned)) add(name, 'command', true);
  return client as ClientOf<C>;
}

/** The words of one of an outline's lists. */
export const wordsOf = (list: string): string[] => (list === '' ? [] : list.split(' '));
