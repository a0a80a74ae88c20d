/**
 * What others commit, as it happens: a server-sent stream read with fetch (so that a token can go along), polling while it is
 * down. One tab per browser and account holds it, because a browser has six connections to a host; the others hear it through
 * a channel. Where Web Locks are missing each tab has its own.
 */
import { isEnvelope, type EventEnvelope, type LiveState } from '@zhaoshang/kernel';
import { pause, type Exchange } from './exchange.ts';

export interface FollowOptions {
  readonly url: string;
  /** Name shared by tabs; `null`: this tab for itself. */
  readonly channel: string | null;
  readonly exchange: Exchange;
  readonly listener: (event: EventEnvelope) => void;
  readonly onState: (state: LiveState) => void;
  readonly pollMs: number;
}

type Told = { event?: EventEnvelope; state?: LiveState; place?: string; hello?: true };

/** The server's heartbeat comes every 15 s; a stream silent for longer than two of them is dead. */
const silenceMs = 35_000;

/** Starts; the returned function ends it. */
export function followEvents({ url, channel, exchange, listener, onState, pollMs }: FollowOptions): () => void {
  const end = new AbortController();
  const { signal } = end;
  const locks = channel === null || typeof navigator !== 'object' ? undefined : navigator.locks;
  const tabs = locks !== undefined && typeof BroadcastChannel === 'function' ? new BroadcastChannel(channel!) : null;
  let place = '';
  let state: LiveState = 'connecting';
  let leads = false;

  const show = (next: LiveState): void => {
    if (signal.aborted) return;
    state = next;
    onState(next);
    if (leads) tabs?.postMessage({ state, place } satisfies Told);
  };
  const hear = (event: unknown): void => {
    if (signal.aborted || !isEnvelope(event)) return;
    listener(event);
    if (leads) tabs?.postMessage({ event, place } satisfies Told);
  };

  const take = (block: string): void => {
    let data = '';
    let name = '';
    for (const line of block.split('\n')) {
      const [, field, value = ''] = /^(\w+): ?([^]*)$/.exec(line) ?? [];
      if (field === 'id') place = value;
      else if (field === 'event') name = value;
      else if (field === 'data') data += value;
    }
    if (name === '' && data !== '') hear(JSON.parse(data));
    // More was missed than the server replays: pages that see "connecting" then "live" ask afresh.
    else if (name === 'reset') show('connecting');
    if (state !== 'live') show('live');
  };

  /** Reads until the stream ends; true when it had been open. */
  const stream = async (): Promise<boolean> => {
    const silent = new AbortController();
    const abort = (): void => silent.abort();
    signal.addEventListener('abort', abort);
    let timer = 0 as unknown as ReturnType<typeof setTimeout>;
    let opened = false;
    try {
      const { response } = await exchange(at(''), { headers: { Accept: 'text/event-stream' } }, silent.signal, true);
      const reader = response.body!.getReader();
      const decoder = new TextDecoder();
      let rest = '';
      for (;;) {
        clearTimeout(timer);
        timer = setTimeout(abort, silenceMs);
        const { done, value } = await reader.read();
        if (done) break;
        opened = true;
        const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        blocks.forEach(take);
      }
    } catch {
      // The loop below polls and comes back.
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
    return opened;
  };

  const poll = async (): Promise<void> => {
    try {
      const { body } = await exchange(at('/since'), {}, signal);
      const { sequence, reset, events } = body as { sequence: number; reset: boolean; events: unknown[] };
      place = String(sequence);
      events.forEach(hear);
      if (reset) show('connecting');
      show('polling');
    } catch {
      show('offline');
    }
  };

  const at = (path: string): string => `${url}${path}${place === '' ? '' : `?after=${place}`}`;

  const lead = async (): Promise<void> => {
    leads = true;
    for (let failures = 0; !signal.aborted;) {
      show(failures === 0 ? 'connecting' : state);
      failures = (await stream()) ? 0 : failures + 1;
      if (signal.aborted) break;
      if (failures > 0) await poll();
      const wait = new AbortController();
      const wake = (): void => wait.abort();
      signal.addEventListener('abort', wake);
      globalThis.addEventListener?.('online', wake);
      await pause(failures === 0 ? Math.random() * 2_000 : pollMs * (1 + Math.random() / 2), wait.signal);
      signal.removeEventListener('abort', wake);
      globalThis.removeEventListener?.('online', wake);
    }
  };

  tabs?.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (signal.aborted || data === null || typeof data !== 'object') return;
    if (data.hello === true) return leads ? show(state) : undefined;
    if (typeof data.place === 'string') place = data.place;
    if (isEnvelope(data.event)) listener(data.event);
    else if (data.state !== undefined && !leads) onState(data.state);
  });
  onState('connecting');
  if (locks === undefined || tabs === null) void lead();
  else {
    tabs.postMessage({ hello: true } satisfies Told);
    locks.request(channel!, { signal }, lead).catch((error: unknown) => {
      // Refused for a reason other than our own end (a sandboxed frame): then for itself.
      if (!signal.aborted) void lead();
      return error;
    });
  }
  return () => {
    end.abort();
    tabs?.close();
  };
}
