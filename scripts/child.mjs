// @ts-check
/** Child processes that end when we end: signals go on to them, a time limit ends them, nothing is left behind. */
import { spawn } from 'node:child_process';
import { projectEnvironment, root } from './first-step.mjs';

/**
 * @typedef {object} ChildEnd
 * @property {number} code exit code; 130 after Ctrl-C, 124 when the time limit ended it
 * @property {boolean} timedOut
 */

/**
 * Runs a program to its end, with our own input and output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, timeLimitSeconds?: number }} [options]
 * @returns {Promise<ChildEnd>}
 */
export function runToEnd(command, args, { env = {}, timeLimitSeconds } = {}) {
  // With a time limit the child leads its own group, so that browsers and servers it started end with it.
  const ownGroup = timeLimitSeconds !== undefined && process.platform !== 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...projectEnvironment(), ...env },
      detached: ownGroup,
    });
    let timedOut = false;
    const signal = (/** @type {NodeJS.Signals} */ name) => {
      try {
        if (ownGroup && child.pid !== undefined) process.kill(-child.pid, name);
        else child.kill(name);
      } catch {
        // It had already ended: nothing to do.
      }
    };
    const interrupted = () => {
      // In the same group, a terminal's Ctrl-C has reached the child already; a second signal would cut its clean-up short.
      if (ownGroup || !process.stdin.isTTY) signal('SIGINT');
    };
    const terminated = () => signal('SIGTERM');
    process.on('SIGINT', interrupted);
    process.on('SIGTERM', terminated);
    process.on('SIGHUP', terminated);
    /** @type {NodeJS.Timeout[]} */
    const timers = [];
    if (timeLimitSeconds !== undefined) {
      timers.push(
        setTimeout(() => {
          timedOut = true;
          console.error(`\nTime limit of ${timeLimitSeconds} s reached; ending this stage.`);
          signal('SIGTERM');
          timers.push(setTimeout(() => signal('SIGKILL'), 5_000));
        }, timeLimitSeconds * 1000),
      );
    }
    const tidy = () => {
      timers.forEach((timer) => clearTimeout(timer));
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', terminated);
      process.off('SIGHUP', terminated);
      if (ownGroup) signal('SIGKILL');
    };
    child.on('error', (error) => {
      tidy();
      reject(error);
    });
    child.on('exit', (code, endedBy) => {
      tidy();
      const signalCode = endedBy === 'SIGINT' ? 130 : 143;
      resolve({ code: timedOut ? 124 : (code ?? signalCode), timedOut });
    });
  });
}
