/** A number for an enterprise that came without a booking (COMM-2). */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { textField } from '@zhaoshang/elements/form/text-field.ts';
import { html, type TemplateResult } from 'lit';
import { isUscc, normaliseUscc } from '@zhaoshang/kernel/uscc.ts';
import type { DeskHost } from './desk-host.ts';

interface WalkInValues {
  uscc: string;
  enterpriseName: string;
  contactName: string;
  contactPhone: string;
  matterId: string;
  topic: string;
}
const nothingTyped: WalkInValues = {
  uscc: '',
  enterpriseName: '',
  contactName: '',
  contactPhone: '',
  matterId: '',
  topic: '',
};
/** Choice of the list that stands for no matter of the catalogue. */
const other = 'other';
const usccLength = 18;
const phoneLength = 11;

export class WalkInDialog {
  private readonly host: DeskHost;
  private readonly taken: (bookingId: string, text: string) => Promise<void>;
  private readonly command: CommandDialog<WalkInValues>;

  constructor(host: DeskHost, taken: (bookingId: string, text: string) => Promise<void>) {
    this.host = host;
    this.taken = taken;
    this.command = new CommandDialog<WalkInValues>(host, 'walk-in', {
      initial: nothingTyped,
      validate: (values) => this.errorsOf(values),
      confirmed: this.send,
    });
  }

  open(): void {
    this.command.open();
  }

  private errorsOf(values: WalkInValues) {
    const { msg } = this.host;
    return {
      uscc: this.usccError(values.uscc),
      enterpriseName: values.enterpriseName.trim() === '' ? msg('enterpriseNameMissing') : undefined,
      contactName: values.contactName.trim() === '' ? msg('contactNameMissing') : undefined,
      contactPhone: this.phoneError(values.contactPhone),
      matterId: values.matterId === '' ? msg('matterMissing') : undefined,
      topic: values.matterId === other && values.topic.trim() === '' ? msg('topicMissing') : undefined,
    };
  }

  private usccError(typed: string): string | undefined {
    const { msg } = this.host;
    const code = normaliseUscc(typed);
    if (code === '') return msg('usccMissing');
    if (code.length < usccLength) return msg('usccShort', { n: usccLength - code.length });
    if (code.length > usccLength) return msg('usccLong', { n: code.length - usccLength });
    return isUscc(code) ? undefined : msg('usccWrong');
  }

  private phoneError(typed: string): string | undefined {
    const { msg } = this.host;
    const digits = typed.replace(/[\s-]/g, '');
    if (digits === '') return msg('phoneMissing');
    if (/^\d+$/.test(digits) && digits.length < phoneLength)
      return msg('phoneShort', { n: phoneLength - digits.length });
    return /^1[3-9]\d{9}$/.test(digits) ? undefined : msg('phoneWrong');
  }

  private readonly send = async (values: WalkInValues): Promise<void> => {
    const { host } = this;
    const input = {
      date: host.shownDate,
      department: host.shownDepartment,
      uscc: normaliseUscc(values.uscc),
      enterpriseName: values.enterpriseName.trim(),
      contactName: values.contactName.trim(),
      contactPhone: values.contactPhone.replace(/[\s-]/g, ''),
      matterId: values.matterId === other ? null : values.matterId,
      topic: values.matterId === other ? values.topic.trim() : '',
    };
    await this.command.send('walk-in', input, (value, options) => host.serviceDay().walkIn(value, options), {
      done: ({ id, queueNumber }) => {
        const text = host.msg('walkInTaken', { name: input.enterpriseName, number: queueNumber ?? '' });
        return this.taken(id, text);
      },
    });
  };

  render(): unknown {
    const { msg } = this.host;
    return this.command.render({
      title: msg('walkInTitle'),
      body: this.command.isOpen ? this.renderFields() : '',
      submit: msg('walkInTake'),
      back: msg('cancel'),
    });
  }

  private renderFields(): TemplateResult {
    const { host } = this;
    const { form } = this.command;
    const { msg } = host;
    const matters = host.departments.find(({ code }) => code === host.shownDepartment)?.matters ?? [];
    return html`<p class="zs-small zs-muted">${msg('walkInLead')}</p>
      ${textField(form.field('uscc'), { label: msg('uscc'), hint: msg('usccHint'), autocomplete: 'off' })}
      ${textField(form.field('enterpriseName'), { label: msg('enterpriseName'), autocomplete: 'off', maxlength: 80 })}
      ${textField(form.field('contactName'), { label: msg('contactName'), autocomplete: 'off', maxlength: 40 })}
      ${textField(form.field('contactPhone'), {
        label: msg('contactPhone'),
        type: 'tel',
        inputmode: 'tel',
        autocomplete: 'off',
      })}
      ${selectField(form.field('matterId'), {
        label: msg('matter'),
        choices: [
          ...matters.map(({ id, name }) => ({ value: id, label: name })),
          { value: other, label: msg('otherMatter') },
        ],
      })}
      ${form.values.matterId === other ? textField(form.field('topic'), { label: msg('topic'), maxlength: 120 }) : ''}`;
  }
}
