import { describe, expect, it } from 'vitest';
import { packageOf, resolveOwn, sourceFiles, workspaces } from './source-files.ts';

/** Floors from the ground up; an import goes to a lower floor or stays in its own workspace. */
const floors: readonly (readonly string[])[] = [
  ['packages/kernel'],
  ['packages/workdays', 'packages/rules'],
  ['packages/store', 'packages/ledger'],
  ['packages/runner'],
  ['packages/adapters'],
  ['packages/elements', 'packages/server', 'packages/testing'],
  ['plugins/*'],
  ['packages/kit'],
];
const floorOf = (workspace: string): number =>
  floors.findIndex((floor) => floor.includes(workspace.startsWith('plugins/') ? 'plugins/*' : workspace));

const shipped = sourceFiles.filter((file) => /^(packages|plugins)\//.test(file.path) && !file.isTest);

describe('imports', () => {
  it('finds sources to check', () => {
    expect(shipped.length).toBeGreaterThan(50);
    expect(shipped.flatMap((file) => file.imports).length).toBeGreaterThan(100);
  });

  it('gives every workspace a floor', () => {
    expect(workspaces.map(({ folder }) => folder).filter((folder) => floorOf(folder) === -1)).toEqual([]);
  });

  it('run downwards only', () => {
    const upwards = shipped.flatMap((file) =>
      file.imports.flatMap(({ specifier }) => {
        const target = resolveOwn(file, specifier)?.split('/').slice(0, 2).join('/');
        if (target === undefined || target === file.workspace || file.workspace.startsWith('plugins/')) return [];
        return floorOf(target) < floorOf(file.workspace) ? [] : [`${file.path} imports ${specifier}`];
      }),
    );
    expect(upwards).toEqual([]);
  });

  it('name no plugin below the composition root', () => {
    const naming = shipped
      .filter((file) => file.workspace.startsWith('packages/') && file.workspace !== 'packages/kit')
      .flatMap((file) =>
        file.imports
          .filter(({ specifier }) => resolveOwn(file, specifier)?.startsWith('plugins/'))
          .map(({ specifier }) => `${file.path} imports ${specifier}`),
      );
    expect(naming).toEqual([]);
  });

  it('take from another plugin its contract and nothing else', () => {
    const prying = shipped
      .filter((file) => file.workspace.startsWith('plugins/'))
      .flatMap((file) =>
        file.imports.flatMap(({ specifier }) => {
          const target = resolveOwn(file, specifier);
          if (target === undefined || target.startsWith(`${file.workspace}/`)) return [];
          if (/^plugins\/[^/]+\/src\/contract(\.outline)?\.ts$/.test(target)) return [];
          const workspace = target.split('/').slice(0, 2).join('/');
          return floorOf(workspace) < floorOf(file.workspace) ? [] : [`${file.path} imports ${specifier}`];
        }),
      );
    expect(prying).toEqual([]);
  });

  it('reach another workspace by its name, not by a path', () => {
    const reaching = sourceFiles
      .filter((file) => /^(packages|plugins)\//.test(file.path))
      .flatMap((file) =>
        file.imports
          .filter(({ specifier }) => specifier.startsWith('.'))
          .filter(({ specifier }) => /^(packages|plugins)\//.test(resolveOwn(file, specifier) ?? ''))
          .filter(({ specifier }) => !resolveOwn(file, specifier)?.startsWith(`${file.workspace}/`))
          .map(({ specifier }) => `${file.path} imports ${specifier}`),
      );
    expect(reaching).toEqual([]);
  });
});

describe('zod', () => {
  it('is imported by one module, which decides how it runs under a strict policy, and by the server’s JSON Schema', () => {
    const importers = sourceFiles.filter((file) =>
      file.imports.some(({ specifier }) => packageOf(specifier) === 'zod'),
    );
    const pageSide = importers.filter(({ path }) => path !== 'packages/kernel/src/json-schema.ts');
    expect(pageSide.map((file) => file.path)).toEqual(['packages/kernel/src/schema.ts']);
  });
});

describe('the ground floors', () => {
  const ground = shipped.filter((file) => /^packages\/(kernel|workdays|rules)$/.test(file.workspace));

  it('import neither Node nor Lit', () => {
    const platform = ground.flatMap((file) =>
      file.imports
        .filter(({ specifier }) => /^node:|^lit($|\/)|^@lit\//.test(specifier))
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    );
    expect(platform).toEqual([]);
  });

  it('touch no document', () => {
    const touching = ground.filter((file) =>
      /\b(document\.|window\.|HTMLElement\b|customElements\b)/.test(withoutStrings(file.code)),
    );
    expect(touching.map((file) => file.path)).toEqual([]);
  });
});

function withoutStrings(code: string): string {
  return code.replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, '""');
}
