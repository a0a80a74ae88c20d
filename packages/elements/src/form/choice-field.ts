import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { downIcon, icon } from '../icons.ts';
import { describedBy, fieldClass, fieldFrame, hintAndError, labelText } from './field-frame.ts';
import type { FieldParts } from './field-frame.ts';
import type { FieldBinding } from './form-controller.ts';

export interface Choice {
  readonly value: string;
  readonly label: unknown;
  readonly hint?: unknown;
  readonly disabled?: boolean;
  /** Heading that it stands under. */
  readonly group?: string;
}

export interface ChoiceFieldParts extends FieldParts {
  readonly choices: readonly Choice[];
  /** Choices beside each other where there is room. */
  readonly row?: boolean;
}

/** A native drop-down; nothing chosen is `''`. Needs `fieldStyles`. */
export function selectField(field: FieldBinding<string>, parts: ChoiceFieldParts): TemplateResult {
  const { choices } = parts;
  const options = choices.some(({ value }) => value === '')
    ? choices
    : [{ value: '', label: field.msg('chooseOne') }, ...choices];
  return fieldFrame(
    field,
    parts,
    html`<span class="zs-select-wrap">
      <select
        class="zs-select"
        id=${field.id}
        name=${field.name}
        ?disabled=${field.disabled || parts.disabled === true}
        aria-required=${parts.optional === true ? nothing : 'true'}
        aria-invalid=${field.error === undefined ? nothing : 'true'}
        aria-describedby=${describedBy(field, parts)}
        @change=${(event: Event) => field.set((event.target as HTMLSelectElement).value)}
        @blur=${field.leave}
      >
        ${grouped(options).map(({ name, choices: inside }) =>
          name === undefined
            ? inside.map((choice) => option(field, choice))
            : html`<optgroup label=${name}>${inside.map((choice) => option(field, choice))}</optgroup>`,
        )}
      </select>
      ${icon(downIcon, 'small')}
    </span>`,
  );
}

const option = ({ value }: FieldBinding<string>, choice: Choice): TemplateResult =>
  html`<option value=${choice.value} ?disabled=${choice.disabled} .selected=${live(choice.value === value)}>
    ${choice.label}
  </option>`;

interface ChoiceGroup {
  readonly name: string | undefined;
  readonly choices: Choice[];
}

/** Choices with the same heading together, in the order in which the headings first come. */
function grouped(choices: readonly Choice[]): readonly ChoiceGroup[] {
  const groups: ChoiceGroup[] = [];
  for (const choice of choices) {
    const found = groups.find(({ name }) => name === choice.group);
    if (found === undefined) groups.push({ name: choice.group, choices: [choice] });
    else found.choices.push(choice);
  }
  return groups;
}

/** One of a few. Needs `fieldStyles` and `choiceStyles`. */
export function radioGroup(field: FieldBinding<string>, parts: ChoiceFieldParts): TemplateResult {
  return group(field, parts, 'radiogroup', (choice) =>
    choiceInput(field, choice, {
      type: 'radio',
      checked: field.value === choice.value,
      changed: () => field.set(choice.value),
      disabled: parts.disabled,
    }),
  );
}

/** Any of a few. Needs `fieldStyles` and `choiceStyles`. */
export function checkboxGroup(field: FieldBinding<readonly string[]>, parts: ChoiceFieldParts): TemplateResult {
  return group(field, parts, 'group', (choice) =>
    choiceInput(field, choice, {
      type: 'checkbox',
      checked: field.value.includes(choice.value),
      changed: (checked) =>
        field.set(
          parts.choices
            .map(({ value }) => value)
            .filter((value) => (value === choice.value ? checked : field.value.includes(value))),
        ),
      disabled: parts.disabled,
    }),
  );
}

/** A single yes. Needs `fieldStyles` and `choiceStyles`. */
export function checkbox(field: FieldBinding<boolean>, parts: FieldParts): TemplateResult {
  return html`<div class=${fieldClass(field, parts)}>
    ${hintAndError(field, { label: '' })}
    ${choiceInput(
      field,
      { value: 'true', label: labelText(field, parts), hint: parts.hint },
      {
        type: 'checkbox',
        id: field.id,
        checked: field.value,
        changed: (checked) => field.set(checked),
        describedBy: describedBy(field, { label: '' }),
        disabled: parts.disabled,
      },
    )}
  </div>`;
}

type AnyField = Pick<FieldBinding, 'id' | 'name' | 'error' | 'disabled' | 'msg' | 'leave'>;

function group(
  field: AnyField,
  parts: ChoiceFieldParts,
  role: string,
  each: (choice: Choice) => unknown,
): TemplateResult {
  return html`<fieldset
    class=${fieldClass(field, parts)}
    id=${field.id}
    role=${role}
    aria-required=${role === 'radiogroup' && parts.optional !== true ? 'true' : nothing}
    aria-invalid=${role === 'radiogroup' && field.error !== undefined ? 'true' : nothing}
    aria-describedby=${describedBy(field, parts)}
  >
    <legend class="zs-field__label">${labelText(field, parts)}</legend>
    ${hintAndError(field, parts)}
    ${
      parts.choices.some(({ group: name }) => name !== undefined)
        ? html`<div class="zs-choices--groups">
            ${grouped(parts.choices).map(
              ({ name, choices }, index) =>
                html`<div role="group" aria-labelledby=${name === undefined ? nothing : `${field.id}-group-${index}`}>
                  ${name === undefined ? nothing : html`<p class="zs-choices__group" id="${field.id}-group-${index}">${name}</p>`}
                  ${choices.map(each)}
                </div>`,
            )}
          </div>`
        : html`<div class=${parts.row === true ? 'zs-choices--row' : ''}>${parts.choices.map(each)}</div>`
    }
  </fieldset>`;
}

interface ChoiceInput {
  readonly type: 'radio' | 'checkbox';
  readonly id?: string;
  readonly checked: boolean;
  readonly changed: (checked: boolean) => void;
  readonly describedBy?: string | typeof nothing;
  readonly disabled: boolean | undefined;
}

function choiceInput(field: AnyField, choice: Choice, input: ChoiceInput): TemplateResult {
  return html`<label class="zs-choice">
    <input
      type=${input.type}
      id=${input.id ?? nothing}
      name=${field.name}
      .value=${choice.value}
      .checked=${live(input.checked)}
      ?disabled=${field.disabled || choice.disabled === true || input.disabled === true}
      aria-describedby=${input.describedBy ?? nothing}
      @change=${(event: Event) => input.changed((event.target as HTMLInputElement).checked)}
      @blur=${field.leave}
    />
    <span class="zs-choice__box"></span>
    <span>
      ${choice.label}${choice.hint === undefined ? nothing : html`<span class="zs-choice__hint">${choice.hint}</span>`}
    </span>
  </label>`;
}
