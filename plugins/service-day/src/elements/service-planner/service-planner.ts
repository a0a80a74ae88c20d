import { useMessages, ZsElement, icon } from '@zhaoshang/elements';
import type { Status } from '@zhaoshang/elements';
import { dateAt, formatDate, instantText } from '@zhaoshang/elements/words.ts';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { leftIcon, plusIcon, rightIcon } from '@zhaoshang/elements/icons.ts';
import { scaleIcon } from '@zhaoshang/elements/more-icons.ts';
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { tableStyles } from '@zhaoshang/elements/styles/table.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { toastStyles } from '@zhaoshang/elements/styles/toast.ts';
import { ToastController } from '@zhaoshang/elements/toast/toast-controller.ts';
import type { ClientOf } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import type { ServiceDayContract } from '../../contract.ts';
import { serviceDayOutline } from '../../contract.outline.ts';
import { AppealDialog } from './appeal-dialog.ts';
import { ChangeDialog } from './change-dialog.ts';
import { AddDayDialog, ReopenDialog } from './day-dialogs.ts';
import { ForumDialog } from './forum-dialog.ts';
import { dayTable } from './parts/day-table.ts';
import { forumList } from './parts/forum-list.ts';
import type { AppealRow, Forum, PlanDay, PlannerHost } from './planner-host.ts';
import { plannerMessages } from './service-planner.messages.ts';
import { plannerStyles } from './service-planner.styles.ts';

const dayMs = 86_400_000;

/**
 * The service centre's view of the weekly 企业服务日: dates by rule, closures and extra days, desks and their seats, appeals
 * against no-shows, and the monthly 企业座谈会. Nobody is displaced unseen: a change shows the bookings it affects first.
 *
 * @summary Plans the weekly service day and the monthly forum.
 * @slot - What is shown until the element is ready, and without JavaScript.
 * @event {CustomEvent} zs-plan-changed - On the portal: a date, a desk or a forum was changed; detail: `{ date }`.
 * @csspart base - The container of everything inside.
 */
export class ServicePlannerElement extends ZsElement implements PlannerHost {
  static override styles = ZsElement.withStyles(
    frameStyles,
    listStyles,
    tableStyles,
    tagStyles,
    noticeStyles,
    fieldStyles,
    choiceStyles,
    errorSummaryStyles,
    dialogStyles,
    toastStyles,
    plannerStyles,
  );

  readonly msg = useMessages(this, plannerMessages);
  readonly attempts = new AttemptController(this);
  private readonly toast = new ToastController(this);
  private readonly changing = new ChangeDialog(this);
  private readonly adding = new AddDayDialog(this);
  private readonly reopening = new ReopenDialog(this);
  private readonly appealing = new AppealDialog(this);
  private readonly planningForum = new ForumDialog(this);

  @state() private days: readonly PlanDay[] = [];
  @state() private appeals: readonly AppealRow[] = [];
  @state() private forums: readonly Forum[] = [];
  @state() private names: Readonly<Record<string, string>> = {};
  @state() private openDates: ReadonlySet<string> = new Set();
  @state() private asOf = '';
  /** Weeks by which the view is turned from today. */
  @state() private turned = 0;

  /** How many weeks are shown at once. */
  @property({ type: Number }) weeks = 8;

  constructor() {
    super();
    this.listen('service-day.plan-changed', () => void this.reload());
    this.listen('service-day.availability-changed', ({ payload }) => {
      if (this.days.some(({ day }) => day.date === payload.date)) void this.reload();
    });
    this.listen('service-day.waitlist-changed', () => void this.reload());
  }

  get canChange(): boolean {
    return this.session?.roles.includes('centre') === true;
  }

  get today(): string {
    return dateAt(this.now());
  }

  serviceDay(): ClientOf<ServiceDayContract> {
    return this.client<ServiceDayContract>(serviceDayOutline);
  }

  dateText(date: string): string {
    return formatDate(date, { locale: this.locale, year: date.slice(0, 4) !== this.today.slice(0, 4) });
  }

  instantText(instant: string): string {
    return instantText(instant, this.locale);
  }

  departmentName(code: string): string {
    return this.names[code] ?? code;
  }

  tell(text: string): Promise<void> {
    this.toast.show({ text });
    return this.reload();
  }

  protected override get needsSession(): boolean {
    return true;
  }

