/**
 * `npm run size [-- --json]`: what a page really downloads, against the budgets in size-budgets.json. Fails when a budget is exceeded.
 * Bytes are those of each file after gzip -9, added up, because each file is a response of its own. 1 KB is 1,024 bytes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importsOf, listFiles } from './build/dist-files.ts';
import { root, stop } from './first-step.mjs';
import { distFolder, isBuildFresh } from './freshness.mjs';

interface Budget {
  readonly name: string;
  /** Files the page asks for, without their hash: `plugins/service-day/zs-service-booking.js`. */
  readonly files: readonly string[];
  /** Files among those that count in a budget of their own. */
  readonly without?: readonly string[];
  readonly limitKB: number;
  readonly aimKB: number;
  /** Most responses it may take, counting what those files import. */
  readonly limitRequests?: number;
}

const asJson = process.argv.includes('--json');
if (!existsSync(distFolder)) stop('There is no dist/ yet. Run `npm run build` first.');
if (!isBuildFresh()) console.error('dist/ is older than the sources; these are the figures of the last build.');

const budgets = JSON.parse(readFileSync(join(root, 'size-budgets.json'), 'utf8')) as readonly Budget[];
const files = listFiles(distFolder)
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, bytes: readFileSync(join(distFolder, file)).length, gzip: gzipOf(file) }));

const entries = budgets.map((budget) => {
  const loaded = closureOf(budget.files.map(fileNamed), (budget.without ?? []).map(fileNamed));
  const gzip = loaded.reduce((sum, file) => sum + gzipOf(file), 0);
  const ratio = gzip / (budget.limitKB * 1024);
  const withinRequests = budget.limitRequests === undefined || loaded.length <= budget.limitRequests;
  return {
    name: budget.name,
    gzip,
    limit: budget.limitKB * 1024,
    aim: budget.aimKB * 1024,
    ratio: Number(ratio.toFixed(3)),
    requests: loaded.length,
    limitRequests: budget.limitRequests ?? null,
    files: loaded,
    ok: ratio <= 1 && withinRequests,
  };
});
const ok = entries.every((entry) => entry.ok);

if (asJson) console.log(JSON.stringify({ ok, entries, files }));
else printTables();
process.exitCode = ok ? 0 : 1;

function gzipOf(file: string): number {
  return gzipSync(readFileSync(join(distFolder, file)), { level: 9 }).length;
}

/** The built file of a name without hash; a budget for something that is not built is a mistake, not a success. */
function fileNamed(name: string): string {
  const built = listFiles(distFolder);
  if (built.includes(name)) return name;
  const stem = name.replace(/\.js$/, '-');
  const matches = built.filter((file) => file.startsWith(stem) && /^[\w-]{8}\.js$/.test(file.slice(stem.length)));
  if (matches.length !== 1) stop(`size-budgets.json names ${name}, but dist/ holds ${matches.length} such files.`);
  return matches[0] as string;
}

/** The files, and all they import before they run, but for what counts elsewhere. */
function closureOf(names: readonly string[], elsewhere: readonly string[]): string[] {
  const loaded = new Set<string>();
  const visit = (file: string): void => {
    if (loaded.has(file) || elsewhere.includes(file)) return;
    loaded.add(file);
    importsOf(distFolder, file).fixed.forEach(visit);
  };
  names.forEach(visit);
  return [...loaded];
}

function printTables(): void {
  const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(2).padStart(8);
  console.log('gzip KB     of limit     aim        requests  entry');
  for (const entry of entries) {
    const requests = entry.limitRequests === null ? `${entry.requests}` : `${entry.requests} of ${entry.limitRequests}`;
    const aim = entry.gzip <= entry.aim ? 'reached' : `not ${entry.aim / 1024}`;
    const percent = `${(entry.ratio * 100).toFixed(0)} % of ${entry.limit / 1024}`;
    console.log(
      `${kilobytes(entry.gzip)}   ${percent.padEnd(13)}${aim.padEnd(11)}${requests.padEnd(10)}${entry.name}${entry.ok ? '' : '  OVER BUDGET'}`,
    );
    entry.files.forEach((file) => console.log(`${kilobytes(gzipOf(file))}     ${file}`));
  }
  console.log('\ngzip KB    raw KB    all files');
  files.forEach(({ file, bytes, gzip }) => console.log(`${kilobytes(gzip)}  ${kilobytes(bytes)}    ${file}`));
}
