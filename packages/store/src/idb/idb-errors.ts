/** What the browser's storage errors mean to the port. */
import { StoreError, type StoreErrorKind } from '../driver.ts';

const kinds: Readonly<Record<string, StoreErrorKind>> = {
  QuotaExceededError: 'full',
  ConstraintError: 'unique',
  DataError: 'check',
  // Storage switched off, private mode, a lost or closing connection, a newer page's database, a broken disk.
  AbortError: 'unavailable',
  InvalidStateError: 'unavailable',
  SecurityError: 'unavailable',
  NotAllowedError: 'unavailable',
  UnknownError: 'unavailable',
  VersionError: 'unavailable',
  NotFoundError: 'unavailable',
  TimeoutError: 'busy',
};

/** A mistake in a use case: IndexedDB ends a transaction as soon as it is idle. */
export function endedEarly(): TypeError {
  return new TypeError(
    'The store transaction ended early: something else than the store was awaited while it was open, ' +
      'and IndexedDB ends a transaction as soon as it is idle.',
  );
}

export function idbErrorOf(error: unknown, collection?: string): unknown {
  if (error instanceof StoreError) return error;
  const { name, message } = (error ?? {}) as { name?: unknown; message?: unknown };
  if (name === 'TransactionInactiveError') return endedEarly();
  const kind = typeof name === 'string' ? kinds[name] : undefined;
  if (kind === undefined) return error;
  return new StoreError(kind, typeof message === 'string' && message !== '' ? message : String(name), {
    cause: error,
    ...(collection === undefined ? {} : { collection }),
  });
}
