import { ZsElement, useMessages } from '@zhaoshang/elements';
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { datesStyles } from '@zhaoshang/elements/styles/dates.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { segmentStyles } from '@zhaoshang/elements/styles/segment.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { asZsError } from '@zhaoshang/kernel';
import type { ClientOf, Session } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import type { ServiceDayContract, VisitWanted } from '../../contract.ts';
import { serviceDayOutline } from '../../contract.outline.ts';
import { BookingController } from './booking-controller.ts';
import type { BookingHost } from './booking-host.ts';
import type { Segment, Timetable, Visit } from './booking-types.ts';
import type { BookingView } from './booking-view.ts';
import { departmentName, formatTime, unbroken } from './booking-words.ts';
import { dateStrip } from './parts/date-strip.ts';
import { departmentList } from './parts/department-list.ts';
import { bookingMessages } from './service-booking.messages.ts';
import { serviceBookingStyles } from './service-booking.styles.ts';

/** What the element shows. */
export const bookingViews = ['book', 'mine', 'forum'] as const;
export type BookingViewName = (typeof bookingViews)[number];

const viewWords = { book: 'viewBook', mine: 'viewMine', forum: 'viewForum' } as const;
/**
 * 企业服务日预约 (COMM-1, COMM-2, COMM-3, COMM-13): an enterprise books one or several departments in one visit, sees and
 * changes its bookings, waits for a seat, rates what was done, and signs up for the monthly forum. Slots are kept for some
 * minutes while the form is filled in; what was typed survives a lost slot, an expired sign-in and a reload.
 *
 * @summary Booking, own bookings and forum of the weekly enterprise service day.
 * @tag zs-service-booking
 * @attr {'book'|'mine'|'forum'} view - What is shown: the booking form, the enterprise's own bookings, the forum.
 * @attr {string} departments - Codes of departments to choose at the start, separated by spaces.
 * @attr {string} topic - Topic to fill in for those departments.
 * @slot - Shown until the element is ready, and without JavaScript: a phone number, a link to the guide.
 * @csspart base - The container of everything inside.
 * @event {CustomEvent<{visitId: string, uscc: string, date: string, departments: string[]}>} zs-booking-made - On the
 *   portal element: a visit was booked. Moving and cancelling give `zs-booking-moved` and `zs-booking-cancelled`.
 * @event {CustomEvent<{department: string, topic?: string, question?: string, from?: string}>} zs-visit-wanted - On the portal
 *   element: another element of the page asked for a visit; this one fills it in. A page without it may lead elsewhere.
 * @event {CustomEvent} zs-login-requested - On the portal element: somebody who is not signed in wants to submit.
 * @cssproperty [--zs-theme-brand=15, 79, 116] - Main colour as `r, g, b`, set on any ancestor.
 * @cssproperty [--zs-theme-accent=8, 88, 78] - Second colour as `r, g, b`.
 * @cssproperty [--zs-theme-size=1rem] - Size of body text.
 * @cssproperty [--zs-theme-radius=4px] - Radius of corners.
 */
export class ServiceBookingElement extends ZsElement implements BookingHost {
  static override styles = ZsElement.withStyles(
    choiceStyles,
    datesStyles,
    frameStyles,
    segmentStyles,
    tagStyles,
    serviceBookingStyles,
  );

  readonly msg = useMessages(this, bookingMessages);
  private readonly booking = new BookingController(this);
  private formParts: typeof import('./form/form-view.ts') | undefined;
  private formLoading: Promise<void> | undefined;
  private wasOffline = false;

  /** Slot for which the form of the waiting list is open. */
  @state() private waitingFor: Segment | null = null;

  /** What is shown; the buttons in the head change it. */
  @property({ reflect: true }) view: BookingViewName = 'book';
  /** Codes of departments to choose at the start, separated by spaces. */
  @property({ attribute: 'departments' }) preferredDepartments = '';
  /** Topic to fill in for them. */
  @property() topic = '';

