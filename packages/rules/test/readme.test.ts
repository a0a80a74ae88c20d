import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { feel } from '../src/feel.ts';
import * as api from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const block = (language: string): string => readme.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';

describe('the examples of the README', () => {
  const lines = block('feel').trim().split('\n');
  it.each(lines.map((line) => line.split(' → ') as [string, string]))('%s is %s', (source, expected) => {
    const { value } = api.compileExpression(source, { functions: feel }).evaluate({});
    expect(JSON.parse(JSON.stringify(value))).toEqual(JSON.parse(expected));
  });

  it('do in code what they say', () => {
    const checks: [unknown, unknown][] = [];
    const code = block('ts')
      .replace(/^import .*$/gm, '')
      .replace(': DecisionTable[]', '')
      .replace(/^(.+); \/\/ → (.+)$/gm, 'check($1, $2);');
    const names = Object.keys(api);
    const run = compileFunction(code, ['check', ...names]);
    run((found: unknown, expected: unknown) => checks.push([found, expected]), ...Object.values(api));
    expect(checks).toHaveLength(10);
    for (const [found, expected] of checks) expect(found).toEqual(expected);
  });
});
