import type { Intent, IntentQueue } from '@zhaoshang/adapters/intents.ts';
import { ZsElement, icon, useMessages } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import type { AttemptOptions } from '@zhaoshang/elements/element/attempt-controller.ts';
import { leftIcon } from '@zhaoshang/elements/icons.ts';
import { calendarIcon } from '@zhaoshang/elements/more-icons.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import type { ClientOf } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { ServiceDayContract } from '../../../contract.ts';
import { serviceDayOutline } from '../../../contract.outline.ts';
import type { Timetable, Visit } from '../booking-types.ts';
import { departmentName, instantText, unbroken } from '../booking-words.ts';
import { followUpList } from './follow-up-list.ts';
import { myVisitsMessages } from './my-visits.messages.ts';
import { noticeList } from './notice-list.ts';
import { readOwnRecords } from './own-records.ts';
import type { OwnRecords } from './own-records.ts';
import { standingNotice } from './standing-notice.ts';
import { visitList } from './visit-list.ts';
import { intentList, offerNotices, waitingList } from './waiting-list.ts';

/** What the lists draw from and act through. */
export type MyVisitsView = MyVisitsElement;

const changes = [
  'service-day.booking-made',
  'service-day.booking-moved',
  'service-day.booking-cancelled',
  'service-day.booking-displaced',
  'service-day.booking-served',
  'service-day.desk-changed',
  'service-day.waitlist-changed',
  'service-day.follow-up-changed',
  'service-day.notice-sent',
] as const;

/**
 * 我的预约: visits, waiting lists and offers, bookings made offline, notices, follow-ups and attendance of an enterprise.
 * Emits `book` when somebody wants to book.
 *
 * @summary Own bookings (inside the booking element).
 */
