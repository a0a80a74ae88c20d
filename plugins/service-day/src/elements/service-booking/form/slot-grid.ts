/** 时段格: one column per department, times aligned in rows; seven states, each with a word and an icon (look.md §4). */
import { alertIcon, checkIcon, icon, minusIcon, plusIcon, waitIcon } from '@zhaoshang/elements/icons.ts';
import { hourglassIcon } from '@zhaoshang/elements/more-icons.ts';
import type { IconPath } from '@zhaoshang/elements';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { lookOf } from './visit-flow.ts';
import type { SlotLook } from './visit-flow.ts';
import type { DeskAvailability, Slot } from '../booking-types.ts';
import { deskNumber, formatDate, formatTime, timeAt, unbroken } from '../booking-words.ts';
import type { BookingView } from '../booking-view.ts';
import { adviceView } from './advice.ts';
import type { BookingForm } from './booking-form.ts';
import { comboNotice } from './combo-notice.ts';
import { fieldError } from './field-error.ts';

const icons: Record<SlotLook, IconPath> = {
  open: plusIcon,
  few: alertIcon,
  full: waitIcon,
  mine: checkIcon,
  held: hourglassIcon,
  closed: minusIcon,
};

export function slotGrid(view: BookingView, form: BookingForm): TemplateResult {
  const { locale, flow, availability, timetable } = view;
  const { msg } = form;
  const { slotMinutes } = timetable.settings;
  const date = flow.date === null ? '' : formatDate(flow.date, { locale });
  return html`<section class="zs-section" id="times">
    <div class="zs-section__head">
      <h3 class="zs-h2"><span class="zs-step-no">3</span>${view.msg('times')}</h3>
      <span class="zs-small zs-muted"
        >${date === '' ? nothing : msg.parts('timesNote', { date: unbroken(date), n: slotMinutes })}</span
      >
    </div>
    ${
      flow.departments.length === 0
        ? html`<p class="zs-muted">${msg('timesWait')}</p>`
        : html`<div class="zs-stack">
            ${adviceView(view, form, 'slots')} ${comboNotice(view, form)}
            ${
              availability === undefined
                ? skeleton(view.msg('times'))
                : html`<ul class="zs-legend" aria-label=${msg('legend')}>
                      ${legend(view, form).map(
                        ([key, word]) =>
                          html`<li>
                            <span class="zs-legend__key ${key === '' ? '' : `zs-legend__key--${key}`}"></span>${word}
                          </li>`,
                      )}
                    </ul>
                    <div class="zs-slotcols" @click=${(event: Event) => handleClick(view, form, event)}>
                      ${flow.departments.map((code) =>
                        slotColumn(
                          view,
                          form,
                          availability.desks.find(({ department }) => department === code),
                          code,
                        ),
                      )}
                    </div>`
            }
          </div>`
    }
  </section>`;
}

function legend({ msg: common }: BookingView, { msg }: BookingForm): readonly (readonly [string, string])[] {
  return [
    ['', msg('slotOpen')],
    ['few', common('leftFew', { n: 1 })],
    ['full', common('full')],
    ['mine', msg('slotMine')],
    ['held', msg('slotHeld')],
    ['closed', msg('slotClosed')],
  ];
}

/** One listener for all slots. */
function handleClick(view: BookingView, form: BookingForm, { target }: Event): void {
  const button = target instanceof Element ? target.closest<HTMLElement>('button[data-start]') : null;
  if (button === null) return;
  const segment = { department: button.dataset['department'] as string, start: button.dataset['start'] as string };
  if (button.classList.contains('zs-slot--full')) view.wait(segment);
  else form.pick(segment);
}

function slotColumn(
  view: BookingView,
  form: BookingForm,
  desk: DeskAvailability | undefined,
  code: string,
): TemplateResult {
  const { msg } = form;
  const name = view.nameOf(code);
  const deskNo = view.timetable.departments.find((department) => department.code === code)?.deskNo ?? '';
  const slots = desk?.present === true ? desk.slots : [];
  const part = (label: 'morning' | 'afternoon', list: readonly Slot[]) =>
    list.length === 0
      ? nothing
      : html`<span class="zs-slotcol__part">${msg(label)}</span>
          <ul class="zs-slots">
            ${list.map((slot) => html`<li>${slotCell(view, form, code, name, slot)}</li>`)}
          </ul>`;
  return html`<section
    class="zs-slotcol"
    aria-label=${msg('columnName', { department: name })}
    id="times-${code}"
    tabindex="-1"
  >
    <div class="zs-slotcol__head">
      <h4 class="zs-h3">${name}</h4>
      <span class="zs-caption zs-muted zs-nb">${view.msg('desk', { no: deskNumber(deskNo) })}</span>
    </div>
    ${fieldError(form, `times-${code}`)}
    ${slots.length === 0 ? html`<p class="zs-small zs-muted">${view.msg('absent')}</p>` : nothing}
    ${part(
      'morning',
      slots.filter(({ start }) => start < '12:00'),
    )}
    ${part(
      'afternoon',
      slots.filter(({ start }) => start >= '12:00'),
    )}
  </section>`;
}

function slotCell(view: BookingView, form: BookingForm, code: string, name: string, slot: Slot): TemplateResult {
  const { flow } = view;
  const { msg } = form;
  const look = lookOf(flow, code, slot);
  const time = formatTime(slot.start);
  const word = lookWord(view, form, look, slot.remaining);
  const inner = html`<span class="zs-slot__time">${time}</span>
    <span class="zs-slot__state">${icon(icons[look])}${word}</span>`;
  if (look === 'closed') return html`<div class="zs-slot zs-slot--closed">${inner}</div>`;
  return html`<button
    type="button"
    class="zs-slot zs-slot--${look}"
    data-department=${code}
    data-start=${slot.start}
    aria-pressed=${look === 'full' ? nothing : look === 'mine' || look === 'held'}
    aria-haspopup=${look === 'full' ? 'dialog' : nothing}
    aria-label=${msg('slotName', { time, state: look === 'full' ? msg('slotFullName') : word, department: name })}
  >
    ${inner}
  </button>`;
}

function lookWord(
  { msg: common, flow, now }: BookingView,
  { msg }: BookingForm,
  look: SlotLook,
  remaining: number,
): string {
  switch (look) {
    case 'open':
      return common('left', { n: remaining });
    case 'few':
      return common('leftFew', { n: remaining });
    case 'full':
      return msg('slotFull');
    case 'mine':
      return msg('slotMine');
    case 'closed':
      return msg('slotClosed');
    case 'held':
      return msg('slotHeldUntil', { time: timeAt(flow.hold?.expiresAt ?? now) });
  }
}
