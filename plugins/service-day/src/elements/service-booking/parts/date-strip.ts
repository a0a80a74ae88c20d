/** 日期条: every service day of some weeks, also those that cannot be booked, with the reason (look.md §4). */
import { icon, leftIcon, rightIcon } from '@zhaoshang/elements/icons.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Day } from '../booking-types.ts';
import { dateAt, formatDate, instantText, unbroken, weekdayWord, weeksFrom } from '../booking-words.ts';
import type { BookingView } from '../booking-view.ts';

/** What naming a date takes. */
type DateContext = Pick<BookingView, 'msg' | 'locale' | 'now'>;

const weekKeys = { '-1': 'weekLast', '0': 'weekThis', '1': 'weekNext' } as const;

export function weekText({ msg, locale }: DateContext, today: string, date: string): string {
  const key = weekKeys[String(weeksFrom(today, date)) as keyof typeof weekKeys] ?? 'weekOther';
  return msg(key, { day: weekdayWord(date, locale) });
}

/** Why a date can or cannot be booked, in a few words. */
export function dayNote({ msg, locale }: DateContext, day: Day): string {
  switch (day.state) {
    case 'open':
      return msg('dayOpen', { n: day.remaining });
    case 'full':
      return msg('dayFull');
    case 'past':
      return msg('dayPast');
    case 'closed-for-booking':
      return msg('dayClosed');
    case 'not-released':
      return msg('dayReleases', { when: instantText(day.releasesAt, locale, false) });
    case 'cancelled':
      return day.reason === '' ? msg('dayCancelled') : day.reason;
  }
}

/** Dates as radio buttons; `name` tells two strips of one root apart. */
export function dateOptions(
  view: DateContext,
  days: readonly Day[],
  chosen: string | null,
  choose: (date: string) => void,
  name = 'date',
): TemplateResult {
  const { msg, locale } = view;
  const today = dateAt(view.now);
  return html`<fieldset>
    <legend class="zs-vh">${msg('datesLegend')}</legend>
    <div class="zs-dates">
      ${days.map((day) => {
        const bookable = day.state === 'open' || day.state === 'full';
        const moved =
          day.plannedDate !== day.date
            ? msg('dayMoved', { date: formatDate(day.plannedDate, { locale, weekday: false }) })
            : '';
        const marks = [moved, day.extra ? msg('dayExtra') : '', day.provisional ? msg('dayProvisional') : ''];
        return html`<label class="zs-date">
          <input
            type="radio"
            name=${name}
            .value=${day.date}
            .checked=${day.date === chosen}
            ?disabled=${!bookable}
            @change=${() => choose(day.date)}
          />
          <span class="zs-date__face">
            <span class="zs-date__day"
              >${formatDate(day.date, { locale, weekday: false, short: true, year: day.date.slice(0, 4) !== today.slice(0, 4) })}</span
            >
            <span class="zs-date__week">${weekText(view, today, day.date)}</span>
            <span class="zs-date__note"
              >${[dayNote(view, day), ...marks.filter(Boolean)].join(locale === 'en' ? ', ' : '，')}</span
            >
          </span>
        </label>`;
      })}
    </div>
  </fieldset>`;
}

export function dateStrip(view: BookingView): TemplateResult {
  const { msg, locale, flow, timetable } = view;
  const { days } = timetable;
  const turn = (label: 'earlier' | 'later', path: string, weeks: number) =>
    html`<button
      type="button"
      class="zs-btn zs-btn--icon"
      aria-label=${msg(label)}
      title=${msg(label)}
      @click=${() => view.act.shiftDates(weeks)}
    >
      ${icon(path)}
    </button>`;
  const day = days.find(({ date }) => date === flow.date);
  return html`<section class="zs-section" id="dates">
    <div class="zs-section__head">
      <h3 class="zs-h2"><span class="zs-step-no">1</span>${msg('dates')}</h3>
      <span class="zs-small zs-muted">${msg('datesNote')}</span>
    </div>
    <div class="zs-months">
      <h4 class="zs-h3">${months(view)}</h4>
      <div class="zs-row">${turn('earlier', leftIcon, -4)}${turn('later', rightIcon, 4)}</div>
    </div>
    ${
      days.length === 0
        ? html`<p class="zs-muted">${msg('noDates')}</p>`
        : dateOptions(view, days, flow.date, (date) => view.act.chooseDate(date))
    }
    ${
      day === undefined
        ? nothing
        : html`<p class="zs-caption zs-muted">
            ${msg.parts('dayClosesAt', {
              date: unbroken(formatDate(day.date, { locale })),
              when: unbroken(instantText(day.closesAt, locale)),
            })}
          </p>`
    }
  </section>`;
}

function months({ msg, locale, timetable: { days } }: BookingView): string {
  const first = days[0]?.date;
  const last = days[days.length - 1]?.date;
  if (first === undefined || last === undefined) return '';
  const month = (date: string, withYear: boolean): string =>
    locale === 'en'
      ? formatDate(date, { locale, weekday: false, year: true }).replace(/^\d+ /, '')
      : `${withYear ? `${date.slice(0, 4)}年` : ''}${Number(date.slice(5, 7))}月`;
  const from = month(first, true);
  const to = month(last, first.slice(0, 4) !== last.slice(0, 4));
  return first.slice(0, 7) === last.slice(0, 7) ? from : msg('months', { from, to });
}
