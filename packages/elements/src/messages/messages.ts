/** Texts of an element: zh-CN in the bundle, English loaded when it is asked for; a missing key does not compile. */
import type { Locale } from '@zhaoshang/kernel';

export type MessageData = Readonly<Record<string, unknown>>;

export interface Messages<Key extends string> {
  /** The sentences of a language, or `undefined` while they are being loaded. */
  of(locale: Locale): Readonly<Record<Key, string>> | undefined;
  /** Loads a language; on failure zh-CN stands in, so that the element never stays blank. */
  load(locale: Locale): Promise<void>;
}

/**
 * Declares an element's texts. `en` imports a module whose default export has the same keys.
 * `{name}` is filled from the data; `{n|place|places}` chooses by whether `n` is 1.
 */
export function defineMessages<Key extends string>(catalog: {
  'zh-CN': Readonly<Record<Key, string>>;
  en: () => Promise<{ default: Readonly<Record<Key, string>> }>;
}): Messages<Key> {
  let english: Readonly<Record<Key, string>> | undefined;
  let loading: Promise<void> | undefined;
  return {
    of: (locale) => (locale === 'en' ? english : catalog['zh-CN']),
    load: (locale) => {
      if (locale !== 'en') return Promise.resolve();
      loading ??= catalog.en().then(
        (module) => {
          english = module.default;
        },
        (error: unknown) => {
          loading = undefined;
          english = catalog['zh-CN'];
          console.warn('[zhaoshang] the English texts could not be loaded; Chinese stands in.', error);
        },
      );
      return loading;
    },
  };
}

const place = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/** A sentence as parts, the filled places kept as they are: what a template needs to put markup into a sentence. */
export function fillParts(sentence: string, data: MessageData): unknown[] {
  const parts: unknown[] = [];
  let end = 0;
  sentence.replace(
    place,
    (whole: string, name: string, one: string | undefined, other: string | undefined, at: number) => {
      const value = data[name];
      parts.push(sentence.slice(end, at), one === undefined ? (value ?? whole) : value === 1 ? one : other);
      end = at + whole.length;
      return whole;
    },
  );
  parts.push(sentence.slice(end));
  return parts;
}
