// @ts-check
/** Tells whether dist/ was built from the sources as they are now. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './first-step.mjs';

/** The built files; every entry of the kit is in here. */
export const distFolder = join(root, 'dist');
/** In dist/ itself, so that it goes when dist/ goes. */
export const stampName = '.sources';

const sourceFolders = ['packages', 'plugins', 'scripts/build'];
const sourceFiles = ['package-lock.json', 'tsconfig.json', 'scripts/build.ts', 'THIRD-PARTY-NOTICES.txt'];
const skipped = new Set(['node_modules', 'test', 'dist']);

/** Every source file below a folder, as paths relative to the repository, sorted; tests are none. */
export function filesBelow(/** @type {string} */ folder) {
  /** @type {string[]} */
  const files = [];
  const visit = (/** @type {string} */ path) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      if (skipped.has(entry.name)) continue;
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(below);
      else if (!entry.name.includes('.test.')) files.push(below);
    }
  };
  if (existsSync(join(root, folder))) visit(folder);
  return files.sort();
}

/** One hash over everything a build depends on; the same sources give the same hash on every machine. */
export function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of [...sourceFiles, ...sourceFolders.flatMap(filesBelow)]) {
    if (existsSync(join(root, file)))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

/** True when dist/ is complete and of these very sources. */
export function isBuildFresh() {
  const stamp = join(distFolder, stampName);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources();
}
