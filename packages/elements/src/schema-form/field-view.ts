/** The control of each kind of field, on the templates of `form/`. */
import { html, nothing } from 'lit';
import { hintAndError, labelText } from '../form/field-frame.ts';
import { checkbox, checkboxGroup, radioGroup, selectField } from '../form/choice-field.ts';
import type { FieldBinding, FormValue } from '../form/form-controller.ts';
import { textArea, textField } from '../form/text-field.ts';
import { icon, infoIcon } from '../icons.ts';
import type { FieldAdvice } from './advice.ts';
import type { ConsentDescription, FieldDescription, PersonDescription } from './description.ts';
import { boundary, isEmpty, shiftedDecimal } from './reading.ts';
import type { ConsentRecord, FormInput, PersonInput } from './values.ts';
import { grouped, pick, roleLabel, unitName, type Words } from './wording.ts';

/** What a control needs of the form around it. */
export interface FieldHost extends Words {
  readonly disabled: boolean;
  input(id: string): FormInput;
  set(id: string, input: FormInput): void;
  mustAnswer(field: FieldDescription): boolean;
  /** The sentence about what is wrong, once it may be said; `part` is the second control of a field. */
  errorOf(field: FieldDescription, part?: 'role'): string | undefined;
  /** Where a prefilled answer comes from, or what it was before. */
  originOf(field: FieldDescription): string | undefined;
  /** What the form's owner remarks on the answer; nothing where it stands as what is wrong already. */
  adviceOf(field: FieldDescription): FieldAdvice | undefined;
  left(id: string): void;
  say(sentence: string): void;
  /** ISO 8601 instant by the portal's clock. */
  instant(): string;
  readonly fieldMsg: FieldBinding['msg'];
  /** Moves the focus to a control once it is there. */
  focusOn(selector: string): void;
  refresh(): void;
  /** Controls that come with the forms that have them. */
  loaded(field: LoadedField, looks: FieldLooks): unknown;
}

/** Fields whose controls are chunks of their own. */
export type LoadedField = Extract<FieldDescription, { kind: 'cascade' | 'attachments' | 'workday' }>;

/** What every control template takes. */
export interface FieldLooks {
  readonly label: string;
  readonly hint?: unknown;
  readonly optional: boolean;
  readonly wide: boolean;
}

const wideKinds: readonly string[] = ['long-text', 'person', 'attachments', 'consent', 'cascade'];

export function looksOf(host: FieldHost, field: FieldDescription): FieldLooks {
  const origin = host.originOf(field);
  const hint = field.hint === undefined ? undefined : pick(field.hint, host.locale);
  const said =
    origin === undefined
      ? hint
      : html`${hint}<span class=${hint === undefined ? '' : 'zs-form-origin'}>${origin}</span>`;
  return {
    label: pick(field.label, host.locale),
    ...(said === undefined ? {} : { hint: said }),
    optional: !host.mustAnswer(field),
    wide: field.wide ?? (wideKinds.includes(field.kind) || (field.kind === 'choice' && field.display !== 'select')),
  };
}

export function bindingOf<Value extends FormValue>(
  host: FieldHost,
  field: FieldDescription,
  value: Value,
  set: (value: Value) => void,
  part?: 'role',
): FieldBinding<Value> {
  const id = `field-${field.id}${part === undefined ? '' : `-${part}`}`;
  return {
    id,
    name: id,
    value,
    error: host.errorOf(field, part),
    disabled: host.disabled,
    msg: host.fieldMsg,
    set,
    leave: () => host.left(field.id),
  };
}

/** The control with what its owner remarks on the answer, and what can be done about it at once. */
export function fieldView(host: FieldHost, field: FieldDescription): unknown {
  const advice = host.adviceOf(field);
  if (advice === undefined) return controlOf(host, field);
  const { text, acts = [] } = advice;
  return html`${controlOf(host, field)}
    <div class="zs-form-advice is-full" id="advice-${field.id}">
      ${text === '' ? nothing : html`<p class="zs-icontext">${icon(infoIcon, 'small')}<span>${text}</span></p>`}
      ${
        acts.length === 0
          ? nothing
          : html`<div class="zs-row">
              ${acts.map(
                ({ word, run }) =>
                  html`<button type="button" class="zs-btn" ?disabled=${host.disabled} @click=${run}>${word}</button>`,
              )}
            </div>`
      }
    </div>`;
}

