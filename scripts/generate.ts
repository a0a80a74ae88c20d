/**
 * `npm run generate`: writes what is derived from contracts, next to them. `--check` writes nothing and fails when a file differs.
 * Today: `contract.outline.ts`, the names and kinds that a page on the http adapter needs, without the schemas.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Contract, outlineOf } from '@zhaoshang/kernel';
import * as prettier from 'prettier';
import { root } from './first-step.mjs';

const checkOnly = process.argv.includes('--check');
const stale: string[] = [];

for (const plugin of readdirSync(join(root, 'plugins')).sort()) {
  const contractFile = join(root, 'plugins', plugin, 'src/contract.ts');
  if (!existsSync(contractFile)) continue;
  const contract = await loadContract(contractFile);
  const outlineFile = join(dirname(contractFile), 'contract.outline.ts');
  const wanted = await outlineSource(contract, outlineFile);
  if (existsSync(outlineFile) && readFileSync(outlineFile, 'utf8') === wanted) continue;
  if (checkOnly) stale.push(relative(root, outlineFile));
  else {
    writeFileSync(outlineFile, wanted);
    console.log(`wrote ${relative(root, outlineFile)}`);
  }
}

if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`);
  process.exit(1);
}

/** The one contract that a `contract.ts` exports, whatever its name. */
async function loadContract(file: string): Promise<Contract> {
  const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
  const contracts = Object.values(exported).filter(isContract);
  const [contract] = contracts;
  if (contract === undefined || contracts.length > 1)
    throw new Error(`${relative(root, file)} must export exactly one contract; it exports ${contracts.length}.`);
  return contract;
}

function isContract(value: unknown): value is Contract {
  return value !== null && typeof value === 'object' && 'operations' in value && 'errors' in value && 'events' in value;
}

async function outlineSource(contract: Contract, file: string): Promise<string> {
  const name = contract.name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const source = `// Generated from contract.ts by \`npm run generate\`; do not edit.
    import type { Outline } from '@zhaoshang/kernel';

    /** Names and kinds of the contract "${contract.name}", without its schemas. */
    export const ${name}Outline: Outline = ${JSON.stringify(outlineOf(contract))};\n`;
  return prettier.format(source, { ...(await prettier.resolveConfig(file)), filepath: file });
}
