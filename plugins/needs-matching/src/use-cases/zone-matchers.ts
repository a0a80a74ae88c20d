/**
 * The engine's copy of a zone's resources, one matcher per category: built once, then kept up by what was committed, whoever committed it.
 * Before every use the zone's revision is read: what is newer is fetched by it, so that a copy is never staler than its store. Only queries
 * come here: what a command has staged may still be taken back.
 */
import type { Collection, Document, Find } from '@zhaoshang/kernel';
import { createMatcher, type Matcher } from '../engine/index.ts';
import type { NeedsMatchingConfig } from '../model/config.ts';
import { resources, revisionId, revisions, stocks, type Resource, type Stock } from '../model/resources.ts';
import { resourceStates } from '../model/states.ts';
import { resourceFacts } from '../rules/engine-facts.ts';
import { matchingSchema } from '../rules/matching-schema.ts';
import { availableOf } from '../rules/quantities.ts';
import type { MatchingContext } from './matching-context.ts';

export interface ResourceShelf {
  readonly resource: Resource;
  readonly available: number;
}

export interface ZoneMatchers {
  /** The matcher of a category; a category of the settings always has one. */
  of(category: string): Matcher;
  shelf(resourceId: string): ResourceShelf | undefined;
  /** Every resource of a category, closed ones too. */
  ofCategory(category: string): readonly ResourceShelf[];
  readonly all: ReadonlyMap<string, ResourceShelf>;
}

/** Resources read per search while a copy is built. */
const chunk = 20_000;

class ZoneCopy implements ZoneMatchers {
  readonly #config: NeedsMatchingConfig;
  readonly #matchers = new Map<string, Matcher>();
  readonly #byCategory = new Map<string, Map<string, ResourceShelf>>();
  readonly all = new Map<string, ResourceShelf>();
  epoch = '';
  revision = 0;

  constructor(config: NeedsMatchingConfig) {
    this.#config = config;
  }

  of(category: string): Matcher {
    let matcher = this.#matchers.get(category);
    if (matcher === undefined) {
      const config = this.#config;
      const spec = config.categories.find(({ code }) => code === category);
      if (spec === undefined) throw new TypeError(`The settings of the zone have no category "${category}".`);
      matcher = createMatcher({
        schema: matchingSchema(config, spec),
        weights: config.weights,
        synonyms: config.synonyms,
      });
      this.#matchers.set(category, matcher);
    }
    return matcher;
  }

  shelf(resourceId: string): ResourceShelf | undefined {
    return this.all.get(resourceId);
  }

  ofCategory(category: string): readonly ResourceShelf[] {
    return [...(this.#byCategory.get(category)?.values() ?? [])];
  }

  /** Takes resources as they are now; a changed type moves to the other matcher. */
  put(shelves: readonly ResourceShelf[]): void {
    const byType = new Map<string, ResourceShelf[]>();
    for (const shelf of shelves) {
      const { id, type } = shelf.resource;
      const before = this.all.get(id);
      if (before !== undefined && before.resource.type !== type) {
        this.of(before.resource.type).remove([id]);
        this.#byCategory.get(before.resource.type)?.delete(id);
      }
      this.all.set(id, shelf);
      let category = this.#byCategory.get(type);
      if (category === undefined) this.#byCategory.set(type, (category = new Map()));
      category.set(id, shelf);
      const list = byType.get(type);
      if (list === undefined) byType.set(type, [shelf]);
      else list.push(shelf);
    }
    for (const [type, list] of byType)
      if (this.#config.categories.some(({ code }) => code === type))
        this.of(type).upsert(list.map(({ resource, available }) => resourceFacts(this.#config, resource, available)));
  }
}

/** One copy per settings object, which there is one of per process and zone. */
const copies = new WeakMap<NeedsMatchingConfig, ZoneCopy>();

/** The zone's matchers as of this transaction. */
export async function zoneMatchers(context: MatchingContext): Promise<ZoneMatchers> {
  const { tx, config } = context;
  const mark = await tx.get(revisions, revisionId);
  const epoch = mark?.epoch ?? '';
  let copy = copies.get(config);
  // Another store under the same settings (a test, a store that was emptied) is another zone.
  if (copy === undefined || copy.epoch !== epoch || copy.revision > (mark?.latest ?? 0)) {
    copy = new ZoneCopy(config);
    copy.epoch = epoch;
    if (epoch === '') return copy;
  }
  if (copy.revision < (mark?.latest ?? 0)) await readNewer(context, copy, mark?.latest ?? 0);
  // Two queries may have read the same news side by side; both copies are right, the last one stays.
  copies.set(config, copy);
  return copy;
}

/**
 * The matcher that last answered for a category, as it stands: for figures that a person has just been shown. It is read only, and knows
 * nothing of what this transaction has staged; `undefined` where this process was not asked yet.
 */
export async function lastMatcher({ tx, config }: MatchingContext, category: string): Promise<Matcher | undefined> {
  const mark = await tx.get(revisions, revisionId);
  const copy = copies.get(config);
  return copy !== undefined && copy.epoch !== '' && copy.epoch === mark?.epoch ? copy.of(category) : undefined;
}

async function readNewer(context: MatchingContext, copy: ZoneCopy, latest: number): Promise<void> {
  const news = await everything(context, stocks, { index: 'byRevision', equals: [], from: copy.revision + 1 });
  const read = copy.revision === 0 ? await allResources(context) : await theseResources(context, news);
  // Nothing is awaited from here on: a copy is either as it was or as it is to be.
  if (copy.revision >= latest) return;
  copy.put(
    news.flatMap((stock) => {
      const resource = read.get(stock.id);
      return resource === undefined ? [] : [{ resource, available: availableOf(resource, stock) }];
    }),
  );
  copy.revision = latest;
}

async function allResources(context: MatchingContext): Promise<Map<string, Resource>> {
  const all = new Map<string, Resource>();
  for (const state of resourceStates)
    for (const resource of await everything(context, resources, { index: 'byTitle', equals: [state] }))
      all.set(resource.id, resource);
  return all;
}

/** Asked for all at once, so that an engine can answer all at once. */
async function theseResources({ tx }: MatchingContext, news: readonly Stock[]): Promise<Map<string, Resource>> {
  const read = await Promise.all(news.map(({ id }) => tx.get(resources, id)));
  return new Map(read.flatMap((resource) => (resource === undefined ? [] : [[resource.id, resource] as const])));
}

/** Everything a search finds, in pieces. */
async function everything<D extends Document>(
  { tx }: MatchingContext,
  collection: Collection<D>,
  find: Find,
): Promise<D[]> {
  const all: D[] = [];
  for (let after: D | undefined; ; after = all[all.length - 1]) {
    const found = await tx.find(collection, { ...find, limit: chunk, ...(after === undefined ? {} : { after }) });
    all.push(...found);
    if (found.length < chunk) return all;
  }
}
