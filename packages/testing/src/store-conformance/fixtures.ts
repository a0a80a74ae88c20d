/** Records, small assertions and ways of running a command that all parts of the suite share. */
import { defineCollection, type Document, type EventEnvelope } from '@zhaoshang/kernel';
import { UnitOfWork, type ChangeBatch, type StoreDriver, type StoreErrorKind } from '@zhaoshang/store';

export interface Entry extends Document {
  readonly day: string;
  readonly rank: number;
  /** Unique within a day; null is exempt. */
  readonly seat: string | null;
  readonly note?: unknown;
}

export const entries = defineCollection<Entry>({
  name: 'conformance_entries',
  fields: { day: 'string', rank: 'number', seat: 'string' },
  indexes: { byDay: ['day'], byDayAndRank: ['day', 'rank'], byRank: ['rank'] },
  unique: { seat: ['day', 'seat'] },
});

export interface Tally extends Document {
  readonly taken: number;
  readonly capacity: number;
}

export const tallies = defineCollection<Tally>({
  name: 'conformance_tallies',
  fields: { taken: 'number', capacity: 'number' },
  indexes: {},
  checks: { capacity: { field: 'taken', min: 0, maxField: 'capacity' } },
  audited: false,
});

export const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  day: '2026-03-02',
  rank: 1,
  seat: null,
  ...more,
  version: more.version ?? 1,
});

export const event = (id: string, payload: unknown = {}): EventEnvelope => ({
  id,
  name: 'conformance.entry-made',
  payload,
  at: '2026-03-02T01:00:00.000Z',
});

/** Plain text in which the order of an object's keys does not count. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(
            Object.entries(part)
              .filter(([, inner]) => inner !== undefined)
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : part,
    ) ?? 'undefined'
  );
}

export function same(actual: unknown, expected: unknown, what = 'value'): void {
  const [left, right] = [canonical(actual), canonical(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right.slice(0, 600)}, got ${left.slice(0, 600)}`);
}

export const idsOf = (documents: readonly (Document | undefined)[]): (string | undefined)[] =>
  documents.map((document) => document?.id);

/** The error a promise was rejected with; fails the test when it was not. */
export async function failure(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    return error as Error;
  }
  throw new Error('expected a failure, but it went through');
}

export async function refused(work: Promise<unknown>, kind: StoreErrorKind): Promise<void> {
  const error = (await failure(work)) as Error & { kind?: unknown };
  if (error.name !== 'StoreError' || error.kind !== kind)
    throw new Error(`expected StoreError "${kind}", got ${error.name} "${String(error.kind)}": ${error.message}`);
}

/** Runs one command as the runner does: reads and stages, then commits; rolls back when it fails before. */
export async function command<Result>(
  store: StoreDriver,
  work: (unit: UnitOfWork) => Promise<Result>,
  events: readonly EventEnvelope[] = [],
): Promise<Result> {
  const engine = await store.begin('write');
  const unit = new UnitOfWork(engine);
  let result: Result;
  let batch: ChangeBatch;
  try {
    result = await work(unit);
    batch = { changes: unit.batch(), events };
  } catch (error) {
    await engine.rollback();
    throw error;
  }
  await engine.commit(batch);
  return result;
}

/** Runs a command again as long as its failure is worth it. */
export async function persistently<Result>(
  store: StoreDriver,
  work: (unit: UnitOfWork) => Promise<Result>,
  events: readonly EventEnvelope[] = [],
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await command(store, work, events);
    } catch (error) {
      if ((error as { retryable?: boolean }).retryable !== true || attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
    }
  }
}

/** What is stored, seen by a transaction of its own. */
export async function stored(store: StoreDriver, ids: readonly string[]): Promise<readonly (Document | undefined)[]> {
  const engine = await store.begin('read');
  try {
    return await engine.getMany(entries, ids);
  } finally {
    await engine.rollback();
  }
}

export async function put(store: StoreDriver, ...documents: readonly Entry[]): Promise<void> {
  await command(store, async (unit) => {
    for (const document of documents) unit.insert(entries, document);
  });
}

/** A batch of changes handed to the driver itself, past the unit of work and its own guards. */
export async function commitRaw(store: StoreDriver, batch: Partial<ChangeBatch>): Promise<void> {
  const engine = await store.begin('write');
  await engine.commit({ changes: [], events: [], ...batch });
}
