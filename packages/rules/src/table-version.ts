import { parseDate } from './temporal.ts';

/** What has versions: both days are inclusive, and an absent or null one is open. */
export interface Versioned {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom?: string | null;
  readonly effectiveTo?: string | null;
}

export type VersionErrorCode = 'no-version-in-force' | 'versions-overlap' | 'invalid-date';

/** There is not exactly one version for a day. `versions` are those that overlap, or the nearest before and after the gap. */
export class TableVersionError extends Error {
  override readonly name = 'TableVersionError';
  readonly code: VersionErrorCode;
  readonly onDate: string;
  readonly versions: readonly string[];

  constructor(code: VersionErrorCode, onDate: string, versions: readonly string[]) {
    super(`${code} ${onDate} ${versions.join(', ')}`);
    this.code = code;
    this.onDate = onDate;
    this.versions = versions;
  }
}

/**
 * The one version of a table that is in force on a day, `YYYY-MM-DD`; its first and its last day count.
 *
 * @throws TableVersionError for a gap, an overlap, or a date that does not exist
 */
export function chooseVersion<Table extends Versioned>(tables: readonly Table[], onDate: string): Table {
  const from = (table: Table): string => table.effectiveFrom ?? '0000-01-01';
  const to = (table: Table): string => table.effectiveTo ?? '9999-12-31';
  const wrong = [onDate, ...tables.flatMap((table) => [from(table), to(table)])].find(
    (date) => parseDate(date) === null,
  );
  if (wrong !== undefined) throw new TableVersionError('invalid-date', wrong, []);
  const inForce = tables.filter((table) => from(table) <= onDate && onDate <= to(table));
  if (inForce.length === 1) return inForce[0] as Table;
  if (inForce.length > 1) throw new TableVersionError('versions-overlap', onDate, inForce.map(versionOf));
  const sorted = [...tables].sort((a, b) => (from(a) < from(b) ? -1 : 1));
  const ended = sorted.filter((table) => to(table) < onDate).slice(-1);
  const coming = sorted.filter((table) => from(table) > onDate).slice(0, 1);
  throw new TableVersionError('no-version-in-force', onDate, [...ended, ...coming].map(versionOf));
}

const versionOf = ({ version }: Versioned): string => version;
