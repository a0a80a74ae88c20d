import { unknownPair } from './assign-errors.ts';
import type { NeedFacts } from '../schema/fields.ts';
import type { ResourceStore } from '../store/resource-store.ts';

/** Needs and resources as the solver counts them: from 0 in the order of their ids, so that ties go to the smaller id. */
export class Numbering {
  readonly needs: readonly NeedFacts[];
  /** Resource ids by number, and their rows when the numbering was made. */
  readonly ids: readonly string[];
  readonly rows: Int32Array;
  /** Number of each row; -1 for a dead one. */
  readonly ofRow: Int32Array;
  private readonly needNumbers: ReadonlyMap<string, number>;
  private readonly resourceNumbers: ReadonlyMap<string, number>;

  constructor(needs: readonly NeedFacts[], store: ResourceStore) {
    const byId = new Map(needs.map((need) => [need.id, need]));
    this.needs = [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
    this.needNumbers = new Map(this.needs.map(({ id }, number) => [id, number]));
    this.ids = [...store.rowOf.keys()].sort();
    this.rows = Int32Array.from(this.ids, (id) => store.rowOf.get(id) as number);
    this.resourceNumbers = new Map(this.ids.map((id, number) => [id, number]));
    this.ofRow = new Int32Array(store.rows).fill(-1);
    for (let number = 0; number < this.rows.length; number += 1) this.ofRow[this.rows[number] as number] = number;
  }

  hasNeed(id: string): boolean {
    return this.needNumbers.has(id);
  }

  /** Throws `unknown-pair`. */
  need(id: string): number {
    return known(this.needNumbers.get(id), { need: id });
  }

  /** Throws `unknown-pair`. */
  resource(id: string): number {
    return known(this.resourceNumbers.get(id), { resource: id });
  }
}

function known(number: number | undefined, named: object): number {
  if (number === undefined) throw unknownPair(named);
  return number;
}
