import { icon, useMessages, ZsElement } from '@zhaoshang/elements';
import type { Status } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { plusIcon } from '@zhaoshang/elements/icons.ts';
import { inboxIcon } from '@zhaoshang/elements/more-icons.ts';
import { ToastController } from '@zhaoshang/elements/toast/toast-controller.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { asZsError, hasRole, type ClientOf, type ZsError } from '@zhaoshang/kernel';
import { formatDate } from '@zhaoshang/workdays/format.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import type { ServiceDayContract } from '../../contract.ts';
import { serviceDayOutline } from '../../contract.outline.ts';
import type { Timetable } from '../service-booking/booking-types.ts';
import { dateAt, departmentName, timeAt } from '@zhaoshang/elements/words.ts';
import { ContactDialog } from './contact-dialog.ts';
import type { Contact, DeskDay, DeskHost, HistoryRow, QueueRow } from './desk-host.ts';
import { FeedDialog } from './feed-dialog.ts';
import { NoShowDialog } from './no-show-dialog.ts';
import { CheckIn } from './parts/check-in.ts';
import { deskFigures, deskHead } from './parts/desk-head.ts';
import { deskTools } from './parts/desk-tools.ts';
import { followUpList, repliedList } from './parts/follow-up-list.ts';
import { nobodyServed, nowServing } from './parts/now-serving.ts';
import { OutcomeForm } from './parts/outcome-form.ts';
import { problemNotice } from './parts/problem-notice.ts';
import { nextUp } from './parts/queue-order.ts';
import { queueTable } from './parts/queue-table.ts';
import { rowRecord } from './parts/row-record.ts';
import { stopsText } from './parts/visit-facts.ts';
import { ReplyDialog } from './reply-dialog.ts';
import { deskMessages } from './service-desk.messages.ts';
import { serviceDeskStyles } from './service-desk.styles.ts';
import { TransferDialog } from './transfer-dialog.ts';
import { WalkInDialog } from './walk-in-dialog.ts';

const dayMs = 86_400_000;
/** How far the days to turn to reach: back for outcomes that are written later, ahead for what is booked. */
const weeksBack = 8;
const weeksShown = 20;
/** Changes of the same moment are read once. */
const settleMilliseconds = 150;
/** How often minutes that pass are written again. */
const tickMilliseconds = 20_000;

/**
 * The desk of a department on the weekly 企业服务日, for its representatives and for 招商 specialists: check-in, calling,
 * outcome with follow-up, no-shows, walk-ins, follow-ups and the list. It follows every change made elsewhere within a second
 * and keeps what is being typed.
 *
 * @summary Works a department's desk on the service day.
 * @slot - What is shown until the element is ready, and without JavaScript: how to go on with paper.
 * @event {CustomEvent} zs-desk-changed - On the portal: a line of a list changed; detail:
 *   `{ date, department, bookingId, uscc, state, queueNumber }`.
 * @event {CustomEvent} zs-booking-served - On the portal: an appointment ended; detail:
 *   `{ bookingId, uscc, department, outcome, followUpId }`.
 * @event {CustomEvent} zs-booking-missed - On the portal: a no-show was recorded; detail:
 *   `{ bookingId, uscc, department, missedCount }`.
 * @event {CustomEvent} zs-follow-up-changed - On the portal: a follow-up was opened or answered; detail:
 *   `{ followUpId, uscc, department, state }`.
 * @csspart base - The container of everything inside.
 */
export class ServiceDeskElement extends ZsElement implements DeskHost {
  static override styles = ZsElement.withStyles(serviceDeskStyles);

  /** Code of the department; by default that of the person signed in, for the centre the first one. */
  @property() department = '';
  /** Date `YYYY-MM-DD`; by default today, or the next service day. */
  @property() date = '';

  readonly msg = useMessages(this, deskMessages);
  readonly attempts = new AttemptController(this);
  private readonly toast = new ToastController(this);

