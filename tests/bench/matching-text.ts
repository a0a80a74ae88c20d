/** `matching`, text: queries over 100,000 resources and the build of the index, against MiniSearch with the same tokens. */
import { createMatcher } from '@zhaoshang/needs-matching/engine';
import { tokensOf } from '@zhaoshang/needs-matching/engine/text/tokens.ts';
import MiniSearch from 'minisearch';
import { cpuPer } from './matching-ranking.ts';
import type { BenchmarkOptions } from './support/benchmark.ts';
import { type Figure, figure, series } from './support/figures.ts';
import { makeQueries, makeResources } from './support/matching-input.ts';

const count = 100_000;
const queriesPerRound = 8;

export async function matchingText({ rounds = 7 }: BenchmarkOptions): Promise<object> {
  const resources = makeResources(count);
  const texts = resources.map(({ id, title, detail }) => ({ id, title: title as string, detail: detail as string }));
  const schema = {
    fields: { title: { kind: 'text' }, detail: { kind: 'text' } },
    constraints: [],
    parts: [],
  } as const;
  const make = (): ReturnType<typeof createMatcher> => createMatcher({ schema, weights: {} });
  const build = { ours: [] as number[], peer: [] as number[] };
  let matcher = make();
  // The first build only warms up; the peer takes some seconds, so it is built once.
  for (let round = -1; round < 3; round += 1) {
    matcher = make();
    const ms = cpuPer([texts], (all) => matcher.upsert(all));
    if (round >= 0) build.ours.push(ms);
  }
  const peer = new MiniSearch<(typeof texts)[number]>({
    fields: ['title', 'detail'],
    tokenize: tokensOf,
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', prefix: false, fuzzy: false },
  });
  build.peer.push(cpuPer([texts], (all) => peer.addAll(all)));

  const runs = { ours: [] as number[], peer: [] as number[] };
  const allQueries = makeQueries(queriesPerRound * (rounds + 2));
  for (let round = -2; round < rounds; round += 1) {
    const queries = allQueries.slice((round + 2) * queriesPerRound, (round + 3) * queriesPerRound);
    const ours = cpuPer(queries, (query) => matcher.search(query, { highlight: false }));
    const theirs = cpuPer(queries, (query) => peer.search(query).slice(0, 10));
    if (round < 0) continue;
    runs.ours.push(ours);
    runs.peer.push(theirs);
  }
  const query: Figure = figure({
    name: 'text query over 100,000 resources, top 10',
    unit: 'ms of CPU',
    ...runs,
    peerName: 'MiniSearch 7.2.0 with the same tokens',
    target: { atMost: 1 / 40 },
  });
  return {
    query: {
      ...query,
      timesFaster: series(query.ratio.runs.map((ratio) => 1 / ratio)),
      limitMs: 2,
      reachedLimit: query.ours.median <= 2,
    },
    build: {
      name: 'index of 100,000 resources',
      unit: 'ms of CPU',
      ours: series(build.ours),
      peer: series(build.peer),
      peerName: 'MiniSearch 7.2.0 with the same tokens',
      limitMs: 1_000,
      reachedLimit: series(build.ours).median <= 1_000,
    },
    charactersPerResource: Math.round(
      texts.reduce((sum, { title, detail }) => sum + title.length + detail.length, 0) / count,
    ),
  };
}
