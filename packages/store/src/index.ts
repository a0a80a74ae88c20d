export type { Change, ChangeBatch, DriverTransaction, StoredEvent, StoreDriver, StoreErrorKind } from './driver.ts';
export { StoreError } from './driver.ts';
export type { RecordChange } from './unit-of-work.ts';
export { UnitOfWork } from './unit-of-work.ts';
