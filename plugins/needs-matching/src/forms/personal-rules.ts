/** When a need is about a person, as conditions over the answers (RES-11, COMM-11; PIPL Art. 6, 28, 31). */
import type { FormCondition } from '@zhaoshang/elements/schema-form/description.ts';
import type { Catalogue } from './catalogue-types.ts';
import { isAlwaysPersonal, isSometimesPersonal } from './category-fields.ts';

export interface PersonalRules {
  /** The need is about a person: only the least is asked. */
  readonly personal: FormCondition;
  readonly notPersonal: FormCondition;
  readonly minors: FormCondition;
  readonly medical: FormCondition;
}

/** The category is one of these. */
export const among = (codes: readonly string[]): FormCondition => ({ field: 'category', op: 'in', value: [...codes] });

export function personalRules({ categories }: Catalogue): PersonalRules {
  const codes = (test: (category: Catalogue['categories'][number]) => boolean): string[] =>
    categories.filter(test).map(({ code }) => code);
  const kind = (name: 'school' | 'medical'): FormCondition => ({
    any: [
      among(codes((category) => isAlwaysPersonal(category) && category.personal?.kind === name)),
      {
        all: [
          among(codes((category) => isSometimesPersonal(category) && category.personal?.kind === name)),
          'about = "person"',
        ],
      },
    ],
  });
  const [minors, medical] = [kind('school'), kind('medical')];
  const personal: FormCondition = { any: [minors, medical] };
  return { personal, notPersonal: { not: personal }, minors, medical };
}
