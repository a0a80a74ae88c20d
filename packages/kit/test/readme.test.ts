/** What the README shows is what is tested: its snippet is the file that a browser test serves, its links lead somewhere. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('README.md', () => {
  it('shows docs/guide/snippet.html, which tests/embed serves', () => {
    const [, snippet] = /```html\n([\s\S]*?)```/.exec(textOf('README.md')) ?? [];
    expect(snippet).toBe(textOf('docs/guide/snippet.html'));
  });

  it('links every tag that has a reference page', () => {
    const pages = readdirSync(join(root, 'docs/reference')).filter((name) => name !== 'README.md');
    expect(pages.length).toBeGreaterThan(3);
    const readme = textOf('README.md');
    expect(pages.filter((name) => !readme.includes(`docs/reference/${name}`))).toEqual([]);
  });
});

const documents = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'demo/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replace(/\\/g, '/')}`),
  ...['packages', 'plugins'].flatMap((floor) =>
    readdirSync(join(root, floor))
      .map((name) => `${floor}/${name}/README.md`)
      .filter((file) => existsSync(join(root, file))),
  ),
];

describe('documents', () => {
  it.each(documents)('%s links only to files that exist', (file) => {
    const links = [...textOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target as string);
    const own = links.filter((target) => !/^(https?:|mailto:|#)/.test(target));
    const missing = own.filter((target) => !existsSync(join(root, dirname(file), target.split('#')[0] as string)));
    expect(missing).toEqual([]);
  });

  it.each(documents)('%s names no path of the machine it was written on', (file) => {
    expect(textOf(file)).not.toMatch(/(?:^|[\s`"'(])\/(?:work|tmp|home|root|Users)\//m);
  });
});
