/**
 * `npm run notices`: writes THIRD-PARTY-NOTICES.txt, the licences of everything that ends up in dist/ and of what the
 * server loads besides. The build puts a copy beside the files it is about. `--check` writes nothing.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './first-step.mjs';

export const noticesName = 'THIRD-PARTY-NOTICES.txt';

/** What pages load; the build fails when dist/ holds a package that is neither here nor needed by one of these. */
const inPages = [
  '@noble/hashes',
  'canonicalize',
  'chinese-days',
  'fflate',
  'gcoord',
  'geographiclib-geodesic',
  'highs',
  'ical-generator',
  'idb',
  'lit',
  'mitt',
  'rrule',
  'uqr',
  'zod',
];
const permitted = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The workspaces that a server or a page runs; the suites of packages/testing are for developers. */
const notShipped = new Set(['packages/testing']);

const locked = (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: LockedPackages })
  .packages;
type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** Names of the packages that may be in dist/. */
export const packagesInPages = (): ReadonlySet<string> => closureOf(inPages);

export function noticesText(): string {
  const pages = packagesInPages();
  const all = [...closureOf(directDependencies())].sort();
  for (const name of inPages) if (!all.includes(name)) throw new Error(`No workspace depends on ${name} any more.`);
  const texts = new Map<string, string[]>();
  for (const name of all) {
    const text = licenceTextOf(name);
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  const line = (name: string): string => `  ${name} ${packageOf(name).version} (${licenceOf(name)})`;
  return [
    'Zhaoshang Kit is published under the MIT licence (LICENSE). It contains or loads the following software.',
    '',
    'In dist/, loaded by pages:',
    ...all.filter((name) => pages.has(name)).map(line),
    '',
    'Loaded by the server besides:',
    ...all.filter((name) => !pages.has(name)).map(line),
    ...[...texts].flatMap(([text, names]) => ['', '='.repeat(80), names.join(', '), '-'.repeat(80), '', text]),
    '',
  ].join('\n');
}

function directDependencies(): string[] {
  return Object.entries(locked)
    .filter(([folder]) => /^(packages|plugins)\/[^/]+$/.test(folder) && !notShipped.has(folder))
    .flatMap(([, { dependencies = {} }]) => Object.keys(dependencies))
    .filter((name) => !name.startsWith('@zhaoshang/'));
}

function closureOf(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name) || name.startsWith('@types/')) return; // types are gone before anything runs
    found.add(name);
    Object.keys(packageOf(name).dependencies ?? {}).forEach(visit);
  };
  names.forEach(visit);
  return found;
}

function packageOf(name: string): LockedPackage {
  return locked[folderOf(name)] as LockedPackage;
}

/** At the top, or where a workspace keeps a version of its own. */
function folderOf(name: string): string {
  const folder = `node_modules/${name}`;
  const found = folder in locked ? folder : Object.keys(locked).find((key) => key.endsWith(`/${folder}`));
  if (found === undefined) throw new Error(`package-lock.json has no ${name}.`);
  return found;
}

function licenceOf(name: string): string {
  const folder = join(root, folderOf(name));
  const { license = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license?: string };
  if (!permitted.has(license)) throw new Error(`${name} has the licence "${license}", which is not on our list.`);
  return license;
}

/** A package without a licence file is quoted by what its package.json says. */
function licenceTextOf(name: string): string {
  const folder = join(root, folderOf(name));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').replace(/\r/g, '').trim();
  const { author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { author?: unknown };
  const holder = typeof author === 'string' ? author : ((author as { name?: string } | undefined)?.name ?? name);
  return `${licenceOf(name)}, by its package.json. Copyright (c) ${holder}`;
}

if (import.meta.main) {
  const file = join(root, noticesName);
  const text = noticesText();
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`${noticesName} is out of date; run \`npm run notices\`.`);
    process.exitCode = 1;
  }
}
