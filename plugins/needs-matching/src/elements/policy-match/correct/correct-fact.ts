import { ZsElement, useMessages } from '@zhaoshang/elements';
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { checkboxGroup, radioGroup, selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import { property } from '@zhaoshang/elements/reactive.ts';
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { dateAt } from '@zhaoshang/elements/words.ts';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { NeedsMatchingContract } from '../../../contract.ts';
import { needsMatchingOutline } from '../../../contract.outline.ts';
import { ProposalWords } from '../../proposal/proposal-words.ts';
import type { Catalogue } from '../../proposal/proposal-types.ts';
import { choicesIn, entityKinds, scales } from '../fact-choices.ts';
import type { ProfileField } from '../policy-types.ts';
import { correctFactMessages } from './correct-fact.messages.ts';
import { factKind, factValue, faultOf } from './fact-value.ts';
import type { FactKind } from './fact-value.ts';

/**
 * 更正 of one fact of the shared record (INFO-1, INFO-13), part of `<zs-policy-match>`: it goes to whoever answers for the
 * field, and nothing is overwritten. Emits `corrected` with the sentence to say, and `close`.
 *
 * @summary Dialog to supply or correct a fact (inside policy matching).
 */
export class CorrectFactElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    choiceStyles,
    dialogStyles,
    errorSummaryStyles,
    fieldStyles,
    noticeStyles,
  );
  private readonly msg = useMessages(this, correctFactMessages);
  private readonly words = new ProposalWords(this, {
    catalogue: () => this.catalogue,
    today: () => dateAt(this.now()),
  });
  readonly attempts = new AttemptController(this);
  private readonly command: CommandDialog<{ value: string; tags: readonly string[]; note: string }> = new CommandDialog(
    this,
    'correct',
    {
      initial: { value: '', tags: [] as readonly string[], note: '' },
      validate: ({ value, tags }) => {
        const { kind } = this;
        const fault = kind === undefined ? undefined : faultOf(kind, value, tags);
        return { [kind === 'tags' ? 'tags' : 'value']: fault === undefined ? undefined : this.msg(fault) };
      },
      confirmed: ({ value, tags, note }) => this.send(value, tags, note.trim()),
      closed: () => this.dispatchEvent(new Event('close')),
    },
  );

  @property({ attribute: false }) field: ProfileField | undefined;
  @property({ attribute: false }) catalogue: Catalogue | undefined;

  private get kind(): FactKind | undefined {
    return this.field === undefined ? undefined : factKind(this.field.field);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated) this.command.open();
  }

  private async send(value: string, tags: readonly string[], note: string): Promise<void> {
    const { field, kind, msg, words } = this;
    if (field === undefined || kind === undefined) return;
    const client = this.client<NeedsMatchingContract>(needsMatchingOutline);
    await this.command.send(
      'correct',
      { field: field.field, value: factValue(kind, value, tags), note },
      (input, options) => client.correctProfile(input, options),
      {
        done: ({ department }) => {
          const detail = department === '' ? msg('sentAny') : msg('sent', { department: words.provider(department) });
          this.dispatchEvent(new CustomEvent('corrected', { detail }));
        },
      },
    );
  }

  private control(kind: FactKind): TemplateResult {
    const { msg, locale, catalogue, command } = this;
    const field = command.form.field('value');
    const label = msg('value');
    const towns = catalogue?.towns ?? [];
    switch (kind) {
      case 'number':
        return textField(field, { label, inputmode: 'decimal' });
      case 'money':
        return textField(field, { label, inputmode: 'decimal', unit: msg('tenThousand') });
      case 'code':
        return textField(field, { label, hint: msg('industryHelp'), maxlength: 5 });
      case 'date':
        return textField(field, { label, type: 'date' });
      case 'scale':
        return selectField(field, { label, choices: choicesIn(scales, locale) });
      case 'entity':
        return selectField(field, { label, choices: choicesIn(entityKinds, locale) });
      case 'town':
        return selectField(field, {
          label,
          choices: towns.map(({ code }) => ({ value: code, label: this.words.town(code) })),
        });
      case 'yes-no':
        return radioGroup(field, {
          label,
          row: true,
          choices: [
            { value: 'yes', label: msg('yes') },
            { value: 'no', label: msg('no') },
          ],
        });
      case 'tags':
        return checkboxGroup(command.form.field('tags'), {
          label,
          row: true,
          choices: (catalogue?.tags ?? []).map(({ id, nameEn }) => ({
            value: id,
            label: locale === 'en' ? nameEn : id,
          })),
        });
    }
  }

  protected override renderContent(): unknown {
    const { msg, field, kind, words, command } = this;
    if (field === undefined || kind === undefined) return nothing;
    const { label, value, source, asOf, department } = field;
    const recorded = value === null ? msg('unknown') : kind === 'town' ? words.town(value) : value;
    return command.render({
      title: msg(value === null ? 'supplyTitle' : 'correctTitle', { label }),
      body: html`<p class="zs-small">
          ${msg('recorded', { value: recorded })}
          ${source === null || asOf === null ? nothing : html`<br /><span class="zs-muted">${msg('from', { source, date: words.date(asOf) })}</span>`}
        </p>
        ${this.control(kind)}
        ${textArea(command.form.field('note'), { label: msg('note'), hint: msg('noteHelp'), optional: true, rows: 2, maxlength: 300 })}
        <p class="zs-small zs-muted">
          ${department === null ? msg('ruleAny') : msg('rule', { department: words.provider(department) })}
        </p>`,
      submit: msg('send'),
      back: msg('not'),
    });
  }
}
