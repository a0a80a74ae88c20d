/** A backend written by the integrator: an object with a function per operation, typed by the contract. */
import {
  ZsError,
  standardError,
  type Adapter,
  type AdapterCapabilities,
  type Contract,
  type EventEnvelope,
  type InputOf,
  type LiveState,
  type OperationRequest,
  type ResultOf,
  type Session,
} from '@zhaoshang/kernel';

/** What a function is told besides the input. */
export type CallFacts = Pick<OperationRequest, 'idempotencyKey' | 'expectedVersion' | 'signal'>;

/** The functions of one contract; queries resolve with the answer, commands with the result and the events to publish. */
export type Handlers<C extends Contract> = {
  readonly [Name in keyof C['operations']]?: (
    input: InputOf<C['operations'][Name]>,
    facts: CallFacts,
  ) => C['operations'][Name]['kind'] extends 'query'
    ? Promise<ResultOf<C['operations'][Name]>>
    : Promise<{ readonly result: ResultOf<C['operations'][Name]>; readonly events?: readonly EventEnvelope[] }>;
};

export interface CustomAdapterOptions {
  readonly session: (signal?: AbortSignal) => Promise<Session | null>;
  readonly capabilities?: Partial<AdapterCapabilities>;
  readonly subscribe?: (listener: (event: EventEnvelope) => void, onState?: (state: LiveState) => void) => () => void;
}

/** An operation without a function answers `not-found`; what a function throws should be a ZsError with a stable code. */
export function customAdapter(
  handlers: Readonly<
    Record<string, Readonly<Record<string, ((input: any, facts: CallFacts) => Promise<any>) | undefined>>>
  >,
  options: CustomAdapterOptions,
): Adapter {
  return {
    name: 'custom',
    capabilities: { live: options.subscribe === undefined ? 'none' : 'push', offline: false, ...options.capabilities },
    session: options.session,
    ...(options.subscribe === undefined ? {} : { subscribe: options.subscribe }),
    call: async ({ plugin, operation, kind, input, ...facts }) => {
      const ofPlugin = Object.prototype.hasOwnProperty.call(handlers, plugin) ? handlers[plugin] : undefined;
      const handler =
        ofPlugin !== undefined && Object.prototype.hasOwnProperty.call(ofPlugin, operation)
          ? ofPlugin[operation]
          : undefined;
      if (handler === undefined) throw standardError('not-found');
      if (facts.signal?.aborted === true) throw new ZsError('aborted', 'aborted', '操作已取消。');
      const answer = (await handler(input, facts)) as { result?: unknown; events?: readonly EventEnvelope[] };
      return kind === 'query' ? { output: answer, events: [] } : { output: answer.result, events: answer.events ?? [] };
    },
  };
}
