import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertNoOutsideHosts, assertNoticesCover, assertParsesAsES2019, outsideAddresses } from './dist-checks.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaoshang-dist-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('outside hosts', () => {
  it.each([
    'fetch("https://cdn.example.com/a.js")',
    "import('//cdn.example.com/a.js')",
    'const u = `http://stats.example.cn/${id}`',
    'const u = "HTTPS://CDN.EXAMPLE.COM"',
  ])('are found in %s', (code) => expect(outsideAddresses(code)).toHaveLength(1));

  it.each([
    '/* see https://lit.dev/docs */ const a = 1',
    '// https://example.com\nconst a = 1',
    'document.createElementNS("http://www.w3.org/2000/svg", "svg")',
    'const schema = "https://json-schema.org/draft/2020-12/schema"',
    'const half = 4 / 2; const path = "/api/slots"; const glob = "a//b"',
  ])('are not seen in %s', (code) => expect(outsideAddresses(code)).toEqual([]));

  it('stop a build, with the file that names them', () => {
    writeFileSync(join(folder, 'a.js'), 'fetch("https://cdn.example.com/a.js")');
    writeFileSync(join(folder, 'a.js.map'), '{"x":"https://example.com"}');
    expect(() => assertNoOutsideHosts(folder, ['a.js', 'a.js.map'])).toThrow('a.js: https://cdn.example.com/a.js');
  });
});

describe('syntax of the old engines', () => {
  it.each(['a?.b', 'a ?? b', 'a ??= b', 'class A { #x = 1 }', 'import("x")', '1n', 'export {}'])(
    'refuses %s',
    (code) => {
      writeFileSync(join(folder, 'zs.legacy.js'), code);
      expect(() => assertParsesAsES2019(folder, 'zs.legacy.js')).toThrow('zs.legacy.js is not ES2019');
    },
  );

  it('takes what Chromium 80 certainly reads', () => {
    writeFileSync(join(folder, 'zs.legacy.js'), '(async function(){try{await a({...b})}catch{}})()');
    expect(() => assertParsesAsES2019(folder, 'zs.legacy.js')).not.toThrow();
  });
});

describe('notices', () => {
  const map = (sources: readonly string[]): void =>
    writeFileSync(join(folder, 'a.js.map'), JSON.stringify({ version: 3, sources }));

  it('stop a build that holds a package they do not name', () => {
    map(['../../node_modules/lit/index.js', '../../node_modules/@scope/left-out/src/a.js', '../../packages/a.ts']);
    expect(() => assertNoticesCover(folder, ['a.js.map'], new Set(['lit']))).toThrow('@scope/left-out');
  });

  it('let a build pass whose packages they all name', () => {
    map(['../../node_modules/lit/index.js']);
    expect(() => assertNoticesCover(folder, ['a.js.map'], new Set(['lit']))).not.toThrow();
  });
});
