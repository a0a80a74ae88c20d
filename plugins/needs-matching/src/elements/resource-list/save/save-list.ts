/** The rows that are shown, as a file: in the columns and words in which a sheet is read again. */
import { writeCsv } from '../../../tabular/write-csv.ts';
import { writeXlsx } from '../../../tabular/write-xlsx.ts';
import { sheetColumns, wordOf } from '../import/sheet-words.ts';
import type { ListHost } from '../list-host.ts';
import { saveFile } from './save-file.ts';

/** Writes and saves the file; resolves with the number of resources in it. */
export async function saveList(host: ListHost, format: 'csv' | 'xlsx'): Promise<number> {
  const { words, steward, shown, msg } = host;
  const sheet = await host.matching().exportResources(steward === '' ? {} : { steward });
  const codeAt = sheet.columns.findIndex(({ name }) => name === 'code');
  const byCode = new Map(sheet.rows.map((row) => [row[codeAt] ?? '', row]));
  // In the order of the page; what the export does not have is no longer there.
  const rows = shown.flatMap(({ code }) => {
    const row = byCode.get(code);
    return row === undefined ? [] : [row];
  });
  const places = sheet.columns.map(({ name }) => sheetColumns.find((column) => column.name === name));
  const head = sheet.columns.map(({ label }, index) => places[index]?.labels[words.locale] ?? label);
  function* lines(): Generator<readonly string[]> {
    yield head;
    for (const row of rows) yield row.map((cell, index) => wordOf(words, places[index], cell));
  }
  const file = format === 'csv' ? await writeCsv(lines()) : await writeXlsx(msg('viewList'), lines());
  saveFile(file, `${msg('viewList')}-${words.today}.${format}`);
  return rows.length;
}
