/** What PostgreSQL's SQLSTATE codes mean to the port. */
import { isZsError } from '@zhaoshang/kernel';
import { StoreError, type StoreErrorKind } from '../driver.ts';

interface DatabaseErrorLike {
  readonly code?: unknown;
  readonly table?: unknown;
  readonly message?: unknown;
}

const kindOfCode = (code: string): StoreErrorKind | undefined => {
  if (code === 'ZS001') return 'version';
  if (code === '23505') return 'unique';
  // Integrity, data that cannot be stored as text or number, and index entries that are too long.
  if (code.startsWith('23') || code.startsWith('22') || code.startsWith('54')) return 'check';
  // Serialization failure, deadlock, lock not to be had in time, statement out of time.
  if (code === '40001' || code === '40P01' || code === '55P03' || code === '57014') return 'busy';
  if (code === '53100') return 'full';
  // No connection, server going down or starting, out of connections or memory, a standby that only reads.
  if (/^(08|53|57P0|25006|25P03|58)/.test(code)) return 'unavailable';
  return undefined;
};

/** The port's error for what an executor threw; mistakes in this program are handed on as they are. */
export function storeErrorOf(error: unknown, tablePrefix: string): unknown {
  if (error instanceof StoreError || isZsError(error) || !(error instanceof Error)) return error;
  const { code, table } = error as DatabaseErrorLike;
  const options = {
    cause: error,
    ...(typeof table === 'string' && table !== ''
      ? { collection: table.startsWith(tablePrefix) ? table.slice(tablePrefix.length) : table }
      : {}),
  };
  // A socket's error has a number of its own; EPIPE looks like an SQLSTATE otherwise.
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !('errno' in error)) {
    const kind = kindOfCode(code);
    return kind === undefined ? error : new StoreError(kind, error.message, options);
  }
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return error;
  // What has no SQLSTATE comes from the socket or the pool: refused, reset, timed out, ended.
  return new StoreError('unavailable', error.message, options);
}
