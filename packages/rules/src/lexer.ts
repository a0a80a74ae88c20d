import { RuleSyntaxError } from './rule-error.ts';

export type TokenType = 'name' | 'number' | 'string' | 'keyword' | 'sign' | 'end';

export interface Token {
  readonly type: TokenType;
  /** The name, keyword or sign; of a string, its value. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A rule longer than that is a program; it also bounds how deep an evaluation can recurse. */
const longestSource = 20_000;
const mostTokens = 3_000;

// DMN 1.3 §9.2 rules 22-25, with the code points above U+FFFF that rule 24 ends with
const nameStart =
  '?A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const namePart = `${nameStart}0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040`;
const name = new RegExp(`[${nameStart}][${namePart}]*`, 'uy');
// A number never takes the first of two dots: `15..30` is 15, `..`, 30
const number = /\d+(?:\.\d+)?|\.\d+/y;
const string = /"(?:[^"\\]|\\[^])*"/y;
const sign = /\.\.|\*\*|<=|>=|!=|[-+*/<>=()[\]{},.:@]/y;
const blank = /(?:[\s\uFEFF]|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
// Names that hold a keyword
const compound = /(?:date and time|days and time duration|years and months duration)(?=\s*\()/y;
// Legal in names by the letter, and nearly always a slip of a Chinese input method
const fullWidth = /[，（）＜＞＝＋－＊／！［］“”]/u;

// Words of full FEEL that the subset leaves out; they must not be read as the names of facts
const unsupported = ['for', 'some', 'every', 'return', 'satisfies', 'instance', 'function'];
const keywords = new Set(['and', 'or', 'between', 'in', 'if', 'then', 'else', 'true', 'false', 'null', ...unsupported]);

/**
 * Splits S-FEEL source into tokens. `names` are names with spaces or signs in them (`Loan-to-value`), which are otherwise read by
 * their parts; the longest one that fits wins.
 */
export function tokenize(source: string, names: readonly string[] = []): Token[] {
  if (source.length > longestSource) throw new RuleSyntaxError('too-long', { source, position: 0 });
  const declared = [...names].sort((a, b) => b.length - a.length);
  const tokens: Token[] = [];
  let position = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(source)?.[0];
  };
  const push = (type: TokenType, source: string, text: string): void => {
    tokens.push({ type, text, start: position, end: position + source.length });
    position += source.length;
  };
  for (;;) {
    position += take(blank)?.length ?? 0;
    if (position >= source.length) break;
    if (tokens.length >= mostTokens) throw new RuleSyntaxError('too-long', { source, position });
    const known = declared.find((one) => source.startsWith(one, position) && !continues(source, position, one.length));
    const word = known ?? take(compound) ?? take(name);
    const wide = known === undefined ? fullWidth.exec(word ?? source.charAt(position)) : null;
    if (wide !== null)
      throw new RuleSyntaxError('full-width-character', { source, position: position + wide.index }, wide[0]);
    if (word !== undefined) {
      push(known === undefined && keywords.has(word) ? 'keyword' : 'name', word, word);
      continue;
    }
    const digits = take(number);
    const quoted = take(string);
    const mark = digits ?? quoted ?? take(sign);
    if (mark === undefined) {
      const found = String.fromCodePoint(source.codePointAt(position) as number);
      throw new RuleSyntaxError(
        found === '"' ? 'unclosed-string' : 'unexpected-character',
        { source, position },
        found,
      );
    }
    if (digits !== undefined) push('number', mark, mark);
    else if (quoted !== undefined) push('string', mark, unescape(mark.slice(1, -1)));
    else push('sign', mark, mark);
  }
  push('end', '', '');
  return tokens;
}

/** Whether a declared name is only the beginning of a longer word. */
function continues(source: string, position: number, length: number): boolean {
  name.lastIndex = position;
  const word = name.exec(source)?.[0] ?? '';
  return word.length > length;
}

/** DMN 1.3 §10.3.1.2 rule 64: `\'`, `\"`, `\\`, `\n`, `\r`, `\t`, `\uXXXX` and `\UXXXXXX`; anything else stays as it is. */
function unescape(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(["'\\nrt]))/g, (whole, four, six, letter: string) => {
    const code = parseInt((four ?? six ?? '') as string, 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    if (letter === undefined) return whole;
    return letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter === 't' ? '\t' : letter;
  });
}
