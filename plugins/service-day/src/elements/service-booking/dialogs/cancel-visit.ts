import { ZsElement, useMessages } from '@zhaoshang/elements';
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from '@zhaoshang/elements/reactive.ts';
import type { ServiceDayContract } from '../../../contract.ts';
import { serviceDayOutline } from '../../../contract.outline.ts';
import type { Timetable, Visit } from '../booking-types.ts';
import { formatDate, formatTime, instantText, unbroken } from '../booking-words.ts';
import { visitDialogMessages } from './visit-dialogs.messages.ts';

/**
 * Asks before a visit is cancelled and says the rule. Emits `changed` with the visit, and `close`.
 *
 * @summary Dialog to cancel a visit (inside the booking element).
 */
export class CancelVisitElement extends ZsElement {
  static override styles = ZsElement.withStyles(dialogStyles, errorSummaryStyles, fieldStyles, noticeStyles);
  private readonly msg = useMessages(this, visitDialogMessages);
  readonly attempts = new AttemptController(this);
  private readonly command: CommandDialog<{ reason: string }> = new CommandDialog(this, 'cancel', {
    initial: { reason: '' },
    confirmed: ({ reason }) => this.send(reason.trim()),
    closed: () => this.dispatchEvent(new Event('close')),
  });

  @property({ attribute: false }) visit: Visit | null = null;
  @property({ attribute: false }) timetable: Timetable | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated) this.command.open();
  }

  private async send(reason: string): Promise<void> {
    const { visit } = this;
    if (visit === null) return;
    const client = this.client<ServiceDayContract>(serviceDayOutline);
    await this.command.send(
      'cancel',
      { visitId: visit.id, reason },
      (input, options) => client.cancel(input, { ...options, expectedVersion: visit.version }),
      { done: (detail) => this.dispatchEvent(new CustomEvent('changed', { detail })) },
    );
  }

  protected override renderContent(): unknown {
    const { msg, visit, locale, command } = this;
    if (visit === null) return nothing;
    const starts = visit.bookings.map(({ start }) => start).sort();
    const when = `${formatDate(visit.date, { locale })} ${formatTime(starts[0] ?? '')}`;
    return command.render({
      title: msg('cancelTitle'),
      body: html`<p>${msg.parts('cancelBody', { when: unbroken(when), n: visit.bookings.length })}</p>
        <p class="zs-small zs-muted">
          ${msg.parts('cancelRule', { until: unbroken(instantText(visit.changeableUntil, locale)) })}
        </p>
        ${textArea(command.form.field('reason'), { label: msg('reason'), hint: msg('reasonHelp'), optional: true, rows: 2, maxlength: 300 })}`,
      submit: msg('cancelAct'),
      danger: true,
      back: msg('cancelNot'),
    });
  }
}
