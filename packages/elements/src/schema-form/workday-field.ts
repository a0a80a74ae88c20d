/** A date on which offices work: typed, or taken from a month in which days off, holidays and make-up days are marked. */
import { fill, type Localized } from '@zhaoshang/kernel';
import type { WorkCalendar } from '@zhaoshang/workdays';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, fieldFrame } from '../form/field-frame.ts';
import { icon, leftIcon, rightIcon } from '../icons.ts';
import { calendarIcon } from '../more-icons.ts';
import { formatDate, weekdayWord } from '../words.ts';
import type { WorkdayDescription } from './description.ts';
import { bindingOf, type FieldHost, type FieldLooks } from './field-view.ts';
import { boundary, isDate } from './reading.ts';
import { pick } from './wording.ts';

const texts = {
  open: { 'zh-CN': '打开日历：{label}', en: 'Open the calendar: {label}' },
  before: { 'zh-CN': '上个月', en: 'Month before' },
  after: { 'zh-CN': '下个月', en: 'Month after' },
  off: { 'zh-CN': '休', en: 'off' },
  worked: { 'zh-CN': '班', en: 'on' },
  offDay: { 'zh-CN': '{day}，休息', en: '{day}, closed' },
  holiday: { 'zh-CN': '{day}，{name}放假', en: '{day}, holiday' },
  workedDay: { 'zh-CN': '{day}，调休上班', en: '{day}, make-up working day' },
  outside: { 'zh-CN': '{day}，不能选', en: '{day}, cannot be chosen' },
  provisional: {
    'zh-CN': '{year} 年的放假安排还没有公布，这里只按周末推算（暂定）。',
    en: 'The holidays of {year} are not published yet; only weekends are marked (provisional).',
  },
} as const satisfies Record<string, Localized>;

const dayMilliseconds = 86_400_000;
const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const shifted = (date: string, days: number): string =>
  new Date(timeOf(date) + days * dayMilliseconds).toISOString().slice(0, 10);
