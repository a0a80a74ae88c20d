/** Endpoints beside the contracts: session, events, and what the demo needs. */
import { instantText, type Clock, type Locale } from '@zhaoshang/kernel';
import type { Endpoint, EndpointCall } from './api-handler.ts';
import { namesTag } from './entity-tag.ts';
import type { EventStreams } from './event-streams.ts';
import { readJsonBody } from './request-body.ts';
import { apiHeaders } from './security-headers.ts';
import type { DemoDesk } from './sessions/demo-issuer.ts';

export interface OwnEndpointOptions {
  readonly clock: Clock;
  readonly streams: EventStreams;
  readonly demo: DemoDesk | null;
  readonly bodyLimit: number;
  readonly https: boolean;
}

/** Events in one answer to a page that polls. */
const pollLimit = 500;

const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(value), {
    status: 200,
    headers: { ...apiHeaders, 'Content-Type': 'application/json', ...headers },
  });

export function ownEndpoints(options: OwnEndpointOptions): Map<string, readonly Endpoint[]> {
  const { clock, streams, demo, bodyLimit, https } = options;
  const endpoints = new Map<string, readonly Endpoint[]>([
    [
      'session',
      [
        {
          method: 'GET',
          label: 'session',
          answer: ({ session }) => json({ session, serverTime: instantText(clock.now()) }),
        },
      ],
    ],
    [
      'events',
      [
        {
          method: 'GET',
          label: 'events',
          answer: ({ request, search, session, address, locale }) => {
            const lastEventId = request.headers.get('last-event-id') ?? search.get('after');
            return streams.open({ session, address, locale, lastEventId });
          },
        },
      ],
    ],
    [
      'events/since',
      [
        {
          method: 'GET',
          label: 'events-since',
          answer: async ({ request, search, session, address, locale }) => {
            const news = await streams.since({ session, address, locale, lastEventId: search.get('after') }, pollLimit);
            const tag = `W/"${news.sequence}${news.reset ? '-reset' : ''}"`;
            if (!news.reset && namesTag(request.headers.get('if-none-match'), tag))
              return new Response(null, { status: 304, headers: { ...apiHeaders, ETag: tag } });
            return json(news, { ETag: tag });
          },
        },
      ],
    ],
  ]);
  if (demo !== null) {
    const bodyOf = (request: Request, locale: Locale): Promise<unknown> => readJsonBody(request, bodyLimit, locale);
    endpoints.set('demo/personas', [{ method: 'GET', label: 'demo-personas', answer: () => json(demo.personas()) }]);
    endpoints.set('demo/session', [
      {
        method: 'POST',
        label: 'demo-session',
        answer: async ({ request, locale }: EndpointCall) => {
          const { session, cookie } = await demo.signIn(await bodyOf(request, locale), https, locale);
          return json({ session }, { 'Set-Cookie': cookie });
        },
      },
    ]);
    endpoints.set('demo/clock', [
      { method: 'GET', label: 'demo-clock', answer: () => json(demo.clock()) },
      {
        method: 'POST',
        label: 'demo-clock',
        answer: async ({ request, locale }) => json(demo.moveClock(await bodyOf(request, locale), locale)),
      },
    ]);
  }
  return endpoints;
}
