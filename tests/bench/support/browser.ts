/** A real Chromium, and the pages it opens: bundled as a host would bundle them, served by the reference server. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { chromeArgs, chromePath } from '../../../scripts/browser.ts';
import { startChild, type Child } from './child.ts';
import type { PageServerOptions } from './page-server.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
export const root = here('../../../');

export interface Stage {
  readonly browser: Browser;
  /** `http://127.0.0.1:…` */
  readonly origin: string;
  close(): Promise<void>;
}

export interface StageOptions {
  /** Our own bundle must be of these very sources. */
  readonly withDist: boolean;
  readonly entries: Readonly<Record<string, string>>;
}

export async function openStage({ withDist, entries }: StageOptions): Promise<Stage> {
  if (withDist && process.env.ZS_BENCH_DIST !== 'as-is')
    execFileSync(process.execPath, [join(root, 'scripts/build.ts'), '--if-stale'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const folder = mkdtempSync(join(tmpdir(), 'zs-bench-pages-'));
  let server: Child<{ port: number }> | undefined;
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const pages = here('../pages');
    mkdirSync(join(folder, 'bench'));
    for (const file of readdirSync(pages))
      if (file.endsWith('.html')) copyFileSync(join(pages, file), join(folder, file));
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: {
        outDir: join(folder, 'bench'),
        emptyOutDir: false,
        minify: 'oxc',
        target: ['chrome86', 'firefox90', 'safari15'],
        lib: {
          entry: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
          formats: ['es'],
        },
        rolldownOptions: { output: { minify: true, entryFileNames: '[name].js' } },
      },
    });
    const options: PageServerOptions = { folder, dist: withDist ? join(root, 'dist') : null };
    server = await startChild<{ port: number }>('./page-server.ts', options);
    browser = await chromium.launch({ executablePath: chromePath(), args: [...chromeArgs] });
    return { browser, origin: `http://127.0.0.1:${server.started.port}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
