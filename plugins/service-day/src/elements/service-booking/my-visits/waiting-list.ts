/** Places in line, offers with their deadline, and bookings made offline. */
import { icon, waitIcon } from '@zhaoshang/elements/icons.ts';
import { offlineIcon, refreshIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { BookInput, Segment, WaitingEntry } from '../booking-types.ts';
import { formatDate, formatTime, instantText, unbroken } from '../booking-words.ts';
import type { MyVisitsView } from './my-visits.ts';
import type { OwnRecords } from './own-records.ts';

export function offerNotices(view: MyVisitsView, { waiting }: OwnRecords): TemplateResult[] {
  return waiting.filter(({ state }) => state === 'offered').map((entry) => offer(view, entry));
}

function offer(view: MyVisitsView, entry: WaitingEntry): TemplateResult {
  const { msg, locale } = view;
  const expires = Date.parse(entry.offerExpiresAt ?? '');
  const minutes = Math.max(0, Math.floor((expires - view.now()) / 60_000));
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  const left = h === 0 ? msg('minutes', { m }) : msg('hours', { h, m });
  const when = `${formatDate(entry.date, { locale })} ${formatTime(entry.offeredStart ?? entry.start)}`;
  return notice({
    kind: 'caution',
    icon: waitIcon,
    title: msg('offerTitle', { department: view.nameOf(entry.department), when }),
    body: Number.isNaN(expires) ? undefined : msg('offerBody', { until: instantText(expires, locale, false), left }),
    actions: html`<button
        type="button"
        class="zs-btn zs-btn--primary"
        @click=${() =>
          void view.act(
            'accept',
            { entryId: entry.id },
            (input, options) => view.backend.acceptOffer(input, options),
            msg('accepted'),
          )}
      >
        ${msg('accept')}
      </button>
      <button type="button" class="zs-btn" @click=${() => leave(view, entry)}>${msg('decline')}</button>`,
  });
}

function leave(view: MyVisitsView, { id }: WaitingEntry): void {
  const done = view.msg('left');
  void view.act('leave', { entryId: id }, (input, options) => view.backend.leaveWaitlist(input, options), done);
}

export function waitingList(view: MyVisitsView, { waiting }: OwnRecords): TemplateResult[] {
  const { msg, locale, timetable } = view;
  return waiting
    .filter(({ state }) => state === 'waiting')
    .map((entry) => {
      const date = formatDate(entry.date, { locale });
      const department = view.nameOf(entry.department);
      const time = entry.start === 'any' ? msg('anyTime') : formatTime(entry.start);
      return html`<li>
        <div class="zs-item">
          <div class="zs-tight">
            <p>
              <b class="zs-nb">${date}</b>
              ${unbroken(time)}　${tag('info', msg('position', { n: entry.position ?? 1 }), waitIcon)}
            </p>
            <p class="zs-small">${department}${entry.topic === '' ? '' : `，${entry.topic}`}</p>
            <p class="zs-caption zs-muted">
              ${msg('waitRule', { minutes: timetable?.settings.waitlistOfferMinutes ?? '' })}
            </p>
          </div>
          <div class="zs-row">
            <button
              type="button"
              class="zs-btn"
              aria-label=${msg('leaveOf', { department, date })}
              @click=${() => leave(view, entry)}
            >
              ${msg('leave')}
            </button>
          </div>
        </div>
      </li>`;
    });
}

/** 待确认: what was entered without a network. */
export function intentList(view: MyVisitsView): TemplateResult[] {
  const { msg, locale } = view;
  return view.intents.map((intent) => {
    const input = intent.input as BookInput;
    const segments = input.segments as readonly Segment[];
    const first = segments[0];
    const names = segments.map(({ department }) => view.nameOf(department)).join('、');
    const refused = intent.state === 'refused';
    return html`<li>
      <div class="zs-item">
        <div class="zs-tight">
          <p>
            <b class="zs-nb">${formatDate(String(input.date), { locale })}</b>
            ${unbroken(formatTime(first?.start ?? ''))}　${
              refused
                ? tag('negative', msg('intentRefused'), offlineIcon)
                : tag('caution', msg('intentWaiting'), offlineIcon)
            }
          </p>
          <p class="zs-small">${names}</p>
          <p class="zs-caption zs-muted">${refused ? (intent.refusal?.message ?? '') : msg('intentHelp')}</p>
        </div>
        <div class="zs-row">
          ${
            refused
              ? nothing
              : html`<button type="button" class="zs-btn" @click=${() => void view.drainIntents()}>
                  ${icon(refreshIcon)}${msg('intentRetry')}
                </button>`
          }
          <button type="button" class="zs-btn" @click=${() => void view.removeIntent(intent.key)}>
            ${msg('intentDelete')}
          </button>
        </div>
      </div>
    </li>`;
  });
}
