#!/usr/bin/env node
/** The `zs` command. `zs serve` runs the reference server; `zs help` says how. */
import { isZsError } from '@zhaoshang/kernel';
import { CommandError } from './cli/command-error.ts';

const [command, ...rest] = process.argv.slice(2);

try {
  if (command === 'serve') {
    const { serve } = await import('./cli/serve.ts');
    const { plugins } = await import('./plugins.ts');
    await serve(rest, plugins);
  } else {
    const { usage } = await import('./cli/usage.ts');
    console.log(usage);
    if (command !== undefined && command !== 'help' && command !== '--help') process.exitCode = 1;
  }
} catch (error) {
  if (error instanceof CommandError) console.error(`\n${error.message}\n`);
  else if (isZsError(error)) console.error(`\n${error.message}  [${error.code}]\n`);
  else console.error(error);
  process.exit(1);
}
