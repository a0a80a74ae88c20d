/** 待确认: bookings filled in offline, never called confirmed until the backend has answered. */
import { stopIcon } from '@zhaoshang/elements/icons.ts';
import { offlineIcon } from '@zhaoshang/elements/more-icons.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { formatDate, formatTime, unbroken } from '../../booking-words.ts';
import type { MyVisitsHost } from '../my-visits-host.ts';
import type { PendingBooking } from '../pending-intents.ts';

export interface PendingActs {
  retry(): void;
  remove(key: string): void;
}

export function pendingItem(
  host: MyVisitsHost,
  { key, date, segments, refusal }: PendingBooking,
  acts: PendingActs,
): TemplateResult {
  const { msg, locale } = host;
  const when = formatDate(date, { locale });
  const stops = segments.map(({ start, department }) => `${formatTime(start)} ${host.nameOf(department)}`);
  return html`<li class="zs-item" id="pending-${key}">
    <div class="zs-tight">
      <h4>
        <b class="zs-nb">${when}</b>　${
          refusal === null
            ? tag('caution', msg('pending'), offlineIcon)
            : tag('negative', msg('pendingRefused'), stopIcon)
        }
      </h4>
      <p class="zs-small">
        ${stops.map((stop, index) => [index === 0 ? '' : locale === 'en' ? ', ' : '、', unbroken(stop)])}
      </p>
      <p class="zs-caption zs-muted">${refusal ?? msg('pendingNote')}</p>
    </div>
    <div class="zs-row">
      ${
        refusal === null
          ? html`<button
              type="button"
              class="zs-btn"
              aria-label=${msg('of', { word: msg('pendingRetry'), when })}
              @click=${acts.retry}
            >
              ${msg('pendingRetry')}
            </button>`
          : html`<button type="button" class="zs-btn" @click=${() => host.book()}>${msg('goBook')}</button>`
      }
      <button
        type="button"
        class="zs-btn"
        aria-label=${msg('of', { word: msg('pendingDelete'), when })}
        @click=${() => acts.remove(key)}
      >
        ${msg('pendingDelete')}
      </button>
    </div>
  </li>`;
}