  protected override async load(signal: AbortSignal): Promise<Status | void> {
    const client = this.serviceDay();
    const from = dateAt(this.now() + this.turned * 7 * dayMs);
    const [plan, timetable, forums, appeals] = await Promise.all([
      client.plan({ from, weeks: this.weeks }, { signal }),
      client.timetable({}, { signal }),
      client.forums({ from, months: 3 }, { signal }),
      this.canChange ? client.appeals({}, { signal }) : { items: [] },
    ]);
    this.names = Object.fromEntries(
      timetable.departments.map(({ code, shortName, nameEn }) => [code, this.locale === 'en' ? nameEn : shortName]),
    );
    this.days = plan.days;
    this.asOf = plan.asOf;
    this.forums = forums.items;
    this.appeals = appeals.items;
  }

  private readonly turn = (weeks: number): void => {
    this.turned += weeks;
    void this.reload();
  };

  private readonly toggle = (date: string): void => {
    const open = new Set(this.openDates);
    if (!open.delete(date)) open.add(date);
    this.openDates = open;
  };

  protected override renderContent(): TemplateResult {
    const { msg } = this;
    return html`<header class="zs-head">
        <div class="zs-head__row">
          <div>
            <h2 class="zs-title">${msg('title')}</h2>
            <p class="zs-small zs-muted">${msg('asOf', { time: this.instantText(this.asOf) })}</p>
          </div>
          ${
            this.canChange
              ? html`<button type="button" class="zs-btn zs-btn--primary" @click=${() => this.adding.open()}>
                  ${icon(plusIcon)}${msg('addDay')}
                </button>`
              : nothing
          }
        </div>
        <p class="zs-plan__lead zs-measure">${msg('lead')}</p>
      </header>
      ${this.renderDays()} ${this.renderAppeals()}
      <section class="zs-section" aria-labelledby="forums-title">
        <div class="zs-section__head"><h3 class="zs-h2" id="forums-title">${msg('forums')}</h3></div>
        ${forumList(this, this.forums, (forum) => this.planningForum.openFor(forum))}
      </section>
      ${this.changing.render()} ${this.adding.render()} ${this.reopening.render()} ${this.appealing.render()}
      ${this.planningForum.render()} ${this.toast.render()}`;
  }

  private renderDays(): TemplateResult {
    const { msg, days } = this;
    const first = days[0]?.day.date;
    const last = days[days.length - 1]?.day.date;
    const range =
      first === undefined || last === undefined
        ? ''
        : msg('range', { from: this.dateText(first), to: this.dateText(last) });
    return html`<section class="zs-section" aria-labelledby="days-title">
      <div class="zs-section__head">
        <h3 class="zs-h2" id="days-title">${msg('days')}</h3>
        <div class="zs-row">
          <span class="zs-small zs-muted">${range}</span>
          <button
            type="button"
            class="zs-btn zs-btn--icon"
            aria-label=${msg('earlier')}
            title=${msg('earlier')}
            @click=${() => this.turn(-this.weeks)}
          >
            ${icon(leftIcon)}
          </button>
          <button
            type="button"
            class="zs-btn zs-btn--icon"
            aria-label=${msg('later')}
            title=${msg('later')}
            @click=${() => this.turn(this.weeks)}
          >
            ${icon(rightIcon)}
          </button>
        </div>
      </div>
      ${dayTable(this, days, {
        isOpen: (date) => this.openDates.has(date),
        toggle: this.toggle,
        close: (day) => this.changing.openFor(day),
        reopen: (day) => this.reopening.openFor(day),
        changeDesk: (day, desk) => this.changing.openFor(day, desk),
      })}
    </section>`;
  }

  private renderAppeals(): TemplateResult | typeof nothing {
    const { msg } = this;
    if (!this.canChange) return nothing;
    return html`<section class="zs-section" aria-labelledby="appeals-title">
      <div class="zs-section__head"><h3 class="zs-h2" id="appeals-title">${msg('appeals')}</h3></div>
      ${
        this.appeals.length === 0
          ? html`<p class="zs-muted">${msg('appealsNone')}</p>`
          : html`<ul class="zs-list">
              ${this.appeals.map(
                (row) =>
                  html`<li class="zs-item">
                    <div class="zs-tight">
                      <p>
                        <b>${msg('appealOf', { date: this.dateText(row.date), due: this.dateText(row.dueDate) })}</b>
                        ${
                          row.limitedUntil === null
                            ? nothing
                            : html`<span class="zs-small zs-muted">
                                ${msg('appealLimited', { date: this.dateText(row.limitedUntil) })}
                              </span>`
                        }
                      </p>
                      <p class="zs-small">${row.reason}</p>
                    </div>
                    <button type="button" class="zs-btn" @click=${() => this.appealing.openFor(row)}>
                      ${icon(scaleIcon)}${msg('answer')}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
    </section>`;
  }
}
