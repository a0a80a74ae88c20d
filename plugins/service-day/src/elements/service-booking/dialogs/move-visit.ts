import { ZsElement, useMessages } from '@zhaoshang/elements';
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { datesStyles } from '@zhaoshang/elements/styles/dates.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { slotsStyles } from '@zhaoshang/elements/styles/slots.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { asZsError } from '@zhaoshang/kernel';
import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import type { ServiceDayContract } from '../../../contract.ts';
import { serviceDayOutline } from '../../../contract.outline.ts';
import { isBookable } from '../booking-controller.ts';
import type { Availability, Booking, Segment, Timetable, Visit } from '../booking-types.ts';
import { departmentName, formatDate, formatTime, instantText, unbroken } from '../booking-words.ts';
import { dateOptions } from '../parts/date-strip.ts';
import { bookingMessages } from '../service-booking.messages.ts';
import { visitDialogMessages } from './visit-dialogs.messages.ts';

const wide = css`
  .zs-dialog {
    width: 44em;
    max-width: calc(100vw - 2em);
  }
  .zs-dialog__foot > [role='status'] {
    margin-right: auto;
  }
`;

/**
 * Moves a visit to another date or other times; the old slots are given back only with the new ones taken. Emits `changed`
 * with the visit, and `close`.
 *
 * @summary Dialog to move a visit (inside the booking element).
 */
