import { ZsElement, icon, useMessages } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { leftIcon } from '@zhaoshang/elements/icons.ts';
import { calendarIcon, inboxIcon } from '@zhaoshang/elements/more-icons.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { timelineStyles } from '@zhaoshang/elements/styles/timeline.ts';
import { toastStyles } from '@zhaoshang/elements/styles/toast.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { ToastController } from '@zhaoshang/elements/toast/toast-controller.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import type { ClientOf, Session, ZsError } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ServiceDayContract } from '../../../contract.ts';
import { serviceDayOutline } from '../../../contract.outline.ts';
import type { Booking, Standing, Timetable, Visit } from '../booking-types.ts';
import { dateAt, departmentName, formatDate, instantText, unbroken } from '../booking-words.ts';
import type { Option } from './alternatives.ts';
import { DisplacedOptions } from './displaced-options.ts';
import { HistoryDialog } from './history-dialog.ts';
import { noRecords, readMore, readRecords } from './my-records.ts';
import type { MyRecords } from './my-records.ts';
import type { Deed, MyVisitsHost } from './my-visits-host.ts';
import { myVisitsMessages } from './my-visits.messages.ts';
import { myVisitsStyles } from './my-visits.styles.ts';
import { displacedVisit } from './parts/displaced.ts';
import { followUpList } from './parts/follow-up-list.ts';
import { noticeList } from './parts/notice-list.ts';
import { pendingItem } from './parts/pending-part.ts';
import { visitItem, whenOf } from './parts/visit-item.ts';
import { offerNotice, waitingItem } from './parts/waiting-part.ts';
import { PendingIntents } from './pending-intents.ts';
import { VisitActs } from './visit-acts.ts';
import { groupVisits } from './visit-order.ts';

/** A burst of events is read once. */
const rereadMilliseconds = 150;
/** How often the time left of an offer is drawn anew. */
const tickMilliseconds = 20_000;

const events = [
  'service-day.booking-held',
  'service-day.booking-made',
  'service-day.booking-moved',
  'service-day.booking-cancelled',
  'service-day.booking-displaced',
  'service-day.desk-changed',
  'service-day.booking-served',
  'service-day.booking-missed',
  'service-day.booking-rated',
  'service-day.waitlist-changed',
  'service-day.follow-up-changed',
  'service-day.notice-sent',
  'service-day.plan-changed',
] as const;

/**
 * 我的预约 (COMM-1, COMM-2, COMM-8, COMM-13), part of `<zs-service-booking>`: visits and what may be done with them, the
 * waiting list, follow-ups, notices, missed appointments, bookings that were filled in offline. Emits `book` when the
 * enterprise wants to book.
 *
 * @summary Own bookings of an enterprise (inside the booking element).
 */
export class MyVisitsElement extends ZsElement implements MyVisitsHost {
  static override styles = ZsElement.withStyles(
    dialogStyles,
    errorSummaryStyles,
    fieldStyles,
    frameStyles,
    listStyles,
    noticeStyles,
    stateStyles,
    tagStyles,
    timelineStyles,
    toastStyles,
    myVisitsStyles,
  );

  readonly msg = useMessages(this, myVisitsMessages);
  readonly attempts = new AttemptController(this);
  readonly toast = new ToastController(this);
  readonly acts = new VisitActs(this);
  private readonly record = new HistoryDialog(this);
  private readonly pending = new PendingIntents(this);
  private readonly options = new DisplacedOptions(this);
  private reading: ReturnType<typeof setTimeout> | undefined;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private opener: HTMLElement | null = null;

  @state() private records: MyRecords = noRecords;
  @state() private dialog: { readonly kind: 'move' | 'cancel'; readonly visit: Visit } | null = null;
  @state() private ticketOf = '';
  @state() ratingOf = '';
  @state() fault: { readonly at: string; readonly error: ZsError } | null = null;

  @property({ attribute: false }) timetable: Timetable | null = null;

  constructor() {
    super();
    for (const name of events) this.listen(name, () => this.refreshSoon());
  }

  // --- What the parts ask of their host -------------------------------------------------------------------------------

  override get session(): Session | null {
    return super.session;
  }

  get zone(): string {
    return this.portal?.zone ?? 'default';
  }

