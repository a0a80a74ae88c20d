/** The audit trail: one row per changed record, staged in the transaction that changes it. */
import { instantText, type AuditEntry, type Collection, type Session, type Transaction } from '@zhaoshang/kernel';
import type { UnitOfWork } from '@zhaoshang/store';
import { fingerprint } from './fingerprint.ts';
import { auditEntries } from './records.ts';

export interface AuditFacts {
  readonly session: Session | null;
  readonly action: string;
  readonly now: number;
  readonly reason: string | null;
  readonly configVersion: string;
  readonly traceId: string;
  newId(prefix: string): string;
}

/** Where the rows of one record are found again. */
export const subjectKey = (collection: string, id: string): string => `${collection}/${id}`;

export function auditChanges(unit: UnitOfWork, facts: AuditFacts): void {
  for (const { collection, id, before, after } of unit.changes()) {
    if (collection.audited === false) continue;
    unit.insert(auditEntries, {
      id: facts.newId('au'),
      subjectKey: subjectKey(collection.name, id),
      at: instantText(facts.now),
      actor: facts.session?.subject ?? 'anonymous',
      actorName: facts.session?.displayName ?? '',
      roles: facts.session?.roles ?? [],
      action: facts.action,
      collection: collection.name,
      record: id,
      recordVersion: after?.version ?? 0,
      beforeHash: fingerprint(before),
      afterHash: fingerprint(after),
      reason: facts.reason,
      configVersion: facts.configVersion,
      traceId: facts.traceId,
    });
  }
}

/** Audit rows of one record, oldest first. */
export async function historyOf(tx: Transaction, collection: Collection, id: string): Promise<AuditEntry[]> {
  const rows = await tx.find(auditEntries, { index: 'bySubject', equals: [subjectKey(collection.name, id)] });
  return rows.sort((a, b) => a.recordVersion - b.recordVersion || (a.at < b.at ? -1 : 1));
}
