/** Reads CSV (RFC 4180) row by row; between two rows the work can rest. Lines end with `\n`. */

export class CsvCursor {
  private readonly text: string;
  private readonly delimiter: string;
  private readonly mostCells: number;
  private at = 0;
  /** The next of each from `at` on, looked for once: a file of one long line stays linear. */
  private nextDelimiter = -1;
  private nextLineEnd = -1;

  /** Cells beyond `mostCells` of a row are passed over. */
  constructor(text: string, delimiter: string, mostCells: number) {
    this.text = text;
    this.delimiter = delimiter;
    this.mostCells = mostCells;
  }

  /** The cells of the next row; `undefined` at the end. */
  next(): string[] | undefined {
    const { text, mostCells } = this;
    if (this.at >= text.length) return undefined;
    const cells: string[] = [];
    for (;;) {
      const cell = this.cell();
      if (cells.length < mostCells) cells.push(cell);
      const sign = text[this.at];
      this.at += 1;
      if (sign !== this.delimiter) return cells;
    }
  }

  /** A cell; afterwards `at` is the delimiter or line end behind it, or the end of the text. */
  private cell(): string {
    if (this.text[this.at] !== '"') return this.plain();
    const quoted = this.quoted();
    // What follows the closing quotation mark against all rules is kept.
    return quoted + this.plain();
  }

  private plain(): string {
    const { text, at, delimiter } = this;
    if (this.nextDelimiter < at) this.nextDelimiter = placeOf(text, delimiter, at);
    if (this.nextLineEnd < at) this.nextLineEnd = placeOf(text, '\n', at);
    this.at = Math.min(this.nextDelimiter, this.nextLineEnd, text.length);
    return text.slice(at, this.at);
  }

  /** What stands between quotation marks; one that is never closed takes all the rest. */
  private quoted(): string {
    const { text } = this;
    const parts: string[] = [];
    let from = this.at + 1;
    for (;;) {
      const mark = text.indexOf('"', from);
      if (mark < 0) {
        this.at = text.length;
        parts.push(text.slice(from));
        break;
      }
      if (text[mark + 1] !== '"') {
        this.at = mark + 1;
        parts.push(text.slice(from, mark));
        break;
      }
      parts.push(text.slice(from, mark + 1));
      from = mark + 2;
    }
    return parts.join('');
  }
}

function placeOf(text: string, sign: string, from: number): number {
  const place = text.indexOf(sign, from);
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}
