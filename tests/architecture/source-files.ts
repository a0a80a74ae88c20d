/** The repository's own sources as a graph: who imports whom, read by a real parser. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Visitor, parseSync } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ImportedModule {
  readonly specifier: string;
  /** `type`: gone at run time; `fixed`: loaded together; `lazy`: loaded by `import()`. */
  readonly kind: 'type' | 'fixed' | 'lazy';
}

export interface SourceFile {
  /** Relative to the repository: `packages/kernel/src/bus.ts`. */
  readonly path: string;
  /** `packages/kernel`, `plugins/service-day`, or the first folder of anything else. */
  readonly workspace: string;
  readonly isTest: boolean;
  readonly lines: number;
  /** Without comments; strings and line breaks are kept. */
  readonly code: string;
  readonly imports: readonly ImportedModule[];
  /** TypeScript syntax that cannot be taken out by leaving blanks, so that Node cannot run the file. */
  readonly unerasable: readonly string[];
}

export interface Workspace {
  readonly folder: string;
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const skipped = new Set(['node_modules', 'dist', '.cache', 'vendor']);

function pathsBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? pathsBelow(path) : /\.(ts|mjs|js)$/.test(entry.name) ? [path] : [];
  });
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { comments, module, program } = parseSync(path, text, {
    lang: path.endsWith('.ts') ? 'ts' : 'js',
    sourceType: 'module',
  });
  let code = text;
  for (const { start, end } of comments)
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);
  const imports: ImportedModule[] = [];
  for (const { moduleRequest, entries } of module.staticImports)
    imports.push({
      specifier: moduleRequest.value,
      kind: entries.length > 0 && entries.every((entry) => entry.isType) ? 'type' : 'fixed',
    });
  for (const { entries } of module.staticExports)
    for (const entry of entries)
      if (entry.moduleRequest !== null)
        imports.push({ specifier: entry.moduleRequest.value, kind: entry.isType ? 'type' : 'fixed' });
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal !== null) imports.push({ specifier: literal[1] as string, kind: 'lazy' });
  }
  const unerasable: string[] = [];
  new Visitor({
    TSEnumDeclaration: ({ id, declare }) => void (declare || unerasable.push(`enum ${id.name}`)),
    TSModuleDeclaration: ({ declare }) => void (declare || unerasable.push('namespace')),
    TSParameterProperty: () => void unerasable.push('parameter property'),
    Decorator: () => void unerasable.push('decorator'),
  }).visit(program);
  const parts = path.split('/');
  const workspace = ['packages', 'plugins'].includes(parts[0] as string)
    ? parts.slice(0, 2).join('/')
    : (parts[0] as string);
  const isTest = path.endsWith('.test.ts') || parts[2] === 'test' || parts[0] === 'tests';
  return { path, workspace, isTest, lines: text.split('\n').length - 1, code, imports, unerasable };
}

export const sourceFiles: readonly SourceFile[] = ['packages', 'plugins', 'scripts', 'tests', 'demo']
  .flatMap(pathsBelow)
  .sort()
  .map(readSource);

const byPath = new Map(sourceFiles.map((file) => [file.path, file]));

export const workspaces: readonly Workspace[] = ['packages', 'plugins'].flatMap((group) =>
  readdirSync(join(root, group))
    .filter((name) => existsSync(join(root, group, name, 'package.json')))
    .map((name) => {
      const manifest = JSON.parse(readFileSync(join(root, group, name, 'package.json'), 'utf8')) as Partial<Workspace>;
      return {
        folder: `${group}/${name}`,
        name: manifest.name as string,
        dependencies: manifest.dependencies ?? {},
        devDependencies: manifest.devDependencies ?? {},
      };
    }),
);

/** `@zhaoshang/kernel/schema.ts` → `@zhaoshang/kernel`; `lit/decorators.js` → `lit`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Path of one of our own files that an import means; `undefined` for packages of others and for built-ins. */
export function resolveOwn(from: SourceFile, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(from.path), specifier));
  const workspace = workspaces.find(({ name }) => name === packageOf(specifier));
  if (workspace === undefined) return undefined;
  const inner = specifier.slice(workspace.name.length + 1);
  return `${workspace.folder}/src/${inner === '' ? 'index.ts' : inner}`;
}

export interface Loaded {
  /** Our files, in the order in which they were met. */
  readonly files: readonly SourceFile[];
  /** Packages of others and built-ins, each with one chain of our files that leads to it. */
  readonly foreign: ReadonlyMap<string, readonly string[]>;
}

/** Everything that is loaded together with these files at run time. `alsoLazy` decides which `import()` counts too. */
export function loadedWith(
  starts: readonly string[],
  alsoLazy: (from: SourceFile, target: string) => boolean = () => false,
): Loaded {
  const chains = new Map<string, readonly string[]>();
  const foreign = new Map<string, readonly string[]>();
  const visit = (path: string, chain: readonly string[]): void => {
    const file = byPath.get(path);
    if (file === undefined || chains.has(path)) return;
    const here = [...chain, path];
    chains.set(path, here);
    for (const { specifier, kind } of file.imports) {
      const own = resolveOwn(file, specifier);
      if (kind === 'type' || (kind === 'lazy' && !alsoLazy(file, own ?? specifier))) continue;
      if (own !== undefined) visit(own, here);
      else if (!foreign.has(packageOf(specifier))) foreign.set(packageOf(specifier), here);
    }
  };
  starts.forEach((start) => visit(start, []));
  return { files: [...chains.keys()].map((path) => byPath.get(path) as SourceFile), foreign };
}
