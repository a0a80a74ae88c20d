/** Names, amounts and days of a zone as they are written (look.md §7), in the reader's language; no texts of its own. */
import type { MessageHost } from '@zhaoshang/elements';
import { formatDate, unbroken } from '@zhaoshang/elements/words.ts';
import type { Locale } from '@zhaoshang/kernel';
import type { TemplateResult } from 'lit';
import type { Catalogue, Category } from './proposal-types.ts';

/** What an element tells the shared templates of itself; both are asked at each rendering. */
export interface ProposalSources {
  catalogue(): Catalogue | undefined;
  /** Date in the zone, `YYYY-MM-DD`. */
  today(): string;
}

/** Whole points without a tail, tenths with one, others with two decimals. */
export function pointsText(points: number): string {
  const tenths = Math.round(points * 10);
  return Math.abs(points * 10 - tenths) < 1e-6 ? String(tenths / 10) : points.toFixed(2);
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

/** Names of the catalogue and days; what a first view needs before anything of a match is shown. */
export class ZoneWords {
  private readonly host: MessageHost;
  private readonly sources: ProposalSources;

  constructor(host: MessageHost, sources: ProposalSources) {
    this.host = host;
    this.sources = sources;
  }

  get locale(): Locale {
    return this.host.locale;
  }

  get catalogue(): Catalogue | undefined {
    return this.sources.catalogue();
  }

  get today(): string {
    return this.sources.today();
  }

  categoryOf(code: string): Category | undefined {
    return this.catalogue?.categories.find((each) => each.code === code);
  }

  /** Name of a category; its code where it is unknown. */
  category(code: string): string {
    const found = this.categoryOf(code);
    return found === undefined ? code : this.named(found.name, found.nameEn);
  }

  town(code: string | null): string {
    const found = this.catalogue?.towns.find((each) => each.code === code);
    return found === undefined ? (code ?? '') : this.named(found.name, found.nameEn);
  }

  /** Short name of a department or a partner. */
  provider(code: string): string {
    const found = this.catalogue?.providers.find((each) => each.code === code);
    return found === undefined ? code : this.named(found.shortName, found.nameEn);
  }

  /** A day; the year only where it is not this one. */
  date(day: string, weekday = false): string {
    return formatDate(day, { locale: this.locale, weekday, year: day.slice(0, 4) !== this.today.slice(0, 4) });
  }

  day(day: string, weekday = false): TemplateResult {
    return unbroken(this.date(day, weekday));
  }

  /** A text of the backend with its dates as people write them. */
  datesIn(text: string): string {
    return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => this.date(day));
  }

  list(words: readonly string[]): string {
    return words.join(this.locale === 'en' ? ', ' : '、');
  }

  private named(chinese: string, english: string): string {
    return this.locale === 'en' && english !== '' ? english : chinese;
  }
}