  constructor() {
    super();
    this.listen('service-day.availability-changed', ({ payload }) => this.booking.noteChange(payload.date));
    this.listen('service-day.plan-changed', () => void this.reload());
    this.listen('service-day.visit-wanted', ({ payload }) => void this.takeUp(payload));
  }

  // --- What the controller asks of its host -------------------------------------------------------------------------------

  override get session(): Session | null {
    return super.session;
  }

  get zone(): string {
    return this.portal?.zone ?? 'default';
  }

  get prefill(): BookingHost['prefill'] {
    return { departments: this.preferredDepartments.split(/[\s,]+/).filter(Boolean), topic: this.topic };
  }

  override now(): number {
    return super.now();
  }

  serviceDay(): ClientOf<ServiceDayContract> {
    return this.client<ServiceDayContract>(serviceDayOutline);
  }

  override announce(sentence: string): void {
    super.announce(sentence);
  }

  override focusOn(selector: string): Promise<void> {
    return super.focusOn(selector);
  }

  signIn(): void {
    this.portal?.signIn();
  }

  fault(error: unknown): void {
    const problem = asZsError(error);
    if (this.booking.form === undefined) this.problem = problem;
    else this.booking.form.advise({ kind: 'failed', error: problem });
  }

  // --- Lifecycle ------------------------------------------------------------------------------------------------------

  protected override async load(signal: AbortSignal): Promise<void> {
    const form = this.loadForm().catch(() => undefined); // told where its place is shown
    try {
      await this.booking.read(signal, this.view === 'book');
    } catch (error) {
      // Without a network the form half may know the last timetable.
      if (asZsError(error).kind !== 'unavailable' || this.booking.form !== undefined) throw error;
      await form;
      await this.booking.read(signal, this.view === 'book');
    }
  }

  /** The half that acts comes behind the half that shows: a page is readable and choosable before it is all there. */
  private loadForm(): Promise<void> {
    this.formLoading ??= this.attachForm().catch((error: unknown) => {
      this.formLoading = undefined;
      throw error;
    });
    return this.formLoading;
  }

