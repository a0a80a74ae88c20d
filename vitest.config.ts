import { defineConfig } from 'vitest/config';

/** Tests of whole pages and servers share one machine and sometimes one port or database: one file at a time. */
const wholeSystem = ['e2e', 'a11y', 'csp', 'embed', 'legacy', 'chaos', 'hostile'];

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'packages/**/*.test.ts',
            'plugins/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/architecture/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: wholeSystem.map((folder) => `tests/${folder}/**/*.test.ts`),
          exclude: ['**/node_modules/**'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
