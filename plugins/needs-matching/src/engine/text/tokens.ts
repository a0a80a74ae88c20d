import { characters, kinds } from './characters.ts';

/** Takes the tokens of a text one by one; `start` and `end` are places in the text. */
export interface TokenTaker {
  /** A single ideograph. */
  single(unit: number, start: number): void;
  /** Two neighbouring ideographs. */
  pair(first: number, second: number, start: number): void;
  /** A whole Latin word or number, folded. */
  word(word: string, start: number, end: number): void;
}

const point = 0x2e;

/** Every ideograph, every pair of neighbours, and Latin words and numbers whole: `1.5兆瓦` is `1.5`, 兆, 瓦, 兆瓦. */
export function takeTokens(text: string, length: number, taker: TokenTaker): void {
  const { folded, kind } = characters();
  let before = -1;
  let place = 0;
  while (place < length) {
    const raw = text.charCodeAt(place);
    const what = kind[raw] as number;
    if (what === kinds.letter) {
      const start = place;
      let word = '';
      do {
        word += String.fromCharCode(folded[text.charCodeAt(place)] as number);
        place += 1;
      } while (place < length && continuesWord(text, place, length));
      taker.word(word, start, place);
      before = -1;
      continue;
    }
    if (what === kinds.none) before = -1;
    else {
      if (what === kinds.ideograph) taker.single(raw, place);
      if (before >= 0) taker.pair(before, raw, place - 1);
      before = raw;
    }
    place += 1;
  }
}

/** A letter or digit; or a point between two digits. */
function continuesWord(text: string, place: number, length: number): boolean {
  const { folded, kind } = characters();
  const unit = text.charCodeAt(place);
  if (kind[unit] === kinds.letter) return true;
  return folded[unit] === point && place + 1 < length && isDigit(text, place - 1) && isDigit(text, place + 1);
}

function isDigit(text: string, place: number): boolean {
  const unit = characters().folded[text.charCodeAt(place)] as number;
  return unit >= 0x30 && unit <= 0x39;
}

/** The tokens as strings, in order: what another index must be given to be compared with this one. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  takeTokens(text, text.length, {
    single: (unit) => tokens.push(String.fromCharCode(unit)),
    pair: (first, second) => tokens.push(String.fromCharCode(first, second)),
    word: (word) => tokens.push(word),
  });
  return tokens;
}
