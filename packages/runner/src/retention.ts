/** Erases records whose time is over (PIPL Art. 19, 47): as declared with their collection, an audit row for each. */
import { instantText, newId, systemSession, type Collection } from '@zhaoshang/kernel';
import { UnitOfWork, type StoreDriver } from '@zhaoshang/store';
import { auditChanges } from './audit.ts';
import type { LoadedPlugin } from './loaded-plugin.ts';

const dayMs = 86_400_000;

/** The last date that is over: a day more than declared has passed then in every time zone. */
export function lastExpiredDate(now: number, retentionDays: number): string {
  return instantText(now - (retentionDays + 1) * dayMs).slice(0, 10);
}

/**
 * At most `limit` records of each collection; a long neglected store is worked off round by round. The audit trail keeps that there
 * was a record and that it went, as hashes. Returns how many went.
 */
export async function eraseExpired(
  store: StoreDriver,
  plugins: readonly LoadedPlugin[],
  now: number,
  limit: number,
): Promise<number> {
  let erased = 0;
  for (const { backend, configVersion } of plugins)
    for (const collection of backend.collections)
      erased += await eraseFrom(store, collection, {
        action: `${backend.contract.name}.erase`,
        configVersion,
        now,
        limit,
      });
  return erased;
}

async function eraseFrom(
  store: StoreDriver,
  collection: Collection,
  facts: { readonly action: string; readonly configVersion: string; readonly now: number; readonly limit: number },
): Promise<number> {
  const { retentionDays, retentionIndex } = collection;
  if (retentionDays === undefined || retentionIndex === undefined) return 0;
  const { now, limit, action, configVersion } = facts;
  const find = { index: retentionIndex, equals: [], to: lastExpiredDate(now, retentionDays), limit };
  const engine = await store.begin('write');
  let open = true;
  try {
    const unit = new UnitOfWork(engine);
    const expired = await unit.find(collection, find);
    if (expired.length === 0) return 0;
    expired.forEach((record) => unit.remove(collection, record));
    auditChanges(unit, {
      session: systemSession(''),
      action,
      now,
      reason: `保存 ${retentionDays} 天期满`,
      configVersion,
      traceId: newId('tr', now),
      newId: (prefix) => newId(prefix, now),
    });
    open = false;
    await engine.commit({ changes: unit.batch(), events: [] });
    return expired.length;
  } finally {
    if (open) await engine.rollback();
  }
}
