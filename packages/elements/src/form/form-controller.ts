import type { FieldIssue } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { alertIcon, icon } from '../icons.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { MessageHost, Translate } from '../messages/use-messages.ts';
import { formMessages } from './form.messages.ts';
import type { FormMessage } from './form.messages.ts';

export type FormValue = string | number | boolean | readonly string[];

/** One sentence per wrong field, saying what to do: `手机号码是 11 位，还差 4 位`. */
export type FormErrors<Values> = { readonly [Name in keyof Values & string]?: string | undefined };

export interface FormOptions<Values> {
  readonly initial: Values;
  /** Called at each change; nothing wrong: an empty object. */
  readonly validate?: (values: Values) => FormErrors<Values>;
  readonly changed?: (values: Values, name: keyof Values & string) => void;
}

/** One field as the control templates take it. */
export interface FieldBinding<Value extends FormValue = FormValue> {
  readonly id: string;
  readonly name: string;
  readonly value: Value;
  readonly error: string | undefined;
  readonly disabled: boolean;
  readonly msg: Translate<FormMessage>;
  readonly set: (value: Value) => void;
  /** The field was left: what is wrong may be said now. */
  readonly leave: () => void;
}

export type FormHost = ReactiveControllerHost & MessageHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * State of a form inside one shadow root: values, what is wrong, which of it is already said. A field is judged when it is
 * left and at submit, then at every change; the summary takes the focus and leads to the fields (WCAG 3.3.1, 4.1.3).
 */
export class FormController<Values extends Record<keyof Values & string, FormValue>> implements ReactiveController {
  values: Values;
  /** True while sending: every control is disabled. */
  disabled = false;
  private readonly host: FormHost;
  private readonly options: FormOptions<Values>;
  private readonly msg: Translate<FormMessage>;
  private said = new Set<string>();
  private issues: Record<string, string> = {};
  private summarized = false;

  constructor(host: FormHost, options: FormOptions<Values>) {
    this.host = host;
    this.options = options;
    this.values = options.initial;
    this.msg = useMessages(host, formMessages);
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing to attach; named so that the class is a controller.
  }

  /** What is wrong, whether it is said yet or not; what the backend found counts until its field is changed. */
  get errors(): FormErrors<Values> {
    return { ...this.options.validate?.(this.values), ...this.issues } as FormErrors<Values>;
  }

  get valid(): boolean {
    return this.wrong().length === 0;
  }

  set<Name extends keyof Values & string>(name: Name, value: Values[Name]): void {
    this.values = { ...this.values, [name]: value };
    delete this.issues[name];
    this.options.changed?.(this.values, name);
    this.host.requestUpdate();
  }

  field<Name extends keyof Values & string>(name: Name): FieldBinding<Values[Name]> {
    return {
      id: `field-${name}`,
      name,
      value: this.values[name],
      error: this.said.has(name) ? this.errors[name] : undefined,
      disabled: this.disabled,
      msg: this.msg,
      set: (value) => this.set(name, value),
      leave: () => {
        if (this.values[name] === this.options.initial[name]) return;
        this.said.add(name);
        this.host.requestUpdate();
      },
    };
  }

  /** Says everything that is wrong and moves the focus to the summary; true when nothing is. */
  async check(): Promise<boolean> {
    const wrong = this.wrong();
    this.said = new Set(wrong);
    this.summarized = wrong.length > 0;
    this.host.requestUpdate();
    if (wrong.length === 0) return true;
    await this.host.updateComplete;
    const summary = (scope: string) => this.host.renderRoot.querySelector<HTMLElement>(`${scope}.zs-error-summary`);
    // What is behind an open dialog cannot take the focus.
    (summary('dialog[open] ') ?? summary(''))?.focus();
    return false;
  }

  /** Handler for `@submit`: checks, then sends once; the controls are disabled meanwhile. */
  submit(send: (values: Values) => unknown): (event: Event) => void {
    return (event) => {
      event.preventDefault();
      if (this.disabled) return;
      void this.check().then(async (right) => {
        if (!right) return;
        this.disabled = true;
        this.host.requestUpdate();
        try {
          await send(this.values);
        } finally {
          this.disabled = false;
          this.host.requestUpdate();
        }
      });
    };
  }

  /** Takes what the backend found wrong (JSON Pointers to fields); true when all of it belongs to fields of this form. */
  async showIssues(issues: readonly FieldIssue[]): Promise<boolean> {
    const known = issues.filter(({ pointer }) => nameOf(pointer) in this.values);
    this.issues = Object.fromEntries(known.map(({ pointer, message }) => [nameOf(pointer), message]));
    if (known.length > 0) await this.check();
    return known.length > 0 && known.length === issues.length;
  }

  /** Back to the initial values, or to others. */
  reset(values: Values = this.options.initial): void {
    this.values = values;
    this.issues = {};
    this.said = new Set();
    this.summarized = false;
    this.host.requestUpdate();
  }

  focus(name: keyof Values & string): void {
    const field = this.host.renderRoot.querySelector<HTMLElement>(`#field-${name}`);
    const control = field?.matches('fieldset') === true ? field.querySelector<HTMLElement>('input') : field;
    control?.focus();
  }

  /** Place it above the fields. Needs `errorSummaryStyles`. */
  renderSummary(): TemplateResult | typeof nothing {
    const { errors } = this;
    const wrong = this.wrong().filter((name) => this.said.has(name));
    if (!this.summarized || wrong.length === 0) return nothing;
    return html`<div class="zs-error-summary" role="alert" tabindex="-1">
      <h3 class="zs-h3 zs-icontext">${icon(alertIcon)}${this.msg('summaryTitle', { n: wrong.length })}</h3>
      <ul>
        ${wrong.map(
          (name) =>
            html`<li>
              <button type="button" class="zs-link" @click=${() => this.focus(name)}>${errors[name]}</button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private wrong(): (keyof Values & string)[] {
    const { errors } = this;
    return (Object.keys(this.values) as (keyof Values & string)[]).filter((name) => errors[name] !== undefined);
  }
}

function nameOf(pointer: string): string {
  return pointer.split('/')[1] ?? '';
}
