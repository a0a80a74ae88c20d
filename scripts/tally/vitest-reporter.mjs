// @ts-check
/** vitest reporter: counts tests, broken files, broken hooks and stray errors, and keeps the reasons of skipped tests. */
import { relative } from 'node:path';
import { emptyTally, writeTally } from './tally.mjs';

export default class TallyReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} testModules
   * @param {readonly import('vitest').SerializedError[]} unhandledErrors
   */
  onTestRunEnd(testModules, unhandledErrors) {
    const tally = emptyTally();
    const fail = (/** @type {string} */ what) => {
      tally.failed += 1;
      tally.failures.push(what);
    };
    for (const testModule of testModules) {
      const file = relative(process.cwd(), testModule.moduleId);
      testModule.errors().forEach((error) => fail(`${file}: ${firstLine(error.message)}`));
      for (const suite of testModule.children.allSuites()) {
        suite.errors().forEach((error) => fail(`${file} › ${suite.fullName}: ${firstLine(error.message)}`));
      }
      for (const test of testModule.children.allTests()) {
        const result = test.result();
        const name = `${file} › ${test.fullName}`;
        if (result.state === 'passed') tally.passed += 1;
        else if (result.state === 'failed') fail(`${name}: ${firstLine(result.errors[0]?.message)}`);
        else if (result.state === 'skipped')
          tally.skipped.push({ name, reason: result.note ?? reasonOf(test.options.mode) });
        else fail(`${name}: never ended`);
      }
    }
    for (const error of unhandledErrors) fail(`error outside of every test: ${firstLine(error.message)}`);
    writeTally(tally);
  }
}

function firstLine(/** @type {string | undefined} */ message) {
  return (message ?? 'no message').split('\n', 1)[0];
}

function reasonOf(/** @type {string} */ mode) {
  return mode === 'todo' ? 'not written yet' : 'no reason given';
}
