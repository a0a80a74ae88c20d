/** Server-sent events: what a caller may hear, in order, from where it stopped (Last-Event-ID). */
import { standardError, type EventEnvelope, type Locale, type Session } from '@zhaoshang/kernel';
import type { StoreDriver } from '@zhaoshang/store';
import type { EventFeed } from './event-feed.ts';
import type { ServerMetrics } from './metrics.ts';
import { apiHeaders } from './security-headers.ts';

export interface EventStreamOptions {
  /** Streams open at once in this process; 2,000 by default. Beyond it pages poll. */
  readonly streamLimit?: number;
  /** Streams of one network address; 200 by default, since an office shares one. */
  readonly streamLimitPerAddress?: number;
  readonly heartbeatMs?: number;
  /** What a page waits before it connects again. */
  readonly retryMs?: number;
  /** A stream whose reader takes nothing for this long is closed; the page comes back with its place. */
  readonly stallMs?: number;
  /** A page that missed more than this is told to load afresh instead. */
  readonly replayLimit?: number;
}

export interface StreamCaller {
  readonly session: Session | null;
  readonly address: string;
  readonly locale: Locale;
  /** Last-Event-ID header or `after` parameter. */
  readonly lastEventId: string | null;
}

export interface EventStreams {
  open(caller: StreamCaller): Promise<Response>;
  /** What a page that cannot stream asks every ten seconds. */
  since(caller: StreamCaller, limit: number): Promise<{ sequence: number; reset: boolean; events: EventEnvelope[] }>;
  /** Brings the gauges up to date. */
  measure(): void;
  closeAll(): void;
}

const readAtOnce = 200;
const bufferedBytes = 64 * 1024;
const encoder = new TextEncoder();

/** Where a reader stands; the first message and every heartbeat. */
const placeText = (position: number): string => `event: place\nid: ${position}\ndata: {}\n\n`;

interface OpenStream {
  close(): void;
  position(): number;
}

