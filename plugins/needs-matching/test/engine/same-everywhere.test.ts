import { MessageChannel } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { createMatcher, createWorkerMatcher, serveMatcher } from '../../src/engine/index.ts';
import type { Port } from '../../src/engine/worker/protocol.ts';
import { digestOf, sessionDigest, sessionOf } from './same-everywhere.ts';
import { schema, weights } from './zone-schema.ts';

it('answers in Node what it answers in a page and in its worker', async () => {
  expect(digestOf(await sessionOf(createMatcher({ schema, weights })))).toBe(sessionDigest);
});

it('answers over messages what it answers at once', async () => {
  const { port1, port2 } = new MessageChannel();
  serveMatcher(port2 as unknown as Port);
  const matcher = await createWorkerMatcher(port1 as unknown as Port, { schema, weights });
  expect(digestOf(await sessionOf(matcher))).toBe(sessionDigest);
  port1.close();
});
