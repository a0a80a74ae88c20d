import type { LitElement, PropertyDeclarations } from 'lit';

type Constructor<T> = new (...args: any[]) => T;

/** What a form-associated element offers to the host page's `<form>`, beside its own API. */
export interface FormAssociatedInterface {
  /** Name under which the value is in the host form's data. */
  name: string;
  disabled: boolean;
  /** True when disabled itself or by a `<fieldset disabled>` of the host page: what the element renders by. */
  readonly isDisabled: boolean;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState | undefined;
  readonly validationMessage: string;
  checkValidity(): boolean;
  reportValidity(): boolean;
}

export declare class FormAssociatedHost implements FormAssociatedInterface {
  name: string;
  disabled: boolean;
  readonly isDisabled: boolean;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState | undefined;
  readonly validationMessage: string;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /**
   * Tells the host form value and validity. `value` null: nothing is submitted. `error` non-empty: the form does not submit
   * and shows the sentence at `anchor`, a control inside this root.
   */
  protected reportToForm(report: FormReport): void;
  /** The host form was reset, or the browser restored what was there before; override both. */
  protected handleFormReset(): void;
  protected handleFormRestore(value: string | File | FormData | null): void;
}

export interface FormReport {
  readonly value: string | FormData | null;
  readonly error?: string;
  readonly anchor?: HTMLElement;
}

/** Makes an element take part in the host page's `<form>`: value, validity, reset, restore, disabled (ElementInternals). */
export function formAssociated<Base extends Constructor<LitElement>>(
  base: Base,
): Base & Constructor<FormAssociatedHost> {
  class FormAssociatedElement extends base {
    static readonly formAssociated = true;
    static readonly properties: PropertyDeclarations = {
      name: { reflect: true },
      disabled: { type: Boolean, reflect: true },
    };
    declare name: string;
    declare disabled: boolean;
    // Absent in very old browsers: the element works, the host form does not see it.
    private readonly internals = typeof this.attachInternals === 'function' ? this.attachInternals() : undefined;
    private report: FormReport = { value: null };
    private formDisabled = false;

    constructor(...args: any[]) {
      super(...args);
      this.name = '';
      this.disabled = false;
    }

    get form(): HTMLFormElement | null {
      return this.internals?.form ?? null;
    }

    get validity(): ValidityState | undefined {
      return this.internals?.validity;
    }

    get validationMessage(): string {
      return this.report.error ?? '';
    }

    checkValidity(): boolean {
      return this.internals?.checkValidity() ?? this.validationMessage === '';
    }

    reportValidity(): boolean {
      return this.internals?.reportValidity() ?? this.validationMessage === '';
    }

    formResetCallback(): void {
      this.handleFormReset();
    }

    formStateRestoreCallback(value: string | File | FormData | null): void {
      this.handleFormRestore(value);
    }

    formDisabledCallback(disabled: boolean): void {
      this.formDisabled = disabled;
      this.requestUpdate();
    }

    get isDisabled(): boolean {
      return this.disabled || this.formDisabled;
    }

    protected reportToForm(report: FormReport): void {
      this.report = report;
      const { value, error = '', anchor } = report;
      this.internals?.setFormValue(value);
      if (error === '') this.internals?.setValidity({});
      else this.internals?.setValidity({ customError: true }, error, anchor);
    }

    protected handleFormReset(): void {
      // A subclass that holds a value overrides this.
    }

    protected handleFormRestore(_value: string | File | FormData | null): void {
      // A subclass that holds a value overrides this.
    }
  }
  return FormAssociatedElement as unknown as Base & Constructor<FormAssociatedHost>;
}
