// @ts-check
/** `node scripts/run.mjs <file> [arguments]`: installs what is missing, then runs the file on the project's own Node. */
import { runToEnd } from './child.mjs';
import { ensureInstalled, projectNode, stop } from './first-step.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) stop('Usage: node scripts/run.mjs <file> [arguments]');
ensureInstalled();
const { code } = await runToEnd(projectNode(), [file, ...args]);
process.exit(code);
