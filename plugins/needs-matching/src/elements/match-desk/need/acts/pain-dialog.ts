/** A pain point in four entries: it becomes one todo of a department (INFO-10, INFO-11). */
import { radioGroup, selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Todo } from '../../match-types.ts';
import { needName } from '../../parts/need-words.ts';
import type { NeedHost } from '../need-host.ts';
import { ActDialog, longestText } from './act-dialog.ts';

interface PainValues {
  painType: string;
  severity: string;
  painDepartment: string;
  painText: string;
}
const severities = ['low', 'medium', 'high'] as const;

export class PainDialog extends ActDialog<PainValues> {
  constructor(host: NeedHost) {
    super(host, 'pain', {
      initial: { painType: '', severity: 'medium', painDepartment: '', painText: '' },
      fields: { department: 'painDepartment', text: 'painText' },
      validate: ({ painType, painDepartment, painText }) => ({
        painType: painType === '' ? this.msg('choiceMissing') : undefined,
        painDepartment: painDepartment === '' ? this.msg('choiceMissing') : undefined,
        painText: this.written(painText, 'noteMissing'),
      }),
      confirmed: (values) => this.send(values),
    });
  }

  /** The department of the need's category is the likely one. */
  open(): void {
    const { words, need } = this.host;
    const likely = words.categoryOf(need?.category ?? '')?.bookDepartment ?? '';
    this.command.open({ painType: '', severity: 'medium', painDepartment: likely, painText: '' });
  }

  private async send({ painType, severity, painDepartment, painText }: PainValues): Promise<void> {
    const { host } = this;
    const { need } = host;
    if (need === undefined) return;
    const input = {
      uscc: need.uscc,
      needId: need.id,
      painType,
      severity: severity as (typeof severities)[number],
      department: painDepartment,
      text: painText.trim(),
    };
    await this.command.send('pain', input, (value, options) => host.matching().tagPainPoint(value, options), {
      done: (todo) => host.tell(this.doneText(todo), '#need-title'),
      refused: this.refused,
    });
  }

  private doneText({ department, dueDate, dueProvisional }: Todo): string {
    const { words, desk } = this.host;
    const data = { department: words.provider(department), date: desk.dateText(dueDate) };
    return this.msg(dueProvisional ? 'painDoneProvisional' : 'painDone', data);
  }

  render(): TemplateResult | typeof nothing {
    const { host, msg, command } = this;
    const { words, need, desk } = host;
    if (need === undefined) return nothing;
    const { catalogue } = words;
    return command.render({
      title: msg('painTitle', { name: needName(desk, need) }),
      body: html`<p>${msg('painLead')}</p>
        ${selectField(command.form.field('painType'), {
          label: msg('painType'),
          choices: (catalogue?.painTypes ?? []).map(({ id, name, nameEn }) => ({
            value: id,
            label: words.locale === 'en' ? nameEn : name,
          })),
        })}
        ${radioGroup(command.form.field('severity'), {
          label: msg('severity'),
          row: true,
          choices: severities.map((value) => ({ value, label: msg(value) })),
        })}
        ${selectField(command.form.field('painDepartment'), {
          label: msg('painDepartment'),
          choices: (catalogue?.providers ?? [])
            .filter(({ code, steward }) => code === steward)
            .map(({ code }) => ({ value: code, label: words.provider(code) })),
        })}
        ${textArea(command.form.field('painText'), {
          label: msg('painText'),
          hint: msg('painTextHint'),
          rows: 3,
          maxlength: longestText,
        })}`,
      submit: msg('painSend'),
      back: msg('back'),
    });
  }
}
