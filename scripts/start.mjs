// @ts-check
/** `npm start`: installs and builds what is missing, then serves the demo portal and the API on one port (default 5180). */
import { runToEnd } from './child.mjs';
import { ensureInstalled, projectNode } from './first-step.mjs';
import { isBuildFresh } from './freshness.mjs';

const extra = process.argv.slice(2);
ensureInstalled();
if (!isBuildFresh()) {
  console.log('Building dist/ …');
  const { code } = await runToEnd(projectNode(), ['scripts/build.ts']);
  if (code !== 0) process.exit(code);
}
const port = extra.some((argument) => argument === '--port' || argument.startsWith('--port='))
  ? []
  : ['--port', '5180'];
const { code } = await runToEnd(projectNode(), ['packages/kit/src/cli.ts', 'serve', '--demo', ...port, ...extra]);
process.exit(code);
