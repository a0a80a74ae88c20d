/** What is known of a request before its operation runs. */
import type { IncomingMessage } from 'node:http';
import { nearestLocale, type Locale } from '@zhaoshang/kernel';

/** Node's objects behind a fetch request; absent in tests without a socket. */
export interface NodeBindings {
  readonly incoming?: IncomingMessage;
}

/** Path and query of a URL, without parsing the whole. */
export function splitUrl(url: string): { path: string; search: string } {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const whole = start < 0 ? '/' : url.slice(start);
  const hash = whole.indexOf('#');
  const bare = hash < 0 ? whole : whole.slice(0, hash);
  const question = bare.indexOf('?');
  return question < 0
    ? { path: bare, search: '' }
    : { path: bare.slice(0, question), search: bare.slice(question + 1) };
}

export function localeOf(request: { headers: { get(name: string): string | null } }): Locale {
  return nearestLocale(request.headers.get('accept-language'));
}

/** The caller's network address. `trustedProxies` counts the gateways of our own that append to X-Forwarded-For. */
export function addressOf(
  request: { headers: { get(name: string): string | null } },
  bindings: NodeBindings | undefined,
  trustedProxies: number,
): string {
  const direct = bindings?.incoming?.socket.remoteAddress ?? 'local';
  if (trustedProxies <= 0) return direct;
  const chain = (request.headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.length <= 64);
  return chain[chain.length - trustedProxies] ?? chain[0] ?? direct;
}

const traceparent = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The caller's trace id (W3C Trace Context), if it sent a valid one. */
export function traceIdOf(request: { headers: { get(name: string): string | null } }): string | undefined {
  const header = request.headers.get('traceparent');
  return header === null ? undefined : traceparent.exec(header)?.[1];
}
