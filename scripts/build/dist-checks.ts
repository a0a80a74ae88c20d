/** What must be true of every build, checked before it replaces the last one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';

/** The one file that old browsers load: one that does not parse there shows nothing at all. */
export function assertParsesAsES2019(folder: string, file: string): void {
  try {
    parse(readFileSync(join(folder, file), 'utf8'), { ecmaVersion: 2019, sourceType: 'script' });
  } catch (error) {
    throw new Error(`${file} is not ES2019: ${String(error)}`);
  }
}

/** Names of standards that look like addresses; nothing is ever fetched from them. */
const namespaces = [
  /^http:\/\/www\.w3\.org\//,
  /^https?:\/\/json-schema\.org\//,
  /^http:\/\/schemas\.openxmlformats\.org\//,
];

/**
 * Where ical-generator's error messages say its manual is, and its default product id (a calendar of ours carries its own); where the solver
 * says which model files it reads, which ours never gives it.
 */
const wordsOfLibraries = [
  /^https:\/\/sebbo2002\.github\.io\/ical-generator\//,
  /^http:\/\/web\.mit\.edu\/lpsolve\/doc\/CPLEX-format\.htm$/,
  /^\/\/sebbo\.net\/\/ical-generator\/\/EN$/,
];

/**
 * Nothing is fetched from an outside host, ever. Comments may name one (licences), and so may identifiers of standards.
 * Addresses of this machine, and words in messages that explain where documentation is, are refused unless listed above.
 */
export function assertNoOutsideHosts(folder: string, files: readonly string[]): void {
  const found = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      outsideAddresses(readFileSync(join(folder, file), 'utf8')).map((address) => `${file}: ${address}`),
    );
  if (found.length > 0) throw new Error(`The build names outside hosts:\n  ${found.join('\n  ')}`);
}

/** Every http(s) address in the code, comments excepted. */
export function outsideAddresses(code: string): string[] {
  const comments: { start: number; end: number }[] = [];
  parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onComment: (_block, _text, start, end) => comments.push({ start, end }),
  });
  const inComment = (index: number): boolean => comments.some(({ start, end }) => index >= start && index < end);
  return [...code.matchAll(/(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`)\\]*/gi)]
    .filter(
      ({ index, 0: address }) =>
        !inComment(index) && ![...namespaces, ...wordsOfLibraries].some((known) => known.test(address)),
    )
    .map(({ 0: address }) => address);
}

/** Every package whose code is in the build stands in the notices; the source maps say whose code it is. */
export function assertNoticesCover(folder: string, files: readonly string[], noticed: ReadonlySet<string>): void {
  const found = files
    .filter((file) => file.endsWith('.map'))
    .flatMap((file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { sources: string[] }).sources)
    .flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  const missing = [...new Set(found)].filter((name) => !noticed.has(name));
  if (missing.length > 0)
    throw new Error(`The notices do not name ${missing.join(', ')}; add it to \`inPages\` in scripts/notices.ts.`);
}