function controlOf(host: FieldHost, field: FieldDescription): unknown {
  const looks = looksOf(host, field);
  const input = host.input(field.id);
  const set = (next: FormInput): void => host.set(field.id, next);
  const text = (): FieldBinding<string> => bindingOf(host, field, input as string, set);
  switch (field.kind) {
    case 'text':
      return textField(text(), {
        ...looks,
        type: field.input ?? 'text',
        ...(field.autocomplete === undefined ? {} : { autocomplete: field.autocomplete }),
      });
    case 'long-text':
      return textArea(text(), {
        ...looks,
        rows: field.rows ?? 4,
        ...(field.maxLength === undefined ? {} : { maxlength: field.maxLength }),
      });
    case 'number':
    case 'money': {
      const unit = unitName(field, host);
      const binding = text();
      // Separated by thousands once it is left: many noughts are not counted by anybody.
      const leave = (): void => {
        const typed = host.input(field.id) as string;
        if (shiftedDecimal(typed, 6) !== undefined) set(grouped(typed.replace(/,/g, '').trim()));
        binding.leave();
      };
      return textField(
        { ...binding, leave },
        { ...looks, inputmode: 'decimal', ...(unit === undefined ? {} : { unit }) },
      );
    }
    case 'date':
      return textField(text(), {
        ...looks,
        type: 'date',
        ...(field.min === undefined ? {} : { min: boundary(field.min, host.today) }),
        ...(field.max === undefined ? {} : { max: boundary(field.max, host.today) }),
      });
    case 'choice': {
      const choices = field.options.map(({ value, label, hint, group }) => ({
        value,
        label: pick(label, host.locale),
        ...(hint === undefined ? {} : { hint: pick(hint, host.locale) }),
        ...(group === undefined ? {} : { group: pick(group, host.locale) }),
      }));
      const parts = { ...looks, choices, row: field.row === true };
      if (field.many === true) return checkboxGroup(bindingOf(host, field, input as readonly string[], set), parts);
      const asList = (field.display ?? (choices.length > 7 ? 'select' : 'radio')) === 'select';
      return asList ? selectField(text(), parts) : radioGroup(text(), parts);
    }
    case 'cascade':
    case 'attachments':
    case 'workday':
      return host.loaded(field, looks);
    case 'uscc':
      return textField(text(), { ...looks, maxlength: 30, autocomplete: 'off' });
    case 'phone':
      return textField(text(), { ...looks, type: 'tel', inputmode: 'tel', autocomplete: 'tel' });
    case 'person':
      return personField(host, field, looks);
    case 'consent':
      return consentField(host, field);
  }
}

function personField(host: FieldHost, field: PersonDescription, looks: FieldLooks): unknown {
  // Asked afresh each time: both parts may change before the next rendering.
  const person = (): PersonInput => host.input(field.id) as PersonInput;
  const change = (part: Partial<PersonInput>): void => host.set(field.id, { ...person(), ...part });
  const whole = bindingOf(host, field, '', () => undefined);
  const name = bindingOf(host, field, person().name, (text) => change({ name: text }));
  const role = bindingOf(host, field, person().role, (text) => change({ role: text }), 'role');
  // Leaving the first of two controls says nothing yet about the second.
  const leaveName = (): void => {
    if (person().role.trim() !== '') host.left(field.id);
  };
  const quiet = { ...whole, id: `${whole.id}-both`, error: undefined };
  return html`<fieldset
    class="zs-field is-full"
    aria-describedby=${looks.hint === undefined ? nothing : `${quiet.id}-hint`}
  >
    <legend class="zs-field__label">${labelText(quiet, looks)}</legend>
    ${hintAndError(quiet, looks)}
    <div class="zs-form zs-form-pair">
      ${textField({ ...name, leave: leaveName }, { label: host.msg('personName'), autocomplete: 'name' })}
      ${textField(role, { label: roleLabel(field, host), autocomplete: 'organization-title' })}
    </div>
  </fieldset>`;
}

function consentField(host: FieldHost, field: ConsentDescription): unknown {
  const { locale, msg } = host;
  const given = host.input(field.id) as ConsentRecord | null;
  const purpose = pick(field.purpose, locale);
  const agree = (yes: boolean): void =>
    host.set(field.id, yes ? { purpose, version: field.version, at: host.instant() } : null);
  return html`<div class="is-full zs-stack">
    <div class="zs-panel zs-panel--sunken zs-stack zs-small">
      <h4 class="zs-h3">${pick(field.label, locale)}</h4>
      <p class="zs-form-notice">${pick(field.text, locale)}</p>
      <p class="zs-muted">${msg('consentFacts', { purpose, version: field.version })}</p>
    </div>
    ${checkbox(bindingOf(host, field, !isEmpty(given), agree), {
      label: msg('consentAgree'),
      optional: !host.mustAnswer(field),
    })}
  </div>`;
}
