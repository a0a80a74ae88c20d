/** What `<zs-schema-form>` tells its owner. None of them leaves the owner's root: the answers are nobody else's business. */
import type { FormSubmission, FormValues } from './values.ts';

/** What the owner may show where the form was. */
export interface FormReceipt {
  readonly title?: string;
  readonly body?: string;
}

/**
 * `zs-form-submit`: everything was checked; send it and hand the promise to `waitUntil`. While it is open the button is
 * busy; a `ZsError` with `fields` lands on the fields, any other refusal above the form, and nothing typed is lost.
 */
export class FormSubmitEvent extends Event {
  readonly submission: FormSubmission;
  /** The same for every attempt at this draft, also after a crash: a backend that honours it does nothing twice. */
  readonly idempotencyKey: string;
  private promise: Promise<unknown> | undefined;

  constructor(submission: FormSubmission, idempotencyKey: string) {
    super('zs-form-submit');
    this.submission = submission;
    this.idempotencyKey = idempotencyKey;
  }

  /** Resolves with a `FormReceipt`, or anything else, when it is done. */
  waitUntil(sent: Promise<unknown>): void {
    this.promise ??= sent;
  }

  /** `undefined` when nobody took the form. @internal */
  get sent(): Promise<unknown> | undefined {
    return this.promise;
  }
}

/** `zs-form-submitted`: it is done, the draft is gone. */
export class FormSubmittedEvent extends Event {
  readonly submission: FormSubmission;

  constructor(submission: FormSubmission) {
    super('zs-form-submitted');
    this.submission = submission;
  }
}

/** `zs-form-changed`: an answer was changed, e.g. for a view beside the form that follows it. */
export class FormChangedEvent extends Event {
  /** `''`: several at once, by a draft that came back or by the owner. */
  readonly field: string;
  /** Answers shown that can be read, checked or not. */
  readonly values: FormValues;

  constructor(field: string, values: FormValues) {
    super('zs-form-changed');
    this.field = field;
    this.values = values;
  }
}

/** `zs-form-step`: another step is shown; `step` is `'review'` for the last one. */
export class FormStepEvent extends Event {
  readonly step: string;
  /** From 1. */
  readonly index: number;
  readonly of: number;

  constructor(step: string, index: number, of: number) {
    super('zs-form-step');
    this.step = step;
    this.index = index;
    this.of = of;
  }
}

declare global {
  interface HTMLElementEventMap {
    'zs-form-submit': FormSubmitEvent;
    'zs-form-submitted': FormSubmittedEvent;
    'zs-form-changed': FormChangedEvent;
    'zs-form-step': FormStepEvent;
  }
}