/** The same day of another month, or its last one. */
function inMonth(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
/** 0 for Monday. */
const weekdayOf = (date: string): number => (new Date(timeOf(date)).getUTCDay() + 6) % 7;

/** Day that the arrows are at, by field; a field without one is closed. */
type OpenCalendars = Map<string, string>;

interface Month {
  readonly host: FieldHost;
  readonly field: WorkdayDescription;
  readonly calendar: WorkCalendar;
  readonly open: OpenCalendars;
  /** Day that the arrows are at. */
  readonly at: string;
  readonly chosen: string;
  readonly first: string;
  readonly last: string;
}

/** The control of every working day of a form. */
export function createWorkdays(calendar: WorkCalendar) {
  const open: OpenCalendars = new Map();
  return (host: FieldHost, field: WorkdayDescription, looks: FieldLooks): TemplateResult =>
    workdayField(host, calendar, open, field, looks);
}

function workdayField(
  host: FieldHost,
  calendar: WorkCalendar,
  open: OpenCalendars,
  field: WorkdayDescription,
  looks: FieldLooks,
): TemplateResult {
  const { locale, today } = host;
  const binding = bindingOf(host, field, host.input(field.id) as string, (input) => host.set(field.id, input));
  const lead = calendar.addWorkdays(today, field.leadWorkdays ?? 0).date;
  const least = field.min === undefined ? lead : boundary(field.min, today);
  const first = least > lead ? least : lead;
  const last = field.max === undefined ? '9999-12-31' : boundary(field.max, today);
  const at = open.get(field.id);
  const toggle = (): void => {
    const typed = host.input(field.id) as string;
    const inside = isDate(typed) && typed >= first && typed <= last;
    const start = inside ? typed : calendar.nextWorkday(first, { inclusive: true }).date;
    if (at === undefined) moveTo(host, open, field, start);
    else close(host, open, field);
  };
  const label = fill(pick(texts.open, locale), { label: looks.label });
  const control = html`<span class="zs-affix zs-workday">
      <input
        class="zs-input"
        id=${binding.id}
        name=${binding.name}
        type="date"
        min=${first}
        max=${field.max === undefined ? nothing : last}
        .value=${live(binding.value)}
        ?disabled=${binding.disabled}
        aria-required=${looks.optional ? nothing : 'true'}
        aria-invalid=${binding.error === undefined ? nothing : 'true'}
        aria-describedby=${describedBy(binding, looks)}
        @input=${(event: Event) => binding.set((event.target as HTMLInputElement).value)}
        @blur=${binding.leave}
      />
      <button
        type="button"
        class="zs-btn zs-btn--icon"
        id="${binding.id}-open"
        aria-label=${label}
        title=${label}
        aria-expanded=${at === undefined ? 'false' : 'true'}
        ?disabled=${binding.disabled}
        @click=${toggle}
      >
        ${icon(calendarIcon)}
      </button>
    </span>
    ${at === undefined ? nothing : monthView({ host, field, calendar, open, at, chosen: binding.value, first, last })}`;
  return fieldFrame(binding, looks, control);
}

function moveTo(host: FieldHost, open: OpenCalendars, field: WorkdayDescription, day: string): void {
  open.set(field.id, day);
  host.refresh();
  host.focusOn(`#field-${field.id}-month [tabindex='0']`);
}

function close(host: FieldHost, open: OpenCalendars, field: WorkdayDescription): void {
  open.delete(field.id);
  host.refresh();
  host.focusOn(`#field-${field.id}-open`);
}

function monthView(month: Month): TemplateResult {
  const { host, field, calendar, open, at } = month;
  const { locale } = host;
  const id = `field-${field.id}-month`;
  const start = `${at.slice(0, 8)}01`;
  const firstShown = shifted(start, -weekdayOf(start));
  const days = Array.from({ length: weekdayOf(start) + daysIn(start) }, (_, index) => shifted(firstShown, index));
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
  const name = locale === 'en' ? formatDate(start, { locale, weekday: false, year: true }).slice(2) : undefined;
  const turn = (months: number, words: Localized, path: string): TemplateResult =>
    html`<button
      type="button"
      class="zs-btn zs-btn--icon zs-btn--quiet"
      aria-label=${pick(words, locale)}
      title=${pick(words, locale)}
      @click=${() => {
        open.set(field.id, inMonth(at, months));
        host.refresh();
      }}
    >
      ${icon(path)}
    </button>`;
  return html`<div class="zs-month">
    <div class="zs-month__head">
      ${turn(-1, texts.before, leftIcon)}
      <b id="${id}-name" aria-live="polite">${name ?? `${at.slice(0, 4)}年${Number(at.slice(5, 7))}月`}</b>
      ${turn(1, texts.after, rightIcon)}
    </div>
    <table
      id=${id}
      role="grid"
      aria-labelledby="${id}-name"
      @keydown=${(event: KeyboardEvent) => handleKey(month, event)}
    >
      <thead>
        <tr role="row">
          ${days.slice(0, 7).map((day) => html`<th scope="col" role="columnheader">${weekdayWord(day, locale).slice(0, 2)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeks.map(
          (week) =>
            html`<tr role="row">
              ${week.map((day) => dayCell(month, day, start))}
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      calendar.day(start).provisional
        ? html`<p class="zs-caption zs-muted">${fill(pick(texts.provisional, locale), { year: at.slice(0, 4) })}</p>`
        : nothing
    }
  </div>`;
}

const daysIn = (start: string): number =>
  new Date(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)), 0)).getUTCDate();

