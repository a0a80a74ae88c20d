/** `matching`, weight: what a page carries of the engine, by what it uses; and the files of `matching-engine.js` as they are published. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../../scripts/build/dist-files.ts';
import { buildMatchingEngine } from '../../scripts/build/matching-engine.ts';
import { bundleSize } from './support/bundle-size.ts';

const engine = 'plugins/needs-matching/src/engine/';
const limit = 12_288;

export async function matchingSize(): Promise<object> {
  const rules = await bundleSize('packages/rules/src/index.ts', ['compileCondition', 'compileExpression']);
  const ranker = await bundleSize(`${engine}index.ts`, ['createRanker']);
  const all = await bundleSize(`${engine}index.ts`, ['createMatcher', 'policies', 'forecast']);
  const published = await publishedFiles();
  const first = published['matching-engine.js'] ?? Number.NaN;
  return {
    unit: 'bytes after gzip -9, as pages get them',
    ranker: { withRules: ranker, aboutWithoutRules: ranker - rules },
    rankerAssignmentPoliciesForecast: { withRules: all, aboutWithoutRules: all - rules },
    workerClient: await bundleSize(`${engine}worker/worker-matcher.ts`, ['createWorkerMatcher']),
    rules,
    published,
    limit,
    firstFileWithoutRules: first,
    reached: first <= limit,
  };
}

async function publishedFiles(): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'matching-engine-'));
  try {
    await buildMatchingEngine(folder);
    const files = listFiles(folder).filter((file) => /\.(js|wasm)$/.test(file));
    return Object.fromEntries(
      files.map((file) => [
        file.replace(/-[\w-]{8}\.js$/, '.js'),
        gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
