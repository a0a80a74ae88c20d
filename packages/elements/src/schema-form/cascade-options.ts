/** What is loaded of the trees of a form, and what is being searched for in them. */
import type { Locale } from '@zhaoshang/kernel';
import type { CascadeDescription, FieldDescription } from './description.ts';
import type { FieldHost, FieldLooks } from './field-view.ts';
import type { OptionSource, TreeOption } from './option-source.ts';
import { pick } from './wording.ts';

/** Sources by name, each fetched when its first field is shown. */
export type OptionSources = Readonly<Record<string, () => Promise<OptionSource>>>;

type Loaded<T> =
  { readonly state: 'loading' } | { readonly state: 'failed' } | { readonly state: 'ready'; readonly value: T };
type Results = readonly (readonly TreeOption[])[];
interface Search {
  readonly words: string;
  readonly results: Loaded<Results>;
}

/** Trees of a form as its element uses them; `cascade-field.ts` makes them, in a chunk that only such forms load. */
export interface Cascades {
  use(sources: OptionSources): void;
  nameOf(field: FieldDescription | undefined, code: string): string | undefined;
  view(host: FieldHost, field: CascadeDescription, looks: FieldLooks): unknown;
}

/** What it needs of its element. */
export interface OptionsHost {
  readonly locale: Locale;
  requestUpdate(): void;
}

const pause = 200;

export class CascadeOptions {
  private readonly host: OptionsHost;
  private given: OptionSources = {};
  private sources = new Map<string, Promise<OptionSource>>();
  private loaded = new Map<string, Loaded<readonly TreeOption[]>>();
  private readonly asked = new Map<string, Promise<void>>();
  private searches = new Map<string, Search>();
  private searchable = new Map<string, boolean>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: OptionsHost) {
    this.host = host;
  }

  use(sources: OptionSources): void {
    if (sources === this.given) return;
    this.given = sources;
    this.sources = new Map();
    this.loaded = new Map();
  }

  /** Options below a code; asked for once, again after a failure when `retry` was called. */
  below(source: string, code: string | null): Loaded<readonly TreeOption[]> {
    return this.ask(`${source}/below/${code ?? ''}`, source, (tree) => tree.children(code));
  }

  /** Resolves when the levels on the way down these codes are there, or are known not to come. */
  async arrived(source: string, codes: readonly string[]): Promise<void> {
    const wanted = [null, ...codes.slice(0, -1)];
    wanted.forEach((code) => this.below(source, code));
    await Promise.all(wanted.map(async (code) => await this.asked.get(`${source}/below/${code ?? ''}`)));
  }

  path(source: string, code: string): Loaded<readonly TreeOption[]> {
    return this.ask(`${source}/path/${code}`, source, (tree) => tree.path(code));
  }

  canSearch(source: string): boolean {
    return this.searchable.get(source) === true;
  }

  search(field: string): Search | undefined {
    return this.searches.get(field);
  }

  /** Searches once the typing pauses; an older answer never overwrites a newer one. */
  look(field: string, source: string, words: string): void {
    clearTimeout(this.timer);
    if (words.trim() === '') this.searches.delete(field);
    else this.searches.set(field, { words, results: { state: 'loading' } });
    this.host.requestUpdate();
    if (words.trim() === '') return;
    const finish = (results: Loaded<Results>): void => {
      if (this.searches.get(field)?.words !== words) return;
      this.searches.set(field, { words, results });
      this.host.requestUpdate();
    };
    this.timer = setTimeout(() => {
      this.tree(source)
        .then((tree) => tree.search?.(words) ?? [])
        .then(
          (value) => finish({ state: 'ready', value }),
          () => finish({ state: 'failed' }),
        );
    }, pause);
  }

  retry(): void {
    this.sources = new Map();
    this.loaded.forEach(({ state }, key) => state === 'failed' && this.loaded.delete(key));
    this.host.requestUpdate();
  }

  nameOf(field: FieldDescription | undefined, code: string): string | undefined {
    if (field?.kind !== 'cascade') return undefined;
    const path = this.path(field.source, code);
    const last = path.state === 'ready' ? path.value[path.value.length - 1] : undefined;
    return last === undefined ? undefined : pick(last.label, this.host.locale);
  }

  private tree(name: string): Promise<OptionSource> {
    let source = this.sources.get(name);
    if (source === undefined) {
      const load = this.given[name];
      source = load === undefined ? Promise.reject(new TypeError(`No source "${name}".`)) : load();
      void source.then(
        (tree) => {
          this.searchable.set(name, tree.search !== undefined);
          this.host.requestUpdate();
        },
        (error: unknown) => console.warn(`[zhaoshang] the options of "${name}" could not be loaded.`, error),
      );
      this.sources.set(name, source);
    }
    return source;
  }

  private ask(
    key: string,
    source: string,
    question: (tree: OptionSource) => Promise<readonly TreeOption[]>,
  ): Loaded<readonly TreeOption[]> {
    const known = this.loaded.get(key);
    if (known !== undefined) return known;
    const loading = { state: 'loading' } as const;
    const finish = (answer: Loaded<readonly TreeOption[]>): void => {
      if (this.loaded.get(key) !== loading) return;
      this.loaded.set(key, answer);
      this.host.requestUpdate();
    };
    this.loaded.set(key, loading);
    const answered = this.tree(source)
      .then(question)
      .then(
        (value) => finish({ state: 'ready', value }),
        () => finish({ state: 'failed' }),
      );
    this.asked.set(key, answered);
    return loading;
  }
}
