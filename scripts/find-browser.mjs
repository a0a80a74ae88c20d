// @ts-check
/** Finds a Chromium or Chrome for tests, or installs Debian's where that is possible. Never downloads a browser from elsewhere. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Arguments every test browser starts with: no sandbox where we are root, and no traffic of the browser's own. */
export const chromeArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Path of an installed browser: CHROME_PATH first, then the usual places; `undefined` when there is none. */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    console.error(`CHROME_PATH names ${chosen}, which does not exist; looking in the usual places.`);
  }
  return usualPlaces.find((place) => existsSync(place));
}

/**
 * Like findBrowser, but as root on Debian or Ubuntu installs the distribution's package when nothing is there.
 * @returns {{ path: string } | { problem: string }}
 */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found !== undefined) return { path: found };
  const fix = 'Install Chromium or Google Chrome (Debian: `apt-get install chromium`), or name one in CHROME_PATH.';
  if (!isDebian()) return { problem: `No Chromium or Chrome was found. ${fix}` };
  if (process.getuid?.() !== 0)
    return { problem: `No Chromium or Chrome was found, and only root can install one. ${fix}` };
  console.log('No browser found; installing the Debian package "chromium"…');
  const wait = ['-o', 'DPkg::Lock::Timeout=180'];
  const options = /** @type {const} */ ({ stdio: 'inherit' });
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', [...wait, 'update'], { ...options, env });
  const result = spawnSync('apt-get', [...wait, 'install', '-y', '--no-install-recommends', 'chromium'], {
    ...options,
    env,
  });
  const installed = findBrowser();
  if (result.status !== 0 || installed === undefined) return { problem: `apt-get could not install Chromium. ${fix}` };
  return { path: installed };
}

function isDebian() {
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  const release = readFileSync('/etc/os-release', 'utf8');
  // Ubuntu's "chromium" package is a snap stub; its /usr/bin/chromium-browser works only where snapd runs.
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release);
}
