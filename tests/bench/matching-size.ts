/** `matching`, weight: what a page carries of the engine, by what it uses. */
import { bundleSize } from './support/bundle-size.ts';

const engine = 'plugins/needs-matching/src/engine/';

export async function matchingSize(): Promise<object> {
  const rules = await bundleSize('packages/rules/src/index.ts', ['compileCondition', 'compileExpression']);
  const ranker = await bundleSize(`${engine}index.ts`, ['createRanker']);
  const all = await bundleSize(`${engine}index.ts`, ['createMatcher', 'policies', 'forecast']);
  return {
    unit: 'bytes after gzip -9, as pages get them',
    ranker: { withRules: ranker, aboutWithoutRules: ranker - rules },
    rankerAssignmentPoliciesForecast: { withRules: all, aboutWithoutRules: all - rules },
    workerClient: await bundleSize(`${engine}worker/worker-matcher.ts`, ['createWorkerMatcher']),
    rules,
    limit: 12_288,
    limitReachedByRankerWithoutRules: ranker - rules <= 12_288,
    limitReachedByAllWithoutRules: all - rules <= 12_288,
  };
}
