/**
 * The typed event bus of a page: mitt inside, and what mitt leaves open: a listener that throws never stops the next one,
 * the last event of a kind can be replayed, an event that arrives on two ways is delivered once.
 */
import mitt from 'mitt';
import type { EventEnvelope } from './adapter.ts';
import { newId } from './ids.ts';

/**
 * Payloads by event name. Each plugin adds its own:
 * `declare module '@zhaoshang/kernel' { interface EventMap extends EventsOf<typeof contract> {} }`
 */
// eslint-disable-next-line typescript/no-empty-object-type -- open by design
export interface EventMap {}

export interface BusEvent<Payload = unknown> {
  readonly id: string;
  readonly name: string;
  readonly payload: Payload;
  readonly at: string;
  /** True when it came from another tab or from the backend rather than from a command of this page. */
  readonly remote: boolean;
}

export interface Bus {
  on<Name extends keyof EventMap & string>(name: Name, listener: (event: BusEvent<EventMap[Name]>) => void): () => void;
  /**
   * Asks the elements of this page for something (an event that is a wish, not a fact): neither other tabs nor the backend hear of
   * it. False when none listens, so that the asker can offer another way.
   */
  ask<Name extends keyof EventMap & string>(name: Name, wish: EventMap[Name]): boolean;
  /** Every event, whatever its name. */
  onAny(listener: (event: BusEvent) => void): () => void;
  /** Publishes on this page and, unless it came from there, to the other tabs. */
  publish(event: EventEnvelope, options?: { remote?: boolean }): void;
  /** Announces event names whose last event a late listener gets at once. */
  replay(names: Iterable<string>): void;
  close(): void;
}

export interface BusOptions {
  /** Name shared by the tabs of one browser; none: this page only. */
  readonly channel?: string;
  /** What a listener threw; reported, never rethrown into the host page. */
  readonly onListenerError?: (error: unknown, event: BusEvent) => void;
}

const rememberedIds = 512;

export function createBus(options: BusOptions = {}): Bus {
  const emitter = mitt<Record<string, BusEvent>>();
  const replayed = new Set<string>();
  const last = new Map<string, BusEvent>();
  const seen = new Set<string>();
  const channel =
    options.channel !== undefined && typeof BroadcastChannel === 'function'
      ? new BroadcastChannel(options.channel)
      : null;

  const guard = (listener: (event: BusEvent) => void) => (event: BusEvent) => {
    try {
      listener(event);
    } catch (error) {
      if (options.onListenerError !== undefined) options.onListenerError(error, event);
      else console.error(`[zhaoshang] a listener of "${event.name}" threw; the other listeners went on.`, error);
    }
  };
  const listen = (name: string, listener: (event: BusEvent) => void): (() => void) => {
    const guarded = guard(listener);
    if (name === '*') {
      const any = (_name: string, event: BusEvent) => guarded(event);
      emitter.on('*', any);
      return () => emitter.off('*', any);
    }
    emitter.on(name, guarded);
    const earlier = last.get(name);
    if (earlier !== undefined) guarded(earlier);
    return () => emitter.off(name, guarded);
  };
  let closed = false;
  const publish: Bus['publish'] = (envelope, { remote = false } = {}) => {
    // A command may end after its portal was removed: it succeeded, so its events must not make it fail.
    if (closed || seen.has(envelope.id)) return;
    seen.add(envelope.id);
    if (seen.size > rememberedIds) seen.delete(seen.values().next().value as string);
    const event: BusEvent = {
      id: envelope.id,
      name: envelope.name,
      payload: envelope.payload,
      at: envelope.at,
      remote,
    };
    if (replayed.has(event.name)) last.set(event.name, event);
    emitter.emit(event.name, event);
    if (!remote) channel?.postMessage(envelope);
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isEnvelope(data)) publish(data, { remote: true });
  });

  return {
    on: (name, listener) => listen(name, listener as (event: BusEvent) => void),
    ask: (name, payload) => {
      emitter.emit(name, { id: newId('ask'), name, payload, at: '', remote: false });
      return !!emitter.all.get(name)?.length;
    },
    onAny: (listener) => listen('*', listener),
    publish,
    replay: (names) => {
      for (const name of names) replayed.add(name);
    },
    close: () => {
      closed = true;
      channel?.close();
      emitter.all.clear();
    },
  };
}

/** True for plain data in the shape of an event; what another script put on the channel is ignored. */
export function isEnvelope(data: unknown): data is EventEnvelope {
  if (data === null || typeof data !== 'object') return false;
  const { id, name, at } = data as Record<string, unknown>;
  return typeof id === 'string' && typeof name === 'string' && typeof at === 'string' && 'payload' in data;
}
