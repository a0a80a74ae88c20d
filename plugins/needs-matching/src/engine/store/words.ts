/** Words of one field, numbered in the order they come. */
export class Words {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];

  get size(): number {
    return this.words.length;
  }

  add(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.words.length);
    this.words.push(word);
    return this.words.length - 1;
  }

  /** -1 for a word that no resource has. */
  numberOf(word: string): number {
    return this.numbers.get(word) ?? -1;
  }

  wordOf(number: number): string {
    return this.words[number] as string;
  }
}

/** A need's value as a list of words; empty when it does not ask. */
export function wordsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return [...new Set(list.filter((one): one is string => typeof one === 'string').map((one) => one.trim()))].filter(
    (one) => one !== '',
  );
}

/** A finite number, or NaN for everything else. */
export function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN;
}
