/** Commands whose session the browser sends by itself must come from our own pages or an allowed origin. */
import { standardError, type Locale } from '@zhaoshang/kernel';

interface OriginRequest {
  readonly url: string;
  readonly headers: { get(name: string): string | null };
}

/** Throws `forbidden` for a request that another site caused. Programs without these headers have no ambient cookies. */
export function requireOwnOrigin(request: OriginRequest, allowedOrigins: ReadonlySet<string>, locale: Locale): void {
  const origin = request.headers.get('origin');
  if (origin !== null) {
    if (allowedOrigins.has(origin)) return;
    // The page's own host, whatever the scheme: behind a gateway that ends TLS this server only sees http.
    const host = request.headers.get('host') ?? hostOf(request.url);
    if (hostOf(origin) === host && host !== null) return;
    throw standardError('forbidden', locale);
  }
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw standardError('forbidden', locale);
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).host;
  } catch {
    return null;
  }
}
