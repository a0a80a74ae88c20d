/**
 * What is left of resources. Every take and return goes through here: the counter is read by its id, so it is locked until the end of the
 * command, and the store itself refuses one beyond its capacity. Whatever changes gets the zone's next revision.
 */
import { randomCode, type Draft } from '@zhaoshang/kernel';
import { resources, revisionId, revisions, stocks, type Resource, type Stock } from '../model/resources.ts';
import { fromThousandths, matchable, toThousandths } from '../rules/quantities.ts';
import type { MatchingContext } from './matching-context.ts';

export class StockRoom {
  readonly #context: MatchingContext;
  readonly #changed = new Map<string, Resource>();
  #revision: number | undefined;

  constructor(context: MatchingContext) {
    this.#context = context;
  }

  /** Ends with `capacity-short` where not so much is left; nothing is written then. */
  async take(resource: Resource, quantity: number): Promise<void> {
    const stock = await this.#stock(resource);
    const wanted = toThousandths(quantity);
    if (stock.taken + wanted > stock.capacity)
      this.#context.fail('capacity-short', {
        resourceId: resource.id,
        available: fromThousandths(Math.max(0, stock.capacity - stock.taken)),
        unit: resource.unit,
      });
    await this.#write(resource, stock, stock.taken + wanted);
  }

  async giveBack(resourceId: string, quantity: number): Promise<void> {
    const resource = await this.#context.tx.get(resources, resourceId);
    if (resource === undefined) return;
    const stock = await this.#stock(resource);
    await this.#write(resource, stock, Math.max(0, stock.taken - toThousandths(quantity)));
  }

  async add(draft: Draft<Resource>): Promise<Resource> {
    const resource = this.#context.tx.insert(resources, draft);
    await this.#write(resource, await this.#stock(resource), 0);
    return resource;
  }

  /** Writes a resource that was read before, and its counter. Ends with `capacity-in-use` below what is promised. */
  async change(resource: Resource): Promise<Resource> {
    const stock = await this.#stock(resource);
    if (stock.taken > stock.capacity)
      this.#context.fail('capacity-in-use', { taken: fromThousandths(stock.taken), unit: resource.unit });
    const changed = this.#context.tx.update(resources, resource);
    await this.#write(changed, stock, stock.taken);
    return changed;
  }

  /** What is promised, where the resource as it is to be would have less; else `undefined`. */
  async promisedBeyond(resource: Resource): Promise<number | undefined> {
    const stock = await this.#stock(resource);
    return stock.taken > stock.capacity ? fromThousandths(stock.taken) : undefined;
  }

  /** The revision of everything this command changes. */
  async revision(): Promise<number> {
    if (this.#revision !== undefined) return this.#revision;
    const { tx } = this.#context;
    const before = await tx.get(revisions, revisionId);
    const latest = (before?.latest ?? 0) + 1;
    if (before === undefined) tx.insert(revisions, { id: revisionId, epoch: randomCode(16), latest });
    else tx.update(revisions, { ...before, latest });
    this.#revision = latest;
    return latest;
  }

  /** Tells once per resource what changed; the last thing a command does. */
  async publish(): Promise<void> {
    if (this.#changed.size === 0) return;
    const revision = await this.revision();
    for (const { id, type } of this.#changed.values())
      this.#context.emit('needs-matching.resource-changed', { resourceId: id, type, revision });
    this.#changed.clear();
  }

  /** The counter as it is to be read now: its capacity is what the resource says, not what it said when it was last written. */
  async #stock(resource: Resource): Promise<Stock> {
    const stock = await this.#context.tx.get(stocks, resource.id);
    const capacity = matchable(resource);
    return stock === undefined
      ? { id: resource.id, version: 0, capacity, taken: 0, low: false, revision: 0 }
      : { ...stock, capacity };
  }

  async #write(resource: Resource, stock: Stock, taken: number): Promise<void> {
    const { tx, config } = this.#context;
    const left = stock.capacity - taken;
    const low = stock.capacity > 0 && left * 100 <= stock.capacity * config.lowCapacityPct;
    const { version, ...kept } = stock;
    // What the provider took away below what is promised shows as nothing left, not as a broken counter.
    const next = { ...kept, capacity: Math.max(stock.capacity, taken), taken, low, revision: await this.revision() };
    if (version === 0) tx.insert(stocks, next);
    else tx.update(stocks, { ...next, version });
    if (low && !stock.low && taken > stock.taken)
      this.#context.emit('needs-matching.capacity-low', {
        resourceId: resource.id,
        type: resource.type,
        steward: resource.steward,
        available: fromThousandths(Math.max(0, left)),
      });
    this.#changed.set(resource.id, resource);
  }
}
