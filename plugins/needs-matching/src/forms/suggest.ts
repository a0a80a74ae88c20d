/** What somebody probably means: categories, tags and amounts from their own words. Always a suggestion, never a decision (OUT-7). */
import type { Catalogue, Category } from './catalogue-types.ts';
import { categoryWords } from './category-words.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Units in which only few things are counted; pieces, people and times are said of everything. */
const telling: readonly string[] = ['亩', '平方米', '床位', '展位', '摊位', '兆伏安', '吨', '架次', '样'];

/** How strongly a text points to a category: longer words say more, what only this category has says most. */
function weightOf(text: string, { code, name, subjects, features, units }: Category): number {
  const says = (word: string, factor: number): number =>
    word.length > 1 && text.includes(plain(word)) ? word.length * factor : 0;
  const sum = (list: readonly string[], factor: number): number =>
    list.reduce((total, word) => total + says(word, factor), 0);
  const counted =
    readAmount(
      text,
      units.filter((unit) => telling.includes(unit)),
    ) === undefined
      ? 0
      : 3;
  return counted + says(name, 2) + sum(subjects, 2) + sum(features, 1) + sum(categoryWords[code]?.words ?? [], 1);
}

/** Categories that the words point to, best first; at most three, and none that is far behind the first. */
export function suggestCategories(text: string, { categories }: Catalogue): readonly string[] {
  const said = plain(text);
  const weighed = categories
    .map((category, index) => ({ code: category.code, weight: weightOf(said, category), index }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || one.index - other.index);
  const best = weighed[0]?.weight ?? 0;
  return weighed
    .filter(({ weight }) => weight * 3 >= best)
    .slice(0, 3)
    .map(({ code }) => code);
}

/** Tags that the words, or a synonym of the zone for them, name and that are not chosen yet (GEN-10). */
export function suggestTags(
  text: string,
  chosen: readonly string[],
  { tags, synonyms = [] }: Catalogue,
): readonly string[] {
  const said = plain(text);
  const names = (id: string): readonly string[] => synonyms.find((group) => group.includes(id)) ?? [id];
  return tags
    .map(({ id }) => id)
    .filter((id) => !chosen.includes(id))
    .filter((id) => [id, ...names(id)].some((word) => said.includes(plain(word))));
}

const digits = '零一二三四五六七八九';
const digitOf = (sign: string): number => (sign === '两' ? 2 : sign === '〇' ? 0 : digits.indexOf(sign));
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** `三千六百` → 3600, `12.5` → 12.5; `undefined` where it is no number. */
export function readNumber(text: string): number | undefined {
  const [, arabic, tenThousand = ''] = /^([\d,]+(?:\.\d+)?)(万?)$/.exec(text) ?? [];
  if (arabic !== undefined)
    return Math.round(Number(arabic.replace(/,/g, '')) * (tenThousand === '' ? 1 : 1e4) * 100) / 100;
  if (!/^[零〇一二两三四五六七八九十百千万]+$/.test(text)) return undefined;
  let [total, section, digit] = [0, 0, 0];
  for (const sign of text) {
    const power = powers[sign];
    if (power !== undefined) {
      section += (digit || 1) * power;
      digit = 0;
    } else if (sign === '万') {
      total = (total + section + digit || 1) * 10_000;
      section = digit = 0;
    } else digit = digitOf(sign);
  }
  return total + section + digit;
}

/** People say 平米 and 平方 for 平方米. */
const saidFor: Readonly<Record<string, readonly string[]>> = {
  平方米: ['平方米', '平米', '平方', '㎡', 'm2', '平'],
  元: ['元', '块'],
  人: ['人', '个人', '名'],
  个: ['个', '名'],
};

/** An amount in one of these units, as it stands in the words. */
export function readAmount(text: string, units: readonly string[]): { value: number; unit: string } | undefined {
  const said = text.normalize('NFKC').replace(/\s/g, '');
  for (const unit of units)
    for (const word of saidFor[unit] ?? [unit]) {
      const [, number] =
        new RegExp(`([\\d,.]+万?|[零〇一二两三四五六七八九十百千万]+)(?:多|余|来)?${word}`, 'i').exec(said) ?? [];
      const value = number === undefined ? undefined : readNumber(number);
      if (value !== undefined && value > 0) return { value, unit };
    }
  return undefined;
}
