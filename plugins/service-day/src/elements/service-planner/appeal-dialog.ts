/** Answering an objection to a recorded no-show: a person decides and says why (OUT-7). */
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { radioGroup } from '@zhaoshang/elements/form/choice-field.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { problemNotice } from './day-dialogs.ts';
import type { AppealRow, PlannerHost } from './planner-host.ts';

interface AppealValues {
  appealDecision: string;
  appealAnswer: string;
}

export class AppealDialog {
  private readonly host: PlannerHost;
  private readonly dialog: DialogController;
  private readonly form: FormController<AppealValues & Record<string, string>>;
  private row: AppealRow | undefined;
  private problem: ZsError | undefined;

  constructor(host: PlannerHost) {
    this.host = host;
    this.dialog = new DialogController(host, 'appeal');
    this.form = new FormController(host, {
      initial: { appealDecision: '', appealAnswer: '' },
      validate: ({ appealDecision, appealAnswer }) => ({
        appealDecision: appealDecision === '' ? host.msg('decisionMissing') : undefined,
        appealAnswer: appealAnswer.trim() === '' ? host.msg('answerMissing') : undefined,
      }),
    });
  }

  openFor(row: AppealRow): void {
    this.row = row;
    this.problem = undefined;
    this.form.reset({ appealDecision: '', appealAnswer: '' });
    this.dialog.open();
  }

  private readonly send = async ({ appealDecision, appealAnswer = '' }: AppealValues): Promise<void> => {
    const { host, row } = this;
    if (row === undefined) return;
    const input = { uscc: row.uscc, appealId: row.appealId, granted: appealDecision === 'grant', answer: appealAnswer };
    const outcome = await host.attempts.run('answer-appeal', input, (value, options) =>
      host.serviceDay().answerAppeal(value, options),
    );
    if (!outcome.ok) {
      this.problem = outcome.error;
      host.requestUpdate();
      return;
    }
    this.dialog.close();
    host.toast.show({ text: host.msg('answered') });
    await host.refresh();
  };

  render(): TemplateResult | typeof nothing {
    const { host, row } = this;
    if (row === undefined) return nothing;
    const { msg } = host;
    return this.dialog.render({
      title: msg('answerTitle'),
      body: html`<form id="appeal-form" novalidate @submit=${this.form.submit(this.send)}>
        ${this.form.renderSummary()} ${problemNotice(this.problem)}
        <p>${msg('appealOf', { date: host.dateText(row.date), due: host.dateText(row.dueDate) })}</p>
        <p>${row.reason}</p>
        ${radioGroup(this.form.field('appealDecision'), {
          label: msg('decision'),
          choices: [
            { value: 'grant', label: msg('grant') },
            { value: 'refuse', label: msg('refuse') },
          ],
        })}
        ${textArea(this.form.field('appealAnswer'), {
          label: msg('answer'),
          hint: msg('answerHelp'),
          maxlength: 300,
          wide: true,
        })}
      </form>`,
      actions: html`<button type="submit" form="appeal-form" class="zs-btn zs-btn--primary">
          ${msg('answerSend')}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${msg('back')}</button>`,
    });
  }
}