function dayCell(month: Month, day: string, start: string): TemplateResult {
  const { host, calendar, at, chosen } = month;
  const { locale } = host;
  if (day < start) return html`<td role="gridcell"></td>`;
  const { workday, holiday } = calendar.day(day);
  const free = mayTake(month, day);
  const words =
    holiday?.kind === 'make-up'
      ? texts.workedDay
      : holiday !== null && !workday
        ? texts.holiday
        : !workday
          ? texts.offDay
          : free
            ? undefined
            : texts.outside;
  const named = formatDate(day, { locale });
  const mark = holiday?.kind === 'make-up' ? texts.worked : holiday !== null && !workday ? texts.off : undefined;
  return html`<td role="gridcell" aria-selected=${day === chosen ? 'true' : 'false'}>
    <button
      type="button"
      class="zs-day"
      tabindex=${day === at ? '0' : '-1'}
      aria-label=${words === undefined ? named : fill(pick(words, locale), { day: named, name: holiday?.name })}
      aria-disabled=${free ? nothing : 'true'}
      @click=${() => take(month, day)}
    >
      ${Number(day.slice(8))}${mark === undefined ? nothing : html`<small>${pick(mark, locale)}</small>`}
    </button>
  </td>`;
}

const mayTake = ({ calendar, first, last }: Month, day: string): boolean =>
  day >= first && day <= last && calendar.isWorkday(day);

function take(month: Month, day: string): void {
  const { host, field, open } = month;
  if (!mayTake(month, day)) return;
  host.set(field.id, day);
  close(host, open, field);
}

/** The keys of a date grid (WAI-ARIA Authoring Practices). */
function handleKey(month: Month, event: KeyboardEvent): void {
  const { host, field, open, at } = month;
  const moves: Readonly<Record<string, () => string>> = {
    ArrowLeft: () => shifted(at, -1),
    ArrowRight: () => shifted(at, 1),
    ArrowUp: () => shifted(at, -7),
    ArrowDown: () => shifted(at, 7),
    Home: () => shifted(at, -weekdayOf(at)),
    End: () => shifted(at, 6 - weekdayOf(at)),
    PageUp: () => inMonth(at, event.shiftKey ? -12 : -1),
    PageDown: () => inMonth(at, event.shiftKey ? 12 : 1),
  };
  const move = moves[event.key];
  if (move === undefined && event.key !== 'Escape') return;
  event.preventDefault();
  if (move === undefined) close(host, open, field);
  else moveTo(host, open, field, move());
}

export const workdayStyles = css`
  .zs-workday .zs-input::-webkit-calendar-picker-indicator {
    display: none;
  }
  .zs-month {
    max-width: calc(var(--zs-size) * 24);
    margin-top: var(--zs-space-2);
    padding: var(--zs-space-2);
    border: var(--zs-line-width) solid var(--zs-line-strong);
    border-radius: var(--zs-radius);
  }
  .zs-month__head {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    text-align: center;
  }
  .zs-month table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    text-align: center;
  }
  .zs-month th {
    font-size: var(--zs-text-small);
    font-weight: 400;
    color: var(--zs-muted);
  }
  .zs-month td {
    padding: 0;
  }
  .zs-day {
    position: relative;
    width: 100%;
    min-height: calc(var(--zs-control) * 0.9);
    padding: 0;
    border: 2px solid transparent;
    border-radius: var(--zs-radius);
    background: none;
    color: var(--zs-ink);
    cursor: pointer;
  }
  .zs-day:hover {
    background: var(--zs-hover);
  }
  .zs-day[aria-disabled] {
    color: var(--zs-muted);
    text-decoration: line-through;
    cursor: not-allowed;
  }
  .zs-day small {
    position: absolute;
    right: 0;
    top: 0;
    font-size: var(--zs-text-caption);
    line-height: 1.2;
  }
  [aria-selected='true'] > .zs-day {
    border-color: var(--zs-brand);
    background: var(--zs-brand-soft);
    color: var(--zs-brand);
    font-weight: var(--zs-weight-strong);
  }
  @media (forced-colors: active) {
    [aria-selected='true'] > .zs-day {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