  @state() day: DeskDay | undefined;
  @state() private timetable: Timetable | undefined;
  @state() contacts: ReadonlyMap<string, Contact> = new Map();
  @state() private chosenId = '';
  @state() private openIds: ReadonlySet<string> = new Set();
  @state() private histories: ReadonlyMap<string, readonly HistoryRow[]> = new Map();
  @state() private rowProblem: ZsError | undefined;
  @state() private historyProblem: ZsError | undefined;
  @state() private freshId = '';

  private readonly contactDialog = new ContactDialog(this, (row, contact) => {
    this.contacts = new Map([...this.contacts, [row.id, contact]]);
    void this.readHistory(row);
  });
  private readonly missing = new NoShowDialog(this);
  private readonly walkingIn = new WalkInDialog(this, (id, text) => {
    this.freshId = id;
    return this.tell(text, `#row-${CSS.escape(id)}`);
  });
  private readonly replying = new ReplyDialog(this);
  private readonly handingOn = new TransferDialog(this);
  private readonly feeding = new FeedDialog(this, () => this.backendRoot());
  private readonly arriving = new CheckIn(this, (input) => {
    this.rowProblem = undefined;
    return this.checkIn(input);
  });
  private readonly outcome = new OutcomeForm(this, {
    ended: (row, followUpId, next) => this.afterServe(row, followUpId, next),
    callAgain: (row) => void this.callAgain(row),
    miss: (row) => this.missing.openFor(row),
  });
  private settling: ReturnType<typeof setTimeout> | undefined;
  private ticking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    const isHere = (payload: { readonly date: string; readonly departments: readonly string[] }): boolean =>
      payload.date === this.shownDate && payload.departments.includes(this.shownDepartment);
    this.listen('service-day.desk-changed', ({ payload: { date, department } }) =>
      this.settle(isHere({ date, departments: [department] })),
    );
    this.listen('service-day.availability-changed', ({ payload }) => this.settle(isHere(payload)));
    this.listen('service-day.booking-made', ({ payload }) => this.settle(isHere(payload)));
    this.listen('service-day.booking-cancelled', ({ payload }) => this.settle(isHere(payload)));
    // It names only the desks it goes to; the one it leaves is told by its date.
    this.listen('service-day.booking-moved', ({ payload }) =>
      this.settle(isHere(payload) || payload.fromDate === this.shownDate),
    );
    this.listen('service-day.booking-displaced', ({ payload: { date, department } }) =>
      this.settle(isHere({ date, departments: [department] })),
    );
    this.listen('service-day.booking-rated', ({ payload }) => this.settle(payload.department === this.shownDepartment));
    this.listen('service-day.follow-up-changed', ({ payload }) =>
      this.settle(payload.department === this.shownDepartment),
    );
    this.listen('service-day.plan-changed', () => {
      this.timetable = undefined;
      this.settle(true);
    });
  }

  // --- What the parts read --------------------------------------------------------------------------------------------

  get today(): string {
    return dateAt(this.now());
  }

  get instant(): number {
    return this.now();
  }

  get personName(): string {
    return this.session?.displayName ?? '';
  }

  get departments(): Timetable['departments'] {
    return this.timetable?.departments ?? [];
  }

  get settings(): Timetable['settings'] | undefined {
    return this.timetable?.settings;
  }

  get shownDate(): string {
    if (this.date !== '') return this.date;
    const days = this.timetable?.days ?? [];
    return (days.find(({ date }) => date >= this.today) ?? days[days.length - 1])?.date ?? this.today;
  }

  get shownDepartment(): string {
    if (this.department !== '') return this.department;
    return this.session?.department ?? this.departments[0]?.code ?? '';
  }

  /** Every desk is open to the centre, and to look at also to those who supervise. */
  private get seesAll(): boolean {
    return hasRole(this.session, ['centre', 'leader', 'hr', 'auditor']);
  }

  get canWork(): boolean {
    if (hasRole(this.session, ['centre'])) return true;
    return hasRole(this.session, ['department', 'specialist']) && this.session?.department === this.shownDepartment;
  }

  serviceDay(): ClientOf<ServiceDayContract> {
    return this.client<ServiceDayContract>(serviceDayOutline);
  }

  dateText(date: string): string {
    return formatDate(date, { locale: this.locale, today: this.today });
  }

  departmentName(code: string): string {
    return departmentName(this.departments, code, this.locale);
  }

  private say(text: string): void {
    this.toast.show({ text });
  }

  async tell(text: string, selector: string): Promise<void> {
    this.say(text);
    await this.reload();
    await this.keepFocus(selector);
  }

  private async keepFocus(selector: string): Promise<void> {
    await this.updateComplete;
    if ((this.renderRoot as ShadowRoot).activeElement === null) await this.focusOn(selector);
  }

  refresh(): Promise<void> {
    return this.reload();
  }

  /** Root of the addresses of the http adapter; none where the data is in the page. */
  private backendRoot(): string | undefined {
    if (this.portal?.adapterCapabilities?.offline !== false) return undefined;
    const { baseUrl } = this.portal.element as { readonly baseUrl?: string };
    return (baseUrl ?? '/api').replace(/\/+$/, '');
  }

  // --- Reading --------------------------------------------------------------------------------------------------------

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = setInterval(() => this.requestUpdate(), tickMilliseconds);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
    clearTimeout(this.settling);
    this.settling = undefined;
  }

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    const turned = changed.get('date') !== undefined || changed.get('department') !== undefined;
    if (turned && this.status !== 'idle') void this.reload();
  }

  protected override get needsSession(): boolean {
    return true;
  }

  protected override async load(signal: AbortSignal): Promise<Status | void> {
    const client = this.serviceDay();
    if (this.timetable === undefined) {
      const around = this.date !== '' && this.date < this.today ? Date.parse(this.date) : this.now();
      const from = dateAt(around - weeksBack * 7 * dayMs);
      this.timetable = await client.timetable({ from, weeks: weeksShown }, { signal });
    }
    const day = await client.deskDay({ date: this.shownDate, department: this.shownDepartment }, { signal });
    if (signal.aborted) return;
    this.day = day;
    this.followServing();
    for (const row of day.queue) if (this.openIds.has(row.id)) void this.readHistory(row);
  }

  /** Reads again after changes made elsewhere: once for those of one moment. */
  private settle(concerned: boolean): void {
    if (!concerned || this.settling !== undefined) return;
    this.settling = setTimeout(() => {
      this.settling = undefined;
      void this.reload();
    }, settleMilliseconds);
  }

  private get serving(): readonly QueueRow[] {
    const { day } = this;
    return day === undefined ? [] : day.queue.filter(({ id }) => day.servingIds.includes(id));
  }

  private get current(): QueueRow | undefined {
    const { serving } = this;
    return serving.find(({ id }) => id === this.chosenId) ?? serving[0];
  }

  private get next(): QueueRow | undefined {
    const { day } = this;
    if (day === undefined) return undefined;
    const isToday = day.date === this.today;
    return nextUp(day.queue, isToday ? timeAt(this.now()).padStart(5, '0') : '24:00');
  }

  /** Keeps to the one whose outcome is being written, whoever else is called meanwhile. */
  private followServing(): void {
    this.chosenId = this.current?.id ?? '';
    this.outcome.follow(this.current, this.serving);
  }

  private async readHistory({ id, visitId }: QueueRow): Promise<void> {
    try {
      const { items } = await this.serviceDay().history({ visitId });
      this.histories = new Map([...this.histories, [id, items]]);
      this.historyProblem = undefined;
    } catch (error) {
      this.historyProblem = asZsError(error);
    }
  }

  // --- Doing ----------------------------------------------------------------------------------------------------------

  private readonly turnTo = (date: string): void => {
    this.date = date;
    this.forget();
  };

  private readonly chooseDepartment = (department: string): void => {
    this.department = department;
    this.forget();
  };

  private forget(): void {
    this.openIds = new Set();
    this.contacts = new Map();
    this.rowProblem = undefined;
    this.freshId = '';
  }

  private readonly toggle = (row: QueueRow): void => {
    const open = new Set(this.openIds);
    if (!open.delete(row.id)) {
      open.add(row.id);
      void this.readHistory(row);
    }
    this.openIds = open;
  };

  private async checkIn(
    arrival: { readonly code: string } | { readonly bookingId: string },
  ): Promise<ZsError | undefined> {
    const isLate =
      'bookingId' in arrival &&
      this.day?.queue.some(({ id, state }) => id === arrival.bookingId && state === 'no-show');
    const input = { date: this.shownDate, ...arrival };
    const outcome = await this.attempts.run('check-in', input, (value, options) =>
      this.serviceDay().checkIn(value, options),
    );
    if (!outcome.ok) {
      if (outcome.error.kind === 'conflict') await this.reload();
      return outcome.error;
    }
    const { bookings } = outcome.output;
    const here = bookings.find(({ department }) => department === this.shownDepartment);
    this.freshId = here?.id ?? '';
    await this.reload();
    const row = this.day?.queue.find(({ id }) => id === here?.id);
    const name = row?.enterpriseName ?? '';
    const number = row?.queueNumber ?? here?.queueNumber ?? '';
    if (here !== undefined) this.say(this.msg(isLate ? 'checkedInLate' : 'checkedInAs', { name, number }));
    else this.say(this.msg('checkedInElsewhere', { name, stops: stopsText(this, bookings) }));
    return undefined;
  }

  private readonly checkInRow = async ({ id }: QueueRow): Promise<void> => {
    this.rowProblem = await this.checkIn({ bookingId: id });
    await this.keepFocus(`#row-${CSS.escape(id)}`);
  };

  private async call(row?: QueueRow): Promise<void> {
    const target = { date: this.shownDate, department: this.shownDepartment };
    const input = row === undefined ? target : { ...target, bookingId: row.id };
    const outcome = await this.attempts.run('call', input, (value, options) =>
      this.serviceDay().callNext(value, options),
    );
    this.rowProblem = outcome.ok ? undefined : outcome.error;
    if (outcome.ok) this.chosenId = outcome.output.id;
    await this.reload();
    if (!outcome.ok) return;
    const name = this.current?.enterpriseName ?? '';
    this.say(this.msg('called', { number: outcome.output.queueNumber ?? '', name }));
    await this.focusOn('#now-title');
  }

  private async callAgain(row: QueueRow): Promise<void> {
    const outcome = await this.attempts.run('call-again', { bookingId: row.id }, (value, options) =>
      this.serviceDay().callAgain(value, options),
    );
    this.rowProblem = outcome.ok ? undefined : outcome.error;
    await this.reload();
    const calls = this.day?.queue.find(({ id }) => id === row.id)?.calls ?? row.calls + 1;
    if (outcome.ok) this.say(this.msg('calledAgain', { number: row.queueNumber ?? '', n: calls }));
  }

  private async afterServe(row: QueueRow, followUpId: string | null, next: boolean): Promise<void> {
    const number = row.queueNumber ?? '';
    if (next) await this.call();
    else {
      await this.reload();
      await this.focusOn('#now-title');
    }
    const opened = this.day?.followUps.find(({ id }) => id === followUpId);
    const saved =
      opened === undefined
        ? this.msg('saved', { number })
        : this.msg('savedFollowUp', {
            number,
            receipt: opened.receipt,
            owner: opened.owner,
            date: this.dateText(opened.dueDate),
          });
    if (!next || opened !== undefined) this.say(saved);
    this.announce(saved);
  }

  // --- Showing --------------------------------------------------------------------------------------------------------

  protected override renderContent(): TemplateResult {
    const { day } = this;
    const days = this.timetable?.days ?? [];
    const earlier = days.filter(({ date }) => date < this.shownDate);
    return html`<div class="zs-dense">
        ${deskHead(this, {
          live: this.portal?.live ?? 'connecting',
          choices: this.seesAll ? this.departments.map(({ code }) => code) : [],
          earlier: earlier[earlier.length - 1]?.date,
          later: days.find(({ date }) => date > this.shownDate)?.date,
          goTo: this.turnTo,
          choose: this.chooseDepartment,
        })}
        ${day === undefined ? nothing : this.renderDay(day)}
      </div>
      ${this.contactDialog.render()} ${this.missing.render()} ${this.walkingIn.render()} ${this.replying.render()}
      ${this.handingOn.render()} ${this.feeding.render()} ${this.toast.render()}`;
  }

  private renderDay(day: DeskDay): TemplateResult {
    const { msg } = this;
    return html`${deskFigures(this, day)} ${this.renderWhy(day)}
      <div class="zs-deskgrid">
        <section class="zs-section zs-desk__now" aria-labelledby="now-title">
          ${this.outcome.renderLost()} ${this.renderNow()}
        </section>
        <div>
          <section class="zs-section" aria-labelledby="queue-title">
            <div class="zs-section__head">
              <h3 class="zs-h2" id="queue-title">${msg('queue')}</h3>
              ${
                this.canWork && day.date === this.today && day.dayState !== 'cancelled'
                  ? html`<button type="button" class="zs-btn" @click=${() => this.walkingIn.open()}>
                      ${icon(plusIcon)}${msg('walkIn')}
                    </button>`
                  : nothing
              }
            </div>
            ${this.canWork && day.date === this.today ? this.arriving.render() : nothing}
            ${problemNotice(this.rowProblem)} ${this.renderQueue(day)}
          </section>
          <section class="zs-section" aria-labelledby="follow-ups-title">
            ${followUpList(this, day.followUps, {
              answer: (row) => this.replying.openFor(row),
              handOn: (row) => this.handingOn.openFor(row),
            })}
            ${repliedList(this, day.repliedFollowUps)}
          </section>
          ${deskTools(this, () => this.feeding.open())}
        </div>
      </div>`;
  }

  private renderWhy(day: DeskDay): TemplateResult | typeof nothing {
    const { msg } = this;
    if (!this.canWork) return notice({ kind: 'neutral', title: msg('readOnly') });
    if (day.dayState === 'cancelled')
      return notice({ kind: 'caution', title: msg('dayCancelled'), body: msg('dayAbsentBody') });
    return day.present ? nothing : notice({ kind: 'caution', title: msg('dayAbsent'), body: msg('dayAbsentBody') });
  }

  private renderNow(): TemplateResult {
    const { current, next } = this;
    const acts = {
      reveal: (row: QueueRow) => this.contactDialog.openFor(row),
      choose: (row: QueueRow) => {
        this.chosenId = row.id;
        this.outcome.follow(row, this.serving);
      },
      callNext: () => void this.call(),
    };
    if (current === undefined) return nobodyServed(this, next, acts);
    return html`${nowServing(this, current, this.serving, acts)} ${this.outcome.render(next)}`;
  }

  private renderQueue({ queue }: DeskDay): TemplateResult {
    const { msg } = this;
    if (queue.length === 0) return stateView({ icon: inboxIcon, title: msg('queueNone'), body: msg('queueNoneHelp') });
    return queueTable(this, queue, {
      isOpen: ({ id }) => this.openIds.has(id),
      toggle: this.toggle,
      call: (row) => void this.call(row),
      checkIn: (row) => void this.checkInRow(row),
      fresh: this.freshId,
      record: (row) =>
        rowRecord(this, row, {
          history: this.histories.get(row.id),
          problem: problemNotice(this.historyProblem),
          reveal: (one) => this.contactDialog.openFor(one),
          miss: (one) => this.missing.openFor(one),
        }),
    });
  }
}
