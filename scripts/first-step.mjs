// @ts-check
/**
 * The first step of every command: with Node built-ins only, so that it runs in a fresh clone on the Node that happens to be there.
 * It installs what is missing and finds Node 24, which comes with the dependencies (docs/decisions/0004-node-and-toolchain.md).
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Root folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const oldestNode = 20;
/** The first Node that runs `.ts` files by itself. */
const typeStrippingNode = 24;

/** Refuses a Node that cannot even run these scripts; installs the dependencies when they do not match package-lock.json. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNode) {
    stop(
      `Node ${process.versions.node} is too old: Zhaoshang Kit needs Node ${oldestNode} or newer (https://nodejs.org). Nothing was changed.`,
    );
  }
  const lockFile = join(root, 'package-lock.json');
  const marker = join(root, 'node_modules', '.zhaoshang-installed');
  const lockHash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lockHash) return;
  if (!installedTreeMatches(lockFile)) {
    console.log('Installing the dependencies (npm ci); this takes a minute the first time…');
    const result = spawnSync(...npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error']));
    if (result.status !== 0) {
      stop('npm ci failed (see above). Check that the npm registry can be reached, then run the same command again.');
    }
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(marker, lockHash);
}

/** True when a hand-made `npm install` left exactly what the lock file asks for: then nothing needs to be done again. */
function installedTreeMatches(/** @type {string} */ lockFile) {
  const hiddenLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hiddenLock) || findNode() === undefined) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(hiddenLock, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true;
    const found = present[path];
    if (found === undefined) return entry.optional === true || entry.peer === true || entry.devOptional === true;
    return found.version === entry.version && found.link === entry.link;
  });
}

/** Path of a Node that runs TypeScript by stripping types: the one that came with the dependencies, or this one if it is new enough. */
function findNode() {
  const names = ['node_modules/node/bin/node', 'node_modules/node/bin/node.exe', 'node_modules/.bin/node'];
  const bundled = names.map((name) => join(root, name)).find((path) => existsSync(path));
  if (bundled !== undefined) return bundled;
  return Number(process.versions.node.split('.')[0]) >= typeStrippingNode ? process.execPath : undefined;
}

/** Path of the Node that runs the project's own code. */
export function projectNode() {
  const found = findNode();
  if (found === undefined) {
    stop(
      'Node 24 did not come with the dependencies, because npm was told not to run install scripts. Run `npm rebuild node --ignore-scripts=false`, or use Node 24 or newer.',
    );
  }
  return found;
}

/** Environment of every child: the project's own tools and Node come first in PATH. */
export function projectEnvironment() {
  const bin = join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
}

/**
 * How to start npm: through the npm that started us where there is one, which also works on Windows.
 * @param {string[]} args
 * @returns {[string, string[], import('node:child_process').SpawnSyncOptions]}
 */
function npmCommand(args) {
  const npmScript = process.env.npm_execpath;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: 'inherit' };
  if (npmScript !== undefined && /\.c?js$/.test(npmScript)) return [process.execPath, [npmScript, ...args], options];
  return ['npm', args, { ...options, shell: process.platform === 'win32' }];
}

/**
 * Ends with a sentence instead of a stack trace.
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
