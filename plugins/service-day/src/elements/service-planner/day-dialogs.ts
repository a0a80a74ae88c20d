/** Adding a date outside the rule, and putting a changed date back to it. */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { textField } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { PlanDay, PlannerHost } from './planner-host.ts';

interface AddValues {
  addDate: string;
  addReason: string;
}

export class AddDayDialog {
  private readonly host: PlannerHost;
  private readonly command: CommandDialog<AddValues>;

  constructor(host: PlannerHost) {
    this.host = host;
    this.command = new CommandDialog<AddValues>(host, 'add-day', {
      initial: { addDate: '', addReason: '' },
      fields: { date: 'addDate', reason: 'addReason' },
      validate: ({ addDate, addReason }) => ({
        addDate: addDate === '' || addDate <= host.today ? host.msg('addDateMissing') : undefined,
        addReason: addReason.trim() === '' ? host.msg('reasonMissing') : undefined,
      }),
      confirmed: ({ addDate, addReason }) =>
        this.command.send(
          'add-day',
          { date: addDate, reason: addReason },
          (input, options) => host.serviceDay().addDay(input, options),
          {
            done: () => host.tell(host.msg('added', { date: host.dateText(addDate) })),
          },
        ),
    });
  }

  open(): void {
    this.command.open();
  }

  render(): TemplateResult | typeof nothing {
    const { msg } = this.host;
    const { form } = this.command;
    return this.command.render({
      title: msg('addDayTitle'),
      body: html`<p>${msg('addDayHelp')}</p>
        <div class="zs-form">
          ${textField(form.field('addDate'), { label: msg('addDate'), type: 'date', min: this.host.today })}
          ${textField(form.field('addReason'), { label: msg('reason'), hint: msg('reasonHelp'), wide: true })}
        </div>`,
      submit: msg('addConfirm'),
      back: msg('back'),
    });
  }
}

interface ReopenValues {
  reopenReason: string;
}

export class ReopenDialog {
  private readonly host: PlannerHost;
  private readonly command: CommandDialog<ReopenValues>;
  private date = '';

  constructor(host: PlannerHost) {
    this.host = host;
    this.command = new CommandDialog<ReopenValues>(host, 'reopen', {
      initial: { reopenReason: '' },
      fields: { reason: 'reopenReason' },
      validate: ({ reopenReason }) => ({
        reopenReason: reopenReason.trim() === '' ? host.msg('reasonMissing') : undefined,
      }),
      confirmed: ({ reopenReason: reason }) => this.send({ date: this.date, reason }),
    });
  }

  openFor({ day: { date } }: PlanDay): void {
    this.date = date;
    this.command.open();
  }

  private send(input: { readonly date: string; readonly reason: string }): Promise<void> {
    const { host } = this;
    return this.command.send('reopen-day', input, (value, options) => host.serviceDay().reopenDay(value, options), {
      done: () => host.tell(host.msg('reopened', { date: host.dateText(input.date) })),
    });
  }

  render(): TemplateResult | typeof nothing {
    const { host, command, date } = this;
    const { msg } = host;
    if (date === '') return nothing;
    return command.render({
      title: msg('reopenTitle', { date: host.dateText(date) }),
      body: html`<p>${msg('reopenBody')}</p>
        ${textField(command.form.field('reopenReason'), { label: msg('reason'), hint: msg('reasonHelp') })}`,
      submit: msg('reopenConfirm'),
      back: msg('back'),
    });
  }
}
