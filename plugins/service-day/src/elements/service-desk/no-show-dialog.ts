/** Recording that somebody did not come, after the consequences are told. */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { textField } from '@zhaoshang/elements/form/text-field.ts';
import { formatTime } from '@zhaoshang/elements/words.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost, QueueRow } from './desk-host.ts';

interface NoShowValues {
  missReason: string;
}

export class NoShowDialog {
  private readonly host: DeskHost;
  private readonly command: CommandDialog<NoShowValues>;
  private row: QueueRow | undefined;

  constructor(host: DeskHost) {
    this.host = host;
    this.command = new CommandDialog<NoShowValues>(host, 'no-show', {
      initial: { missReason: '' },
      fields: { reason: 'missReason' },
      confirmed: this.send,
    });
  }

  openFor(row: QueueRow): void {
    this.row = row;
    this.command.open();
  }

  /** What the record does to the enterprise, in its own words. */
  private consequence({ channel, missedBefore }: QueueRow): string {
    const { msg, settings } = this.host;
    if (channel === 'walk-in') return msg('missWalkIn');
    const n = missedBefore + 1;
    const limit = settings?.noShowLimit ?? 0;
    const days = settings?.noShowLimitDays ?? 0;
    const window = settings?.noShowWindowDays ?? 0;
    return n >= limit ? msg('missLimit', { n, days, window }) : msg('missFirst', { n, days, limit, window });
  }

  private readonly send = async ({ missReason }: NoShowValues): Promise<void> => {
    const { host, row } = this;
    if (row === undefined) return;
    const input = { bookingId: row.id, reason: missReason.trim() };
    await this.command.send('miss', input, (value, options) => host.serviceDay().markMissed(value, options), {
      done: () => host.tell(host.msg('missDone', { number: row.queueNumber ?? row.enterpriseName }), '#now-title'),
      refused: async ({ code }) => {
        if (code === 'wrong-state') await host.refresh();
        return undefined;
      },
    });
  };

  render(): TemplateResult | typeof nothing {
    const { host, row, command } = this;
    if (row === undefined) return nothing;
    const { msg, settings } = host;
    const appeal = { days: settings?.appealWorkingDays ?? 0, minutes: settings?.lateCheckInMinutes ?? 0 };
    return command.render({
      title: msg('missTitle', { number: row.queueNumber ?? row.enterpriseName }),
      body: html`<p>${msg('missWho', { name: row.enterpriseName, time: formatTime(row.start), n: row.calls })}</p>
        <p>${this.consequence(row)}</p>
        ${row.channel === 'walk-in' ? nothing : html`<p class="zs-small zs-muted">${msg('missAppeal', appeal)}</p>`}
        ${textField(command.form.field('missReason'), {
          label: msg('missReason'),
          hint: msg('missReasonHint'),
          maxlength: 300,
          optional: true,
        })}`,
      submit: msg('missConfirm'),
      danger: true,
      back: msg('missBack'),
    });
  }
}
