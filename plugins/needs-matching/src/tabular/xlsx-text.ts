/** The few forms of SpreadsheetML (ECMA-376 Part 1 §18) that a list of rows needs, found in a text that arrives piece by piece. */

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Character references and the five entities of XML; a document type, and so any other entity, is never looked at. */
export function plainText(xml: string): string {
  if (!xml.includes('&') && !xml.includes('_x')) return xml;
  return xml
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return entities[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
        return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD';
      },
    )
    .replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Value of an attribute in the head of a tag; `''` where it is missing. */
export function attribute(head: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(head);
  return plainText(found?.[1] ?? found?.[2] ?? '');
}

/** All text of a cell or a shared string; the reading aid above the characters (`rPh`) is none of it. */
export function textOf(xml: string): string {
  const body = xml.replace(/<(\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '');
  let text = '';
  for (const [, inner] of matches(body, /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g))
    text += plainText(inner ?? '');
  return text;
}

export function* matches(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) yield found;
}

/** Place of a column: `A` is 0, `AB` 27. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of /^[A-Z]*/.exec(reference)?.[0] ?? '') index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (index % 26));
}

/**
 * Takes a text in pieces and gives the elements `name` that are complete. What is left over waits for the next piece; an
 * element longer than `longest` ends the reading.
 */
export class ElementFinder {
  private rest = '';
  private readonly opening: RegExp;
  private readonly closing: RegExp;
  private readonly longest: number;
  private readonly tooLong: () => never;

  constructor(name: string, longest: number, tooLong: () => never) {
    this.opening = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])`, 'g');
    this.closing = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g');
    this.longest = longest;
    this.tooLong = tooLong;
  }

  /** `[head, body]` of every element: its attributes, and what stands inside. */
  *take(piece: string): Generator<readonly [string, string]> {
    const text = this.rest + piece;
    let from = 0;
    for (;;) {
      this.opening.lastIndex = from;
      const open = this.opening.exec(text);
      // A tag may be cut in the middle: keep its possible beginning.
      if (open === null) {
        this.rest = text.slice(Math.max(from, text.lastIndexOf('<')));
        break;
      }
      const end = text.indexOf('>', this.opening.lastIndex);
      const head = end < 0 ? '' : text.slice(this.opening.lastIndex, end);
      if (end >= 0 && head.endsWith('/')) {
        yield [head, ''];
        from = end + 1;
        continue;
      }
      this.closing.lastIndex = end + 1;
      const close = end < 0 ? null : this.closing.exec(text);
      if (close === null) {
        this.rest = text.slice(open.index);
        break;
      }
      yield [head, text.slice(end + 1, close.index)];
      from = this.closing.lastIndex;
    }
    if (this.rest.length > this.longest) this.tooLong();
  }
}
