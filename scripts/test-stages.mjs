// @ts-check
/** The stages of `npm test`, in the order in which a mistake is cheapest to find. */

/**
 * @typedef {object} Stage
 * @property {string} name as in `npm test -- --only <name>`
 * @property {string} title
 * @property {readonly string[]} command what the project's Node runs
 * @property {'one' | 'tally'} counts `one`: passes or fails as a whole; `tally`: its runner writes ZS_TALLY_FILE
 * @property {number} timeLimitSeconds
 * @property {boolean} [needsBrowser]
 * @property {boolean} [needsBuild] runs the stage "build" first when it was not asked for by name
 */

const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--passWithNoTests',
  '--reporter=default',
  '--reporter=./scripts/tally/vitest-reporter.mjs',
];

/** @type {readonly Stage[]} */
export const stages = [
  {
    name: 'format',
    title: 'Format (prettier)',
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
    counts: 'one',
    timeLimitSeconds: 120,
  },
  {
    name: 'lint',
    title: 'Lint (oxlint)',
    command: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
    counts: 'one',
    timeLimitSeconds: 120,
  },
  {
    name: 'types',
    title: 'Types (tsc)',
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
    counts: 'one',
    timeLimitSeconds: 120,
  },
  {
    name: 'generate',
    title: 'Generated files are up to date',
    command: ['scripts/generate.ts', '--check'],
    counts: 'one',
    timeLimitSeconds: 60,
  },
  {
    name: 'docs',
    title: 'Element reference is up to date and complete',
    command: ['scripts/docs.ts', '--check'],
    counts: 'one',
    timeLimitSeconds: 60,
  },
  {
    name: 'unit',
    title: 'Architecture and unit tests (vitest)',
    command: [...vitest, '--project', 'unit'],
    counts: 'tally',
    timeLimitSeconds: 300,
  },
  {
    name: 'build',
    title: 'Build',
    command: ['scripts/build.ts', '--if-stale'],
    counts: 'one',
    timeLimitSeconds: 120,
  },
  {
    name: 'size',
    title: 'Size budgets',
    command: ['scripts/size.ts'],
    counts: 'one',
    timeLimitSeconds: 60,
    needsBuild: true,
  },
  {
    name: 'browser',
    title: 'Browser tests (web-test-runner)',
    command: ['node_modules/@web/test-runner/dist/bin.js'],
    counts: 'tally',
    timeLimitSeconds: 300,
    needsBrowser: true,
  },
  {
    name: 'e2e',
    title: 'End to end, embedding, CSP, accessibility, legacy engine, chaos, hostile input (vitest)',
    command: [...vitest, '--project', 'e2e'],
    counts: 'tally',
    timeLimitSeconds: 900,
    needsBrowser: true,
    needsBuild: true,
  },
];
