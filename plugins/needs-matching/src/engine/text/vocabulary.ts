import { takeTokens } from './tokens.ts';

const multiplier = 0x9e37_79b1;

/**
 * Numbers of tokens: single ideographs and pairs by an open-addressing hash that begins small, because a server keeps a vocabulary per zone and
 * category; Latin words by a map. A single ideograph is a pair whose first half is no character.
 */
export class Vocabulary {
  size = 0;
  private keys = new Uint32Array(1 << 8);
  /** Number of the term + 1; 0: free. */
  private numbers = new Int32Array(1 << 8);
  private taken = 0;
  private readonly words = new Map<string, number>();

  /** Calls `take` with the number of each token; new tokens are added. */
  learn(text: string, length: number, take: (term: number) => void): void {
    takeTokens(text, length, {
      single: (unit) => take(this.known(unit)),
      pair: (first, second) => take(this.known(((first << 16) | second) >>> 0)),
      word: (word) => {
        let term = this.words.get(word);
        if (term === undefined) {
          term = this.next();
          this.words.set(word, term);
        }
        take(term);
      },
    });
  }

  /** Adds `weight` for each token of a query that is known; first come, first in the order of the map. */
  weigh(text: string, weight: number, weights: Map<number, number>): void {
    const add = (term: number): void => {
      if (term >= 0) weights.set(term, (weights.get(term) ?? 0) + weight);
    };
    takeTokens(text, text.length, {
      single: (unit) => add((this.numbers[this.slotOf(unit)] as number) - 1),
      pair: (first, second) => add((this.numbers[this.slotOf(((first << 16) | second) >>> 0)] as number) - 1),
      word: (word) => add(this.words.get(word) ?? -1),
    });
  }

  private next(): number {
    this.size += 1;
    return this.size - 1;
  }

  private known(key: number): number {
    let slot = this.slotOf(key);
    const number = this.numbers[slot] as number;
    if (number > 0) return number - 1;
    if (this.taken * 2 >= this.keys.length) {
      this.grow();
      slot = this.slotOf(key);
    }
    this.taken += 1;
    this.keys[slot] = key;
    this.numbers[slot] = this.next() + 1;
    return this.size - 1;
  }

  private slotOf(key: number): number {
    const last = this.keys.length - 1;
    const mixed = Math.imul(key, multiplier);
    let slot = (mixed ^ (mixed >>> 15)) & last;
    while (this.numbers[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  }

  private grow(): void {
    const { keys, numbers } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.numbers = new Int32Array(keys.length * 2);
    for (let from = 0; from < keys.length; from += 1) {
      if (numbers[from] === 0) continue;
      const slot = this.slotOf(keys[from] as number);
      this.keys[slot] = keys[from] as number;
      this.numbers[slot] = numbers[from] as number;
    }
  }
}
