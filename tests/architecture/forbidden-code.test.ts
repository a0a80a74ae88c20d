import { describe, expect, it } from 'vitest';
import { loadedWith, sourceFiles } from './source-files.ts';

const shipped = sourceFiles.filter((file) => /^(packages|plugins)\/[^/]+\/src\//.test(file.path) && !file.isTest);
const inPage = loadedWith(
  [
    'packages/kit/src/browser/zs.ts',
    'packages/kit/src/browser/zs.legacy.ts',
    ...sourceFiles.map(({ path }) => path).filter((path) => /\/(define|backend)\.ts$/.test(path)),
  ],
  (_from, target) => !target.startsWith('node:'),
).files.filter((file) => /^(packages|plugins)\//.test(file.path));

const placesOf = (files: typeof shipped, pattern: RegExp): string[] =>
  files.flatMap((file) =>
    file.code
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}: ${line.trim()}`] : [])),
  );

describe('what a strict content security policy forbids', () => {
  it.each([
    ['code made from text', /\beval\s*\(|\bnew Function\b|\bsetTimeout\s*\(\s*['"`]/],
    [
      'markup from text',
      /\.(innerHTML|outerHTML|srcdoc)\s*=|insertAdjacentHTML|document\.write|createContextualFragment/,
    ],
    ['directives that take markup', /\bunsafe(HTML|SVG|Static)\b/],
    ['style attributes', /<[a-z][^>]*\sstyle\s*=|\bsetAttribute\(\s*['"]style['"]/],
    ['event handler attributes', /<[a-z][^>]*\son[a-z]+\s*=\s*["']/],
    ['script addresses', /javascript:/],
  ])('%s: nowhere', (_what, pattern) => expect(placesOf(shipped, pattern)).toEqual([]));
});

describe('browser code for Chromium 80', () => {
  it('has files to check', () => expect(inPage.length).toBeGreaterThan(20));

  it.each([
    [
      'Array and String methods that came later',
      /\.(at|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|isWellFormed|toWellFormed)\(/,
    ],
    [
      'global functions that came later',
      /\b(structuredClone|reportError)\s*\(|\brandomUUID\b|\bObject\.(hasOwn|groupBy)\b|\bMap\.groupBy\b/,
    ],
    [
      'Promise and abort functions that came later',
      /\bPromise\.(any|withResolvers|try)\b|\bAbortSignal\.(timeout|any|abort)\b|throwIfAborted|\bWeakRef\b/,
    ],
    ['Intl that came later', /\bIntl\.(Segmenter|DisplayNames|DurationFormat)\b/],
    ['selectors that came later', /:(has|is|where)\(/],
    [
      'CSS that came later',
      /^\s*(aspect-ratio|inset|inset-inline|inset-block|accent-color|text-wrap)\s*:|@container|@layer/,
    ],
  ])('uses no %s', (_what, pattern) => expect(placesOf(inPage, pattern)).toEqual([]));
});
