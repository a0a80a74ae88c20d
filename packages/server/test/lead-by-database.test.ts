import { afterEach, describe, expect, it } from 'vitest';
import { findPostgres } from '../../../scripts/find-postgres.mjs';
import { leadByDatabase } from '../src/index.ts';

const found = (await findPostgres()) as { url: string } | { reason: string };
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

describe.skipIf('reason' in found)('leading by database', () => {
  const start = (zone: string, name: string, leaders: Set<string>) => {
    const stop = leadByDatabase({
      databaseUrl: (found as { url: string }).url,
      zone,
      retryMs: 50,
      lead: () => {
        leaders.add(name);
        return () => leaders.delete(name);
      },
    });
    stops.push(stop);
    return stop;
  };

  it('has one leader at a time, and the next one takes over when it leaves', async () => {
    const leaders = new Set<string>();
    const zone = `lead-${process.pid}`;
    const stopFirst = start(zone, 'first', leaders);
    await expect.poll(() => [...leaders]).toEqual(['first']);
    start(zone, 'second', leaders);
    start(zone, 'third', leaders);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([...leaders]).toEqual(['first']);
    await stopFirst();
    await expect.poll(() => leaders.size).toBe(1);
    expect(leaders.has('first')).toBe(false);
  });

  it('has a leader per zone', async () => {
    const leaders = new Set<string>();
    start(`lead-a-${process.pid}`, 'a', leaders);
    start(`lead-b-${process.pid}`, 'b', leaders);
    await expect.poll(() => leaders.size).toBe(2);
  });
});
