import { ZsElement, useMessages } from '@zhaoshang/elements';
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { checkbox, radioGroup } from '@zhaoshang/elements/form/choice-field.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textField } from '@zhaoshang/elements/form/text-field.ts';
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import type { ServiceDayContract } from '../../../contract.ts';
import { serviceDayOutline } from '../../../contract.outline.ts';
import { emptyEntries } from '../booking-flow.ts';
import type { Entries } from '../booking-flow.ts';
import type { Segment, Timetable, WaitingEntry } from '../booking-types.ts';
import { departmentName, formatDate, formatTime, unbroken } from '../booking-words.ts';
import { phoneProblem } from '../form/entry-problems.ts';
import { joinMessages } from './join-waitlist.messages.ts';

/**
 * Form to wait for a seat (候补): says the rule, takes what was typed in the booking form already. Emits `close`.
 *
 * @summary Dialog to join the waiting list (inside the booking element).
 */
export class JoinWaitlistElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    choiceStyles,
    dialogStyles,
    errorSummaryStyles,
    fieldStyles,
    noticeStyles,
  );
  private readonly msg = useMessages(this, joinMessages);
  private readonly attempt = new AttemptController(this);
  private readonly dialog = new DialogController(this, 'join', () => this.dispatchEvent(new Event('close')));
  private readonly form = new FormController(this, {
    initial: { which: 'this', topic: '', name: '', phone: '', consent: false as boolean },
    validate: ({ topic, name, phone, consent }) => ({
      topic: topic.trim() === '' ? this.msg('needTopic') : undefined,
      name: name.trim() === '' ? this.msg('needName') : undefined,
      phone: phoneProblem(phone) === undefined ? undefined : this.msg('phoneWrong'),
      consent: consent ? undefined : this.msg('needConsent'),
    }),
  });

  @state() private failure = '';
  @state() private joined: WaitingEntry | null = null;

  @property({ attribute: false }) timetable: Timetable | null = null;
  @property({ attribute: false }) date = '';
  @property({ attribute: false }) segment: Segment | null = null;
  /** What was typed in the booking form. */
  @property({ attribute: false }) entries: Entries = emptyEntries;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated) return;
    const { contactName, contactPhone, topics, consentVersion } = this.entries;
    this.form.reset({
      which: 'this',
      topic: topics[this.segment?.department ?? '']?.topic ?? '',
      name: contactName,
      phone: contactPhone,
      consent: consentVersion !== '',
    });
    this.dialog.open();
  }

  private async handleJoin(): Promise<void> {
    const { segment, timetable, date } = this;
    if (segment === null || timetable === null || !(await this.form.check())) return;
    const { which, topic, name, phone } = this.form.values;
    const { matterId = null } = this.entries.topics[segment.department] ?? {};
    const outcome = await this.attempt.run(
      'join',
      {
        date,
        department: segment.department,
        ...(which === 'this' ? { start: segment.start } : {}),
        matterId,
        topic: topic.trim(),
        contactName: name.trim(),
        contactPhone: phone.replace(/[\s-]/g, ''),
        consentVersion: timetable.settings.consent.version,
      },
      (input, options) => this.client<ServiceDayContract>(serviceDayOutline).joinWaitlist(input, options),
    );
    if (outcome.ok) {
      this.joined = outcome.output;
      this.announce(this.msg('doneTitle', { n: outcome.output.position ?? 1 }));
    } else this.failure = outcome.error.message;
  }

  private renderForm(timetable: Timetable, segment: Segment): unknown {
    const { msg, form, locale } = this;
    const { settings } = timetable;
    const time = formatTime(segment.start);
    const department = departmentName(timetable.departments, segment.department, locale);
    const date = unbroken(formatDate(this.date, { locale }));
    const choices = [
      { value: 'this', label: msg('thisSlot', { time }) },
      { value: 'any', label: msg('anySlot') },
    ];
    return html`<div class="zs-stack">
      <p><b>${msg.parts('slot', { department, date, time: unbroken(time) })}</b></p>
      <p class="zs-small zs-muted">${msg('rule', { minutes: settings.waitlistOfferMinutes })}</p>
      ${form.renderSummary()}
      ${
        this.session === null
          ? notice({
              kind: 'caution',
              title: msg('signInTitle'),
              actions: html`<button type="button" class="zs-btn zs-btn--primary" @click=${() => this.portal?.signIn()}>
                ${msg('signIn')}
              </button>`,
            })
          : nothing
      }
      ${radioGroup(form.field('which'), { label: msg('which'), choices })}
      ${textField(form.field('topic'), { label: msg('topic'), hint: msg('topicHelp'), maxlength: 120 })}
      ${textField(form.field('name'), { label: msg('name'), autocomplete: 'name', maxlength: 40 })}
      ${textField(form.field('phone'), { label: msg('phone'), type: 'tel', autocomplete: 'tel', inputmode: 'tel' })}
      ${checkbox(form.field('consent'), { label: msg('consent', { version: settings.consent.version }), hint: msg('consentHint') })}
      ${this.failure === '' ? nothing : notice({ kind: 'negative', role: 'alert', title: this.failure })}
    </div>`;
  }

  protected override renderContent(): unknown {
    const { msg, timetable, segment, joined, attempt } = this;
    if (timetable === null || segment === null) return nothing;
    const close = (word: string) =>
      html`<button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${word}</button>`;
    if (joined !== null)
      return this.dialog.render({
        title: msg('title'),
        body: notice({
          kind: 'positive',
          title: msg('doneTitle', { n: joined.position ?? 1 }),
          body: msg('doneBody'),
        }),
        actions: close(msg('close')),
      });
    return this.dialog.render({
      title: msg('title'),
      body: this.renderForm(timetable, segment),
      actions: html`<button
          type="button"
          class="zs-btn zs-btn--primary"
          ?disabled=${this.session === null}
          aria-busy=${attempt.busy === '' ? nothing : 'true'}
          @click=${() => void this.handleJoin()}
        >
          ${msg('act')}
        </button>
        ${close(msg('not'))}`,
    });
  }
}
