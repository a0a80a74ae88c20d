/** Handing a follow-up to another department, with the reason; the second time the hub gets it (COMM-8). */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost, FollowUpRow } from './desk-host.ts';

interface TransferValues {
  followUpTo: string;
  followUpWhy: string;
}
const reasonMaximum = 300;

export class TransferDialog {
  private readonly host: DeskHost;
  private readonly command: CommandDialog<TransferValues>;
  private row: FollowUpRow | undefined;

  constructor(host: DeskHost) {
    this.host = host;
    this.command = new CommandDialog<TransferValues>(host, 'transfer', {
      initial: { followUpTo: '', followUpWhy: '' },
      fields: { department: 'followUpTo', reason: 'followUpWhy' },
      validate: ({ followUpTo, followUpWhy }) => ({
        followUpTo: followUpTo === '' ? host.msg('transferToMissing') : undefined,
        followUpWhy: followUpWhy.trim() === '' ? host.msg('handOnWhyMissing') : undefined,
      }),
      confirmed: this.send,
    });
  }

  openFor(row: FollowUpRow): void {
    this.row = row;
    this.command.open();
  }

  private readonly send = async ({ followUpTo, followUpWhy }: TransferValues): Promise<void> => {
    const { host, row } = this;
    if (row === undefined) return;
    const { id: followUpId, version: expectedVersion, receipt } = row;
    const input = { followUpId, department: followUpTo, reason: followUpWhy.trim() };
    await this.command.send(
      'hand-on',
      { ...input, expectedVersion },
      (_seen, options) => host.serviceDay().transferFollowUp(input, { ...options, expectedVersion }),
      {
        // Where it ended may be the hub, whatever was chosen.
        done: ({ department, escalated }) =>
          host.tell(
            host.msg(escalated ? 'handedToHub' : 'handedOn', { receipt, department: host.departmentName(department) }),
            '#follow-ups-title',
          ),
        refused: async ({ kind }) => {
          if (kind !== 'stale') return undefined;
          await host.refresh();
          this.row = host.day?.followUps.find(({ id }) => id === followUpId) ?? row;
          return host.msg('replyChanged');
        },
      },
    );
  };

  render(): TemplateResult | typeof nothing {
    const { host, row, command } = this;
    if (row === undefined) return nothing;
    const { msg } = host;
    const choices = host.departments
      .filter(({ code }) => code !== row.department)
      .map(({ code }) => ({ value: code, label: host.departmentName(code) }));
    return command.render({
      title: msg('handOnTitle', { receipt: row.receipt }),
      body: html`<p><b>${row.enterpriseName}</b></p>
        <p class="zs-desk__said">${row.summary}</p>
        <p class="zs-small zs-muted">
          ${row.transfers === 0 ? msg('handOnFirst') : msg('handOnAgain', { n: row.transfers })}
        </p>
        ${selectField(command.form.field('followUpTo'), { label: msg('transferTo'), choices })}
        ${textArea(command.form.field('followUpWhy'), {
          label: msg('handOnWhy'),
          hint: msg('handOnWhyHint'),
          maxlength: reasonMaximum,
          rows: 3,
        })}`,
      submit: msg('handOn'),
      back: msg('handOnBack'),
    });
  }
}