export class MoveVisitElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    choiceStyles,
    datesStyles,
    dialogStyles,
    noticeStyles,
    slotsStyles,
    wide,
  );
  private readonly msg = useMessages(this, visitDialogMessages);
  private readonly bookingMsg = useMessages(this, bookingMessages);
  private readonly attempt = new AttemptController(this);
  private readonly dialog = new DialogController(this, 'move', () => this.dispatchEvent(new Event('close')));

  @state() private date = '';
  @state() private times: Readonly<Record<string, string>> = {};
  @state() private availability: Availability | undefined;
  @state() private failure = '';

  @property({ attribute: false }) visit: Visit | null = null;
  @property({ attribute: false }) timetable: Timetable | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated) this.dialog.open();
  }

  protected override async load(signal: AbortSignal): Promise<void> {
    await this.updateComplete; // properties given before the tag was registered are there from the first update on
    const { visit, timetable } = this;
    if (visit === null || timetable === null) return;
    if (this.date === '') {
      const open = timetable.days.filter(isBookable);
      this.date = (open.find(({ date }) => date === visit.date) ?? open[0])?.date ?? visit.date;
      if (this.date === visit.date) this.times = timesOf(visit);
    }
    this.availability = await this.backend.availability({ date: this.date }, { signal });
  }

  private get backend() {
    return this.client<ServiceDayContract>(serviceDayOutline);
  }

  private get moving(): readonly Booking[] {
    return (this.visit?.bookings ?? []).filter(({ state: now }) => now === 'booked' || now === 'displaced');
  }

  private name(code: string): string {
    return departmentName(this.timetable?.departments ?? [], code, this.locale);
  }

  private async chooseDate(date: string): Promise<void> {
    const { visit } = this;
    this.date = date;
    this.failure = '';
    this.availability = undefined;
    this.times = visit !== null && date === visit.date ? timesOf(visit) : {};
    try {
      const availability = await this.backend.availability({ date });
      if (this.date === date) this.availability = availability;
    } catch (error) {
      this.failure = asZsError(error).message;
    }
  }

  private async handleMove(): Promise<void> {
    const { visit, moving, times, date, msg } = this;
    if (visit === null) return;
    this.failure = this.whatIsMissing();
    if (this.failure !== '') return;
    const segments: Segment[] = moving.map(({ department }) => ({ department, start: times[department] as string }));
    const outcome = await this.attempt.run(
      'move',
      { visitId: visit.id, date, segments, reason: '' },
      (input, options) => this.backend.reschedule(input, { ...options, expectedVersion: visit.version }),
    );
    if (outcome.ok) {
      this.dispatchEvent(new CustomEvent('changed', { detail: outcome.output }));
      return this.dialog.close();
    }
    const { error } = outcome;
    const lost = error.code === 'slot-full' ? (error.data as Segment | undefined) : undefined;
    this.failure =
      lost === undefined
        ? error.message
        : msg('taken', { department: this.name(lost.department), time: formatTime(lost.start) });
    if (lost === undefined) return;
    const rest = { ...times };
    delete rest[lost.department];
    this.times = rest;
    this.availability = await this.backend.availability({ date }).catch(() => this.availability);
  }

  /** What keeps it from being moved, or empty. */
  private whatIsMissing(): string {
    const { visit, moving, times, date, msg } = this;
    const missing = moving.find(({ department }) => times[department] === undefined);
    if (missing !== undefined) return msg('moveNeed', { department: this.name(missing.department) });
    const starts = moving.map(({ department }) => times[department] as string);
    const twice = starts.find((start, index) => starts.indexOf(start) !== index);
    if (twice !== undefined) return msg('moveClash', { time: formatTime(twice) });
    const same = date === visit?.date && moving.every((booking) => booking.start === times[booking.department]);
    return same ? msg('moveSame') : '';
  }

  private column({ department }: Booking): TemplateResult {
    const { availability, visit, times, msg } = this;
    const name = this.name(department);
    const slots = availability?.desks.find((desk) => desk.department === department)?.slots ?? [];
    const own = visit !== null && this.date === visit.date ? timesOf(visit)[department] : undefined;
    const free = slots.filter((slot) => slot.start === own || (slot.state === 'open' && slot.remaining > 0));
    return html`<section class="zs-slotcol" aria-label=${name}>
      <div class="zs-slotcol__head"><h4 class="zs-h3">${name}</h4></div>
      ${free.length === 0 ? html`<p class="zs-small zs-muted">${msg('moveNone', { department: name })}</p>` : nothing}
      <ul class="zs-slots">
        ${free.map(({ start, remaining }) => {
          const chosen = times[department] === start;
          const word = chosen ? msg('mine') : msg('left', { n: remaining });
          return html`<li>
            <button
              type="button"
              class="zs-slot zs-slot--${chosen ? 'mine' : 'open'}"
              aria-pressed=${chosen}
              aria-label=${msg('slotName', { time: formatTime(start), state: word, department: name })}
              @click=${() => (this.times = { ...times, [department]: start })}
            >
              <span class="zs-slot__time">${formatTime(start)}</span>
              <span class="zs-slot__state">${word}</span>
            </button>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  protected override renderContent(): unknown {
    const { msg, visit, timetable, locale, attempt } = this;
    if (visit === null || timetable === null) return nothing;
    const first = timesOf(visit)[visit.bookings[0]?.department ?? ''] ?? '';
    const now = `${formatDate(visit.date, { locale })} ${formatTime(first)}`;
    const days = timetable.days.filter((day) => isBookable(day) || day.date === visit.date);
    const dates = { msg: this.bookingMsg, locale, now: this.now() };
    return this.dialog.render({
      title: msg('moveTitle'),
      body: html`<div class="zs-stack">
        <p>${msg.parts('moveFrom', { when: unbroken(now) })}</p>
        <p class="zs-small zs-muted">
          ${msg.parts('moveRule', { until: unbroken(instantText(visit.changeableUntil, locale)) })}
        </p>
        <h3 class="zs-h3">${msg('moveDate')}</h3>
        ${dateOptions(dates, days, this.date, (date) => void this.chooseDate(date), 'move-date')}
        <h3 class="zs-h3">${msg('moveTimes')}</h3>
        ${
          this.availability === undefined
            ? skeleton(msg('reading'))
            : html`<div class="zs-slotcols">${this.moving.map((booking) => this.column(booking))}</div>`
        }
        ${this.failure === '' ? nothing : notice({ kind: 'negative', role: 'alert', title: this.failure })}
      </div>`,
      actions: html`<button
          type="button"
          class="zs-btn zs-btn--primary"
          aria-busy=${attempt.busy === '' ? nothing : 'true'}
          @click=${() => void this.handleMove()}
        >
          ${msg('moveAct')}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${msg('moveNot')}</button>`,
    });
  }
}

function timesOf(visit: Visit): Record<string, string> {
  const times: Record<string, string> = {};
  for (const { department, start } of visit.bookings) times[department] = start;
  return times;
}
