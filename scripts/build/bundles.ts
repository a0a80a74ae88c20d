/** The two bundles of the kit: modules for current browsers, one classic script for old ones. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InlineConfig, build } from 'vite';
import { root } from '../first-step.mjs';
import { inlineRuntime } from './inline-runtime.ts';
import { olderEngines } from './older-engines.ts';
import { templateMinifier } from './template-minifier.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
export const banner = `/*! Zhaoshang Kit ${version} | MIT | THIRD-PARTY-NOTICES.txt */`;

export function sharedConfig(outputFolder: string): InlineConfig {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [templateMinifier(), olderEngines(), inlineRuntime()],
    build: { outDir: outputFolder, emptyOutDir: false, sourcemap: true, minify: 'oxc', copyPublicDir: false },
  };
}

/** `zs.js` and the chunks it loads, in the syntax that browsers since Chromium 86, Firefox 90 and Safari 15 read. */
export async function buildModules(outputFolder: string): Promise<void> {
  const config = sharedConfig(outputFolder);
  await build({
    ...config,
    build: {
      ...config.build,
      target: ['chrome86', 'firefox90', 'safari15'],
      lib: { entry: { zs: join(root, 'packages/kit/src/browser/zs.ts') }, formats: ['es'] },
      rolldownOptions: {
        // Lets the entry hold what the elements share with it: one response less before anything is seen.
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: true,
          // Once, in the file that every page loads and that holds what the notice is about.
          postBanner: ({ fileName }) => (fileName === 'zs.js' ? banner : ''),
          codeSplitting: {
            groups: [
              { name: 'zs', test: whatEveryElementNeeds },
              { name: elementChunk, test: elementFiles, includeDependenciesRecursively: false },
              { name: schemaForm, test: schemaFormFiles, includeDependenciesRecursively: false },
              // Classes that controls extend, so never in a circle with them.
              { name: 'chunks/directives', test: /[\\/]lit(-html)?[\\/](async-)?directive/ },
              // Forms, dialogs and the like, in as many files as there are sets of elements that need them.
              {
                name: controlsName,
                test: controlFiles,
                includeDependenciesRecursively: false,
                entriesAware: true,
                entriesAwareMergeThreshold: 12_000,
              },
            ],
          },
          entryFileNames: '[name].js',
          chunkFileNames: ({ name, facadeModuleId }) =>
            name.startsWith(controlsName)
              ? `${controlsName}-[hash].js`
              : name.includes('/')
                ? '[name]-[hash].js'
                : chunkPattern(facadeModuleId),
        },
      },
    },
  });
}

/** `zs.legacy.js`: everything in one classic script whose syntax Chromium 80 reads (ES2019 after lowering). */
export async function buildLegacy(outputFolder: string): Promise<void> {
  const config = sharedConfig(outputFolder);
  await build({
    ...config,
    build: {
      ...config.build,
      target: ['chrome80', 'es2019'],
      lib: {
        entry: join(root, 'packages/kit/src/browser/zs.legacy.ts'),
        name: 'zhaoshang',
        formats: ['iife'],
        fileName: () => 'zs.legacy.js',
      },
      rolldownOptions: { output: { minify: true, postBanner: banner, codeSplitting: false } },
    },
  });
}

/** With everything these import: the portal, the base class of all elements and Lit are in `zs.js` itself. */
const whatEveryElementNeeds =
  /[\\/]kit[\\/]src[\\/]browser[\\/]zs\.ts$|[\\/]elements[\\/]src[\\/](words|icons|element[\\/]zs-element|messages[\\/](use-)?messages|styles[\\/](frame|tag|choice|dates|segment))\.ts$|[\\/]node_modules[\\/](lit|@lit)[\\/](?!(async-)?directive)/;

/** What elements are made of beyond their first view. */
const controlsName = 'chunks/controls';
const controlFiles = /[\\/]packages[\\/]elements[\\/]src[\\/](form|dialog|toast|views|styles|element|more-icons)/;

/** Whatever a form is made of, but for the controls that only some forms have. */
const schemaForm = 'chunks/zs-schema-form';
const schemaFormFiles =
  /[\\/]elements[\\/]src[\\/]schema-form[\\/](?!cascade|attachments|workday|option-source|.*\.en\.ts)/;

/** What an element shows first is one file: what stands directly in its folder, and its parts. Folders beside them load later. */
const elementFiles = /[\\/]plugins[\\/][^\\/]+[\\/]src[\\/]elements[\\/][^\\/]+[\\/](parts[\\/])?[^\\/]+(?<!\.en)\.ts$/;

function elementChunk(id: string): string {
  const [, plugin, element] = /plugins[\\/]([^\\/]+)[\\/]src[\\/]elements[\\/]([^\\/]+)/.exec(id) ?? [];
  return `plugins/${plugin}/zs-${element}`;
}

/** Names that a person reading a network log understands; the hash makes every chunk cacheable for ever. */
function chunkPattern(facadeModuleId: string | null | undefined): string {
  const id = (facadeModuleId ?? '').replace(/\\/g, '/');
  const [, plugin, path] = /\/plugins\/([^/]+)\/src\/elements\/(.+)\.ts$/.exec(id) ?? [];
  if (plugin !== undefined && path !== undefined) {
    const [folder = '', ...inner] = path.split('/');
    if (path === `${folder}/define`) return `plugins/${plugin}/zs-${folder}-[hash].js`;
    const rest = inner.filter((name) => name !== 'define').map((name) => name.replace(`${folder}.`, ''));
    return `plugins/${plugin}/${[folder, ...rest].join('.')}-[hash].js`;
  }
  const pluginFile = /\/plugins\/([^/]+)\/src\/(?:.*\/)?([^/]+)\.(?:ts|json)$/.exec(id);
  if (pluginFile !== null) return `plugins/${pluginFile[1]}/${pluginFile[2]}-[hash].js`;
  return 'chunks/[name]-[hash].js';
}
