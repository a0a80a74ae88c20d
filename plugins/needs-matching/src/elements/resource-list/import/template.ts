/** An empty sheet to fill in, with one example row, and the rows that could not be imported, to be put right. */
import type { Translate } from '@zhaoshang/elements';
import { writeCsv } from '../../../tabular/write-csv.ts';
import { writeXlsx } from '../../../tabular/write-xlsx.ts';
import type { ListWords } from '../list-words.ts';
import type { ImportSession } from './import-session.ts';
import { issueText } from './issue-words.ts';
import type { ResourceImportMessage } from './resource-import.messages.ts';
import { sheetColumns, wordOf } from './sheet-words.ts';

export function templateFile(words: ListWords, steward: string, title: string): Promise<Blob> {
  const { catalogue } = words;
  const provider = catalogue?.providers.find((each) => steward === '' || each.steward === steward);
  const category = catalogue?.categories[0];
  const year = Number(words.today.slice(0, 4));
  const example: Readonly<Record<string, string>> = {
    code: 'zy-001',
    type: category?.code ?? '',
    title: words.locale === 'en' ? 'Example; delete this row' : '示例，请删掉这一行',
    provider: provider?.code ?? '',
    capacity: '10',
    unit: category?.units[0] ?? catalogue?.units[0] ?? '',
    per: 'once',
    reserved: '0',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    tags: (catalogue?.tags ?? [])
      .slice(0, 2)
      .map(({ id }) => id)
      .join('、'),
    townCode: catalogue?.towns[0]?.code ?? '',
  };
  return writeXlsx(title, [
    sheetColumns.map(({ labels }) => labels[words.locale]),
    sheetColumns.map((column) => wordOf(words, column, example[column.name] ?? '')),
  ]);
}

/** The wrong rows as they stand in the file, with what is wrong behind them. */
export function wrongRowsFile(
  session: ImportSession,
  words: ListWords,
  msg: Translate<ResourceImportMessage>,
): Promise<Blob> {
  const { head } = session.table;
  function* lines(): Generator<readonly string[]> {
    yield [...head, msg('problem')];
    for (const { outcome, entry, issues, sameAs } of session.rows) {
      if (outcome !== 'wrong' && outcome !== 'repeat') continue;
      const cells = head.map((_, index) => entry.cells[index] ?? '');
      const problems = issues.map((issue) => issueText(msg, words, issue));
      yield [...cells, (sameAs === undefined ? problems : [msg('repeatOf', { n: sameAs })]).join(' ')];
    }
  }
  return writeCsv(lines());
}
