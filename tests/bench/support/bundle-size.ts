import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from '../../../scripts/first-step.mjs';

/**
 * Bytes after gzip -9 of some exports of one of our modules with all they import, minified as pages get them; nothing is written.
 * Dynamic imports count as well.
 */
export async function bundleSize(module: string, names: readonly string[]): Promise<number> {
  const id = 'exports-to-weigh.js';
  const built = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [
      {
        name: 'bundle-size-entry',
        resolveId: (source) => (source.endsWith(id) ? `\0${id}` : undefined),
        load: (source) =>
          source === `\0${id}`
            ? `export { ${names.join(', ')} } from ${JSON.stringify(join(root, module))};`
            : undefined,
      },
    ],
    build: {
      write: false,
      minify: 'oxc',
      target: ['chrome86', 'firefox90', 'safari15'],
      lib: { entry: id, formats: ['es'], fileName: 'bundle' },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return outputs.reduce((sum, file) => sum + (file.type === 'chunk' ? gzipSync(file.code, { level: 9 }).length : 0), 0);
}
