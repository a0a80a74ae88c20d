/** `matching`: the engine of needs and resources, part by part. */
import { matchingAssignment } from './matching-assignment.ts';
import type { Benchmark, BenchmarkOptions } from './support/benchmark.ts';

/** Each part answers with its figures. */
const parts: Readonly<Record<string, (options: BenchmarkOptions) => Promise<object>>> = {
  assignment: matchingAssignment,
};

export const matching: Benchmark = {
  name: 'matching',
  summary: 'Needs meet resources: assignment against munkres and HiGHS.',
  run: async (options) => {
    const results: Record<string, object> = {};
    for (const [name, run] of Object.entries(parts)) results[name] = await run(options);
    return results;
  },
};
