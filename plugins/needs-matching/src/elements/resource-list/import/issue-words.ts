/** What is wrong with a row, and what to do about it. */
import type { Translate } from '@zhaoshang/elements';
import type { ListWords } from '../list-words.ts';
import type { EntryIssue } from './entries.ts';
import type { ResourceImportMessage } from './resource-import.messages.ts';
import { sheetColumns, wordOf } from './sheet-words.ts';

const known = [
  'empty',
  'controls',
  'direction',
  'too-long',
  'code',
  'number',
  'date',
  'category',
  'provider',
  'town',
  'period',
  'no-such-category',
  'no-such-provider',
  'no-such-choice',
  'forbidden',
  'capacity-in-use',
] as const;
type Known = (typeof known)[number];
const isKnown = (rule: string): rule is Known => (known as readonly string[]).includes(rule);

export function columnLabel(words: ListWords, name: string): string {
  return sheetColumns.find((column) => column.name === name)?.labels[words.locale] ?? name;
}

/** A sentence for one issue: `容量：请填数字，现在是“约三百”。` */
export function issueText(
  msg: Translate<ResourceImportMessage>,
  words: ListWords,
  { column, rule, value, message }: EntryIssue,
): string {
  const what = columnLabel(words, column);
  const shown = wordOf(
    words,
    sheetColumns.find(({ name }) => name === column),
    value,
  );
  // The backend's own sentence is in Chinese and knows more than its rule.
  const sentence =
    message !== undefined && words.locale === 'zh-CN'
      ? message
      : isKnown(rule)
        ? msg(`issue_${rule}`, { value: shown })
        : msg('issue_unfit', { value: shown });
  return msg('issueIn', { column: what, sentence });
}
