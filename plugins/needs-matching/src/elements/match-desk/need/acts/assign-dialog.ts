/** One responsible specialist: assigning, or handing over with the reason (RES-9, ORG-16). */
import { selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { NeedHost } from '../need-host.ts';
import { ActDialog, longestText } from './act-dialog.ts';

interface AssignValues {
  assignTo: string;
  assignReason: string;
}

export class AssignDialog extends ActDialog<AssignValues> {
  constructor(host: NeedHost) {
    super(host, 'assign', {
      initial: { assignTo: '', assignReason: '' },
      fields: { specialistId: 'assignTo', reason: 'assignReason' },
      validate: ({ assignTo, assignReason }) => ({
        assignTo: assignTo === '' ? this.msg('choiceMissing') : undefined,
        assignReason: this.isHandOver ? this.written(assignReason, 'reasonMissing') : this.fitting(assignReason),
      }),
      confirmed: (values) => this.send(values),
    });
  }

  private get isHandOver(): boolean {
    return (this.host.need?.specialist ?? null) !== null;
  }

  open(): void {
    this.command.open();
  }

  private async send({ assignTo: specialistId, assignReason }: AssignValues): Promise<void> {
    const { host } = this;
    const { need } = host;
    if (need === undefined) return;
    const { id: needId, version: expectedVersion } = need;
    const input = { needId, specialistId, reason: assignReason.trim() };
    await this.command.send(
      'assign',
      { ...input, expectedVersion },
      (_seen, options) => host.matching().assignSpecialist(input, { ...options, expectedVersion }),
      {
        done: ({ specialist }) => host.tell(this.msg('assigned', { name: specialist?.name ?? '' }), '#need-title'),
        refused: this.refused,
      },
    );
  }

  render(): TemplateResult | typeof nothing {
    const { host, msg, command } = this;
    const { words, need } = host;
    const present = (words.catalogue?.specialists ?? []).filter(
      ({ active, id }) => active && id !== need?.specialist?.id,
    );
    return command.render({
      title: msg('assignTitle'),
      body: html`<p>${msg('assignLead')}</p>
        ${selectField(command.form.field('assignTo'), {
          label: msg('assignTo'),
          choices: present.map(({ id, name, competence }) => ({
            value: id,
            label: competence.length === 0 ? name : msg('fitting', { name, list: words.list(competence) }),
          })),
        })}
        ${textArea(command.form.field('assignReason'), {
          label: msg('assignWhy'),
          hint: msg('assignWhyHint'),
          optional: !this.isHandOver,
          rows: 2,
          maxlength: longestText,
        })}`,
      submit: msg('assignSend'),
      back: msg('back'),
    });
  }
}
