/** Names, amounts and days of the list as they are written (look.md §7), in the reader's language. */
import { formatDate } from '@zhaoshang/elements/words.ts';
import type { Locale } from '@zhaoshang/kernel';
import type { Catalogue, Category } from './resource-types.ts';

export interface WordSources {
  readonly locale: Locale;
  readonly catalogue: Catalogue | undefined;
  /** Today in the zone, `YYYY-MM-DD`. */
  readonly today: string;
}

/** `1,860`; three decimals at most. */
export function numberText(value: number): string {
  const [whole = '', part] = String(Math.round(value * 1000) / 1000).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',').replace('-', '−');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** `1,860 平方米`; without a unit the number alone. */
export const amountText = (value: number, unit: string): string =>
  unit === '' ? numberText(value) : `${numberText(value)} ${unit}`;

export class ListWords {
  private readonly sources: WordSources;
  /** Of a hundred thousand rows every one asks for names. */
  private names: { readonly of: unknown; readonly locale: Locale; readonly by: Map<string, string> } | undefined;

  constructor(sources: WordSources) {
    this.sources = sources;
  }

  get locale(): Locale {
    return this.sources.locale;
  }

  get today(): string {
    return this.sources.today;
  }

  get catalogue(): Catalogue | undefined {
    return this.sources.catalogue;
  }

  categoryOf(code: string): Category | undefined {
    return this.catalogue?.categories.find((each) => each.code === code);
  }

  category(code: string): string {
    return this.name('category', code);
  }

  provider(code: string): string {
    return this.name('provider', code);
  }

  town(code: string | null): string {
    return code === null ? '' : this.name('town', code);
  }

  tag(id: string): string {
    return this.name('tag', id);
  }

  /** A day; the year only where it is not this one. */
  date(day: string): string {
    return formatDate(day, { locale: this.locale, weekday: false, year: day.slice(0, 4) !== this.today.slice(0, 4) });
  }

  list(words: readonly string[]): string {
    return words.join(this.locale === 'en' ? ', ' : '、');
  }

  /** Days since the day of an instant in the zone. */
  daysSince(instant: string): number {
    return Math.max(0, Math.round((Date.parse(this.today) - Date.parse(instant.slice(0, 10))) / 86_400_000));
  }

  private name(kind: 'category' | 'provider' | 'town' | 'tag', code: string): string {
    const { catalogue, locale } = this;
    if (this.names?.of !== catalogue || this.names?.locale !== locale) {
      const by = new Map<string, string>();
      const set = (of: string, id: string, chinese: string, english: string): void =>
        void by.set(`${of}|${id}`, locale === 'en' && english !== '' ? english : chinese);
      catalogue?.categories.forEach((each) => set('category', each.code, each.name, each.nameEn));
      catalogue?.providers.forEach((each) => set('provider', each.code, each.shortName, each.nameEn));
      catalogue?.towns.forEach((each) => set('town', each.code, each.name, each.nameEn));
      catalogue?.tags.forEach((each) => set('tag', each.id, each.id, each.nameEn));
      this.names = { of: catalogue, locale, by };
    }
    return this.names?.by.get(`${kind}|${code}`) ?? code;
  }
}
