/** The judged rows: counts by result, one page of them, and for each what is to be done. */
import { alertIcon, icon, leftIcon, okIcon, plusIcon, rightIcon } from '@zhaoshang/elements/icons.ts';
import { editIcon, queueIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import type { Translate } from '@zhaoshang/elements';
import { html, nothing, type TemplateResult } from 'lit';
import type { ListWords } from '../list-words.ts';
import { outcomes, type ImportSession, type JudgedRow, type RowOutcome } from './import-session.ts';
import { columnLabel, issueText } from './issue-words.ts';
import type { ResourceImportMessage } from './resource-import.messages.ts';
import { sheetColumns, wordOf } from './sheet-words.ts';

export const rowsPerPage = 50;

export interface PreviewParts {
  readonly msg: Translate<ResourceImportMessage>;
  readonly words: ListWords;
  readonly session: ImportSession;
  readonly only: RowOutcome | '';
  readonly page: number;
  readonly show: (only: RowOutcome | '') => void;
  readonly turn: (page: number) => void;
}

export function previewView(parts: PreviewParts): TemplateResult {
  const { msg, session, only, page, show } = parts;
  const rows = only === '' ? session.rows : session.rows.filter(({ outcome }) => outcome === only);
  const from = page * rowsPerPage;
  const button = (which: RowOutcome | '', label: string, n: number): TemplateResult =>
    html`<button type="button" aria-pressed=${which === only ? 'true' : 'false'} @click=${() => show(which)}>
      ${label} <b>${n}</b>
    </button>`;
  return html`<div class="zs-segment zs-import__outcomes" role="group" aria-label=${msg('outcomes')}>
      ${button('', msg('all'), session.rows.length)}
      ${outcomes.map((outcome) => button(outcome, msg(`outcome_${outcome}`), session.count(outcome)))}
    </div>
    <table class="zs-table zs-table--stack zs-import__rows" role="table" aria-rowcount=${rows.length + 1}>
      <caption class="zs-vh">
        ${msg('result')}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" class="zs-import__no">${msg('row')}</th>
          <th scope="col" role="columnheader">${msg('name')}</th>
          <th scope="col" role="columnheader">${msg('result')}</th>
          <th scope="col" role="columnheader">${msg('details')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.slice(from, from + rowsPerPage).map((row, index) => rowView(parts, row, from + index))}
      </tbody>
    </table>
    ${pager(parts, rows.length)}`;
}

const marks = {
  create: ['info', plusIcon],
  change: ['brand', editIcon],
  same: ['plain', okIcon],
  repeat: ['caution', queueIcon],
  wrong: ['negative', alertIcon],
} as const;

function rowView(parts: PreviewParts, row: JudgedRow, index: number): TemplateResult {
  const { msg } = parts;
  const [kind, mark] = marks[row.outcome];
  const title = row.values['title'] ?? row.entry.values['title'] ?? '';
  return html`<tr role="row" aria-rowindex=${index + 2}>
    <td role="cell" class="zs-import__no" data-label=${msg('row')}><span>${row.entry.number}</span></td>
    <th scope="row" role="rowheader"><bdi>${title.slice(0, 80)}</bdi></th>
    <td role="cell" data-label=${msg('result')}><span>${tag(kind, msg(`outcome_${row.outcome}`), mark)}</span></td>
    <td role="cell" data-label=${msg('details')}><span>${details(parts, row)}</span></td>
  </tr>`;
}

function details({ msg, words }: PreviewParts, { outcome, issues, differences, sameAs }: JudgedRow): unknown {
  if (outcome === 'create') return html`<span class="zs-muted">${msg('newOne')}</span>`;
  if (outcome === 'same') return html`<span class="zs-muted">${msg('unchanged')}</span>`;
  if (outcome === 'repeat') return sameAs === undefined ? msg('repeatThere') : msg('repeatOf', { n: sameAs });
  if (outcome === 'wrong')
    return html`<ul class="zs-import__issues">
      ${issues.map((issue) => html`<li><bdi>${issueText(msg, words, issue)}</bdi></li>`)}
    </ul>`;
  return html`<ul class="zs-import__issues">
    ${differences.map(({ column, before, after }) => {
      const word = (cell: string): string =>
        wordOf(
          words,
          sheetColumns.find(({ name }) => name === column),
          cell,
        ).slice(0, 80) || msg('nothing');
      return html`<li>
        <bdi>${msg('becomes', { column: columnLabel(words, column), before: word(before), after: word(after) })}</bdi>
      </li>`;
    })}
  </ul>`;
}

function pager({ msg, page, turn }: PreviewParts, total: number): TemplateResult | typeof nothing {
  if (total <= rowsPerPage) return nothing;
  const last = Math.ceil(total / rowsPerPage) - 1;
  const from = page * rowsPerPage + 1;
  return html`<div class="zs-row zs-import__pager">
    <button type="button" class="zs-btn" ?disabled=${page === 0} @click=${() => turn(page - 1)}>
      ${icon(leftIcon)}${msg('earlier')}
    </button>
    <button type="button" class="zs-btn" ?disabled=${page >= last} @click=${() => turn(page + 1)}>
      ${icon(rightIcon)}${msg('later')}
    </button>
    <span class="zs-small zs-muted" role="status">
      ${msg('page', { from, to: Math.min(total, from + rowsPerPage - 1), total })}
    </span>
  </div>`;
}
