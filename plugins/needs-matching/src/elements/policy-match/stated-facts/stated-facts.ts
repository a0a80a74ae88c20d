import { ZsElement, useMessages } from '@zhaoshang/elements';
import { checkboxGroup, selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textField } from '@zhaoshang/elements/form/text-field.ts';
import { property } from '@zhaoshang/elements/reactive.ts';
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Catalogue } from '../../proposal/proposal-types.ts';
import { choicesIn, entityKinds, scales } from '../fact-choices.ts';
import { factsInput, isAmount, isIndustryCode, noFacts } from './facts-input.ts';
import { statedFactsMessages } from './stated-facts.messages.ts';

const statedFactsStyles = css`
  .zs-facts-form {
    padding-bottom: var(--zs-space-4);
  }
  .zs-facts-form > * + * {
    margin-top: var(--zs-space-3);
  }
  .zs-facts-form summary {
    min-height: var(--zs-control);
    padding: calc((var(--zs-control) - 1.6em) / 2) 0;
    cursor: pointer;
    color: var(--zs-brand);
  }
`;

/**
 * Facts a visitor states (INFO-5), part of `<zs-policy-match>`. Emits `facts` with what is known after every change; nothing
 * is kept anywhere.
 *
 * @summary A short form about an enterprise (inside policy matching).
 */
export class StatedFactsElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    choiceStyles,
    errorSummaryStyles,
    fieldStyles,
    frameStyles,
    statedFactsStyles,
  );
  private readonly msg = useMessages(this, statedFactsMessages);
  private readonly form = new FormController(this, {
    initial: { ...noFacts },
    validate: ({ industryCode, employees, revenueWan, rdRatioPct, annualEnergyTce }) => {
      const number = (text: string): string | undefined => (isAmount(text) ? undefined : this.msg('numberWrong'));
      const code = industryCode.trim().toUpperCase();
      return {
        industryCode: code === '' || isIndustryCode(code) ? undefined : this.msg('industryWrong'),
        employees: number(employees),
        revenueWan: number(revenueWan),
        rdRatioPct: number(rdRatioPct),
        annualEnergyTce: number(annualEnergyTce),
      };
    },
    changed: (values) => this.tell(values),
  });

  @property({ attribute: false }) catalogue: Catalogue | undefined;

  private tell(values: typeof noFacts): void {
    this.dispatchEvent(new CustomEvent('facts', { detail: factsInput(values) }));
  }

  private readonly clear = (): void => {
    this.form.reset();
    this.tell(noFacts);
  };

  private more({ towns }: Catalogue): TemplateResult {
    const { msg, form, locale } = this;
    return html`<div class="zs-form">
      ${selectField(form.field('townCode'), {
        label: msg('town'),
        optional: true,
        choices: towns.map(({ code, name, nameEn }) => ({ value: code, label: locale === 'en' ? nameEn : name })),
      })}
      ${textField(form.field('foundedOn'), { label: msg('founded'), type: 'date', optional: true })}
      ${textField(form.field('revenueWan'), { label: msg('revenue'), unit: msg('tenThousand'), inputmode: 'decimal', optional: true })}
      ${textField(form.field('rdRatioPct'), { label: msg('research'), unit: '%', inputmode: 'decimal', optional: true })}
      ${textField(form.field('annualEnergyTce'), { label: msg('energy'), unit: msg('energyUnit'), inputmode: 'decimal', optional: true })}
      ${selectField(form.field('kind'), { label: msg('kind'), optional: true, choices: choicesIn(entityKinds, locale) })}
      ${selectField(form.field('foreignInvested'), {
        label: msg('foreign'),
        optional: true,
        choices: [
          { value: 'yes', label: msg('yes') },
          { value: 'no', label: msg('no') },
        ],
      })}
    </div>`;
  }

  protected override renderContent(): unknown {
    const { msg, form, catalogue, locale } = this;
    if (catalogue === undefined) return nothing;
    return html`<form class="zs-facts-form" novalidate @submit=${(event: Event) => event.preventDefault()}>
      <h3 class="zs-h2">${msg('title')}</h3>
      <p class="zs-small zs-muted">${msg('help')}</p>
      <div class="zs-form">
        ${textField(form.field('industryCode'), { label: msg('industry'), hint: msg('industryHelp'), optional: true, maxlength: 5 })}
        ${selectField(form.field('scale'), { label: msg('scale'), optional: true, choices: choicesIn(scales, locale) })}
        ${textField(form.field('employees'), { label: msg('employees'), unit: msg('people'), inputmode: 'numeric', optional: true })}
        ${textField(form.field('qualifications'), { label: msg('qualifications'), hint: msg('qualificationsHelp'), optional: true, wide: true, maxlength: 200 })}
        ${checkboxGroup(form.field('tags'), {
          label: msg('tags'),
          optional: true,
          row: true,
          wide: true,
          choices: catalogue.tags.map(({ id, nameEn }) => ({ value: id, label: locale === 'en' ? nameEn : id })),
        })}
      </div>
      <details>
        <summary>${msg('more')}</summary>
        ${this.more(catalogue)}
      </details>
      <div class="zs-row">
        <button type="button" class="zs-btn zs-btn--quiet" @click=${this.clear}>${msg('clear')}</button>
      </div>
    </form>`;
  }
}
