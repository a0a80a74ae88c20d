import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageOf, root, sourceFiles, workspaces } from './source-files.ts';

const rootManifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly devDependencies: Record<string, string>;
};
const isBare = (specifier: string): boolean => !/^(\.|node:|data:)/.test(specifier);

describe('every package used', () => {
  it.each(workspaces.map((workspace) => [workspace.folder, workspace] as const))(
    'in %s is declared there',
    (folder, workspace) => {
      const allowed = new Set([workspace.name, ...Object.keys(workspace.dependencies)]);
      const allowedInTests = new Set([
        ...allowed,
        ...Object.keys(workspace.devDependencies),
        ...Object.keys(rootManifest.devDependencies),
      ]);
      // Tests may meet any of our own workspaces; what ships may not.
      workspaces.forEach(({ name }) => allowedInTests.add(name));
      const undeclared = sourceFiles
        .filter((file) => file.workspace === folder)
        .flatMap((file) =>
          file.imports
            .filter(({ specifier }) => isBare(specifier))
            .filter(({ specifier }) => !(file.isTest ? allowedInTests : allowed).has(packageOf(specifier)))
            .map(({ specifier }) => `${file.path} imports ${specifier}`),
        );
      expect(undeclared).toEqual([]);
    },
  );

  it('by the tooling is a development dependency of the repository', () => {
    const own = new Set([...Object.keys(rootManifest.devDependencies), ...workspaces.map(({ name }) => name)]);
    // Looked for after the installation, in a workspace's own dependencies.
    own.add('pg');
    const undeclared = sourceFiles
      .filter((file) => ['scripts', 'tests'].includes(file.workspace))
      .flatMap((file) =>
        file.imports
          .filter(({ specifier }) => isBare(specifier) && !own.has(packageOf(specifier)))
          .map(({ specifier }) => `${file.path} imports ${specifier}`),
      );
    expect(undeclared).toEqual([]);
  });

  it('has an exact version', () => {
    const all = [rootManifest.devDependencies, ...workspaces.map(({ dependencies }) => dependencies)];
    const loose = all.flatMap((list) => Object.entries(list).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version)));
    expect(loose).toEqual([]);
  });
});
