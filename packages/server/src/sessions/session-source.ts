/** Where a request's session comes from. Sources are asked in order; the first one that knows the caller answers. */
import type { Session } from '@zhaoshang/kernel';

/** The request as far as sessions look at it. */
export interface SessionRequest {
  readonly url: string;
  readonly headers: { get(name: string): string | null };
}

export interface FoundSession {
  /** `null`: this source has looked and the caller is nobody. */
  readonly session: Session | null;
  /** Sent by the browser by itself, so commands need a look at where they come from. */
  readonly ambient: boolean;
}

/** `undefined`: nothing of this source on the request. Throws `session-required` for a credential that is not valid. */
export type SessionSource = (request: SessionRequest) => FoundSession | undefined | Promise<FoundSession | undefined>;

/** Lets the host portal say who asks, from its own cookie or gateway headers. */
export function hostSessions(
  resolveSession: (request: SessionRequest) => Session | null | Promise<Session | null>,
): SessionSource {
  return async (request) => {
    const session = await resolveSession(request);
    return session === null ? undefined : { session, ambient: true };
  };
}

/** One cookie's value; `null` when the request has none of that name. */
export function cookieOf(header: string | null, name: string): string | null {
  if (header === null || !header.includes(name)) return null;
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
