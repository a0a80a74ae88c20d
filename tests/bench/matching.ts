/** `matching`: the engine of needs and resources, part by part, and the figures that were asked for in one table. */
import { matchingAssignment } from './matching-assignment.ts';
import { matchingPage } from './matching-page.ts';
import { matchingRace } from './matching-race.ts';
import { matchingRanking } from './matching-ranking.ts';
import { matchingSize } from './matching-size.ts';
import { type MatchingResults, matchingTable } from './matching-table.ts';
import { matchingText } from './matching-text.ts';
import { matchingZones } from './matching-zones.ts';
import type { Benchmark, BenchmarkOptions } from './support/benchmark.ts';

/** Each part answers with its figures. */
const parts: Readonly<Record<string, (options: BenchmarkOptions) => Promise<object>>> = {
  ranking: matchingRanking,
  text: matchingText,
  assignment: matchingAssignment,
  size: matchingSize,
  page: matchingPage,
  zones: matchingZones,
  race: matchingRace,
};

export const matching: Benchmark = {
  name: 'matching',
  summary:
    'Needs meet resources: ranking against a bare scan, text against MiniSearch, assignment against munkres and HiGHS.',
  run: async (options) => {
    const results: Record<string, object> = {};
    for (const [name, run] of Object.entries(parts)) results[name] = await run(options);
    return { table: matchingTable(results as MatchingResults), ...results };
  },
};
