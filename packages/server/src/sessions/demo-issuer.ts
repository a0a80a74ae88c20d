/** Sessions for trying things out: personas from the zone's preset, signed with a key of this data folder. Off by default. */
import { SignJWT } from 'jose';
import {
  instantText,
  standardError,
  type Locale,
  type Localized,
  type MovableClock,
  type Session,
} from '@zhaoshang/kernel';
import { parseInput } from '@zhaoshang/runner';
import { isoInstant, text, z } from '@zhaoshang/kernel/schema.ts';
import { jwtSessions } from './jwt-sessions.ts';
import type { SessionSource } from './session-source.ts';

/** Somebody to try the demo as; `session: null` is a visitor who has not signed in. */
export interface Persona {
  readonly id: string;
  readonly title: Localized;
  readonly note: Localized;
  readonly session: Omit<Session, 'zone' | 'expiresAt'> | null;
}

export interface DemoOptions {
  readonly personas: readonly Persona[];
  /** Key of at least 32 bytes; kept beside the data, so that a restart keeps people signed in. */
  readonly secret: Uint8Array;
  /** The server's clock, which the demo may move. */
  readonly clock: MovableClock;
  /** Seconds a demo session lasts; 12 hours by default. */
  readonly sessionSeconds?: number;
}

export interface DemoDesk {
  readonly source: SessionSource;
  readonly personas: () => unknown;
  /** Body `{ persona }`; answers the session and the cookie to set. */
  signIn(body: unknown, secure: boolean, locale: Locale): Promise<{ session: Session | null; cookie: string }>;
  clock(): { instant: string; offsetMs: number };
  /** Body `{ instant }`, ISO 8601; `null` goes back to real time. */
  moveClock(body: unknown, locale: Locale): { instant: string; offsetMs: number };
}

const cookieName = 'zs_demo_session';
const issuer = 'urn:zhaoshang:demo';
const signInInput = z.object({ persona: text(120, 1) });
const clockInput = z.object({ instant: z.nullable(isoInstant) });

export function createDemoDesk(options: DemoOptions, zone: string): DemoDesk {
  const audience = `urn:zhaoshang:zone:${zone}`;
  const seconds = options.sessionSeconds ?? 12 * 3600;
  const clockState = (): { instant: string; offsetMs: number } => ({
    instant: instantText(options.clock.now()),
    offsetMs: options.clock.offset,
  });
  const signed = jwtSessions({
    issuer,
    audience,
    algorithms: ['HS256'],
    secret: options.secret,
    zone,
    cookie: cookieName,
  });
  return {
    source: async (request) => {
      const found = await signed(request);
      if (found === undefined || found.session === null) return found;
      // The token ends in real time; told to a page whose clock was moved, it would look long over.
      const { expiresAt, ...session } = found.session;
      void expiresAt;
      return { ...found, session };
    },
    personas: () => ({
      personas: options.personas.map(({ id, title, note, session }) => ({ id, title, note, session })),
    }),
    signIn: async (body, secure, locale) => {
      const { persona: wanted } = parseInput(signInInput, body, locale);
      const persona = options.personas.find(({ id }) => id === wanted);
      if (persona === undefined) throw standardError('not-found', locale);
      const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
      if (persona.session === null) return { session: null, cookie: `${cookieName}=; Max-Age=0; ${attributes}` };
      const { subject, displayName, ...rest } = persona.session;
      const token = await new SignJWT({ ...rest, name: displayName, zone })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .sign(options.secret);
      return {
        session: { ...persona.session, zone },
        cookie: `${cookieName}=${token}; Max-Age=${seconds}; ${attributes}`,
      };
    },
    clock: clockState,
    moveClock: (body, locale) => {
      const { instant } = parseInput(clockInput, body, locale);
      if (instant === null) options.clock.reset();
      else options.clock.moveTo(Date.parse(instant));
      return clockState();
    },
  };
}
