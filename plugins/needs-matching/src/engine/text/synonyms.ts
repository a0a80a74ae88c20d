import type { Synonyms } from '../schema/schema.ts';
import { characters } from './characters.ts';
import type { QueryTerms } from './text-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a synonym counts for, next to the word that was written. */
const synonymWeight = 0.5;

/** Words that stand for a text: itself, and the synonyms of the words it holds. */
export interface ExpandedQuery {
  readonly text: string;
  readonly synonyms: readonly string[];
}

/** Full-width forms and upper case folded; as long as the text. */
export function foldText(text: string): string {
  const { folded } = characters();
  let result = '';
  for (let place = 0; place < text.length; place += 1)
    result += String.fromCharCode(folded[text.charCodeAt(place)] as number);
  return result;
}

/** Looks up groups of synonyms by the words that a text holds. */
export function synonymFinder(groups: Synonyms): (text: string) => ExpandedQuery {
  const folded = groups.map((group) => group.map(foldText).filter((word) => word !== ''));
  return (text) => {
    const written = foldText(text);
    const found = folded.flatMap((group) => {
      const present = group.filter((word) => written.includes(word));
      return present.length === 0 ? [] : group.filter((word) => !present.includes(word));
    });
    return { text, synonyms: [...new Set(found)] };
  };
}

export function queryTerms(vocabulary: Vocabulary, { text, synonyms }: ExpandedQuery): QueryTerms {
  const terms = new Map<number, number>();
  vocabulary.weigh(text, 1, terms);
  // A synonym shares characters with what is written; only what is new counts, and less.
  const more = new Map<number, number>();
  synonyms.forEach((word) => vocabulary.weigh(word, synonymWeight, more));
  more.forEach((weight, term) => {
    if (!terms.has(term)) terms.set(term, Math.min(weight, 1));
  });
  return terms;
}
