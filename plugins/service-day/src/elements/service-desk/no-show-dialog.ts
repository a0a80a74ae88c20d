/** Recording that somebody did not come, after the consequences are told. */
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textField } from '@zhaoshang/elements/form/text-field.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { formatTime } from '@zhaoshang/elements/words.ts';
import type { DeskHost, QueueRow } from './desk-host.ts';
import { problemNotice } from './parts/problem-notice.ts';

interface NoShowValues {
  missReason: string;
}

export class NoShowDialog {
  private readonly host: DeskHost;
  private readonly dialog: DialogController;
  private readonly form: FormController<NoShowValues>;
  private row: QueueRow | undefined;
  private problem: ZsError | undefined;

  constructor(host: DeskHost) {
    this.host = host;
    this.dialog = new DialogController(host, 'no-show');
    this.form = new FormController<NoShowValues>(host, { initial: { missReason: '' } });
  }

  openFor(row: QueueRow): void {
    this.row = row;
    this.problem = undefined;
    this.form.reset({ missReason: '' });
    this.dialog.open();
  }

  /** What the record does to the enterprise, in its own words. */
  private consequence({ channel, missedBefore }: QueueRow): string {
    const { msg, settings } = this.host;
    if (channel === 'walk-in') return msg('missWalkIn');
    const n = missedBefore + 1;
    const limit = settings?.noShowLimit ?? 0;
    const days = settings?.noShowLimitDays ?? 0;
    return n >= limit ? msg('missLimit', { n, days }) : msg('missFirst', { n, days, limit });
  }

  private readonly send = async ({ missReason }: NoShowValues): Promise<void> => {
    const { host, row } = this;
    if (row === undefined) return;
    const input = { bookingId: row.id, reason: missReason.trim() };
    const outcome = await host.attempts.run('miss', input, (value, options) =>
      host.serviceDay().markMissed(value, options),
    );
    if (!outcome.ok) {
      this.problem = outcome.error;
      host.requestUpdate();
      if (outcome.error.code === 'wrong-state') await host.refresh();
      return;
    }
    this.dialog.close();
    host.toast.show({ text: host.msg('missDone', { number: row.queueNumber ?? row.enterpriseName }) });
    await host.refresh();
    await host.keepFocus('#now-title');
  };

  render(): TemplateResult | typeof nothing {
    const { host, row } = this;
    if (row === undefined) return nothing;
    const { msg } = host;
    return this.dialog.render({
      title: msg('missTitle', { number: row.queueNumber ?? row.enterpriseName }),
      body: html`<form id="no-show-form" class="zs-stack" novalidate @submit=${this.form.submit(this.send)}>
        ${problemNotice(this.problem)}
        <p>${msg('missWho', { name: row.enterpriseName, time: formatTime(row.start), n: row.calls })}</p>
        <p>${this.consequence(row)}</p>
        ${row.channel === 'walk-in' ? nothing : html`<p class="zs-small zs-muted">${msg('missAppeal')}</p>`}
        ${textField(this.form.field('missReason'), {
          label: msg('missReason'),
          hint: msg('missReasonHint'),
          maxlength: 300,
          optional: true,
        })}
      </form>`,
      actions: html`<button
          type="submit"
          form="no-show-form"
          class="zs-btn zs-btn--danger-fill"
          aria-busy=${host.attempts.busy === 'miss' ? 'true' : 'false'}
        >
          ${msg('missConfirm')}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${msg('missBack')}</button>`,
    });
  }
}
