/** CORS, closed by default: only origins of an explicit list may read answers or send commands from their pages. */

export interface CrossOrigin {
  readonly allowed: ReadonlySet<string>;
  /** The answer to a preflight, or `undefined` when the request is not one. */
  preflight(request: Request): Response | undefined;
  /** Adds what an allowed origin needs to read an answer. */
  open(request: Request, response: Response): Response;
}

/** `origins` exactly as browsers send them, e.g. `https://www.example.gov.cn`; `*` is refused because answers are personal. */
export function createCrossOrigin(origins: readonly string[] = []): CrossOrigin {
  for (const origin of origins)
    if (!/^https?:\/\/[^/*]+$/.test(origin)) throw new TypeError(`"${origin}" is not an origin like "https://host".`);
  const allowed = new Set(origins);
  const allowedOriginOf = (request: Request): string | null => {
    const origin = allowed.size === 0 ? null : request.headers.get('origin');
    return origin !== null && allowed.has(origin) ? origin : null;
  };
  return {
    allowed,
    preflight: (request) => {
      if (request.method !== 'OPTIONS' || request.headers.get('access-control-request-method') === null)
        return undefined;
      const origin = allowedOriginOf(request);
      if (origin === null) return new Response(null, { status: 403, headers: { Vary: 'Origin' } });
      return new Response(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Methods': 'GET, POST',
          'Access-Control-Allow-Headers':
            'Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID',
          'Access-Control-Max-Age': '600',
          Vary: 'Origin',
        },
      });
    },
    open: (request, response) => {
      const origin = allowedOriginOf(request);
      if (origin === null) return response;
      response.headers.set('Access-Control-Allow-Origin', origin);
      response.headers.set('Access-Control-Allow-Credentials', 'true');
      response.headers.set('Access-Control-Expose-Headers', 'Date, ETag, Idempotency-Replayed, Retry-After');
      response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
      response.headers.append('Vary', 'Origin');
      return response;
    },
  };
}
