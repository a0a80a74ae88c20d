import { type CompiledCondition, type Condition, compileCondition } from '@zhaoshang/rules/condition.ts';
import { atLeast, gather } from './growing.ts';
import { type Column, isAbsent } from './columns.ts';

const none = -1;
/** A tree that cannot be read: nobody knows whether its resource may be had. */
export const unreadable = -2;

/** Condition trees: equal trees are one, compiled once, and asked once per need. */
export class ConditionColumn implements Column {
  readonly trees: CompiledCondition[] = [];
  private readonly numbers = new Map<string, number>();
  values = new Int32Array(0);

  write(row: number, value: unknown): string | undefined {
    this.values = atLeast(this.values, row + 1);
    const number = isAbsent(value) ? none : this.numberOf(value);
    this.values[row] = number;
    return number === unreadable ? 'not-a-condition' : undefined;
  }

  keep(rows: Int32Array): void {
    this.values = gather(this.values, rows);
  }

  private numberOf(condition: unknown): number {
    const key = JSON.stringify(condition);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    let number = unreadable;
    try {
      number = this.trees.push(compileCondition(condition as Condition)) - 1;
    } catch {
      // The report of `upsert` names the resource; the other rows of an import are in.
    }
    this.numbers.set(key, number);
    return number;
  }
}
