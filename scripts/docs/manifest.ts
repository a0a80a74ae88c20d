/** The custom elements manifest (schema 1.0.0) of everything the kit registers: editors and documentation read it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import type { ClassDeclaration, CustomElement, Package } from 'custom-elements-manifest/schema';
import { root } from '../first-step.mjs';
import { filesBelow } from '../freshness.mjs';

const sourceGlobs = ['packages/*/src/**/*.ts', 'plugins/*/src/**/*.ts'];

/** One element, its tag taken from the `define.ts` that registers it. */
export interface RegisteredElement {
  readonly tag: string;
  readonly className: string;
  /** Source file of the class, relative to the repository. */
  readonly file: string;
  readonly declaration: ClassDeclaration & CustomElement;
}

export async function createManifest(): Promise<Package> {
  const globs = [...sourceGlobs, ...['test', 'browser.test'].map((kind) => `!**/*.${kind}.ts`)];
  const manifest = await cli({
    argv: ['analyze', '--litelement', '--quiet', '--globs', ...globs],
    cwd: root,
    noWrite: true,
  });
  const tags = registeredTags();
  for (const module of manifest.modules)
    for (const declaration of module.declarations ?? []) {
      const tag = tags.get(declaration.name);
      if (declaration.kind !== 'class' || tag === undefined) continue;
      Object.assign(declaration, { customElement: true, tagName: tag });
    }
  // Only modules that hold an element: the rest of the kit is not what a manifest is for.
  manifest.modules = manifest.modules.filter((module) =>
    module.declarations?.some((declaration) => 'tagName' in declaration && declaration.tagName !== undefined),
  );
  return manifest;
}

export async function writeManifest(folder: string): Promise<void> {
  writeFileSync(join(folder, 'custom-elements.json'), `${JSON.stringify(await createManifest(), null, 2)}\n`);
}

export function elementsOf(manifest: Package): RegisteredElement[] {
  const found: RegisteredElement[] = [];
  for (const { path: file, declarations = [] } of manifest.modules)
    for (const declaration of declarations) {
      if (declaration.kind !== 'class') continue;
      const element = declaration as ClassDeclaration & CustomElement;
      if (element.tagName !== undefined)
        found.push({ tag: element.tagName, className: element.name, file, declaration: element });
    }
  return found.sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

/** Registered deeper than an element's own folder: a part that the element loads itself and no page names. */
const isPart = (path: string): boolean => /^plugins\/[^/]+\/src\/elements\/[^/]+\/.+\/define\.ts$/.test(path);

/** Class name → tag, from the calls `define('zs-…', Class)`; that function is ours, so the analyzer does not know it. */
export function registeredTags(): Map<string, string> {
  const tags = new Map<string, string>();
  const registrations = ['packages', 'plugins'].flatMap(filesBelow).filter((path) => path.endsWith('/define.ts'));
  for (const file of registrations.filter((path) => !isPart(path))) {
    const calls = readFileSync(join(root, file), 'utf8').matchAll(/\bdefine\(\s*'(zs-[a-z0-9-]+)',\s*([A-Za-z]+)/g);
    for (const [, tag, className] of calls) tags.set(className as string, tag as string);
  }
  return tags;
}
