/** The list as a sheet (RES-8): rows, and a CSV file that a spreadsheet opens as text, never as formulas. */
import { hasRole } from '@zhaoshang/kernel';
import { resources, type Resource } from '../model/resources.ts';
import { nowText, type MatchingContext, type MatchingUseCase } from './matching-context.ts';
import { sheetColumns } from './sheet-columns.ts';

/** Rows of one file. */
const mostRows = 20_000;

export const exportResources: MatchingUseCase<'exportResources'> = {
  execute: async ({ steward, provider, type }, context) => {
    const { session } = context;
    const everywhere = hasRole(session, ['centre', 'leader', 'auditor', 'specialist']);
    const own = session?.department;
    if (!everywhere && (own === undefined || (steward !== undefined && steward !== own)))
      return context.fail('forbidden');
    const rows = await listed(context, everywhere ? steward : own, provider);
    const wanted = rows.filter((resource) => type === undefined || resource.type === type);
    const cells = wanted.map((resource) => sheetColumns.map(({ write }) => write(resource)));
    return {
      columns: sheetColumns.map(({ name, label }) => ({ name, label })),
      rows: cells,
      csv: csvOf([sheetColumns.map(({ label }) => label), ...cells]),
      asOf: nowText(context),
    };
  },
};

async function listed(
  { tx }: MatchingContext,
  steward: string | undefined,
  provider: string | undefined,
): Promise<Resource[]> {
  if (provider !== undefined) {
    const found = await tx.find(resources, { index: 'byProvider', equals: [provider], limit: mostRows });
    return found.filter((resource) => steward === undefined || resource.steward === steward);
  }
  return steward === undefined
    ? tx.find(resources, { index: 'byTitle', equals: [], limit: mostRows })
    : tx.find(resources, { index: 'bySteward', equals: [steward], limit: mostRows });
}

/** RFC 4180 with CRLF; the byte order mark lets spreadsheets see that it is UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

/** A text that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236); a plain number stays a number. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
