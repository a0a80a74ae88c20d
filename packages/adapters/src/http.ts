/** The http adapter: contracts over their own HTTP form (docs/decisions/0003-http-form.md). No schemas, few bytes. */
import { pathOf, type Adapter, type EventEnvelope, type Locale, type Session } from '@zhaoshang/kernel';
import { createExchange } from './http/exchange.ts';

export interface HttpAdapterOptions {
  /** Where the contracts are served, e.g. `/api` or `https://host/api`. */
  readonly baseUrl: string;
  /** Zone of the page; tabs of one zone and account share one event stream. */
  readonly zone?: string;
  /** Token of the host portal for `Authorization: Bearer`; without it the browser's cookies speak. */
  readonly token?: () => string | null | Promise<string | null>;
  readonly fetch?: typeof fetch;
  /** `same-origin` by default. */
  readonly credentials?: RequestCredentials;
  /** Language of error sentences; the page's by default. */
  readonly locale?: () => Locale;
  /** Milliseconds one try may take; 15,000 by default. */
  readonly timeoutMs?: number;
  /** Tries of one call; 3 by default. Only lost connections, 429, 502, 503 and 504 are tried again. */
  readonly tries?: number;
  /** Milliseconds between two polls while the stream is down; 10,000 by default, and up to half of it at random on top. */
  readonly pollMs?: number;
}

export function createHttpAdapter(options: HttpAdapterOptions): Adapter {
  const base = options.baseUrl.replace(/\/+$/, '');
  const exchange = createExchange(options);
  const answers = new Map<string, { tag: string; body: string }>();
  let offset: number | undefined;
  let asked: Promise<Session | null> | undefined;
  let subject: string | undefined;
  const follows = new Set<() => void>();

  const askSession = async (signal?: AbortSignal): Promise<Session | null> => {
    const sent = Date.now();
    const { body } = await exchange(`${base}/session`, {}, signal);
    const { session, serverTime } = body as { session: Session | null; serverTime: string };
    offset = Date.parse(serverTime) - (sent + Date.now()) / 2;
    const now = session === null ? '' : session.subject;
    if (now !== subject) {
      subject = now;
      // Who asks decides what a stream may carry.
      follows.forEach((restart) => restart());
    }
    return session;
  };

  /** Portal and event stream ask at the same moment: one request. */
  const session = (signal?: AbortSignal): Promise<Session | null> =>
    signal !== undefined
      ? askSession(signal)
      : (asked ??= askSession().finally(() => {
          asked = undefined;
        }));

  return {
    name: 'http',
    capabilities: { live: 'push', offline: false },
    clockOffset: () => offset ?? 0,
    session,
    call: async ({ plugin, operation, kind, input, idempotencyKey, expectedVersion, signal }) => {
      const path = `${base}/${plugin}/${pathOf(operation)}`;
      if (kind === 'query') {
        const url = path + searchOf(input);
        const known = answers.get(url);
        const { body, text, tag, status } = await exchange(
          url,
          known === undefined ? {} : { headers: { 'If-None-Match': known.tag } },
          signal,
        );
        if (status === 304 && known !== undefined) return { output: JSON.parse(known.body), events: [] };
        answers.delete(url);
        if (tag !== null) answers.set(url, { tag, body: text });
        if (answers.size > 50) answers.delete(answers.keys().next().value as string);
        return { output: body, events: [] };
      }
      const { body, replayed } = await exchange(
        path,
        {
          method: 'POST',
          body: JSON.stringify(input ?? null),
          headers: {
            'Content-Type': 'application/json',
            ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
            ...(expectedVersion === undefined ? {} : { 'If-Match': `"v${expectedVersion}"` }),
          },
        },
        signal,
      );
      const { result, events = [] } = body as { result: unknown; events?: EventEnvelope[] };
      return { output: result, events, replayed };
    },
    subscribe: (listener, onState = () => undefined) => {
      let stop = (): void => undefined;
      const restart = (): void => {
        stop();
        let over = false;
        let end = (): void => undefined;
        stop = () => {
          over = true;
          end();
        };
        // Loaded apart: a page can be used before it hears others.
        import('./http/live-events.ts').then(
          ({ followEvents }) => {
            if (over) return;
            end = followEvents({
              url: `${base}/events`,
              // Tabs of different accounts must not hand each other what only one of them may hear.
              channel:
                options.token === undefined ? `zhaoshang/live/${base}/${options.zone ?? ''}/${subject ?? ''}` : null,
              exchange,
              listener,
              onState,
              pollMs: options.pollMs ?? 10_000,
            });
          },
          () => onState('offline'),
        );
      };
      follows.add(restart);
      if (subject !== undefined) restart();
      else {
        onState('connecting');
        session().catch(() => {
          if (follows.has(restart)) restart();
        });
      }
      return () => {
        follows.delete(restart);
        stop();
      };
    },
  };
}

/** Flat input as a query string; lists repeat their name. */
function searchOf(input: unknown): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(input ?? {}))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(name, String(one));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
