/** What an enterprise said beforehand: the same in the panel of who is being served and in an opened row. */
import { icon } from '@zhaoshang/elements/icons.ts';
import { docIcon, phoneIcon } from '@zhaoshang/elements/more-icons.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { formatTime } from '@zhaoshang/elements/words.ts';
import type { DeskHost, QueueRow } from '../desk-host.ts';

const listOf = (host: DeskHost, words: readonly string[]): string => words.join(host.locale === 'en' ? ', ' : '、');

export function stopsText(host: DeskHost, stops: QueueRow['otherStops']): string {
  const words = stops.map(
    ({ department, start, state }) =>
      `${host.departmentName(department)} ${formatTime(start)} ${host.msg(`state-${state}`)}`,
  );
  return listOf(host, words);
}

/** Rows of a `zs-kv`; what the enterprise left out is left out. */
export function factRows(host: DeskHost, row: QueueRow): TemplateResult {
  const { msg, settings } = host;
  const assistance = row.assistance.map((id) => {
    const known = settings?.assistance.find((each) => each.id === id);
    return known === undefined ? id : host.locale === 'en' ? known.nameEn : known.name;
  });
  const rows: readonly (readonly [string, string])[] = [
    [msg('matter'), row.topic],
    [msg('question'), row.question === '' && row.channel !== 'walk-in' ? msg('questionNone') : row.question],
    [msg('otherStops'), stopsText(host, row.otherStops)],
    [msg('assistance'), listOf(host, assistance)],
  ];
  return html`${rows.map(([name, value]) =>
    value === ''
      ? nothing
      : html`<dt>${name}</dt>
          <dd class="zs-desk__said">${value}</dd>`,
  )}`;
}

export function fileRows({ msg }: DeskHost, { attachments }: QueueRow): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  return html`<ul class="zs-files" aria-label=${msg('attachments')}>
      ${attachments.map(
        ({ name, mediaType, bytes }) =>
          html`<li class="zs-file">
            ${icon(docIcon)}<span
              ><span class="zs-file__name">${name}</span
              ><span class="zs-file__meta"
                >${msg('fileMeta', { kind: kindOf(name, mediaType), size: sizeOf(bytes) })}</span
              ></span
            >
          </li>`,
      )}
    </ul>
    <p class="zs-caption zs-muted">${msg('fileMetaNote')}</p>`;
}

const kindOf = (name: string, mediaType: string): string =>
  (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? mediaType).toUpperCase();

const sizeOf = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1000))} KB`;

/** Masked, or as it was revealed to this person. */
export function contactLine(host: DeskHost, row: QueueRow, labelled = true): TemplateResult {
  const shown = host.contacts.get(row.id);
  const called = (name: string): string => (labelled ? host.msg('contactOf', { name }) : name);
  if (shown === undefined)
    return html`${called(row.contactNameMasked)}　<span class="zs-nb">${row.contactPhoneMasked}</span>`;
  return html`${called(shown.contactName)}　<a class="zs-link zs-nb" href="tel:${shown.contactPhone}"
      >${shown.contactPhone}</a
    >`;
}

export function contactButton(
  host: DeskHost,
  row: QueueRow,
  reveal: (row: QueueRow) => void,
): TemplateResult | typeof nothing {
  if (!host.canWork || host.contacts.has(row.id)) return nothing;
  return html`<button type="button" class="zs-btn zs-btn--quiet zs-desk__flush" @click=${() => reveal(row)}>
    ${icon(phoneIcon)}${host.msg('showContact')}
  </button>`;
}
