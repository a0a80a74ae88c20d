/** The reference backend as a fetch handler: contracts over HTTP, events, sessions, health, and the pages beside them. */
import { Hono } from 'hono';
import { pino, type Logger } from 'pino';
import { type Clock } from '@zhaoshang/kernel';
import { audienceOf, createRunner, type LoadedPlugin, type Runner } from '@zhaoshang/runner';
import type { StoreDriver } from '@zhaoshang/store';
import { createApiHandler } from './api-handler.ts';
import { createCrossOrigin } from './cross-origin.ts';
import { EventFeed } from './event-feed.ts';
import { createEventStreams, type EventStreamOptions } from './event-streams.ts';
import { createMetrics, type ServerMetrics } from './metrics.ts';
import { openApiOf } from './openapi.ts';
import { operationRoutes } from './operation-routes.ts';
import { ownEndpoints } from './own-endpoints.ts';
import { problemResponse } from './problem.ts';
import { createRateLimits, type RateLimitOptions } from './rate-limits.ts';
import { localeOf, splitUrl, type NodeBindings } from './request-facts.ts';
import { createRequestLog } from './request-log.ts';
import { noSuchPath } from './route-errors.ts';
import { apiHeaders } from './security-headers.ts';
import { createDemoDesk, type DemoOptions } from './sessions/demo-issuer.ts';
import type { SessionSource } from './sessions/session-source.ts';
import { createStaticFiles, type StaticFolder } from './static-files.ts';

export interface ServerAppOptions {
  readonly plugins: readonly LoadedPlugin[];
  /** Opened with `collectionsOf(plugins)`. */
  readonly store: StoreDriver;
  readonly zone: string;
  readonly clock: Clock;
  /** `/api` by default. */
  readonly basePath?: string;
  /** Asked in order: `jwtSessions(…)`, `hostSessions(…)`. Without any everybody is a visitor. */
  readonly sessions?: readonly SessionSource[];
  /** Personas and a movable clock. Off unless given. */
  readonly demo?: DemoOptions;
  readonly staticFolders?: readonly StaticFolder[];
  /** Origins whose pages may call the API; none by default. */
  readonly origins?: readonly string[];
  /** `false` for measurements only. */
  readonly rateLimits?: RateLimitOptions | false;
  readonly events?: EventStreamOptions & { readonly pollMs?: number };
  /** Bytes of a command's body; 64 KB by default. */
  readonly bodyLimit?: number;
  /** Characters of path and query; 8,192 by default. */
  readonly urlLimit?: number;
  /** Gateways of our own in front that append to X-Forwarded-For; 0 by default. */
  readonly trustedProxies?: number;
  /** True when callers reach us over https: Secure cookies, HSTS. */
  readonly https?: boolean;
  readonly logger?: Logger;
}

export interface ServerApp {
  readonly app: Hono;
  /** For `@hono/node-server` and for tests without a socket. */
  fetch(request: Request, bindings?: NodeBindings): Response | Promise<Response>;
  readonly runner: Runner;
  readonly metrics: ServerMetrics;
  /** From now on `/readyz` says no, so that a gateway sends nobody new. */
  drain(): void;
  /** Ends the event streams. The store stays with whoever opened it. */
  close(): void;
}

const readyLimitMs = 2_000;

export function createServerApp(options: ServerAppOptions): ServerApp {
  const { plugins, store, zone, clock, basePath = '/api', bodyLimit = 64 * 1024, https = false } = options;
  const logger = options.logger ?? pino({ level: 'silent' });
  const log = createRequestLog(logger);
  const metrics = createMetrics();
  const feed = new EventFeed(store, {
    ...(options.events?.pollMs === undefined ? {} : { pollMs: options.events.pollMs }),
    onError: (error) => log.internalError(error, 'event-feed'),
  });
  const runner = createRunner({
    store,
    plugins,
    zone,
    clock,
    onCommit: () => feed.wake(),
    onBatch: (size) => metrics.observeBatch(size),
    onInternalError: (error, traceId) => log.internalError(error, traceId),
  });
  const streams = createEventStreams(feed, store, audienceOf(plugins), metrics, options.events);
  const demo = options.demo === undefined ? null : createDemoDesk(options.demo, zone);
  const crossOrigin = createCrossOrigin(options.origins);
  const api = createApiHandler({
    basePath,
    runner,
    routes: operationRoutes(plugins),
    endpoints: ownEndpoints({ clock, streams, demo, bodyLimit, https }),
    sources: [...(options.sessions ?? []), ...(demo === null ? [] : [demo.source])],
    crossOrigin,
    rateLimits: options.rateLimits === false ? null : createRateLimits(options.rateLimits),
    metrics,
    log,
    bodyLimit,
    urlLimit: options.urlLimit ?? 8_192,
    trustedProxies: options.trustedProxies ?? 0,
    https,
  });
  const files = createStaticFiles(options.staticFolders ?? []);
  let draining = false;
  let openApi: string | undefined;

  const app = new Hono();
  app.all(`${basePath}/*`, (context) => api(context.req.raw, context.env as NodeBindings | undefined));
  app.get('/openapi.json', () => {
    openApi ??= JSON.stringify(
      openApiOf(
        plugins.map(({ backend }) => backend.contract),
        { basePath },
      ),
    );
    return new Response(openApi, {
      headers: { ...apiHeaders, 'Cache-Control': 'no-cache', 'Content-Type': 'application/json' },
    });
  });
  app.get('/healthz', () => plain(200, 'ok'));
  app.get('/readyz', async () => {
    const ready = !draining && (await answersInTime(store));
    return plain(ready ? 200 : 503, ready ? 'ready' : 'not ready');
  });
  app.get('/metrics', async () => {
    streams.measure();
    return new Response(await metrics.registry.metrics(), {
      headers: { ...apiHeaders, 'Content-Type': metrics.registry.contentType },
    });
  });
  app.notFound(async (context) => {
    const request = context.req.raw;
    const method = request.method;
    const found =
      method === 'GET' || method === 'HEAD' ? await files.answer(request, splitUrl(request.url).path) : undefined;
    return found ?? problemResponse(noSuchPath(localeOf(request)), { locale: localeOf(request) });
  });
  app.onError((error, context) => {
    log.internalError(error, 'request');
    return problemResponse(error, { locale: localeOf(context.req.raw) });
  });

  return {
    app,
    fetch: (request, bindings) => app.fetch(request, bindings),
    runner,
    metrics,
    drain: () => {
      draining = true;
    },
    close: () => {
      draining = true;
      streams.closeAll();
      feed.stop();
    },
  };
}

const plain = (status: number, text: string): Response =>
  new Response(text, { status, headers: { ...apiHeaders, 'Content-Type': 'text/plain; charset=utf-8' } });

async function answersInTime(store: StoreDriver): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), readyLimitMs)));
  try {
    return await Promise.race([store.lastSequence().then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
