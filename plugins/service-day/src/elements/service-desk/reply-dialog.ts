/** Answering a follow-up: conclusion, basis, next step (COMM-1, COMM-8). */
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost, FollowUpRow } from './desk-host.ts';
import { problemNotice } from './parts/problem-notice.ts';

interface ReplyValues {
  followUpReply: string;
}
const replyMaximum = 1000;

export class ReplyDialog {
  private readonly host: DeskHost;
  private readonly dialog: DialogController;
  private readonly form: FormController<ReplyValues>;
  private row: FollowUpRow | undefined;
  private problem: ZsError | undefined;

  constructor(host: DeskHost) {
    this.host = host;
    this.dialog = new DialogController(host, 'reply');
    this.form = new FormController<ReplyValues>(host, {
      initial: { followUpReply: '' },
      validate: ({ followUpReply: { length }, followUpReply }) => ({
        followUpReply:
          followUpReply.trim() === ''
            ? host.msg('replyMissing')
            : length > replyMaximum
              ? host.msg('replyLong', { max: replyMaximum, n: length - replyMaximum })
              : undefined,
      }),
    });
  }

  openFor(row: FollowUpRow): void {
    this.row = row;
    this.problem = undefined;
    this.form.reset({ followUpReply: '' });
    this.dialog.open();
  }

  private readonly send = async ({ followUpReply }: ReplyValues): Promise<void> => {
    const { host, row } = this;
    if (row === undefined) return;
    const input = { followUpId: row.id, reply: followUpReply.trim() };
    const outcome = await host.attempts.run('reply', { ...input, version: row.version }, (_value, options) =>
      host.serviceDay().replyFollowUp(input, { ...options, expectedVersion: row.version }),
    );
    if (!outcome.ok) {
      this.problem = outcome.error;
      if (outcome.error.kind === 'stale') {
        await host.refresh();
        this.row = host.day?.followUps.find(({ id }) => id === row.id) ?? row;
      }
      host.requestUpdate();
      return;
    }
    this.dialog.close();
    host.toast.show({ text: host.msg('replySent', { receipt: row.receipt }) });
    await host.refresh();
    await host.keepFocus('#follow-ups-title');
  };

  render(): TemplateResult | typeof nothing {
    const { host, row, problem } = this;
    if (row === undefined) return nothing;
    const { msg } = host;
    return this.dialog.render({
      title: msg('replyTitle', { receipt: row.receipt }),
      body: html`<form id="reply-form" class="zs-stack" novalidate @submit=${this.form.submit(this.send)}>
        ${
          problem?.kind === 'stale'
            ? notice({ kind: 'caution', role: 'alert', title: msg('replyChanged') })
            : problemNotice(problem)
        }
        <p><b>${row.enterpriseName}</b></p>
        <p class="zs-desk__said">${row.summary}</p>
        <p class="zs-small zs-muted">${msg('due')} <span class="zs-nb">${host.dateText(row.dueDate)}</span></p>
        ${textArea(this.form.field('followUpReply'), {
          label: msg('replyText'),
          hint: msg('replyHint'),
          maxlength: replyMaximum,
          rows: 5,
        })}
      </form>`,
      actions: html`<button
          type="submit"
          form="reply-form"
          class="zs-btn zs-btn--primary"
          aria-busy=${host.attempts.busy === 'reply' ? 'true' : 'false'}
        >
          ${msg('replySend')}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${msg('back')}</button>`,
    });
  }
}
