/** How a need ends at the desk: delivered, or left unmet with the reason (RES-8, RES-9, RES-10). */
import { selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Match } from '../../match-types.ts';
import type { NeedHost } from '../need-host.ts';
import { ActDialog, longestText } from './act-dialog.ts';

interface FulfilValues {
  fulfilNote: string;
  trialFrom: string;
}

export class FulfilDialog extends ActDialog<FulfilValues> {
  private match: Match | undefined;

  constructor(host: NeedHost) {
    super(host, 'fulfil', {
      initial: { fulfilNote: '', trialFrom: '' },
      fields: { note: 'fulfilNote' },
      validate: ({ fulfilNote }) => ({ fulfilNote: this.written(fulfilNote, 'noteMissing') }),
      confirmed: (values) => this.send(values),
    });
  }

  open(match?: Match): void {
    this.match = match;
    this.command.open();
  }

  private async send({ fulfilNote, trialFrom }: FulfilValues): Promise<void> {
    const { host, match } = this;
    if (match === undefined) return;
    const { id: matchId, version: expectedVersion } = host.need?.matches.find(({ id }) => id === match.id) ?? match;
    const input = { matchId, note: fulfilNote.trim(), ...(trialFrom === '' ? {} : { trialFrom }) };
    await this.command.send(
      'fulfil',
      { ...input, expectedVersion },
      (_seen, options) => host.matching().recordFulfilment(input, { ...options, expectedVersion }),
      { done: () => host.tell(this.msg('fulfilled'), '#matches-title'), refused: this.refused },
    );
  }

  render(): TemplateResult | typeof nothing {
    const { match, msg, command } = this;
    if (match === undefined) return nothing;
    return command.render({
      title: msg('fulfilTitle', { title: match.resourceTitle }),
      body: html`<p>${msg('fulfilLead')}</p>
        ${textArea(command.form.field('fulfilNote'), {
          label: msg('fulfilNote'),
          hint: msg('fulfilNoteHint'),
          rows: 3,
          maxlength: longestText,
        })}
        ${textField(command.form.field('trialFrom'), {
          label: msg('trialFrom'),
          hint: msg('trialFromHint'),
          type: 'date',
          optional: true,
        })}`,
      submit: msg('fulfilSend'),
      back: msg('back'),
    });
  }
}

interface UnmetValues {
  unmetReason: string;
  unmetNote: string;
}

export class UnmetDialog extends ActDialog<UnmetValues> {
  constructor(host: NeedHost) {
    super(host, 'unmet', {
      initial: { unmetReason: '', unmetNote: '' },
      fields: { reason: 'unmetReason', note: 'unmetNote' },
      validate: ({ unmetReason, unmetNote }) => ({
        unmetReason: unmetReason === '' ? this.msg('choiceMissing') : undefined,
        unmetNote: this.written(unmetNote, 'noteMissing'),
      }),
      confirmed: (values) => this.send(values),
    });
  }

  open(): void {
    this.command.open();
  }

  private async send({ unmetReason: reason, unmetNote }: UnmetValues): Promise<void> {
    const { host } = this;
    const { need } = host;
    if (need === undefined) return;
    const { id: needId, version: expectedVersion } = need;
    const input = { needId, reason, note: unmetNote.trim() };
    await this.command.send(
      'unmet',
      { ...input, expectedVersion },
      (_seen, options) => host.matching().leaveUnmet(input, { ...options, expectedVersion }),
      {
        done: ({ unmet }) =>
          host.tell(this.msg('left', { date: host.desk.dateText(unmet?.answerBy ?? host.desk.today) }), '#need-title'),
        refused: this.refused,
      },
    );
  }

  render(): TemplateResult | typeof nothing {
    const { host, msg, command } = this;
    const { words } = host;
    return command.render({
      title: msg('unmetTitle'),
      body: html`<p>${msg('unmetLead')}</p>
        ${selectField(command.form.field('unmetReason'), {
          label: msg('unmetReason'),
          choices: (words.catalogue?.unmetReasons ?? []).map(({ id, name, nameEn }) => ({
            value: id,
            label: words.locale === 'en' ? nameEn : name,
          })),
        })}
        ${textArea(command.form.field('unmetNote'), {
          label: msg('note'),
          hint: msg('unmetNoteHint'),
          rows: 3,
          maxlength: longestText,
        })}`,
      submit: msg('unmetSend'),
      back: msg('back'),
    });
  }
}