  private async attachForm(): Promise<void> {
    const parts = await import('./form/form-view.ts');
    this.formParts = parts;
    await this.getUpdateComplete();
    parts.attachForm(this, this.booking);
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!bookingViews.includes(this.view)) this.view = 'book';
    const turned = changed.has('view') && changed.get('view') !== undefined;
    const offline = this.portal?.live === 'offline';
    if ((turned && this.view === 'book' && this.booking.availability === undefined) || (this.wasOffline && !offline))
      void this.reload();
    this.wasOffline = offline;
  }

  // --- Acting ---------------------------------------------------------------------------------------------------------

  private readonly show = (view: BookingViewName): void => {
    if (this.booking.form !== undefined) this.booking.form.booked = null;
    this.view = view;
    this.requestUpdate();
  };

  private async takeUp(wish: VisitWanted): Promise<void> {
    this.show('book');
    await this.loadForm().catch(() => undefined); // told where its place is shown
    if (this.booking.availability === undefined) await this.reload();
    await this.formParts?.takeUpWish(this, this.booking, wish);
  }

  private viewOf(timetable: Timetable): BookingView {
    const { booking, formParts } = this;
    const { form } = booking;
    return {
      msg: this.msg,
      locale: this.locale,
      now: this.now(),
      timetable,
      availability: booking.availability,
      flow: booking.flow,
      act: booking,
      fieldError: (field) => (form === undefined ? nothing : (formParts?.fieldError(form, field) ?? nothing)),
      wait: (segment) => (this.waitingFor = segment),
      nameOf: (code) => departmentName(timetable.departments, code, this.locale),
    };
  }

  // --- Templates ------------------------------------------------------------------------------------------------------

  private head({ settings }: Timetable): TemplateResult {
    const { msg, booking } = this;
    return html`<div class="zs-head">
      <div class="zs-head__row">
        <h2 class="zs-title">${msg('title')}</h2>
        <div class="zs-segment zs-views" role="group" aria-label=${msg('views')}>
          ${bookingViews.map(
            (name) =>
              html`<button type="button" aria-pressed=${name === this.view} @click=${() => this.show(name)}>
                ${msg(viewWords[name])}
              </button>`,
          )}
        </div>
      </div>
      ${
        this.view !== 'book' || (booking.form?.booked ?? null) !== null
          ? nothing
          : html`<p class="zs-lead">${msg('lead')}</p>
              <dl class="zs-facts">
                <div>
                  <dt>${msg('site')}</dt>
                  <dd>${settings.siteName}</dd>
                </div>
                <div>
                  <dt>${msg('hours')}</dt>
                  <dd>
                    ${settings.hours.map(
                      ({ start, end }) => html`${unbroken(`${formatTime(start)}—${formatTime(end)}`)}　 `,
                    )}
                  </dd>
                </div>
                <div>
                  <dt>${msg('closing')}</dt>
                  <dd>${msg('closingRule', { time: formatTime(settings.closeTime) })}</dd>
                </div>
              </dl>`
      }
    </div>`;
  }

  private bookView(view: BookingView): unknown {
    const { msg, booking, formParts: parts } = this;
    const { form } = booking;
    const offline = booking.isLastKnown || this.portal?.live === 'offline';
    const ready = form !== undefined && parts !== undefined;
    if (!ready) this.lazyPart(() => this.loadForm());
    return html`<div class="zs-above">${ready ? parts.aboveDates(view, form, offline) : nothing}</div>
      <div class="zs-split">
        <div>
          ${ready ? parts.problemSummary(form) : nothing} ${dateStrip(view)} ${departmentList(view)}
          ${ready ? parts.belowDepartments(view, form) : skeleton(msg('times'))}
        </div>
        <div class="zs-rail zs-stack">${ready ? parts.besideAll(view, form) : nothing}</div>
      </div>
      ${this.waitingForm(view)}`;
  }

  private waitingForm(view: BookingView): unknown {
    const { waitingFor } = this;
    if (waitingFor === null) return nothing;
    this.lazyPart(() => import('./waiting/define.ts'));
    return html`<zs-join-waitlist
      .timetable=${view.timetable}
      .date=${view.flow.date ?? ''}
      .segment=${waitingFor}
      .entries=${view.flow.entries}
      @close=${() => (this.waitingFor = null)}
    ></zs-join-waitlist>`;
  }

  private ticket(timetable: Timetable): unknown {
    this.lazyPart(() => import('./ticket/define.ts'));
    return html`<zs-visit-ticket
      .visit=${this.booking.form?.booked}
      .timetable=${timetable}
      fresh
      @again=${() => this.booking.form?.startAgain()}
      @mine=${() => this.show('mine')}
      @changed=${({ detail }: CustomEvent<Visit>) => this.booking.form?.showBooked(detail)}
    ></zs-visit-ticket>`;
  }

  private content(timetable: Timetable): unknown {
    if (this.view === 'mine') {
      this.lazyPart(() => import('./my-visits/define.ts'));
      return html`<zs-my-visits .timetable=${timetable} @book=${() => this.show('book')}></zs-my-visits>`;
    }
    if (this.view === 'forum') {
      this.lazyPart(() => import('./forum/define.ts'));
      return html`<zs-forum-list .timetable=${timetable}></zs-forum-list>`;
    }
    return (this.booking.form?.booked ?? null) === null
      ? this.bookView(this.viewOf(timetable))
      : this.ticket(timetable);
  }

  protected override renderContent(): unknown {
    const { timetable } = this.booking;
    return timetable === undefined ? this.renderSkeleton() : [this.head(timetable), this.content(timetable)];
  }
}
