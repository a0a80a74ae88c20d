// @ts-check
/** @web/test-runner reporter: the same counts as the vitest one. A file that never ran is a failure, not a silence. */
import { relative } from 'node:path';
import { emptyTally, writeTally } from './tally.mjs';

/** @returns {import('@web/test-runner').Reporter} */
export function tallyReporter() {
  return {
    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      const good = sessionsForTestFile.every((session) => session.passed === true);
      logger.log(`${good ? '✓' : '✗'} ${relative(process.cwd(), testFile)}`);
    },
    onTestRunFinished({ sessions }) {
      const tally = emptyTally();
      const fail = (/** @type {string} */ what) => {
        tally.failed += 1;
        tally.failures.push(what.split('\n', 1)[0] ?? what);
      };
      for (const session of sessions) {
        const file = relative(process.cwd(), session.testFile ?? 'unknown file');
        let failedHere = 0;
        const visit = (
          /** @type {import('@web/test-runner').TestSuiteResult} */ suite,
          /** @type {string[]} */ path,
        ) => {
          for (const test of suite.tests) {
            const name = `${file} › ${[...path, test.name].join(' > ')}`;
            if (test.skipped) tally.skipped.push({ name, reason: 'no reason given' });
            else if (test.passed) tally.passed += 1;
            else {
              failedHere += 1;
              fail(`${name}: ${test.error?.message ?? 'no message'}`);
            }
          }
          suite.suites.forEach((inner) => visit(inner, inner.name === '' ? path : [...path, inner.name]));
        };
        if (session.testResults !== undefined) visit(session.testResults, []);
        for (const error of session.errors) fail(`${file}: ${error.message}`);
        if (session.passed !== true && failedHere === 0 && session.errors.length === 0)
          fail(`${file}: did not run to its end`);
      }
      writeTally(tally);
    },
  };
}
