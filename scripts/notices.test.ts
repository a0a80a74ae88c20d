import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './first-step.mjs';
import { noticesName, noticesText, packagesInPages } from './notices.ts';

it('the notices are those of the dependencies as they are locked', () => {
  expect(readFileSync(join(root, noticesName), 'utf8')).toBe(noticesText());
});

it('the notices know what pages load, and what that needs', () => {
  const names = packagesInPages();
  for (const name of ['lit', 'lit-html', 'zod', 'tslib']) expect([...names]).toContain(name);
  for (const name of ['hono', 'pg', 'pino', 'jose']) expect([...names]).not.toContain(name);
});
