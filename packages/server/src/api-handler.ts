/** Every request under the base path: who asks, may it, which operation, and one answer whatever happens. */
import {
  hasRole,
  isZsError,
  newId,
  standardError,
  standardErrors,
  type Locale,
  type Session,
  type StandardErrorCode,
} from '@zhaoshang/kernel';
import type { Runner } from '@zhaoshang/runner';
import type { CrossOrigin } from './cross-origin.ts';
import type { ServerMetrics } from './metrics.ts';
import { answerCommand, answerQuery } from './operation-handler.ts';
import type { OperationRoute } from './operation-routes.ts';
import { requireOwnOrigin } from './origin-check.ts';
import { problemResponse } from './problem.ts';
import type { RateLimits } from './rate-limits.ts';
import { addressOf, localeOf, splitUrl, traceIdOf, type NodeBindings } from './request-facts.ts';
import type { RequestLog } from './request-log.ts';
import { addressTooLong, methodNotAllowed, noSuchPath } from './route-errors.ts';
import { transportSecurity } from './security-headers.ts';
import type { FoundSession, SessionSource } from './sessions/session-source.ts';

/** What an endpoint of the server's own is handed. */
export interface EndpointCall {
  readonly request: Request;
  readonly search: URLSearchParams;
  readonly session: Session | null;
  readonly locale: Locale;
  readonly address: string;
}

export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly label: string;
  answer(call: EndpointCall): Response | Promise<Response>;
}

export interface ApiHandlerOptions {
  readonly basePath: string;
  readonly runner: Runner;
  readonly routes: ReadonlyMap<string, OperationRoute>;
  /** The server's own endpoints, by path below the base; more than one method may share a path. */
  readonly endpoints: ReadonlyMap<string, readonly Endpoint[]>;
  readonly sources: readonly SessionSource[];
  readonly crossOrigin: CrossOrigin;
  readonly rateLimits: RateLimits | null;
  readonly metrics: ServerMetrics;
  readonly log: RequestLog;
  readonly bodyLimit: number;
  readonly urlLimit: number;
  readonly trustedProxies: number;
  readonly https: boolean;
}

const nobody: FoundSession = { session: null, ambient: false };

export type ApiHandler = (request: Request, bindings: NodeBindings | undefined) => Promise<Response>;

export function createApiHandler(options: ApiHandlerOptions): ApiHandler {
  const { runner, routes, endpoints, sources, crossOrigin, rateLimits, metrics, log } = options;
  const prefix = `${options.basePath}/`;

  async function sessionOf(request: Request, locale: Locale): Promise<FoundSession> {
    try {
      for (const source of sources) {
        const found = await source(request);
        if (found !== undefined) return found;
      }
      return nobody;
    } catch (error) {
      // Sources do not know the reader's language.
      if (isZsError(error) && Object.hasOwn(standardErrors, error.code))
        throw standardError(error.code as StandardErrorCode, locale, {
          cause: error.cause,
          ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
        });
      throw error;
    }
  }

  return async (request, bindings) => {
    const started = performance.now();
    const locale = localeOf(request);
    const traceId = traceIdOf(request) ?? newId('tr');
    let label = 'unknown';
    let session: Session | null = null;

    const answer = async (): Promise<Response> => {
      const { path, search } = splitUrl(request.url);
      if (path.length + search.length > options.urlLimit) throw addressTooLong(locale);
      const below = path.startsWith(prefix) ? path.slice(prefix.length) : '';
      const route = routes.get(below);
      const own = route === undefined ? endpoints.get(below) : undefined;
      if (route === undefined && own === undefined) throw noSuchPath(locale);
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      const endpoint = own?.find((candidate) => candidate.method === method);
      label = route?.label ?? own?.[0]?.label ?? label;
      if (route !== undefined ? route.method !== method : endpoint === undefined)
        throw methodNotAllowed(locale, route?.method ?? own?.map((one) => one.method).join(', ') ?? '');
      const address = addressOf(request, bindings, options.trustedProxies);
      const found = await sessionOf(request, locale);
      session = found.session;
      if (rateLimits !== null) await rateLimits.consume(session?.subject ?? null, address, locale);
      if (method === 'POST' && (found.ambient || route === undefined))
        requireOwnOrigin(request, crossOrigin.allowed, locale);
      if (route === undefined)
        return endpoint!.answer({ request, search: new URLSearchParams(search), session, locale, address });
      // Before the body is read: who may not do this need not send it.
      if (!hasRole(session, route.spec.roles))
        throw standardError(session === null ? 'session-required' : 'forbidden', locale);
      const caller = { session, locale, traceId };
      return route.method === 'GET'
        ? answerQuery(runner, route, request, search, caller)
        : answerCommand(runner, route, request, caller, options.bodyLimit);
    };

    const preflight = crossOrigin.preflight(request);
    if (preflight !== undefined) return preflight;
    let response: Response;
    try {
      response = await answer();
    } catch (error) {
      if (!isZsError(error)) log.internalError(error, traceId);
      const allow =
        isZsError(error) && error.code === 'method-not-allowed' ? (error.data as { allow: string }).allow : null;
      response = problemResponse(error, { locale, traceId, ...(allow === null ? {} : { headers: { Allow: allow } }) });
    }
    const milliseconds = performance.now() - started;
    metrics.observeRequest(label, response.status, milliseconds / 1000);
    log.request({ method: request.method, route: label, status: response.status, milliseconds, traceId, session });
    if (options.https) for (const [name, value] of Object.entries(transportSecurity)) response.headers.set(name, value);
    return crossOrigin.open(request, response);
  };
}