export function createEventStreams(
  feed: EventFeed,
  store: StoreDriver,
  mayHear: (event: EventEnvelope, session: Session | null) => boolean,
  metrics: ServerMetrics,
  options: EventStreamOptions = {},
): EventStreams {
  const {
    streamLimit = 2_000,
    streamLimitPerAddress = 200,
    heartbeatMs = 15_000,
    retryMs = 2_000,
    stallMs = 30_000,
    replayLimit = 1_000,
  } = options;
  const streams = new Set<OpenStream>();
  const byAddress = new Map<string, number>();

  /** Where to go on; `null` when the place is unknown, in the future, forgotten, or too far back to replay. */
  const placeOf = async (lastEventId: string | null, newest: number): Promise<number | null> => {
    if (lastEventId === null || lastEventId === '') return newest;
    const place = /^\d{1,16}$/.test(lastEventId) ? Number(lastEventId) : Number.NaN;
    if (place === newest) return place;
    if (!(Number.isSafeInteger(place) && place < newest)) return null;
    // Places are in order but not dense, so only counting tells how far back one is.
    const missed = await feed.read(place, replayLimit + 1);
    if (missed.length > replayLimit) return null;
    if (place === 0) return place;
    const [oldest] = await store.eventsAfter(0, 1);
    return oldest === undefined || oldest.sequence <= place ? place : null;
  };

  async function open(caller: StreamCaller): Promise<Response> {
    const ofAddress = byAddress.get(caller.address) ?? 0;
    if (streams.size >= streamLimit || ofAddress >= streamLimitPerAddress) {
      metrics.eventStreamsRefused.inc();
      throw standardError('busy', caller.locale, { retryAfterSeconds: 10 });
    }
    byAddress.set(caller.address, ofAddress + 1);
    let handle: OpenStream | undefined = undefined;
    let wake = (): void => undefined;
    const subscription = await feed
      .subscribe(() => wake())
      .catch((error: unknown) => {
        leave();
        throw error;
      });
    let position = subscription.position;
    const place = await placeOf(caller.lastEventId, position).catch((error: unknown) => {
      subscription.unsubscribe();
      leave();
      throw error;
    });
    let busy = false;
    let again = false;
    let closed = false;
    let lastTaken = Date.now();
    let heartbeat: NodeJS.Timeout | undefined;
    let sessionEnd: NodeJS.Timeout | undefined;
    let controller: ReadableStreamDefaultController<Uint8Array>;

    function leave(): void {
      const left = (byAddress.get(caller.address) ?? 1) - 1;
      if (left > 0) byAddress.set(caller.address, left);
      else byAddress.delete(caller.address);
      if (handle !== undefined) streams.delete(handle);
      metrics.eventStreams.set(streams.size);
    }
    const close = (fromReader = false): void => {
      if (closed) return;
      closed = true;
      clearInterval(heartbeat);
      clearTimeout(sessionEnd);
      subscription.unsubscribe();
      leave();
      if (!fromReader) controller.close();
    };
    const pump = async (): Promise<void> => {
      again = true;
      if (busy) return;
      busy = true;
      try {
        while (again && !closed) {
          again = false;
          while (!closed && (controller.desiredSize ?? 0) > 0) {
            const rows = await feed.read(position, readAtOnce);
            if (rows.length === 0) break;
            let text = '';
            for (const { sequence, event } of rows) {
              position = sequence;
              if (mayHear(event, caller.session)) text += `id: ${sequence}\ndata: ${JSON.stringify(event)}\n\n`;
            }
            if (text !== '' && !closed) controller.enqueue(encoder.encode(text));
          }
        }
      } catch {
        // The store could not be read: the page comes back with its place.
        close();
      } finally {
        busy = false;
      }
    };
    const body = new ReadableStream<Uint8Array>(
      {
        start: (made) => {
          controller = made;
          const missed = place === null ? 'event: reset\ndata: {}\n\n' : '';
          if (place !== null) position = place;
          controller.enqueue(encoder.encode(`retry: ${retryMs}\n${placeText(position)}${missed}`));
          wake = () => void pump();
          heartbeat = setInterval(() => {
            if ((controller.desiredSize ?? 0) <= 0 && Date.now() - lastTaken > stallMs) close();
            // The place goes along, so that a page that hears nothing of its own does not replay what others heard.
            else if (!closed && (controller.desiredSize ?? 0) > 0)
              controller.enqueue(encoder.encode(placeText(position)));
          }, heartbeatMs);
          const ends = caller.session?.expiresAt === undefined ? Number.NaN : Date.parse(caller.session.expiresAt);
          const remaining = ends - Date.now();
          if (remaining < 2 ** 31) sessionEnd = setTimeout(close, Math.max(0, remaining));
          void pump();
        },
        pull: () => {
          lastTaken = Date.now();
          void pump();
        },
        cancel: () => close(true),
      },
      { highWaterMark: bufferedBytes, size: (chunk) => chunk?.byteLength ?? 0 },
    );
    handle = { close: () => close(), position: () => position };
    streams.add(handle);
    metrics.eventStreams.set(streams.size);
    return new Response(body, {
      headers: {
        ...apiHeaders,
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-cache, no-transform',
        'X-Accel-Buffering': 'no',
      },
    });
  }

  return {
    open,
    since: async (caller, limit) => {
      const newest = await store.lastSequence();
      const place = await placeOf(caller.lastEventId, newest);
      if (place === null) return { sequence: newest, reset: true, events: [] };
      const rows = place === newest ? [] : await store.eventsAfter(place, limit);
      return {
        sequence: rows.length === 0 ? place : rows[rows.length - 1]!.sequence,
        reset: false,
        events: rows.map(({ event }) => event).filter((event) => mayHear(event, caller.session)),
      };
    },
    measure: () => {
      metrics.eventStreams.set(streams.size);
      metrics.setEventLag([...streams].reduce((most, stream) => Math.max(most, feed.countAfter(stream.position())), 0));
    },
    closeAll: () => [...streams].forEach((stream) => stream.close()),
  };
}
