/** `matching`, one zone in a server's memory: what a matcher of so many resources weighs, takes to build, to answer and to keep up. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Matcher, createMatcher } from '@zhaoshang/needs-matching/engine';
import { cpuPer } from './matching-ranking.ts';
import type { BenchmarkOptions } from './support/benchmark.ts';
import { series } from './support/figures.ts';
import { makeNeed, makeQueries, makeResources, matchingSchema, matchingWeights } from './support/matching-input.ts';

const sizes = [100, 1_000, 10_000, 100_000];
const questions = 40;

export async function matchingZones({ rounds = 5 }: BenchmarkOptions): Promise<object> {
  const collectGarbage = garbageCollector();
  const zones: object[] = [];
  for (const resources of sizes) zones.push(await zoneRow(resources, rounds, collectGarbage));
  return { note: 'memory of one matcher with its texts; milliseconds of CPU', zones };
}

async function zoneRow(count: number, rounds: number, collectGarbage: () => Promise<void>): Promise<object> {
  const resources = makeResources(count);
  // As a server has them: parsed out of a row each, sharing nothing with the list here.
  const rows = resources.map((one) => JSON.stringify(one));
  const texts = makeQueries(questions);
  const needs = Array.from({ length: questions }, (_, at) => ({ ...makeNeed(at), text: texts[at] as string }));
  const build = (): Matcher => {
    const matcher = createMatcher({ schema: matchingSchema, weights: matchingWeights });
    matcher.upsert(rows.map((row) => JSON.parse(row) as (typeof resources)[number]));
    return matcher;
  };
  const megabytes = await megabytesOf(build, Math.max(2, Math.min(100, 20_000 / count)), rounds, collectGarbage);
  const runs = { build: [] as number[], rank: [] as number[], change: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    let matcher = build();
    runs.build.push(cpuPer([0], () => (matcher = build())));
    needs.forEach((need) => matcher.rank(need));
    runs.rank.push(cpuPer(needs, (need) => matcher.rank(need)));
    runs.change.push(cpuPer(resources.slice(0, 50), (one) => matcher.upsert([one])));
  }
  return {
    resources: count,
    megabytes: series(megabytes),
    buildMs: series(runs.build),
    rankWithTextMs: series(runs.rank),
    oneChangeMs: series(runs.change),
  };
}

/** Several at once, so that what a collector leaves lying about does not count. */
async function megabytesOf(
  build: () => Matcher,
  copies: number,
  rounds: number,
  collectGarbage: () => Promise<void>,
): Promise<number[]> {
  const megabytes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await collectGarbage();
    const before = bytesInUse();
    const kept = Array.from({ length: copies }, build);
    await collectGarbage();
    megabytes.push((bytesInUse() - before) / kept.length / 1e6);
    kept.length = 0;
  }
  return megabytes;
}

function bytesInUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Buffers are given back on another thread, so a collection is waited for. */
function garbageCollector(): () => Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  };
}
