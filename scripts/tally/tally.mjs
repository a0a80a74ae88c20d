// @ts-check
/** What a test runner tells `npm test`: written to the file that ZS_TALLY_FILE names, read by scripts/test.mjs. */
import { writeFileSync } from 'node:fs';

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} failures one line per failure, so that the end of a long run names them again
 * @property {{ name: string, reason: string }[]} skipped
 */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: 0, failures: [], skipped: [] };
}

/** Leaves the result where scripts/test.mjs looks for it; without ZS_TALLY_FILE a runner was started by hand. */
export function writeTally(/** @type {Tally} */ tally) {
  const file = process.env.ZS_TALLY_FILE;
  if (file !== undefined && file !== '') writeFileSync(file, JSON.stringify(tally));
}
