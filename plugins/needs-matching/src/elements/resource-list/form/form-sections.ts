/** The fields, part by part; what a resource is not has no fields. */
import type { Translate } from '@zhaoshang/elements';
import { checkbox, checkboxGroup, selectField, type Choice } from '@zhaoshang/elements/form/choice-field.ts';
import type { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { addMonths } from '../../../rules/trial.ts';
import { periodText } from '../import/sheet-words.ts';
import { leafText } from '../item/criteria.ts';
import type { ListWords } from '../list-words.ts';
import type { Resource } from '../resource-types.ts';
import { otherCriteria } from './criteria-values.ts';
import { extras, gradeBands, utilitiesOf, type FormValues } from './form-values.ts';
import { periods } from './periods.ts';
import type { ResourceFormMessage } from './resource-form.messages.ts';

export interface FormParts {
  readonly msg: Translate<ResourceFormMessage>;
  readonly words: ListWords;
  readonly form: FormController<FormValues>;
  readonly before: Resource | undefined;
  /** Department whose providers can be chosen; `''`: all. */
  readonly steward: string;
}

type TextName = { [Name in keyof FormValues]: FormValues[Name] extends string ? Name : never }[keyof FormValues];
type ListName = 'tags' | 'subjects' | 'features' | 'utilities' | 'extras' | 'anyTag';
type More = Readonly<{ optional?: boolean; hint?: string; type?: 'date' | 'text'; numeric?: boolean }>;

const section = (title: string, body: unknown): TemplateResult =>
  html`<section class="zs-section">
    <h3 class="zs-h2">${title}</h3>
    ${body}
  </section>`;

export function formSections(parts: FormParts): TemplateResult {
  const { msg, words, form, before, steward } = parts;
  const { values } = form;
  const { catalogue } = words;
  const category = words.categoryOf(values.type);
  const has = (extra: string): boolean => values.extras.includes(extra);
  const text = (name: TextName, more: More = {}): TemplateResult => {
    const { numeric, ...rest } = more;
    return textField(form.field(name), {
      label: msg(name),
      ...rest,
      ...(numeric === true ? { inputmode: 'decimal' } : {}),
    });
  };
  const number = (name: TextName, more: More = {}): TemplateResult => text(name, { ...more, numeric: true });
  const select = (name: TextName, choices: readonly Choice[], optional = false): TemplateResult =>
    selectField(form.field(name), { label: msg(name), choices, optional });
  const choose = (name: ListName, ids: readonly string[], label: (id: string) => string, hint?: string): unknown =>
    ids.length === 0
      ? nothing
      : checkboxGroup(form.field(name), {
          label: msg(name),
          row: true,
          wide: true,
          optional: true,
          choices: ids.map((id) => ({ value: id, label: label(id) })),
          ...(hint === undefined ? {} : { hint }),
        });
  const providers = (catalogue?.providers ?? []).filter(
    (each) => steward === '' || each.steward === steward || each.code === before?.provider,
  );
  const itself = (each: string): string => each;
  return html`${section(
    msg('basics'),
    html`<div class="zs-form">
      ${text('title')}
      ${select(
        'type',
        (catalogue?.categories ?? []).map(({ code }) => ({ value: code, label: words.category(code) })),
      )}
      ${select(
        'provider',
        providers.map(({ code }) => ({ value: code, label: words.provider(code) })),
      )}
      ${text('code', { hint: msg('codeHelp') })}
      ${textArea(form.field('description'), { label: msg('description'), optional: true, maxlength: 600, wide: true })}
    </div>`,
  )}
  ${section(
    msg('amounts'),
    html`<div class="zs-form">
      ${number('capacity')} ${text('unit', { hint: msg('unitHelp') })}
      ${select(
        'per',
        periods.map((per) => ({ value: per, label: periodText(words, per) })),
      )}
      ${number('reserved', { hint: msg('reservedHelp') })} ${number('perRequestMax', { optional: true })}
      ${text('price', { optional: true })} ${text('from', { type: 'date' })} ${text('to', { type: 'date' })}
    </div>`,
  )}
  ${section(
    msg('matching'),
    html`<div class="zs-form">
      ${choose(
        'tags',
        (catalogue?.tags ?? []).map(({ id }) => id),
        (id) => words.tag(id),
      )}
      ${choose('subjects', category?.subjects ?? [], itself)} ${choose('features', category?.features ?? [], itself)}
      ${(category?.features ?? []).length === 0 ? nothing : checkbox(form.field('featuresKnown'), { label: msg('featuresKnown') })}
    </div>`,
  )}
  ${section(
    msg('placeTitle'),
    html`<div class="zs-form">
      ${select(
        'townCode',
        [
          { value: '', label: msg('none') },
          ...(catalogue?.towns ?? []).map(({ code }) => ({ value: code, label: words.town(code) })),
        ],
        true,
      )}
      ${number('longitude', { optional: true })} ${number('latitude', { optional: true })}
      ${select(
        'crs',
        ['WGS-84', 'CGCS2000', 'GCJ-02', 'BD-09'].map((crs) => ({ value: crs, label: crs })),
      )}
      ${number('accuracyM')}
    </div>`,
  )}
  ${section(
    msg('extrasTitle'),
    html`<div class="zs-form">
      ${choose('extras', extras, (extra) => msg(`extra_${extra as (typeof extras)[number]}`))}
      ${
        has('parcel')
          ? html`${number('areaMu')} ${number('far')} ${text('landUse')}
            ${number('toReserve', { optional: true, hint: msg('distanceHelp') })}
            ${number('toYangtze', { optional: true, hint: msg('distanceHelp') })}
            ${checkbox(form.field('demolitionDone'), { label: msg('demolitionDone') })}
            ${choose('utilities', utilitiesOf(before), itself, msg('utilitiesHelp'))}`
          : nothing
      }
      ${
        has('loan')
          ? html`${select(
              'lender',
              (catalogue?.providers ?? []).map(({ code }) => ({ value: code, label: words.provider(code) })),
            )}
            ${text('review')} ${number('discount', { optional: true, hint: msg('discountHelp') })}
            ${text('statement', { optional: true })}`
          : nothing
      }
      ${has('trial') ? html`${number('freeMonths')} ${number('reminderDays')} ${trialEnd(parts)}` : nothing}
      ${has('school') ? gradeBands.map((band) => number(`places-${band}`, { optional: true })) : nothing}
    </div>`,
  )}
  ${section(
    msg('criteriaTitle'),
    html`<p class="zs-small zs-muted">${msg('criteriaHelp')}</p>
      <div class="zs-form">
        ${number('ecoScore', { optional: true })} ${text('credit', { optional: true })}
        ${number('employees', { optional: true })}
        ${choose(
          'anyTag',
          (catalogue?.tags ?? []).map(({ id }) => id),
          (id) => words.tag(id),
        )}
      </div>
      ${keptCriteria(parts)}`,
  )}`;
}

function trialEnd({ msg, words, form }: FormParts): TemplateResult | typeof nothing {
  const months = Number(form.values.freeMonths);
  if (!Number.isInteger(months) || months < 0 || months > 60) return nothing;
  return html`<p class="zs-small zs-muted is-full">
    ${msg('trialEnd', { date: words.date(addMonths(words.today, months)) })}
  </p>`;
}

function keptCriteria({ msg, words, before }: FormParts): TemplateResult | typeof nothing {
  const others = otherCriteria(before?.conditions ?? []);
  if (others.length === 0) return nothing;
  const texts = others.map(({ any }) => any.map((leaf) => leafText(leaf, words.locale)).join(' / '));
  return html`<p class="zs-small zs-muted">${msg('kept', { n: others.length, list: words.list(texts) })}</p>`;
}
