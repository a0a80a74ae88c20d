/** Answering an objection to a recorded no-show: a person decides and says why (OUT-7). */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { radioGroup } from '@zhaoshang/elements/form/choice-field.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { AppealRow, PlannerHost } from './planner-host.ts';

interface AppealValues {
  appealDecision: string;
  appealAnswer: string;
}

export class AppealDialog {
  private readonly host: PlannerHost;
  private readonly command: CommandDialog<AppealValues>;
  private row: AppealRow | undefined;

  constructor(host: PlannerHost) {
    this.host = host;
    this.command = new CommandDialog<AppealValues>(host, 'appeal', {
      initial: { appealDecision: '', appealAnswer: '' },
      fields: { granted: 'appealDecision', answer: 'appealAnswer' },
      validate: ({ appealDecision, appealAnswer }) => ({
        appealDecision: appealDecision === '' ? host.msg('decisionMissing') : undefined,
        appealAnswer: appealAnswer.trim() === '' ? host.msg('answerMissing') : undefined,
      }),
      confirmed: this.send,
    });
  }

  openFor(row: AppealRow): void {
    this.row = row;
    this.command.open();
  }

  private readonly send = async ({ appealDecision, appealAnswer: answer }: AppealValues): Promise<void> => {
    const { host, row } = this;
    if (row === undefined) return;
    const input = { uscc: row.uscc, appealId: row.appealId, granted: appealDecision === 'grant', answer };
    await this.command.send(
      'answer-appeal',
      input,
      (value, options) => host.serviceDay().answerAppeal(value, options),
      {
        done: () => host.tell(host.msg('answered')),
      },
    );
  };

  render(): TemplateResult | typeof nothing {
    const { host, row } = this;
    if (row === undefined) return nothing;
    const { msg } = host;
    const { form } = this.command;
    return this.command.render({
      title: msg('answerTitle'),
      body: html`<p>${msg('appealOf', { date: host.dateText(row.date), due: host.dateText(row.dueDate) })}</p>
        <p>${row.reason}</p>
        ${radioGroup(form.field('appealDecision'), {
          label: msg('decision'),
          choices: [
            { value: 'grant', label: msg('grant') },
            { value: 'refuse', label: msg('refuse') },
          ],
        })}
        ${textArea(form.field('appealAnswer'), {
          label: msg('answer'),
          hint: msg('answerHelp'),
          maxlength: 300,
          wide: true,
        })}`,
      submit: msg('answerSend'),
      back: msg('back'),
    });
  }
}