  get standing(): Standing | null {
    return this.records.standing;
  }

  override now(): number {
    return super.now();
  }

  override focusOn(selector: string): Promise<void> {
    return super.focusOn(selector);
  }

  serviceDay(): ClientOf<ServiceDayContract> {
    return this.client<ServiceDayContract>(serviceDayOutline);
  }

  readonly nameOf = (department: string): string =>
    departmentName(this.timetable?.departments ?? [], department, this.locale);

  optionsFor(visit: Visit): readonly Option[] | undefined {
    return this.options.of(visit);
  }

  refresh(): Promise<void> {
    clearTimeout(this.reading);
    return this.reload();
  }

  book(): void {
    this.dispatchEvent(new Event('book'));
  }

  async perform<Output>({ at, input, send, done }: Deed<Output>): Promise<boolean> {
    this.fault = null;
    const outcome = await this.attempts.run(at, input, (_same, options) => send(options));
    const record = at.slice(at.indexOf(' ') + 1);
    if (outcome.ok) await this.tell(record, done(outcome.output));
    else {
      this.fault = { at: record, error: outcome.error };
      await this.refused(outcome.error);
    }
    return outcome.ok;
  }

  async tell(record: string, text: string): Promise<void> {
    this.fault = null;
    this.toast.show({ text });
    await this.refresh();
    await this.keepFocus(record);
  }

  async refused({ kind }: ZsError): Promise<void> {
    if (kind !== 'conflict' && kind !== 'stale' && kind !== 'closed') return;
    this.options.forget();
    await this.refresh();
  }

  // --- Reading --------------------------------------------------------------------------------------------------------

  protected override get needsSession(): boolean {
    return true;
  }

  protected override async load(signal: AbortSignal): Promise<void> {
    // What was set before the element was defined arrives with its first update.
    await this.updateComplete;
    if (this.session?.enterprise === undefined) {
      this.records = noRecords;
      return;
    }
    const [records] = await Promise.all([
      readRecords(this.serviceDay(), this.records.visits.length, this.now(), signal),
      this.pending.read(),
    ]);
    if (signal.aborted) return;
    this.records = records;
    void this.options.find(this.records.visits);
  }

  private refreshSoon(): void {
    clearTimeout(this.reading);
    this.reading = setTimeout(() => void this.reload(), rereadMilliseconds);
  }

  private async handleMore(): Promise<void> {
    this.fault = null;
    const before = this.records.visits.length;
    const outcome = await this.attempts.run('more', this.records.next, () => readMore(this.serviceDay(), this.records));
    if (!outcome.ok) {
      this.toast.show({ text: this.msg('moreFailed'), kind: 'caution' });
      return;
    }
    this.records = outcome.output;
    const first = groupVisits(outcome.output.visits.slice(before), dateAt(this.now())).past[0];
    if (first !== undefined) await this.focusOn(`#visit-${first.id} .zs-visit-head`);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = setInterval(() => this.tick(), tickMilliseconds);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
    clearTimeout(this.reading);
  }

  private tick(): void {
    const offers = this.records.waiting.filter(({ state: now }) => now === 'offered');
    if (offers.length === 0) return;
    const over = offers.some(({ offerExpiresAt }) => Date.parse(offerExpiresAt ?? '') <= this.now());
    if (over) this.refreshSoon();
    else this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Dates come from the timetable; the first of them may come after the records.
    if (changed.has('timetable') && changed.get('timetable') !== undefined) void this.options.find(this.records.visits);
  }

  // --- Acting ---------------------------------------------------------------------------------------------------------

  /** The pressed button is gone: the focus goes to its record, or to what is left of the list. */
  async keepFocus(record: string): Promise<void> {
    await this.updateComplete;
    const root = this.renderRoot as ShadowRoot;
    if (root.activeElement !== null && root.activeElement.isConnected) return;
    for (const id of [`visit-${record}`, `waiting-${record}`, `follow-${record}`]) {
      const head =
        root.querySelector<HTMLElement>(`#${id} .zs-visit-head`) ?? root.querySelector<HTMLElement>(`#${id}`);
      if (head !== null) return head.focus();
    }
    await this.focusOn('#coming');
  }

