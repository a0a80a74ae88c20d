import MagicString from 'magic-string';
import { type Plugin, Visitor, parseSync } from 'vite';

/**
 * Collapses white space in `css` and `html` templates, and drops comments in `css` ones, while the kit is built. Space is never taken
 * out altogether from HTML, because between inline elements it is visible; templates that show it as written are left alone.
 */
export function templateMinifier(): Plugin {
  return {
    name: 'zhaoshang-template-minifier',
    // Before the types are stripped, so that source maps stay one step long.
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || id.includes('node_modules') || !/\b(css|html|svg)`/.test(code)) return null;
      const output = new MagicString(code);
      const { program } = parseSync(id, code, { lang: 'ts' });
      new Visitor({
        TaggedTemplateExpression({ tag, quasi }) {
          if (tag.type !== 'Identifier') return;
          const shrink =
            tag.name === 'css' ? shrinkCss : tag.name === 'html' || tag.name === 'svg' ? shrinkHtml : undefined;
          if (shrink === undefined) return;
          const whole = quasi.quasis.map((part) => part.value.raw).join('');
          if (tag.name !== 'css' && /<(pre|textarea)\b|white-space/.test(whole)) return;
          for (const part of quasi.quasis) {
            const [start, end] = boundsOf(code, part);
            const raw = code.slice(start, end);
            const shrunk = shrink(raw);
            if (shrunk !== raw && start < end) output.overwrite(start, end, shrunk);
          }
        },
      }).visit(program);
      return output.hasChanged() ? { code: output.toString(), map: output.generateMap({ hires: true }) } : null;
    },
  };
}

/** Source range of a template's static part, without the delimiters, whichever way the parser counts them. */
function boundsOf(code: string, part: { start: number; end: number; value: { raw: string } }): [number, number] {
  const start = code.startsWith(part.value.raw, part.start) ? part.start : part.start + 1;
  return [start, start + part.value.raw.length];
}

/** Everything between quotes or in url(…) stays as it is. */
const cssLiterals = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\))/;

export function shrinkCss(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(cssLiterals)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};]) ?/g, '$1')
            .replace(/, /g, ',')
            .replace(/ > /g, '>')
            .replace(/(?<![\w.])0\.(?=\d)/g, '.')
            // After a colon only: before one, a space is the descendant combinator.
            .replace(/: /g, ':')
            .replace(/;}/g, '}'),
    )
    .join('');
}

export function shrinkHtml(source: string): string {
  return source.replace(/\s*\n\s*/g, ' ').replace(/[ \t]{2,}/g, ' ');
}
