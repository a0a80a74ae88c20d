/** Forgets what need not be kept: remembered results past their time, and events older than any reader's place. */
import { instantText, type Clock } from '@zhaoshang/kernel';
import { StoreError, UnitOfWork, type StoreDriver } from '@zhaoshang/store';
import { idempotencyRecords } from './records.ts';

export interface HousekeepingOptions {
  /** Events kept in the outbox for readers that come back; 20,000 by default. */
  readonly keepEvents?: number;
  /** Remembered results removed per transaction; 500 by default. */
  readonly batchLimit?: number;
}

/** One round; returns how many remembered results went. */
export async function keepHouse(
  store: StoreDriver,
  now: number,
  { keepEvents = 20_000, batchLimit = 500 }: HousekeepingOptions = {},
): Promise<number> {
  const last = await store.lastSequence();
  if (last > keepEvents) await store.trimEvents(last - keepEvents);
  const engine = await store.begin('write');
  let open = true;
  try {
    const unit = new UnitOfWork(engine);
    const expired = await unit.find(idempotencyRecords, {
      index: 'byExpiry',
      equals: [],
      to: instantText(now),
      limit: batchLimit,
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
