/** Which fields of the form belong to which category: one source for the form, for what is submitted, and for what is read back. */
import type { Catalogue, Category } from './catalogue-types.ts';

export interface QuantityFields {
  readonly id: string;
  readonly units: readonly string[];
  /** Asked where there is more than one unit. */
  readonly unitId: string | undefined;
  /** Categories that are counted alike share the field. */
  readonly categories: readonly string[];
}

export interface SpecField {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly labelEn: string;
  readonly unit: string;
  readonly categories: readonly string[];
}

/** `study-route` → `StudyRoute`, as a part of a field's name. */
export const nameOf = (code: string): string =>
  code.replace(/(^|[^a-z0-9]+)([a-z0-9]?)/gi, (_all, _gap, letter: string) => letter.toUpperCase());

export const subjectsId = ({ code }: Category): string => `subjects${nameOf(code)}`;
export const featuresId = ({ code }: Category): string => `features${nameOf(code)}`;

/** Every need of it is about a person: only the least is asked. */
export const isAlwaysPersonal = ({ personal }: Category): boolean => personal?.when === 'always';
/** Some needs of it are about a person: that is asked first. */
export const isSometimesPersonal = ({ personal }: Category): boolean => personal?.when === 'sensitive';

/** Named after the first category, so that a category more does not change the names of the others. */
export function quantityFields({ categories }: Catalogue): readonly QuantityFields[] {
  const found = new Map<string, { first: string; units: readonly string[]; categories: string[] }>();
  for (const category of categories) {
    const { units, code } = category;
    if (isAlwaysPersonal(category) || units.length === 0) continue;
    const known = found.get(units.join('|'));
    if (known === undefined) found.set(units.join('|'), { first: code, units, categories: [code] });
    else known.categories.push(code);
  }
  return Array.from(found.values(), ({ first, units, categories: codes }) => ({
    id: `quantity${nameOf(first)}`,
    units,
    unitId: units.length > 1 ? `unit${nameOf(first)}` : undefined,
    categories: codes,
  }));
}

export const quantityOf = (catalogue: Catalogue, code: string): QuantityFields | undefined =>
  quantityFields(catalogue).find(({ categories }) => categories.includes(code));

export function specFields({ categories }: Catalogue): readonly SpecField[] {
  const found = new Map<string, SpecField & { categories: string[] }>();
  for (const { code: category, specs } of categories)
    for (const { code, label, labelEn, unit } of specs) {
      const known = found.get(code);
      if (known === undefined)
        found.set(code, { id: `spec${nameOf(code)}`, code, label, labelEn, unit, categories: [category] });
      else known.categories.push(category);
    }
  return [...found.values()];
}

/** Money is typed in 万元 and goes out in 元. */
export const yuan = '元';
/** Units that are measured and not counted. */
const measured: readonly string[] = ['亩', '平方米', '吨', '公斤', '米', '年', '万元', '兆伏安'];
export const decimalsOf = (units: readonly string[]): number => (units.some((unit) => measured.includes(unit)) ? 2 : 0);

/** Bands of school that places are asked for, with the field of their count. */
export const placeFields = [
  { band: 'kindergarten', id: 'placesKindergarten' },
  { band: 'primary', id: 'placesPrimary' },
  { band: 'lower-secondary', id: 'placesLowerSecondary' },
  { band: 'upper-secondary', id: 'placesUpperSecondary' },
] as const;
