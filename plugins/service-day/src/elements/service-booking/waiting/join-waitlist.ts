import { ZsElement, useMessages } from '@zhaoshang/elements';
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { checkbox, radioGroup } from '@zhaoshang/elements/form/choice-field.ts';
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

interface JoinValues {
  which: string;
  topic: string;
  name: string;
  phone: string;
  consent: boolean;
}

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
  readonly attempts = new AttemptController(this);
  private readonly command: CommandDialog<JoinValues> = new CommandDialog<JoinValues>(this, 'join', {
    initial: { which: 'this', topic: '', name: '', phone: '', consent: false },
    fields: { start: 'which', contactName: 'name', contactPhone: 'phone', consentVersion: 'consent' },
    validate: ({ topic, name, phone, consent }) => ({
      topic: topic.trim() === '' ? this.msg('needTopic') : undefined,
      name: name.trim() === '' ? this.msg('needName') : undefined,
      phone: phoneProblem(phone) === undefined ? undefined : this.msg('phoneWrong'),
      consent: consent ? undefined : this.msg('needConsent'),
    }),
    confirmed: (values) => this.join(values),
    closed: () => this.dispatchEvent(new Event('close')),
  });

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
    this.command.open({
      which: 'this',
      topic: topics[this.segment?.department ?? '']?.topic ?? '',
      name: contactName,
      phone: contactPhone,
      consent: consentVersion !== '',
    });
  }

  private async join({ which, topic, name, phone }: JoinValues): Promise<void> {
    const { segment, timetable, date } = this;
    if (segment === null || timetable === null) return;
    const { matterId = null } = this.entries.topics[segment.department] ?? {};
    const input = {
      date,
      department: segment.department,
      ...(which === 'this' ? { start: segment.start } : {}),
      matterId,
      topic: topic.trim(),
      contactName: name.trim(),
      contactPhone: phone.replace(/[\s-]/g, ''),
      consentVersion: timetable.settings.consent.version,
    };
    const client = this.client<ServiceDayContract>(serviceDayOutline);
    await this.command.send('join', input, (value, options) => client.joinWaitlist(value, options), {
      stays: true,
      done: (joined) => {
        this.joined = joined;
        this.announce(this.msg('doneTitle', { n: joined.position ?? 1 }));
      },
    });
  }

  private renderFields(timetable: Timetable, segment: Segment): unknown {
    const { msg, locale } = this;
    const { form } = this.command;
    const { settings } = timetable;
    const time = formatTime(segment.start);
    const department = departmentName(timetable.departments, segment.department, locale);
    const date = unbroken(formatDate(this.date, { locale }));
    const choices = [
      { value: 'this', label: msg('thisSlot', { time }) },
      { value: 'any', label: msg('anySlot') },
    ];
    return html`<p><b>${msg.parts('slot', { department, date, time: unbroken(time) })}</b></p>
      <p class="zs-small zs-muted">${msg('rule', { minutes: settings.waitlistOfferMinutes })}</p>
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
      ${checkbox(form.field('consent'), { label: msg('consent', { version: settings.consent.version }), hint: msg('consentHint') })}`;
  }

  protected override renderContent(): unknown {
    const { msg, timetable, segment, joined, command } = this;
    if (timetable === null || segment === null) return nothing;
    const title = msg('title');
    if (joined !== null) {
      const said = { title: msg('doneTitle', { n: joined.position ?? 1 }), body: msg('doneBody') };
      return command.render({ title, body: notice({ kind: 'positive', ...said }), back: msg('close') });
    }
    return command.render({
      title,
      body: this.renderFields(timetable, segment),
      submit: msg('act'),
      submitDisabled: this.session === null,
      back: msg('not'),
    });
  }
}
