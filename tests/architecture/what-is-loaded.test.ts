/** What a page and a server load together, by following imports from the entries that ship. */
import { describe, expect, it } from 'vitest';
import { type SourceFile, loadedWith, sourceFiles } from './source-files.ts';

const defines = sourceFiles.map(({ path }) => path).filter((path) => /^plugins\/.*\/define\.ts$/.test(path));
const backends = sourceFiles.map(({ path }) => path).filter((path) => /^plugins\/[^/]+\/src\/backend\.ts$/.test(path));

describe('a page on the http adapter', () => {
  const page = loadedWith(['packages/kit/src/browser/zs.ts', ...defines]);

  it('has entries to follow', () => {
    expect(page.files.length).toBeGreaterThan(10);
    expect([...page.foreign.keys()]).toContain('lit');
  });

  it.each(['zod', 'idb', 'pg', '@electric-sql/pglite', 'hono', 'chinese-days', 'rrule', 'ical-generator'])(
    'does not load %s before it is needed',
    (name) => expect(page.foreign.get(name)).toBeUndefined(),
  );

  it('loads nothing of Node', () => {
    expect([...page.foreign].filter(([name]) => name.startsWith('node:'))).toEqual([]);
  });

  it.each(['packages/store/', 'packages/runner/', 'packages/server/'])('loads nothing of %s', (folder) => {
    expect(page.files.filter(({ path }) => path.startsWith(folder)).map(({ path }) => path)).toEqual([]);
  });

  it('never loads the JSON Schema generator, in no circumstances', () => {
    const everything = loadedWith(['packages/kit/src/browser/zs.ts', ...defines, ...backends], () => true);
    expect(everything.files.map(({ path }) => path)).not.toContain('packages/kernel/src/json-schema.ts');
  });

  it('loads no use case, no contract with schemas and no backend', () => {
    const heavy =
      /^plugins\/.*\/(use-cases?(\/.*|-.*)?|contract|backend|reactions)\.ts$|^plugins\/[^/]+\/src\/use-cases\//;
    expect(page.files.filter(({ path }) => heavy.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('a server', () => {
  const isBackend = (_from: SourceFile, target: string): boolean => !/\/elements?\/|\/define\.ts$/.test(target);
  const server = loadedWith(['packages/kit/src/cli.ts', 'packages/server/src/index.ts', ...backends], isBackend);

  it.each(['lit', '@lit/context', 'idb'])('never loads %s', (name) => {
    expect(server.foreign.get(name)).toBeUndefined();
  });

  it('never loads an element', () => {
    expect(
      server.files.filter(({ path }) => /packages\/elements\/|\/elements\//.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('code that runs by Node’s type stripping', () => {
  const stripped = sourceFiles.filter(
    ({ path, isTest }) =>
      path.endsWith('.ts') &&
      !isTest &&
      !/^packages\/elements\/|^packages\/kit\/src\/browser\/|\/src\/elements\//.test(path) &&
      !path.endsWith('.d.ts'),
  );

  it('has nothing but erasable syntax', () => {
    const found = stripped.filter(({ unerasable }) => unerasable.length > 0);
    expect(found.map(({ path, unerasable }) => `${path}: ${unerasable.join(', ')}`)).toEqual([]);
  });

  it('names files with their ending', () => {
    const found = stripped.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith('.') && !/\.(ts|mjs|js|json)$/.test(specifier))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(found).toEqual([]);
  });
});
