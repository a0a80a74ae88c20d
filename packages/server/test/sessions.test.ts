import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostSessions, jwtSessions, type RunningServer } from '../src/index.ts';
import { ask, send, startNotebookServer, zone } from './notebook-server.ts';

const issuer = 'https://portal.example';
const audience = 'zhaoshang';
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let keyServer: Server;
let server: RunningServer;

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true });
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256' }] });
  keyServer = createServer((_request, response) => void response.end(jwks)).listen(0, '127.0.0.1');
  await new Promise((resolve) => keyServer.once('listening', resolve));
  server = await startNotebookServer({
    sessions: [
      jwtSessions({
        issuer,
        audience,
        algorithms: ['RS256'],
        jwksUrl: `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/jwks`,
        zone,
        cookie: 'portal_token',
        claims: { roles: 'realm.groups', enterpriseUscc: 'org.uscc', enterpriseName: 'org.name' },
        roleNames: { 企业用户: 'enterprise', 窗口: 'department' },
      }),
      hostSessions(({ headers }) =>
        headers.get('x-gateway-user') === 'chief'
          ? { subject: 'chief', displayName: '领导', roles: ['leader'], zone }
          : null,
      ),
    ],
  });
});
afterAll(async () => {
  await server.stop();
  keyServer.close();
});

const claims = {
  name: '张*',
  realm: { groups: ['企业用户', 'unknown', 'system'] },
  org: { uscc: '91310151MAYF4E010M', name: '瀛绿' },
};

const token = (change: (jwt: SignJWT) => SignJWT = (jwt) => jwt, extra: object = {}): Promise<string> =>
  change(
    new SignJWT({ ...claims, ...extra })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject('acc-9')
      .setExpirationTime('5m'),
  ).sign(keys.privateKey);

const sessionFor = (bearer: string) => ask(server.url, 'session', { Authorization: `Bearer ${bearer}` });

describe('tokens of the host portal', () => {
  it('become sessions by the claims mapping; nobody becomes the system', async () => {
    const { body } = await sessionFor(await token());
    expect(body.session).toMatchObject({
      subject: 'acc-9',
      displayName: '张*',
      roles: ['enterprise'],
      zone,
      enterprise: { uscc: '91310151MAYF4E010M', name: '瀛绿' },
    });
    expect(Date.parse(body.session.expiresAt)).toBeGreaterThan(Date.now());
  });

  it('may come in the named cookie', async () => {
    const { body } = await ask(server.url, 'session', { Cookie: `a=b; portal_token=${await token()}; c=d` });
    expect(body.session.subject).toBe('acc-9');
  });

  it('are refused with 401 when anything about them does not hold', async () => {
    const other = await generateKeyPair('RS256');
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(keys.publicKey)));
    const bad = {
      issuer: await token((jwt) => jwt.setIssuer('https://evil.example')),
      audience: await token((jwt) => jwt.setAudience('other')),
      expired: await token((jwt) => jwt.setExpirationTime('-5m')),
      zone: await token(undefined, { zone: 'elsewhere' }),
      key: await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject('x')
        .setExpirationTime('5m')
        .sign(other.privateKey),
      none: new UnsecuredJWT(claims)
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject('x')
        .setExpirationTime('5m')
        .encode(),
      algorithm: await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject('x')
        .setExpirationTime('5m')
        .sign(secret),
      garbage: 'a.b.c',
      long: 'x'.repeat(9_000),
    };
    for (const [reason, bearer] of Object.entries(bad)) {
      const { status, body, headers } = await sessionFor(bearer);
      expect([reason, status, body.code, headers.get('www-authenticate')]).toEqual([
        reason,
        401,
        'session-required',
        'Bearer',
      ]);
    }
  });

  it('in an old cookie leave a visitor, not an error', async () => {
    const expired = await token((jwt) => jwt.setExpirationTime('-5m'));
    const { status, body } = await ask(server.url, 'session', { Cookie: `portal_token=${expired}` });
    expect([status, body.session]).toEqual([200, null]);
  });

  it('in a header are not held to the origin, because no browser adds them by itself', async () => {
    const bearer = { Authorization: `Bearer ${await token()}` };
    const cookie = { Cookie: `portal_token=${await token()}` };
    const foreign = { Origin: 'https://evil.example' };
    expect((await send(server.url, 'notebook/add-note', { title: 'x' }, { ...bearer, ...foreign })).status).toBe(200);
    expect((await send(server.url, 'notebook/add-note', { title: 'x' }, { ...cookie, ...foreign })).status).toBe(403);
  });
});

describe('the host portal’s own session', () => {
  it('is asked when there is no token', async () => {
    const { body } = await ask(server.url, 'session', { 'X-Gateway-User': 'chief' });
    expect(body.session.roles).toEqual(['leader']);
  });
});

describe('the demo issuer', () => {
  it('does not exist unless asked for', async () => {
    const plain = await startNotebookServer({ demo: undefined as never });
    try {
      expect((await ask(plain.url, 'demo/personas')).status).toBe(404);
      expect((await send(plain.url, 'demo/session', { persona: 'anna' })).status).toBe(404);
      expect((await send(plain.url, 'demo/clock', { instant: null })).status).toBe(404);
    } finally {
      await plain.stop();
    }
  });

  it('keeps its token from scripts, and a visitor’s choice takes it away', async () => {
    const made = await send(server.url, 'demo/session', { persona: 'anna' });
    expect(made.headers.get('set-cookie')).toMatch(
      /^zs_demo_session=\S+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(JSON.stringify(made.body)).not.toContain('ey');
    const left = await send(server.url, 'demo/session', { persona: 'visitor' });
    expect(left.headers.get('set-cookie')).toMatch(/^zs_demo_session=; Max-Age=0;/);
    expect((await send(server.url, 'demo/session', { persona: 'nobody' })).status).toBe(404);
  });

  it('tells no end of the session, which a moved clock would take for past', async () => {
    const cookie = (await send(server.url, 'demo/session', { persona: 'anna' })).headers.get('set-cookie') ?? '';
    const { body } = await ask(server.url, 'session', { Cookie: cookie.split(';')[0] ?? '' });
    expect(body.session.subject).toBe('acc-1');
    expect(body.session).not.toHaveProperty('expiresAt');
  });

  it('moves the server’s clock and brings it back', async () => {
    const moved = await send(server.url, 'demo/clock', { instant: '2026-12-01T08:59:00+08:00' });
    expect(moved.body.instant).toMatch(/^2026-12-01T08:59:0/);
    expect((await ask(server.url, 'session')).body.serverTime).toMatch(/^2026-12-01T08:59/);
    expect((await send(server.url, 'demo/clock', { instant: 'tomorrow' })).status).toBe(422);
    expect((await send(server.url, 'demo/clock', { instant: null })).body.offsetMs).toBe(0);
  });
});
