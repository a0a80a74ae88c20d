import { RuleSyntaxError } from './rule-error.ts';

/** Keywords are signs. */
export type TokenType = 'name' | 'number' | 'string' | 'sign' | 'end';

export interface Token {
  readonly type: TokenType;
  /** The name or sign; of a string, its value. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A rule longer than that is a program; it also bounds how deep an evaluation can recurse. */
const longestSource = 20_000;
const mostTokens = 3_000;

const blank = /(?:[\s\uFEFF]|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
// A string; a number, which never takes the first of two dots (`15..30`); a name: two functions whose names hold a keyword, or a word of
// letters, digits and symbols as in ㎡ or ℃ (DMN 1.3 §9.2 rules 22-25); a sign
const token =
  /("(?:[^"\\]|\\[^])*")|(\d+(?:\.\d+)?|\.\d+)|((?:date and time|years and months duration)(?=\s*\()|[?_\p{IDS}\p{So}][?\p{IDC}\p{So}]*)|\.\.|\*\*|[<>!]=|[-+*/<>=()[\]{},.:@]/uy;
const namePart = /[?\p{IDC}\p{So}]/u;
// Punctuation as a Chinese input method has it
const fullWidth = /[\u2018-\u201D\u3001-\u301F\uFF01-\uFF5E]/;

const keywords =
  'and or between in if then else true false null ' +
  // Words of full FEEL that the subset leaves out; they must not be read as the names of facts
  'for some every return satisfies instance function';
const isKeyword = new Set(keywords.split(' '));

/**
 * Splits S-FEEL source into tokens. `names` are names with spaces or signs in them (`Loan-to-value`), which are otherwise read by
 * their parts; the longest one that fits wins.
 */
export function tokenize(source: string, names: readonly string[] = []): Token[] {
  const declared = [...names].sort((a, b) => b.length - a.length);
  const tokens: Token[] = [];
  let start = 0;
  const push = (type: TokenType, text: string, length: number): void => {
    tokens.push({ type, text, start, end: start + length });
    start += length;
  };
  for (;;) {
    if (source.length > longestSource || tokens.length > mostTokens)
      throw new RuleSyntaxError('too-long', { source, position: start });
    blank.lastIndex = start;
    blank.test(source);
    start = blank.lastIndex;
    if (start >= source.length) break;
    const name = declared.find(
      (one) => source.startsWith(one, start) && !namePart.test(source.charAt(start + one.length)),
    );
    if (name !== undefined) {
      push('name', name, name.length);
      continue;
    }
    token.lastIndex = start;
    const [text, string, number, word] = token.exec(source) ?? [];
    if (text === undefined) {
      const found = String.fromCodePoint(source.codePointAt(start) as number);
      throw new RuleSyntaxError(
        found === '"' ? 'unclosed-string' : fullWidth.test(found) ? 'full-width-character' : 'unexpected-character',
        { source, position: start },
        found,
      );
    }
    if (string !== undefined) push('string', unescape(text.slice(1, -1)), text.length);
    else
      push(
        number !== undefined ? 'number' : word === undefined || isKeyword.has(word) ? 'sign' : 'name',
        text,
        text.length,
      );
  }
  push('end', '', 0);
  return tokens;
}

/** DMN 1.3 §10.3.1.2 rule 64: `\'`, `\"`, `\\`, `\n`, `\r`, `\t`, `\uXXXX` and `\UXXXXXX`; anything else stays as it is. */
function unescape(text: string): string {
  return text.replace(/\\(u[\da-fA-F]{4}|U[\da-fA-F]{6}|["'\\nrt])/g, (whole, escape: string) => {
    const code = parseInt(escape.slice(1), 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    return { n: '\n', r: '\r', t: '\t' }[escape] ?? (escape.length > 1 ? whole : escape);
  });
}
