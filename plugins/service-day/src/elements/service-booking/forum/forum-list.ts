import { ZsElement, useMessages } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { stepper, stepperStyles } from '@zhaoshang/elements/form/stepper.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { inboxIcon } from '@zhaoshang/elements/more-icons.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { panelStyles } from '@zhaoshang/elements/styles/panel.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import type { ServiceDayContract } from '../../../contract.ts';
import { serviceDayOutline } from '../../../contract.outline.ts';
import type { Forum, Timetable } from '../booking-types.ts';
import { dateAt, departmentName, formatDate, formatTime, instantText, unbroken } from '../booking-words.ts';
import { forumMessages } from './forum-list.messages.ts';

const forumStyles = css`
  .zs-forum > * + * {
    margin-top: var(--zs-space-2);
  }
  .zs-told {
    margin-top: var(--zs-space-3);
  }
  .zs-lead + .zs-section {
    margin-top: var(--zs-space-4);
  }
`;

/** As the contract has it. */
const attendeesAtMost = 5;

/**
 * 企业座谈会 (COMM-3): coming forums with sign-up, earlier ones with what was agreed and whether it is done.
 *
 * @summary Monthly forums (inside the booking element).
 */
export class ForumListElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    fieldStyles,
    frameStyles,
    panelStyles,
    listStyles,
    noticeStyles,
    stateStyles,
    stepperStyles,
    tagStyles,
    forumStyles,
  );
  private readonly msg = useMessages(this, forumMessages);
  private readonly attempt = new AttemptController(this);
  private readonly form = new FormController(this, { initial: { attendees: 1, question: '' } });

  @state() private forums: readonly Forum[] = [];
  @state() private signingUp = '';
  @state() private told: { kind: 'positive' | 'negative'; text: string } | null = null;

  @property({ attribute: false }) timetable: Timetable | null = null;

  constructor() {
    super();
    this.listen('service-day.plan-changed', () => void this.reload());
  }

  protected override async load(signal: AbortSignal): Promise<'empty' | void> {
    this.forums = (await this.backend.forums({}, { signal })).items;
    if (this.forums.length === 0) return 'empty';
  }

  private get backend() {
    return this.client<ServiceDayContract>(serviceDayOutline);
  }

  private take(forum: Forum, text: string): void {
    this.forums = this.forums.map((each) => (each.id === forum.id ? forum : each));
    this.signingUp = '';
    this.told = { kind: 'positive', text };
    this.announce(text);
    void this.focusOn('.zs-told');
  }

  private async signUp(forum: Forum): Promise<void> {
    const { attendees, question } = this.form.values;
    const input = { forumId: forum.id, attendees, question: question.trim() };
    const outcome = await this.attempt.run('act', input, (same, options) => this.backend.signUpForum(same, options));
    if (!outcome.ok) this.told = { kind: 'negative', text: outcome.error.message };
    else {
      const { locale } = this;
      const when = { date: formatDate(forum.date, { locale }), time: formatTime(forum.startTime) };
      this.take(outcome.output, this.msg('signedUp', when));
    }
  }

  private async withdraw(forum: Forum): Promise<void> {
    const outcome = await this.attempt.run('withdraw', { forumId: forum.id }, (input, options) =>
      this.backend.withdrawForum(input, options),
    );
    if (outcome.ok) this.take(outcome.output, this.msg('withdrawn'));
    else this.told = { kind: 'negative', text: outcome.error.message };
  }

  private leaveForm(forum: Forum): void {
    this.signingUp = '';
    void this.focusOn(`#forum-${forum.id} button`);
  }

  private mark(forum: Forum): TemplateResult {
    const { msg } = this;
    if (forum.state === 'cancelled') return tag('negative', msg('cancelled'));
    if (forum.mine !== null) return tag('positive', msg('mine', { n: forum.mine.attendees }));
    if (forum.state === 'held') return tag('plain', msg('held'));
    return forum.remaining === 0 ? tag('caution', msg('full')) : tag('positive', msg('left', { n: forum.remaining }));
  }

  private actions(forum: Forum): unknown {
    const { msg } = this;
    if (forum.state !== 'planned' || Date.parse(forum.signUpClosesAt) <= this.now() || this.signingUp === forum.id)
      return nothing;
    if (this.session !== null && this.session.enterprise === undefined) return nothing;
    if (this.session === null)
      return html`<button type="button" class="zs-btn" @click=${() => this.portal?.signIn()}>${msg('signIn')}</button>`;
    const act = forum.mine === null ? 'act' : 'withdraw';
    if (act === 'act' && forum.remaining === 0) return nothing;
    return html`<button
      type="button"
      class="zs-btn"
      aria-label=${msg('of', { word: msg(act), date: formatDate(forum.date, { locale: this.locale }) })}
      aria-busy=${this.attempt.busy === act ? 'true' : nothing}
      @click=${() => {
        this.told = null;
        this.form.reset();
        if (act === 'withdraw') void this.withdraw(forum);
        else {
          this.signingUp = forum.id;
          void this.focusOn('#field-attendees');
        }
      }}
    >
      ${msg(act)}
    </button>`;
  }

  private signUpForm(forum: Forum): TemplateResult {
    const { msg, form } = this;
    return html`<div class="zs-panel zs-panel--sunken zs-stack">
      ${stepper(form.field('attendees'), { label: msg('attendees'), min: 1, max: Math.min(attendeesAtMost, forum.remaining) })}
      ${textArea(form.field('question'), { label: msg('question'), hint: msg('questionHelp'), optional: true, maxlength: 300 })}
      <div class="zs-row">
        <button
          type="button"
          class="zs-btn zs-btn--primary"
          aria-busy=${this.attempt.busy === 'act' ? 'true' : nothing}
          @click=${() => void this.signUp(forum)}
        >
          ${msg('submit')}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.leaveForm(forum)}>${msg('not')}</button>
      </div>
    </div>`;
  }

  private row(forum: Forum): TemplateResult {
    const { msg, locale, timetable } = this;
    const time = `${formatTime(forum.startTime)}—${formatTime(forum.endTime)}`;
    const departments = timetable?.departments ?? [];
    return html`<li id="forum-${forum.id}" class="zs-forum">
      <div class="zs-item">
        <div class="zs-tight">
          <h4>
            <b class="zs-nb"
              >${formatDate(forum.date, { locale, year: forum.date.slice(0, 4) !== dateAt(this.now()).slice(0, 4) })}</b
            >
            ${unbroken(time)}　${this.mark(forum)} ${forum.provisional ? tag('plain', msg('provisional')) : nothing}
          </h4>
          <p>${forum.topic === '' ? msg('topicOpen') : msg('topic', { topic: forum.topic })}</p>
          <p class="zs-caption zs-muted">
            ${forum.leader === '' ? nothing : html`${msg('leader', { leader: forum.leader })}　 `}
            ${
              forum.state === 'planned'
                ? html`${msg.parts('closes', { when: unbroken(instantText(forum.signUpClosesAt, locale)) })}`
                : nothing
            }
          </p>
        </div>
        <div class="zs-row">${this.actions(forum)}</div>
      </div>
      ${this.signingUp === forum.id ? this.signUpForm(forum) : nothing}
      ${forum.minutes === null ? nothing : html`<p class="zs-small"><b>${msg('minutes')}</b>　${forum.minutes}</p>`}
      ${
        forum.actions.length === 0
          ? nothing
          : html`<p class="zs-small"><b>${msg('actions')}</b></p>
              <ul class="zs-small zs-tight">
                ${forum.actions.map(
                  (action) =>
                    html`<li>
                      ${action.text}　<span class="zs-muted">
                        ${msg('due', {
                          department: departmentName(departments, action.department, locale),
                          date: formatDate(action.dueOn, { locale }),
                        })}
                      </span>
                      ${action.done ? tag('positive', msg('done')) : tag('brand', msg('open'))}
                    </li>`,
                )}
              </ul>`
      }
    </li>`;
  }

  protected override renderEmpty(): unknown {
    return stateView({ icon: inboxIcon, title: this.msg('none'), body: this.msg('noneHelp') });
  }

  protected override renderContent(): unknown {
    const { msg, told } = this;
    const today = dateAt(this.now());
    const isPast = ({ date, state: now }: Forum) => date < today || now === 'held';
    const coming = this.forums.filter((forum) => !isPast(forum));
    const past = this.forums.filter(isPast).reverse();
    const part = (title: 'coming' | 'past', list: readonly Forum[]) =>
      list.length === 0
        ? nothing
        : html`<section class="zs-section">
            <div class="zs-section__head"><h3 class="zs-h2">${msg(title)}</h3></div>
            <ul class="zs-list">
              ${list.map((forum) => this.row(forum))}
            </ul>
          </section>`;
    return html`<p class="zs-lead">${msg('lead')}</p>
      ${
        told === null
          ? nothing
          : html`<div class="zs-told" tabindex="-1">
              ${notice({ kind: told.kind, title: told.text, ...(told.kind === 'negative' ? { role: 'alert' } : {}) })}
            </div>`
      }
      ${part('coming', coming)} ${part('past', past)}`;
  }
}
