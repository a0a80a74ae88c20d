/** The two bundles of the kit: modules for current browsers, one classic script for old ones. */
import { join } from 'node:path';
import { type InlineConfig, build } from 'vite';
import { root } from '../first-step.mjs';
import { templateMinifier } from './template-minifier.ts';

const version = '0.1.0';
const banner = `/*! Zhaoshang Kit ${version} | MIT | with Lit (BSD-3-Clause), mitt, zod and idb (MIT, ISC): see LICENSE */`;

function sharedConfig(outputFolder: string): InlineConfig {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [templateMinifier()],
    build: { outDir: outputFolder, emptyOutDir: false, sourcemap: true, minify: 'oxc', copyPublicDir: false },
  };
}

/** `zs.js` and the chunks it loads: syntax of 2020, what a 2020s browser (from Chromium 86) reads without lowering. */
export async function buildModules(outputFolder: string): Promise<void> {
  const config = sharedConfig(outputFolder);
  await build({
    ...config,
    build: {
      ...config.build,
      target: ['es2020', 'chrome86'],
      lib: { entry: { zs: join(root, 'packages/kit/src/browser/zs.ts') }, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          postBanner: banner,
          entryFileNames: '[name].js',
          chunkFileNames: ({ facadeModuleId }) => chunkPattern(facadeModuleId),
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

/** Names that a person reading a network log understands; the hash makes every chunk cacheable for ever. */
function chunkPattern(facadeModuleId: string | null | undefined): string {
  const id = (facadeModuleId ?? '').replace(/\\/g, '/');
  const element = /\/plugins\/([^/]+)\/src\/elements\/([^/]+)\/(?:define|[^/]+)\.ts$/.exec(id);
  if (element !== null) return `plugins/${element[1]}/zs-${element[2]?.replace(/^zs-/, '')}-[hash].js`;
  const pluginFile = /\/plugins\/([^/]+)\/src\/(?:.*\/)?([^/]+)\.(?:ts|json)$/.exec(id);
  if (pluginFile !== null) return `plugins/${pluginFile[1]}/${pluginFile[2]}-[hash].js`;
  return 'chunks/[name]-[hash].js';
}
