/**
 * `npm run build`: sources → dist/. Built beside dist/ and put in its place when every check has passed, so that a server or a
 * test never meets half a build. `--if-stale` does nothing when dist/ is of these very sources.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLegacy, buildModules } from './build/bundles.ts';
import { assertNoOutsideHosts, assertNoticesCover, assertParsesAsES2019 } from './build/dist-checks.ts';
import { listFiles, writeIntegrity } from './build/dist-files.ts';
import { buildMatchingEngine } from './build/matching-engine.ts';
import { writeManifest } from './docs/manifest.ts';
import { root } from './first-step.mjs';
import { distFolder, hashOfSources, isBuildFresh, stampName } from './freshness.mjs';
import { noticesName, packagesInPages } from './notices.ts';

if (process.argv.includes('--if-stale') && isBuildFresh()) {
  console.log('dist/ is up to date.');
} else {
  await buildAll();
}

async function buildAll(): Promise<void> {
  const begun = performance.now();
  const sources = hashOfSources();
  const workFolder = join(root, '.cache', `dist-${process.pid}`);
  rmSync(workFolder, { recursive: true, force: true });
  mkdirSync(workFolder, { recursive: true });
  try {
    await buildModules(workFolder);
    await buildLegacy(workFolder);
    await buildMatchingEngine(workFolder);
    const files = listFiles(workFolder);
    assertParsesAsES2019(workFolder, 'zs.legacy.js');
    assertNoOutsideHosts(workFolder, files);
    assertNoticesCover(workFolder, files, packagesInPages());
    copyFileSync(join(root, noticesName), join(workFolder, noticesName));
    await writeManifest(workFolder);
    writeIntegrity(workFolder);
    writeFileSync(join(workFolder, stampName), sources);
    replaceDist(workFolder);
    console.log(`Built ${files.length} files into dist/ in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

/** Two renames: the moment without dist/ is too short to meet. */
function replaceDist(newFolder: string): void {
  const oldFolder = `${newFolder}-old`;
  if (existsSync(distFolder)) renameSync(distFolder, oldFolder);
  renameSync(newFolder, distFolder);
  rmSync(oldFolder, { recursive: true, force: true });
}
