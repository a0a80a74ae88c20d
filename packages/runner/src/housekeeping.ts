/**
 * Forgets what need not be kept: remembered results past their time, events older than any reader's place, and records whose
 * retention is over.
 */
import { instantText, type Clock } from '@zhaoshang/kernel';
import { StoreError, UnitOfWork, type StoreDriver } from '@zhaoshang/store';
import type { LoadedPlugin } from './loaded-plugin.ts';
import { idempotencyRecords } from './records.ts';
import { eraseExpired } from './retention.ts';

export interface HousekeepingOptions {
  /** Hours that events stay in the outbox for readers that come back; 24 by default. */
  readonly keepEventsHours?: number;
  /** Plugins whose records are erased when their retention is over; none unless given. */
  readonly plugins?: readonly LoadedPlugin[];
  /** Remembered results, and records of each collection, removed per round; 500 by default. */
  readonly batchLimit?: number;
}

/** One round; returns how many remembered results and records went. */
export async function keepHouse(
  store: StoreDriver,
  now: number,
  { keepEventsHours = 24, batchLimit = 500, plugins = [] }: HousekeepingOptions = {},
): Promise<number> {
  await trimOutbox(store, now - keepEventsHours * 3_600_000);
  return (await forgetResults(store, now, batchLimit)) + (await eraseExpired(store, plugins, now, batchLimit));
}

async function forgetResults(store: StoreDriver, now: number, limit: number): Promise<number> {
  const engine = await store.begin('write');
  let open = true;
  try {
    const unit = new UnitOfWork(engine);
    const expired = await unit.find(idempotencyRecords, {
      index: 'byExpiry',
      equals: [],
      to: instantText(now),
      limit,
    });
    if (expired.length === 0) return 0;
    expired.forEach((record) => unit.remove(idempotencyRecords, record));
    open = false;
    await engine.commit({ changes: unit.batch(), events: [] });
    return expired.length;
  } finally {
    if (open) await engine.rollback();
  }
}

/** A thousand events per step, so that a long neglected outbox does not come into memory at once. */
async function trimOutbox(store: StoreDriver, before: number): Promise<void> {
  for (;;) {
    const rows = await store.eventsAfter(0, 1_000);
    const kept = rows.findIndex(({ event }) => !(Date.parse(event.at) < before));
    const last = rows[(kept < 0 ? rows.length : kept) - 1];
    if (last === undefined) return;
    await store.trimEvents(last.sequence);
    if (kept >= 0) return;
  }
}

/** Keeps house every `everySeconds`; a round that another process disturbed is left to the next one. */
export function startHousekeeping(
  store: StoreDriver,
  clock: Clock,
  onError: (error: unknown) => void,
  { everySeconds = 600, ...options }: HousekeepingOptions & { readonly everySeconds?: number } = {},
): () => void {
  const timer = setInterval(() => {
    keepHouse(store, clock.now(), options).catch((error: unknown) => {
      if (!(error instanceof StoreError && error.retryable)) onError(error);
    });
  }, everySeconds * 1000);
  return () => clearInterval(timer);
}
