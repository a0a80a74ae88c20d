// @ts-check
/**
 * `npm test`: installs what is missing, finds or installs a browser, looks for a PostgreSQL, runs every stage and ends with one
 * line `N passed, N failed`. `npm test -- --only unit,browser` runs some stages; what follows a single stage goes to its runner.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd } from './child.mjs';
import { findOrInstallBrowser } from './find-browser.mjs';
import { findPostgres } from './find-postgres.mjs';
import { ensureInstalled, projectNode, stop } from './first-step.mjs';
import { stages } from './test-stages.mjs';

/** @typedef {import('./test-stages.mjs').Stage} Stage */
/** @typedef {import('./tally/tally.mjs').Tally} Tally */

const { chosen, rest } = readArguments(process.argv.slice(2));
ensureInstalled();

let passed = 0;
/** @type {string[]} */
const failures = [];
/** @type {string[]} */
const skips = [];
let interrupted = false;
let buildFailed = false;
process.on('SIGINT', () => (interrupted = true));
process.on('SIGTERM', () => (interrupted = true));

/** @type {Record<string, string>} */
const environment = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
const started = Date.now();
await prepare();
for (const stage of chosen) {
  if (interrupted) break;
  await runStage(stage);
}
report();

/** Browser and database are looked for once; what is missing is said before the long run, not after it. */
async function prepare() {
  if (chosen.some((stage) => stage.needsBrowser)) {
    const browser = findOrInstallBrowser();
    if ('problem' in browser) stop(browser.problem);
    environment.CHROME_PATH = browser.path;
    console.log(`Browser: ${browser.path}`);
  }
  if (chosen.some((stage) => stage.counts === 'tally')) {
    const postgres = await findPostgres();
    if ('url' in postgres) {
      environment.ZS_TEST_DATABASE_URL = postgres.url;
      console.log(`PostgreSQL ${postgres.version}: tests run on it too, in schemas of their own`);
    } else {
      skips.push(`everything that wants a PostgreSQL server: ${postgres.reason}`);
      console.log(`PostgreSQL: ${postgres.reason}`);
    }
  }
}

async function runStage(/** @type {Stage} */ stage) {
  console.log(
    `\n── ${stage.title} (${stage.name}) ${'─'.repeat(Math.max(3, 90 - stage.title.length - stage.name.length))}`,
  );
  if (stage.needsBuild && buildFailed) {
    failures.push(`${stage.name}: not run, because the build failed`);
    console.log('FAILED  not run, because the build failed');
    return;
  }
  const begun = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'zhaoshang-test-'));
  const tallyFile = join(folder, 'tally.json');
  const { code, timedOut } = await runToEnd(projectNode(), [...stage.command, ...rest], {
    env: { ...environment, ZS_TALLY_FILE: tallyFile },
    timeLimitSeconds: stage.timeLimitSeconds,
  });
  const before = failures.length;
  if (stage.counts === 'tally') {
    /** @type {Tally | undefined} */
    const tally = existsSync(tallyFile) ? JSON.parse(readFileSync(tallyFile, 'utf8')) : undefined;
    if (tally !== undefined) {
      passed += tally.passed;
      failures.push(...tally.failures.map((failure) => `${stage.name}: ${failure}`));
      skips.push(...tally.skipped.map(({ name, reason }) => `${stage.name}: ${name} (${reason})`));
    }
    // A runner that fails without saying which test failed must not pass as a success.
    if (code !== 0 && failures.length === before) failures.push(`${stage.name}: ${endOf(code, timedOut)}`);
  } else if (code === 0) passed += 1;
  else failures.push(`${stage.name}: ${endOf(code, timedOut)}`);
  if (stage.name === 'build') buildFailed = code !== 0;
  rmSync(folder, { recursive: true, force: true });
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`${failures.length === before ? 'ok' : 'FAILED'}  ${stage.name}  ${seconds} s`);
}

function endOf(/** @type {number} */ code, /** @type {boolean} */ timedOut) {
  return timedOut ? 'did not end within its time limit' : `ended with exit code ${code} (see above)`;
}

function report() {
  console.log(`\n${'═'.repeat(40)} ${((Date.now() - started) / 1000).toFixed(0)} s`);
  if (interrupted) failures.push('interrupted before the end');
  if (skips.length > 0) console.log(`Skipped:\n${skips.map((line) => `  ${line}`).join('\n')}`);
  if (failures.length > 0) console.log(`Failed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
  console.log(`${passed} passed, ${failures.length} failed`);
  process.exit(failures.length === 0 ? 0 : 1);
}

/** @param {readonly string[]} args */
function readArguments(args) {
  if (args[0] !== '--only' && !args[0]?.startsWith('--only=')) {
    if (args.length > 0) stop(`Unknown argument "${args[0]}". ${usage()}`);
    return { chosen: stages, rest: [] };
  }
  const inline = args[0] !== '--only';
  const names = (inline ? args[0].slice('--only='.length) : (args[1] ?? '')).split(',');
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) stop(`There is no stage "${unknown.join('", "')}". ${usage()}`);
  const wanted = stages.filter((stage) => names.includes(stage.name));
  const builds = stages.filter((stage) => stage.name === 'build' && wanted.some((one) => one.needsBuild));
  const rest = args.slice(inline ? 1 : 2);
  if (rest.length > 0 && wanted.length !== 1) stop('Arguments for a runner need exactly one stage before them.');
  return { chosen: stages.filter((stage) => wanted.includes(stage) || builds.includes(stage)), rest };
}

function usage() {
  return `Usage: npm test, or npm test -- --only <stage>[,<stage>]; stages: ${stages.map((stage) => stage.name).join(', ')}.`;
}
