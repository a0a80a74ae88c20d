import { ZsElement, useMessages } from '@zhaoshang/elements';
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from '@zhaoshang/elements/reactive.ts';
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
  static override styles = ZsElement.withStyles(dialogStyles, fieldStyles, noticeStyles);
  private readonly msg = useMessages(this, visitDialogMessages);
  private readonly attempt = new AttemptController(this);
  private readonly dialog = new DialogController(this, 'cancel', () => this.dispatchEvent(new Event('close')));
  private readonly form = new FormController(this, { initial: { reason: '' } });

  @state() private failure = '';

  @property({ attribute: false }) visit: Visit | null = null;
  @property({ attribute: false }) timetable: Timetable | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated) this.dialog.open();
  }

  private async handleCancel(): Promise<void> {
    const { visit } = this;
    if (visit === null) return;
    const outcome = await this.attempt.run(
      'cancel',
      { visitId: visit.id, reason: this.form.values.reason.trim() },
      (input, options) =>
        this.client<ServiceDayContract>(serviceDayOutline).cancel(input, {
          ...options,
          expectedVersion: visit.version,
        }),
    );
    if (!outcome.ok) {
      this.failure = outcome.error.message;
      return;
    }
    this.dispatchEvent(new CustomEvent('changed', { detail: outcome.output }));
    this.dialog.close();
  }

  protected override renderContent(): unknown {
    const { msg, visit, locale, attempt } = this;
    if (visit === null) return nothing;
    const starts = visit.bookings.map(({ start }) => start).sort();
    const when = `${formatDate(visit.date, { locale })} ${formatTime(starts[0] ?? '')}`;
    return this.dialog.render({
      title: msg('cancelTitle'),
      body: html`<div class="zs-stack">
        <p>${msg.parts('cancelBody', { when: unbroken(when), n: visit.bookings.length })}</p>
        <p class="zs-small zs-muted">
          ${msg.parts('cancelRule', { until: unbroken(instantText(visit.changeableUntil, locale)) })}
        </p>
        ${textArea(this.form.field('reason'), { label: msg('reason'), hint: msg('reasonHelp'), optional: true, rows: 2, maxlength: 300 })}
        ${this.failure === '' ? nothing : notice({ kind: 'negative', role: 'alert', title: this.failure })}
      </div>`,
      actions: html`<button
          type="button"
          class="zs-btn zs-btn--danger-fill"
          aria-busy=${attempt.busy === '' ? nothing : 'true'}
          @click=${() => void this.handleCancel()}
        >
          ${msg('cancelAct')}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${msg('cancelNot')}</button>`,
    });
  }
}
