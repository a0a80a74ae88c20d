/** Languages the kit speaks. zh-CN is complete first; en is complete. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A sentence in every language of the kit. `{name}` is filled from the data that goes with it. */
export type Localized = Readonly<Record<Locale, string>>;

/** The supported locale nearest to a BCP 47 tag or an Accept-Language header; zh-CN when nothing fits. */
export function nearestLocale(tag: string | null | undefined): Locale {
  const first = (tag ?? '').split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh-CN';
}

/** Fills `{name}` from plain data; an unknown name stays visible, so that it is found. */
export function fill(template: string, data: unknown): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data !== null && typeof data === 'object' ? (data as Record<string, unknown>)[name] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}