  rate(booking: Booking | null): void {
    const { ratingOf } = this;
    this.ratingOf = booking?.id ?? '';
    if (booking === null) void this.focusOn(`#stop-${ratingOf} button`);
  }

  /** A bad rating has opened a follow-up: who answers, and until when, is read from it. */
  async rated(booking: Booking): Promise<void> {
    const { msg, locale } = this;
    this.ratingOf = '';
    await this.refresh();
    const followUp = this.records.followUps.find(
      ({ bookingId, source }) => bookingId === booking.id && source === 'bad-rating',
    );
    const { rating } = booking;
    this.toast.show({
      text:
        rating !== null && rating.supplement !== null
          ? msg('thanksSupplement')
          : followUp === undefined
            ? msg('thanks')
            : msg('thanksBad', {
                department: this.nameOf(followUp.department),
                date: formatDate(followUp.dueDate, { locale }),
                receipt: followUp.receipt,
              }),
    });
    await this.keepFocus(booking.visitId);
  }

  showHistory(visit: Visit): void {
    void this.record.openFor(visit);
  }

  showTicket(visit: Visit): void {
    this.ticketOf = visit.id;
    void this.focusOn('.zs-back');
  }

  showDialog(kind: 'move' | 'cancel', visit: Visit): void {
    this.opener = (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    this.dialog = { kind, visit };
  }

  private readonly handleDialogClose = (): void => {
    const visitId = this.dialog?.visit.id ?? '';
    this.dialog = null;
    if (this.opener?.isConnected === true) this.opener.focus();
    else void this.keepFocus(visitId);
  };

  private readonly handleChanged = ({ detail }: CustomEvent<Visit>): void => {
    const cancelled = detail.bookings.every(({ state: now }) => now === 'cancelled');
    this.toast.show({ text: cancelled ? this.msg('cancelled') : this.msg('moved', { when: whenOf(this, detail) }) });
    void this.refresh().then(() => this.keepFocus(detail.id));
  };

  private readonly pendingActs = {
    retry: (): void => {
      void this.pending.retry().then((sent) => {
        this.toast.show(sent ? { text: this.msg('pendingSent') } : { text: this.msg('pendingKept'), kind: 'caution' });
      });
    },
    remove: (key: string): void => {
      void this.pending.remove(key).then(() => {
        this.toast.show({ text: this.msg('pendingDeleted') });
        void this.focusOn('#coming');
      });
    },
  };

  // --- Templates ------------------------------------------------------------------------------------------------------

  private get isEmpty(): boolean {
    const { visits, waiting, notices, followUps } = this.records;
    return visits.length + waiting.length + notices.length + followUps.length + this.pending.items.length === 0;
  }

  /** Part of the content: what was just done is still said beside it. */
  private nothingYet(): TemplateResult {
    const { msg } = this;
    if (this.session?.enterprise === undefined)
      return stateView({ icon: inboxIcon, title: msg('notEnterprise'), body: msg('notEnterpriseHelp') });
    return stateView({
      icon: calendarIcon,
      title: msg('empty'),
      body: msg('emptyHelp'),
      actions: html`<button type="button" class="zs-btn zs-btn--primary" @click=${() => this.book()}>
        ${msg('goBook')}
      </button>`,
    });
  }

  private limitNotice(): unknown {
    const { msg, locale, standing } = this;
    if (standing === null || standing.limitedUntil === null) return nothing;
    return notice({
      kind: 'caution',
      title: msg('limited', { date: formatDate(standing.limitedUntil, { locale }) }),
      body: msg('limitedBody', { days: standing.windowDays, n: standing.missedCount }),
    });
  }

  private ticket(visit: Visit): TemplateResult {
    this.lazyPart(() => import('../ticket/define.ts'));
    const back = (): void => {
      this.ticketOf = '';
      void this.focusOn(`#visit-${visit.id} .zs-visit-head`);
    };
    return html`<div class="zs-row">
        <button type="button" class="zs-btn zs-btn--quiet zs-back" @click=${back}>
          ${icon(leftIcon)}${this.msg('back')}
        </button>
      </div>
      <zs-visit-ticket
        .visit=${visit}
        .timetable=${this.timetable}
        @changed=${() => void this.refresh()}
      ></zs-visit-ticket>`;
  }

  private dialogs(): unknown {
    const { dialog, timetable } = this;
    if (dialog === null) return nothing;
    this.lazyPart(() => import('../dialogs/define.ts'));
    return dialog.kind === 'move'
      ? html`<zs-move-visit
          .visit=${dialog.visit}
          .timetable=${timetable}
          @close=${this.handleDialogClose}
          @changed=${this.handleChanged}
        ></zs-move-visit>`
      : html`<zs-cancel-visit
          .visit=${dialog.visit}
          .timetable=${timetable}
          @close=${this.handleDialogClose}
          @changed=${this.handleChanged}
        ></zs-cancel-visit>`;
  }

  private list(): TemplateResult {
    const { msg, records, locale, attempts } = this;
    const { visits, waiting, notices, followUps, next, asOf } = records;
    const { displaced, coming, past } = groupVisits(visits, dateAt(this.now()));
    const offers = waiting.filter(({ state: now }) => now === 'offered');
    const inLine = waiting.filter(({ state: now }) => now !== 'offered' && now !== 'accepted');
    const unread = notices.some(({ read }) => !read);
    const noticePart =
      notices.length === 0
        ? nothing
        : noticeList(this, notices, {
            markRead: (these) => void this.acts.markRead(these),
            seeVisit: (visitId) => void this.focusOn(`#visit-${visitId} .zs-visit-head`),
            lists: (visitId) => visits.some(({ id }) => id === visitId),
          });
    const comingCount = displaced.length + coming.length + inLine.length + this.pending.items.length;
    return html`<p class="zs-small zs-muted zs-stamp">
        ${msg.parts('asOf', { when: unbroken(instantText(asOf, locale, false)) })}
      </p>
      <div class="zs-stack">${this.limitNotice()} ${offers.map((entry) => offerNotice(this, entry))}</div>
      ${unread ? noticePart : nothing}
      <section class="zs-section">
        <div class="zs-section__head"><h3 class="zs-h2" id="coming" tabindex="-1">${msg('coming')}</h3></div>
        ${
          comingCount === 0
            ? html`<p class="zs-small zs-muted">${msg('comingNone')}</p>
                <div class="zs-row">
                  <button type="button" class="zs-btn" @click=${() => this.book()}>${msg('goBook')}</button>
                </div>`
            : html`<ul class="zs-list">
                ${repeat(
                  displaced,
                  ({ id }) => id,
                  (visit) => displacedVisit(this, visit),
                )}
                ${this.pending.items.map((item) => pendingItem(this, item, this.pendingActs))}
                ${repeat(
                  coming,
                  ({ id }) => id,
                  (visit) => visitItem(this, visit),
                )}
                ${repeat(
                  inLine,
                  ({ id }) => id,
                  (entry) => waitingItem(this, entry),
                )}
              </ul>`
        }
      </section>
      ${
        followUps.length === 0
          ? nothing
          : html`<section class="zs-section">
              <div class="zs-section__head"><h3 class="zs-h2">${msg('follow')}</h3></div>
              ${followUpList(this, followUps, { settle: (followUp, confirmed) => this.acts.settle(followUp, confirmed) })}
            </section>`
      }
      <section class="zs-section">
        <div class="zs-section__head"><h3 class="zs-h2">${msg('past')}</h3></div>
        ${
          past.length === 0
            ? html`<p class="zs-small zs-muted">${msg('pastNone')}</p>`
            : html`<ul class="zs-list">
                ${repeat(
                  past,
                  ({ id }) => id,
                  (visit) => visitItem(this, visit),
                )}
              </ul>`
        }
        ${
          next === null
            ? nothing
            : html`<div class="zs-row zs-more">
                <button
                  type="button"
                  class="zs-btn"
                  aria-busy=${attempts.busy === 'more' ? 'true' : nothing}
                  @click=${() => void this.handleMore()}
                >
                  ${msg('more')}
                </button>
              </div>`
        }
      </section>
      ${unread ? nothing : noticePart}`;
  }

  protected override renderContent(): unknown {
    const ticket = this.records.visits.find(({ id }) => id === this.ticketOf);
    return html`${this.isEmpty ? this.nothingYet() : ticket === undefined ? this.list() : this.ticket(ticket)}
    ${this.dialogs()} ${this.acts.render()} ${this.record.render()} ${this.toast.render()}`;
  }
}
