/**
 * The matching engine as files of its own: `matching-engine.js` for pages that rank, beside it a folder with what it loads when that is first
 * asked for, and two workers. In the syntax of Chromium 80; the workers are classic scripts, because not every browser that reads the
 * module starts a worker from one.
 */
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Plugin, build } from 'vite';
import { root } from '../first-step.mjs';
import { banner, sharedConfig } from './bundles.ts';
import { olderEngines } from './older-engines.ts';

const target = ['chrome80', 'firefox78', 'safari14'];
const engine = join(root, 'plugins/needs-matching/src/engine');
const folder = 'matching-engine';

export async function buildMatchingEngine(outputFolder: string): Promise<void> {
  await buildEntry(outputFolder);
  await buildWorker(outputFolder, 'matcher-worker', join(engine, 'worker/matcher.worker.ts'));
  await buildWorker(outputFolder, 'prover-worker', join(engine, 'assignment/general/prover.worker.ts'));
  copyFileSync(createRequire(import.meta.url).resolve('highs/runtime'), join(outputFolder, folder, wasmName));
}

async function buildEntry(outputFolder: string): Promise<void> {
  const config = sharedConfig(outputFolder);
  await build({
    ...config,
    plugins: [olderEngines()],
    build: {
      ...config.build,
      target,
      lib: { entry: { [folder]: join(engine, 'published/matching-engine.ts') }, formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          minify: true,
          postBanner: ({ fileName }) => (fileName === `${folder}.js` ? banner : ''),
          codeSplitting: {
            groups: [
              // Only conditions need them, but who builds columns of conditions needs them at once.
              {
                name: 'rules',
                test: /[\\/]packages[\\/]rules[\\/]/,
                includeDependenciesRecursively: false,
                priority: 1,
              },
              { name: folder, test: /[\\/](published[\\/]matching-engine|kernel[\\/]src[\\/]errors)\.ts$/ },
            ],
          },
          entryFileNames: '[name].js',
          chunkFileNames: ({ name }) => `${folder}/${partNames.get(name) ?? name}-[hash].js`,
        },
      },
    },
  });
}

/** What a person reading a network log understands, for modules whose own names say less. */
const partNames: ReadonlyMap<string, string> = new Map([
  ['why', 'solver'],
  ['solve', 'assign'],
  ['assignment', 'solvers'],
  ['load-geodesy', 'geodesy'],
  ['geographiclib-geodesic.min', 'geographiclib'],
  ['gcoord.esm-bundler', 'gcoord'],
  ['rolldown-runtime', 'commonjs'],
]);

async function buildWorker(outputFolder: string, name: string, entry: string): Promise<void> {
  const config = sharedConfig(join(outputFolder, folder));
  await build({
    ...config,
    plugins: [olderEngines(), wasmBesideWorker()],
    build: {
      ...config.build,
      target,
      lib: { entry, formats: ['iife'], name: 'zhaoshangWorker', fileName: () => `${name}.js` },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  });
}

const wasmName = 'highs.wasm';

/** The solver's loader looks for its WebAssembly beside itself, as a module; in a classic worker that is beside the worker. */
function wasmBesideWorker(): Plugin {
  return {
    name: 'zhaoshang-wasm-beside-worker',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]node_modules[\\/]highs[\\/]/ },
      handler(code) {
        if (!code.includes(`new URL("${wasmName}",import.meta.url)`))
          return this.error('The solver finds its WebAssembly in another way than before.');
        // What it loads in Node only is left out.
        const inPage = code
          .replaceAll('import.meta.url', 'self.location.href')
          .replace('import("node:module")', 'Promise.resolve({})');
        return { code: inPage, map: null };
      },
    },
  };
}
