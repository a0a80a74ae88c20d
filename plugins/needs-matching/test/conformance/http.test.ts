/** The scenario over the http adapter and the reference server: the whole way, over a socket. */
import { systemClock, type Session } from '@zhaoshang/kernel';
import { createHttpAdapter } from '@zhaoshang/adapters/http.ts';
import { collectionsOf, loadPlugins } from '@zhaoshang/runner';
import { jwtSessions, startServer } from '@zhaoshang/server';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { adapterConformance } from '@zhaoshang/testing/adapter-conformance.ts';
import { SignJWT } from 'jose';
import { describe, it } from 'vitest';
import { needsMatchingScenario } from '../../src/conformance.ts';
import { needsMatchingPlugin } from '../../src/plugin.ts';

const zone = 'chongming';
const secret = crypto.getRandomValues(new Uint8Array(32));

const tokenOf = ({ subject, displayName, ...rest }: Session): Promise<string> =>
  new SignJWT({ ...rest, name: displayName })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('urn:test')
    .setAudience('urn:test')
    .setSubject(subject)
    .setExpirationTime('10m')
    .sign(secret);

adapterConformance(
  'needs matching, http',
  { live: 'push', offline: false, losesAnswers: true },
  async () => {
    const plugins = await loadPlugins([needsMatchingPlugin], { preset: zone });
    const server = await startServer({
      plugins,
      store: openMemoryStore({ collections: collectionsOf(plugins) }),
      zone,
      clock: systemClock,
      port: 0,
      sessions: [jwtSessions({ issuer: 'urn:test', audience: 'urn:test', algorithms: ['HS256'], secret, zone })],
    });
    let lose = false;
    return {
      open: async (session) => {
        const token = session === null ? null : await tokenOf(session);
        return createHttpAdapter({
          baseUrl: `${server.url}api`,
          token: () => token,
          fetch: async (url, init) => {
            const response = await fetch(url, init);
            if (init?.method !== 'POST' || !lose) return response;
            lose = false;
            await response.arrayBuffer();
            throw new TypeError('The connection was lost.');
          },
        });
      },
      loseNextAnswer: () => {
        lose = true;
      },
      close: () => server.stop(),
    };
  },
  needsMatchingScenario(),
  { describe, it },
);
