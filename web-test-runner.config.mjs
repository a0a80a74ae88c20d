// @ts-check
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromeArgs, findBrowser } from './scripts/find-browser.mjs';
import { tallyReporter } from './scripts/tally/browser-reporter.mjs';

const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('No Chromium or Chrome was found; set CHROME_PATH.');

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  files: [
    'packages/*/src/**/*.browser.test.ts',
    'packages/*/test/**/*.browser.test.ts',
    'plugins/*/src/**/*.browser.test.ts',
    'plugins/*/test/**/*.browser.test.ts',
  ],
  concurrency: 2,
  // The workspace packages' exports point at their TypeScript sources; esbuild strips the types on the way.
  nodeResolve: { exportConditions: ['browser', 'development', 'import', 'default'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath, headless: true, args: [...chromeArgs] },
      // Two files run at once, and only one tab is in front: behind it a dialog's `close` event and resize observers wait.
      createPage: async ({ context }) => {
        const page = await context.newPage();
        const session = await page.createCDPSession();
        await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
    }),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY === true }),
    tallyReporter(),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  testsFinishTimeout: 120_000,
};
