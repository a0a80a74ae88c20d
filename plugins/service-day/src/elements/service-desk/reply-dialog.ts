/** Answering a follow-up: conclusion, basis, next step (COMM-1, COMM-8). */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost, FollowUpRow } from './desk-host.ts';

interface ReplyValues {
  followUpReply: string;
}
const replyMaximum = 1000;

export class ReplyDialog {
  private readonly host: DeskHost;
  private readonly command: CommandDialog<ReplyValues>;
  private row: FollowUpRow | undefined;

  constructor(host: DeskHost) {
    this.host = host;
    this.command = new CommandDialog<ReplyValues>(host, 'reply', {
      initial: { followUpReply: '' },
      fields: { reply: 'followUpReply' },
      validate: ({ followUpReply: { length }, followUpReply }) => ({
        followUpReply:
          followUpReply.trim() === ''
            ? host.msg('replyMissing')
            : length > replyMaximum
              ? host.msg('replyLong', { max: replyMaximum, n: length - replyMaximum })
              : undefined,
      }),
      confirmed: this.send,
    });
  }

  openFor(row: FollowUpRow): void {
    this.row = row;
    this.command.open();
  }

  private readonly send = async ({ followUpReply }: ReplyValues): Promise<void> => {
    const { host, row } = this;
    if (row === undefined) return;
    const { id: followUpId, version: expectedVersion, receipt } = row;
    const reply = followUpReply.trim();
    await this.command.send(
      'reply',
      { followUpId, reply, expectedVersion },
      (_seen, options) => host.serviceDay().replyFollowUp({ followUpId, reply }, { ...options, expectedVersion }),
      {
        done: () => host.tell(host.msg('replySent', { receipt }), '#follow-ups-title'),
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
    return command.render({
      title: msg('replyTitle', { receipt: row.receipt }),
      body: html`<p><b>${row.enterpriseName}</b></p>
        <p class="zs-desk__said">${row.summary}</p>
        <p class="zs-small zs-muted">${msg('due')} <span class="zs-nb">${host.dateText(row.dueDate)}</span></p>
        ${textArea(command.form.field('followUpReply'), {
          label: msg('replyText'),
          hint: msg('replyHint'),
          maxlength: replyMaximum,
          rows: 5,
        })}`,
      submit: msg('replySend'),
      back: msg('back'),
    });
  }
}
