/** What stands in dist/ and how its files hang together. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parseSync } from 'vite';

/** All files of a folder, relative, sorted, with forward slashes; hidden ones left out. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replace(/\\/g, '/'),
    )
    .sort();
}

export interface FileImports {
  /** Files loaded together with this one. */
  readonly fixed: readonly string[];
  /** Files loaded when they are first needed. */
  readonly lazy: readonly string[];
}

/** Which other files of the folder a built module imports. */
export function importsOf(folder: string, file: string): FileImports {
  const code = readFileSync(join(folder, file), 'utf8');
  const { module } = parseSync(file, code, { lang: 'js', sourceType: 'module' });
  const resolve = (specifier: string): string => posix.join(dirname(file), specifier);
  const exported = module.staticExports.flatMap((statement) =>
    statement.entries.flatMap((entry) => (entry.moduleRequest === null ? [] : [entry.moduleRequest.value])),
  );
  const fixed = [...module.staticImports.map((statement) => statement.moduleRequest.value), ...exported];
  const lazy = module.dynamicImports
    .map(({ moduleRequest }) => code.slice(moduleRequest.start, moduleRequest.end))
    .flatMap((source) => /^['"`](\.[^'"`]*)['"`]$/.exec(source)?.[1] ?? []);
  return { fixed: [...new Set(fixed.map(resolve))], lazy: [...new Set(lazy.map(resolve))] };
}

/** `integrity.json`: SHA-384 of every file, for `integrity` attributes and for those who mirror the files. */
export function writeIntegrity(folder: string): void {
  const sums = listFiles(folder)
    .filter((file) => /\.(js|css|json|wasm)$/.test(file) && file !== 'integrity.json')
    .map((file) => [
      file,
      `sha384-${createHash('sha384')
        .update(readFileSync(join(folder, file)))
        .digest('base64')}`,
    ]);
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(Object.fromEntries(sums), null, 2)}\n`);
}
