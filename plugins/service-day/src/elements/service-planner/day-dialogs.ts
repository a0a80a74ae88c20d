/** Adding a date outside the rule, and putting a changed date back to it. */
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textField } from '@zhaoshang/elements/form/text-field.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { PlanDay, PlannerHost } from './planner-host.ts';

export class AddDayDialog {
  private readonly host: PlannerHost;
  private readonly dialog: DialogController;
  private readonly form: FormController<{ addDate: string; addReason: string }>;
  private problem: ZsError | undefined;

  constructor(host: PlannerHost) {
    this.host = host;
    this.dialog = new DialogController(host, 'add-day');
    this.form = new FormController(host, {
      initial: { addDate: '', addReason: '' },
      validate: ({ addDate, addReason }) => ({
        addDate: addDate === '' || addDate <= host.today ? host.msg('addDateMissing') : undefined,
        addReason: addReason.trim() === '' ? host.msg('reasonMissing') : undefined,
      }),
    });
  }

  open(): void {
    this.problem = undefined;
    this.form.reset({ addDate: '', addReason: '' });
    this.dialog.open();
  }

  private readonly send = async ({ addDate, addReason }: { addDate: string; addReason: string }): Promise<void> => {
    const { host } = this;
    const input = { date: addDate, reason: addReason };
    const outcome = await host.attempts.run('add-day', input, (value, options) =>
      host.serviceDay().addDay(value, options),
    );
    if (!outcome.ok) {
      this.problem = outcome.error;
      host.requestUpdate();
      return;
    }
    this.dialog.close();
    host.toast.show({ text: host.msg('added', { date: host.dateText(addDate) }) });
    await host.refresh();
  };

  render(): TemplateResult | typeof nothing {
    const { msg } = this.host;
    return this.dialog.render({
      title: msg('addDayTitle'),
      body: html`<form id="add-day-form" novalidate @submit=${this.form.submit(this.send)}>
        ${this.form.renderSummary()} ${problemNotice(this.problem)}
        <p>${msg('addDayHelp')}</p>
        <div class="zs-form">
          ${textField(this.form.field('addDate'), { label: msg('addDate'), type: 'date', min: this.host.today })}
          ${textField(this.form.field('addReason'), { label: msg('reason'), hint: msg('reasonHelp'), wide: true })}
        </div>
      </form>`,
      actions: html`<button type="submit" form="add-day-form" class="zs-btn zs-btn--primary">
          ${msg('addConfirm')}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${msg('back')}</button>`,
    });
  }
}

export class ReopenDialog {
  private readonly host: PlannerHost;
  private readonly dialog: DialogController;
  private readonly form: FormController<{ reopenReason: string }>;
  private day: PlanDay | undefined;
  private problem: ZsError | undefined;

  constructor(host: PlannerHost) {
    this.host = host;
    this.dialog = new DialogController(host, 'reopen');
    this.form = new FormController(host, {
      initial: { reopenReason: '' },
      validate: ({ reopenReason }) => ({
        reopenReason: reopenReason.trim() === '' ? host.msg('reasonMissing') : undefined,
      }),
    });
  }

  openFor(day: PlanDay): void {
    this.day = day;
    this.problem = undefined;
    this.form.reset({ reopenReason: '' });
    this.dialog.open();
  }

  private readonly send = async ({ reopenReason }: { reopenReason: string }): Promise<void> => {
    const { host, day } = this;
    if (day === undefined) return;
    const input = { date: day.day.date, reason: reopenReason };
    const outcome = await host.attempts.run('reopen-day', input, (value, options) =>
      host.serviceDay().reopenDay(value, options),
    );
    if (!outcome.ok) {
      this.problem = outcome.error;
      host.requestUpdate();
      return;
    }
    this.dialog.close();
    host.toast.show({ text: host.msg('reopened', { date: host.dateText(day.day.date) }) });
    await host.refresh();
  };

  render(): TemplateResult | typeof nothing {
    const { host, day } = this;
    if (day === undefined) return nothing;
    return this.dialog.render({
      title: host.msg('reopenTitle', { date: host.dateText(day.day.date) }),
      body: html`<form id="reopen-form" novalidate @submit=${this.form.submit(this.send)}>
        ${this.form.renderSummary()} ${problemNotice(this.problem)}
        <p>${host.msg('reopenBody')}</p>
        ${textField(this.form.field('reopenReason'), { label: host.msg('reason'), hint: host.msg('reasonHelp') })}
      </form>`,
      actions: html`<button type="submit" form="reopen-form" class="zs-btn zs-btn--primary">
          ${host.msg('reopenConfirm')}
        </button>
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${host.msg('back')}</button>`,
    });
  }
}

/** What a command was refused for, where it was asked. */
export function problemNotice(problem: ZsError | undefined): TemplateResult | typeof nothing {
  return problem === undefined ? nothing : notice({ kind: 'caution', role: 'alert', title: problem.message });
}
