/** A visit whose times the organiser took away: why, and other times that are taken with one press. */
import { moveIcon } from '@zhaoshang/elements/more-icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Visit } from '../../booking-types.ts';
import { formatDate, formatTime } from '../../booking-words.ts';
import type { Option } from '../alternatives.ts';
import type { MyVisitsHost } from '../my-visits-host.ts';
import { visitItem } from './visit-item.ts';

export function displacedVisit(host: MyVisitsHost, visit: Visit): TemplateResult {
  const { msg, timetable, attempts } = host;
  const options = host.optionsFor(visit);
  const displaced = visit.bookings
    .filter(({ state }) => state === 'displaced')
    .map(({ department }) => host.nameOf(department));
  const busy = attempts.busy === `accept ${visit.id}` ? 'true' : nothing;
  const choose = html`${
    options === undefined
      ? skeleton(msg('optionsReading'))
      : options.map(
          (option) =>
            html`<button type="button" class="zs-btn" aria-busy=${busy} @click=${() => host.acts.accept(visit, option)}>
              ${msg('option', { when: optionText(host, option) })}
            </button>`,
        )
  }${
    visit.may.move
      ? html`<button type="button" class="zs-btn" @click=${() => host.showDialog('move', visit)}>
          ${msg('otherTime')}
        </button>`
      : nothing
  }${
    visit.may.cancel
      ? html`<button type="button" class="zs-btn" @click=${() => host.showDialog('cancel', visit)}>
          ${msg('cancel')}
        </button>`
      : nothing
  }`;
  return html`${visitItem(host, visit)}
    <li class="zs-choose">
      ${notice({
        kind: 'caution',
        icon: moveIcon,
        title: msg('displaced', { list: displaced.join(host.locale === 'en' ? ', ' : '、') }),
        body:
          options?.length === 0
            ? msg('optionsNone', { phone: timetable?.settings.helpPhone ?? '' })
            : msg(options === undefined ? 'displacedOnly' : 'displacedBody'),
        actions: choose,
      })}
    </li>`;
}

/** `11月25日（星期三）10:00 规划资源局、10:30 税务局`. */
export function optionText({ locale, nameOf }: MyVisitsHost, { date, segments }: Option): string {
  const day = formatDate(date, { locale });
  const [only] = segments;
  if (segments.length === 1 && only !== undefined)
    return locale === 'en' ? `${day}, ${formatTime(only.start)}` : `${day}${formatTime(only.start)}`;
  const stops = segments.map(({ start, department }) => `${formatTime(start)} ${nameOf(department)}`);
  return `${day} ${stops.join(locale === 'en' ? ', ' : '、')}`;
}
