/** Sessions from signed tokens (RFC 7519) of the host portal: fixed algorithms, issuer and audience checked. */
import { hash } from 'node:crypto';
import {
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type CryptoKey,
  type JWTPayload,
  type JWTVerifyGetKey,
  type KeyObject,
} from 'jose';
import { roles as knownRoles, standardError, ZsError, type Role, type Session } from '@zhaoshang/kernel';
import { cookieOf, type SessionSource } from './session-source.ts';

/** Claim of each part of a session; dots go into objects (`org.uscc`). */
export interface ClaimNames {
  readonly subject: string;
  readonly displayName: string;
  readonly roles: string;
  readonly zone: string;
  readonly enterpriseUscc: string;
  readonly enterpriseName: string;
  readonly department: string;
}

export const standardClaims: ClaimNames = {
  subject: 'sub',
  displayName: 'name',
  roles: 'roles',
  zone: 'zone',
  enterpriseUscc: 'enterprise.uscc',
  enterpriseName: 'enterprise.name',
  department: 'department',
};

export interface JwtSessionOptions {
  readonly issuer: string;
  readonly audience: string;
  /** The only ones accepted, e.g. `['RS256']`. `none` is never among them. */
  readonly algorithms: readonly string[];
  /** Exactly one of the three: the portal's key set, a public key, or a shared secret of at least 32 bytes. */
  readonly jwksUrl?: string;
  readonly publicKey?: CryptoKey | KeyObject;
  readonly secret?: Uint8Array;
  /** Zone of sessions whose token names none; a token of another zone is refused. */
  readonly zone: string;
  /** Cookie that may carry the token besides `Authorization: Bearer`. */
  readonly cookie?: string;
  /** Seconds by which clocks may differ; 30 by default. */
  readonly clockToleranceSeconds?: number;
  readonly claims?: Partial<ClaimNames>;
  /** The portal's role names as ours; names that are neither are ignored. */
  readonly roleNames?: Readonly<Record<string, Role>>;
  /** Verified tokens remembered for at most a minute; 10,000 by default. */
  readonly cacheSize?: number;
}

interface Remembered {
  readonly session: Session;
  readonly until: number;
}

const rememberMs = 60_000;
const longestToken = 8192;

export function jwtSessions(options: JwtSessionOptions): SessionSource {
  const names = { ...standardClaims, ...options.claims };
  const algorithms = options.algorithms.filter((name) => name !== 'none');
  const key = keyOf(options);
  const cacheSize = options.cacheSize ?? 10_000;
  const remembered = new Map<string, Remembered>();

  async function verify(token: string): Promise<Session> {
    // The digest, not the token: a memory dump must not hand out credentials.
    const digest = hash('sha256', token, 'base64');
    const known = remembered.get(digest);
    if (known !== undefined && known.until > Date.now()) return known.session;
    remembered.delete(digest);
    const { payload } = await jwtVerify(token, key, {
      issuer: options.issuer,
      audience: options.audience,
      algorithms,
      clockTolerance: options.clockToleranceSeconds ?? 30,
      requiredClaims: ['exp', 'sub'],
    });
    const session = sessionOf(payload, names, options);
    const expires = (payload.exp ?? 0) * 1000;
    if (remembered.size >= cacheSize) remembered.delete(remembered.keys().next().value as string);
    remembered.set(digest, { session, until: Math.min(expires, Date.now() + rememberMs) });
    return session;
  }

  return async (request) => {
    const authorization = request.headers.get('authorization');
    const bearer = authorization !== null && /^bearer\s+\S/i.test(authorization) ? authorization.slice(7).trim() : null;
    const cookie = options.cookie === undefined ? null : cookieOf(request.headers.get('cookie'), options.cookie);
    const token = bearer ?? cookie;
    if (token === null || token === '') return undefined;
    try {
      if (token.length > longestToken) throw new errors.JWTInvalid('longer than any token');
      return { session: await verify(token), ambient: bearer === null };
    } catch (cause) {
      // A key set that cannot be fetched says nothing about the caller.
      if (cause instanceof errors.JWKSTimeout || (cause instanceof TypeError && options.jwksUrl !== undefined))
        throw standardError('busy', 'zh-CN', { cause, retryAfterSeconds: 5 });
      // An old cookie makes a caller nobody; a bearer token that does not hold is an answer of its own.
      if (bearer === null) return undefined;
      throw cause instanceof ZsError ? cause : standardError('session-required', 'zh-CN', { cause });
    }
  };
}

function keyOf({ jwksUrl, publicKey, secret }: JwtSessionOptions): JWTVerifyGetKey {
  if ([jwksUrl, publicKey, secret].filter((given) => given !== undefined).length !== 1)
    throw new TypeError('Name exactly one of jwksUrl, publicKey and secret.');
  if (jwksUrl !== undefined)
    return createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 5_000, cooldownDuration: 30_000 });
  if (secret !== undefined && secret.byteLength < 32) throw new TypeError('The secret must have at least 32 bytes.');
  const key = publicKey ?? (secret as Uint8Array);
  return async () => key as CryptoKey;
}

function sessionOf(payload: JWTPayload, names: ClaimNames, options: JwtSessionOptions): Session {
  const claim = (path: string): unknown =>
    path
      .split('.')
      .reduce<unknown>(
        (at, part) =>
          at !== null && typeof at === 'object' && Object.hasOwn(at, part)
            ? (at as Record<string, unknown>)[part]
            : undefined,
        payload,
      );
  const words = (path: string): string | undefined => {
    const value = claim(path);
    return typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined;
  };
  const subject = words(names.subject);
  const zone = words(names.zone) ?? options.zone;
  if (subject === undefined || zone !== options.zone) throw standardError('session-required');
  const given = claim(names.roles);
  const listed = Array.isArray(given) ? given : typeof given === 'string' ? given.split(' ') : [];
  const roles = listed
    .map((name) => (typeof name === 'string' ? (options.roleNames?.[name] ?? name) : undefined))
    // `system` is the clock's; no token can claim it.
    .filter((role): role is Role => role !== 'system' && (knownRoles as readonly unknown[]).includes(role));
  const uscc = words(names.enterpriseUscc);
  const department = words(names.department);
  return {
    subject,
    displayName: words(names.displayName) ?? subject,
    roles: [...new Set(roles)],
    zone,
    ...(uscc === undefined ? {} : { enterprise: { uscc, name: words(names.enterpriseName) ?? uscc } }),
    ...(department === undefined ? {} : { department }),
    expiresAt: new Date((payload.exp ?? 0) * 1000).toISOString(),
  };
}
