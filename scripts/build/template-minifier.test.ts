import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import { describe, expect, it } from 'vitest';
import { root } from '../first-step.mjs';
import { filesBelow } from '../freshness.mjs';
import { shrinkCss, shrinkHtml, templateMinifier } from './template-minifier.ts';

/** Two style sheets mean the same when an independent parser prints them alike. */
function meaning(source: string): string {
  const printed = transform({ filename: 'a.css', code: Buffer.from(source), minify: true }).code.toString();
  // It prints the space after a comma of a custom property's value as it was written; there it means nothing.
  return printed.replace(/,\s+/g, ',');
}

function transformed(source: string): string {
  const { transform: run } = templateMinifier() as { transform: (code: string, id: string) => { code: string } | null };
  return run(source, '/x/element.ts')?.code ?? source;
}

describe('shrinkCss', () => {
  const files = ['packages', 'plugins'].flatMap(filesBelow).filter((file) => file.endsWith('.ts'));
  const styles = files.flatMap((file) => {
    const templates = readFileSync(join(root, file), 'utf8').matchAll(/\bcss`([^`$]*)`/g);
    return [...templates].map(([, source], index) => [`${file} #${index}`, source as string] as const);
  });

  it.each(styles)('changes nothing about the meaning of %s', (_name, source) => {
    expect(meaning(shrinkCss(source))).toBe(meaning(source));
  });

  it.each([
    ['.a :hover { color: red; }', 'a space before a colon, which selects a descendant'],
    ['.a { width: calc(100% - 0.5em + 1px); }', 'spaces inside calc'],
    ['.a::before { content: "  ;  {  x: y }  "; }', 'strings'],
    [".a::before { content: '\\'  ;  '; }", 'escaped quotes'],
    ['.a { background: url( "a  b.svg" ); }', 'addresses'],
    ['.a > .b ~ .c + .d , .e { margin: 0 0.5em 10.5px 0.25em }', 'combinators and lists'],
    ['@media (min-width: 40em) and (max-width: 60em) { .a { color: red } }', 'conditions'],
    ['.a { --zs-x: 0.5 ; transition: a 0.2s , b 1s }', 'custom properties'],
    ['/* a { */ .a { color: red; /* } */ top: 0 }', 'comments'],
  ])('keeps the meaning of %s', (source) => {
    expect(meaning(shrinkCss(source))).toBe(meaning(source));
    expect(shrinkCss(source).length).toBeLessThanOrEqual(source.length);
  });
});

describe('shrinkHtml', () => {
  it('keeps one space where white space was, because it may be visible', () => {
    expect(shrinkHtml('<b>a</b>\n      <b>c</b>')).toBe('<b>a</b> <b>c</b>');
    expect(shrinkHtml('<b>a</b><b>c</b>')).toBe('<b>a</b><b>c</b>');
  });
});

describe('the build step', () => {
  it('shrinks static parts and leaves expressions alone', () => {
    const source = 'const a = html`<p>\n    ${x}\n    <b>${css`.a {\n  color: red;\n}`}</b></p>`; const n: number = 1;';
    expect(transformed(source)).toBe('const a = html`<p> ${x} <b>${css`.a{color:red}`}</b></p>`; const n: number = 1;');
  });

  it('leaves a template alone that shows its white space', () => {
    const source = 'const a = html`<pre>\n   a\n</pre>`; const b = html`<textarea>\n  </textarea>`;';
    expect(transformed(source)).toBe(source);
  });

  it('leaves other tagged templates and strings alone', () => {
    const source = 'const a = sql`select\n   1`; const b = "html`\\n   `"; const c = `\n   `;';
    expect(transformed(source)).toBe(source);
  });
});
