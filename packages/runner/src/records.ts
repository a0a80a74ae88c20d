/** Records the runner keeps beside the plugins' own. */
import { defineCollection, type AuditEntry, type Document, type EventEnvelope } from '@zhaoshang/kernel';

/** First result of a command, by actor and idempotency key. */
export interface IdempotencyRecord extends Document {
  readonly requestHash: string;
  readonly output: unknown;
  readonly events: readonly EventEnvelope[];
  /** Instant (ISO 8601) after which the record is removed. */
  readonly expiresAt: string;
}

export const idempotencyRecords = defineCollection<IdempotencyRecord>({
  name: 'idempotency',
  fields: { expiresAt: 'string' },
  indexes: { byExpiry: ['expiresAt'] },
  audited: false,
  retentionDays: 3,
});

/** Append-only. Personal fields are in it as hashes only. Kept at least 180 days (网络安全法; GB/T 22239 8.1.4.3). */
export const auditEntries = defineCollection<AuditEntry>({
  name: 'audit',
  fields: { subjectKey: 'string', at: 'string' },
  indexes: { bySubject: ['subjectKey'] },
  audited: false,
});

/** Collections that every store of the kit has, whatever its plugins. */
export const runnerCollections = [idempotencyRecords, auditEntries] as const;