export class MyVisitsElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    fieldStyles,
    frameStyles,
    listStyles,
    noticeStyles,
    stateStyles,
    tagStyles,
  );
  readonly msg = useMessages(this, myVisitsMessages);
  private readonly attempt = new AttemptController(this);
  private queue: IntentQueue | undefined;
  private opener: HTMLElement | null = null;

  @state() records: OwnRecords | null = null;
  @state() intents: readonly Intent[] = [];
  /** What is open below a row: `rate <booking>`, `appeal <booking>`, `reopen <follow-up>`, or empty. */
  @state() opened = '';
  @state() comment = '';
  @state() commentWrong = false;
  @state() private ticketOf = '';
  @state() private dialog: { readonly kind: 'move' | 'cancel'; readonly visit: Visit } | null = null;
  @state() private told: { kind: 'positive' | 'negative'; text: string } | null = null;
  @state() private readAt = 0;

  @property({ attribute: false }) timetable: Timetable | null = null;

  constructor() {
    super();
    for (const name of changes) this.listen(name, () => void this.reload());
  }

  protected override get needsSession(): boolean {
    return true;
  }

  protected override async load(signal: AbortSignal): Promise<void> {
    this.records = await readOwnRecords(this.backend, { signal });
    this.readAt = super.now();
    await this.readIntents();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.queue?.close();
    this.queue = undefined;
  }

  /** Bookings made offline live on this device; a browser that forbids storage has none. */
  private async readIntents(): Promise<void> {
    try {
      if (this.queue === undefined) {
        const { openIntents } = await import('../offline/booking-intent.ts');
        const portal = this.portal;
        this.queue = openIntents({
          zone: portal?.zone ?? 'default',
          session: this.session,
          serviceDay: () => this.backend,
        });
        this.queue.subscribe(({ kind }) => {
          if (kind === 'confirmed') this.tell('positive', this.msg('intentSent'));
          void this.reload();
        });
      }
      this.intents = (await this.queue.list()).filter(({ operation }) => operation === 'book');
    } catch (error) {
      console.warn('[zhaoshang] bookings made offline cannot be read on this device.', error);
    }
  }

  get backend(): ClientOf<ServiceDayContract> {
    return this.client<ServiceDayContract>(serviceDayOutline);
  }

  get busy(): boolean {
    return this.attempt.busy !== '';
  }

  override now(): number {
    return super.now();
  }

  nameOf(code: string): string {
    return departmentName(this.timetable?.departments ?? [], code, this.locale);
  }

  /** Sends a command, says how it ended, and reads again. */
  async act<Input>(
    name: string,
    input: Input,
    send: (input: Input, options: AttemptOptions) => Promise<unknown>,
    done = '',
  ): Promise<boolean> {
    const outcome = await this.attempt.run(name, input, send);
    if (!outcome.ok) this.tell('negative', outcome.error.message);
    else {
      this.opened = '';
      if (done !== '') this.tell('positive', done);
      await this.reload();
    }
    return outcome.ok;
  }

  /** Reads all of it again. */
  refresh(): Promise<void> {
    return this.reload();
  }

  async drainIntents(): Promise<void> {
    await this.queue?.drain();
    await this.reload();
  }

  async removeIntent(key: string): Promise<void> {
    await this.queue?.remove(key);
    await this.reload();
  }

  /** Opens or closes what belongs to a row. */
  toggle(what: string): void {
    this.opened = this.opened === what ? '' : what;
    this.comment = '';
    this.commentWrong = false;
    this.told = null;
  }

  showTicket(visit: Visit): void {
    this.ticketOf = visit.id;
    this.told = null;
    void this.focusOn('#back');
  }

  open(kind: 'move' | 'cancel', visit: Visit): void {
    this.opener = (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    this.dialog = { kind, visit };
  }

  tell(kind: 'positive' | 'negative', text: string): void {
    this.told = { kind, text };
    void this.focusOn('#told');
  }

  private readonly handleClose = (): void => {
    this.dialog = null;
    this.opener?.focus();
  };

  private dialogs(): unknown {
    const { dialog, timetable } = this;
    if (dialog === null) return nothing;
    void import('../dialogs/define.ts');
    const changed = () => void this.reload();
    return dialog.kind === 'move'
      ? html`<zs-move-visit
          .visit=${dialog.visit}
          .timetable=${timetable}
          @close=${this.handleClose}
          @changed=${changed}
        ></zs-move-visit>`
      : html`<zs-cancel-visit
          .visit=${dialog.visit}
          .timetable=${timetable}
          @close=${this.handleClose}
          @changed=${changed}
        ></zs-cancel-visit>`;
  }

  private ticket(visit: Visit): unknown {
    void import('../ticket/define.ts');
    return html`<div class="zs-stack">
      <div class="zs-row">
        <button type="button" id="back" class="zs-btn" @click=${() => (this.ticketOf = '')}>
          ${icon(leftIcon)}${this.msg('back')}
        </button>
      </div>
      <zs-visit-ticket
        .visit=${visit}
        .timetable=${this.timetable}
        @changed=${() => void this.reload()}
      ></zs-visit-ticket>
    </div>`;
  }

  protected override renderContent(): unknown {
    const { records, msg, told, locale } = this;
    if (records === null) return nothing;
    const shown = records.visits.find(({ id }) => id === this.ticketOf);
    if (shown !== undefined) return this.ticket(shown);
    const empty = records.visits.length + records.waiting.length + this.intents.length === 0;
    return html`<div class="zs-stack">
      <p class="zs-small zs-muted">${msg.parts('asOf', { time: unbroken(instantText(this.readAt, locale, false)) })}</p>
      ${told === null ? nothing : html`<div id="told" tabindex="-1">${notice({ kind: told.kind, title: told.text })}</div>`}
      ${records.incomplete ? notice({ kind: 'caution', title: msg('stale') }) : nothing} ${offerNotices(this, records)}
      ${standingNotice(this, records)} ${noticeList(this, records)}
      ${
        empty
          ? stateView({
              icon: calendarIcon,
              title: msg('none'),
              body: msg('noneHelp'),
              actions: html`<button
                type="button"
                class="zs-btn zs-btn--primary"
                @click=${() => this.dispatchEvent(new Event('book'))}
              >
                ${msg('book')}
              </button>`,
            })
          : html`<ul class="zs-list">
              ${waitingList(this, records)} ${intentList(this)} ${visitList(this, records)}
            </ul>`
      }
      ${followUpList(this, records)} ${this.dialogs()}
    </div>`;
  }
}
