/** The shared record with its sources (INFO-13), what may be needed next with because (OUT-2), and what has happened. */
import { alertIcon } from '@zhaoshang/elements/icons.ts';
import { dataTable } from '@zhaoshang/elements/views/data-table.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { timeline } from '@zhaoshang/elements/views/timeline.ts';
import { instantText, unbroken } from '@zhaoshang/elements/words.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { pauseIcon } from '@zhaoshang/elements/more-icons.ts';
import type { Forecast, HistoryRow, Profile } from '../../match-types.ts';
import { actName } from '../act-names.ts';
import type { NeedHost } from '../need-host.ts';

export function recordTable(host: NeedHost, profile: Profile): TemplateResult {
  const { msg, words } = host;
  const asOf = (day: string | null) => (day === null ? msg('notPublished') : words.day(day));
  const qualifications = profile.qualifications.map(({ type, from, valid, daysLeft }) => ({
    label: type,
    value: valid ? (daysLeft === null ? msg('validAlways') : msg('valid', { n: daysLeft })) : msg('invalid'),
    source: '',
    asOf: from as string | null,
    disputed: false,
  }));
  const rows = [
    ...profile.fields.map(({ field, label, value, source, department, asOf: day, disputed }) => ({
      label,
      value: value === null ? msg('unknown') : field === 'townCode' ? words.town(value) : value,
      source:
        source === null
          ? msg('notPublished')
          : [source, department === null ? '' : words.provider(department)].filter(Boolean).join('　'),
      asOf: day as string | null,
      disputed,
    })),
    ...qualifications,
  ];
  return html`${dataTable({
    caption: msg('record'),
    captionHidden: true,
    columns: [
      { id: 'label', label: msg('recordItem'), cell: ({ label }) => label },
      {
        id: 'value',
        label: msg('recordValue'),
        cell: ({ value, disputed }) =>
          html`${value} ${disputed ? tag('caution', msg('disputed'), alertIcon) : nothing}`,
      },
      {
        id: 'source',
        label: msg('recordSource'),
        cell: ({ source }) => source,
      },
      { id: 'asOf', label: msg('recordAsOf'), cell: ({ asOf: day }) => asOf(day) },
    ],
    rows,
  })}
  ${
    profile.projects.length === 0
      ? nothing
      : html`<p class="zs-small zs-muted">
          ${msg('projects', { list: words.list(profile.projects.map(({ title }) => title)) })}
        </p>`
  }`;
}

export function forecastList(host: NeedHost, { optedOut, predictions }: Forecast): TemplateResult {
  const { msg, words } = host;
  if (optedOut) return notice({ kind: 'neutral', icon: pauseIcon, title: msg('optedOut') });
  if (predictions.length === 0) return html`<p class="zs-small zs-muted">${msg('forecastNone')}</p>`;
  return html`<ul class="zs-list">
    ${predictions.map(
      ({ category, score, method, because }) =>
        html`<li class="zs-tight">
          <p>
            <b>${words.category(category)}</b>
            <span class="zs-small zs-muted"
              >${method === 'history' ? `${msg('likely', { n: Math.round(score * 100) })}　` : ''}${msg(method === 'history' ? 'byHistory' : 'byPopularity')}</span
            >
          </p>
          ${because.length === 0 ? nothing : html`<p class="zs-small">${msg('because', { list: words.list(because) })}</p>`}
        </li>`,
    )}
  </ul>`;
}

export function historyList(host: NeedHost, items: readonly HistoryRow[]): TemplateResult {
  const { msg, words } = host;
  if (items.length === 0) return html`<p class="zs-small zs-muted">${msg('historyNone')}</p>`;
  // One act changes a need and its match: it is told once.
  const acts = items.filter(
    ({ at, action, actorName }, index) =>
      !items.slice(0, index).some((each) => each.at === at && each.action === action && each.actorName === actorName),
  );
  return timeline(
    acts.map(({ at, actorName, action, reason }) => ({
      when: unbroken(instantText(at, words.locale)),
      what: html`${actName(msg, action)}　${actorName}${reason === null ? nothing : html`<br /><span class="zs-small">${reason}</span>`}`,
      state: 'done',
    })),
  );
}
