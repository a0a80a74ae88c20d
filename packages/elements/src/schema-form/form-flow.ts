/** One form being filled in: which step is shown, what has been said about it, where the focus goes, what is kept. */
import { newId } from '@zhaoshang/kernel';
import type { Locale } from '@zhaoshang/kernel';
import type { Draft } from '@zhaoshang/adapters/drafts.ts';
import type { FormMessage } from '../form/form.messages.ts';
import type { Translate } from '../messages/use-messages.ts';
import { dateAt, instantText } from '../words.ts';
import type { FieldAdvice } from './advice.ts';
import type { FieldDescription } from './description.ts';
import type { DraftKeeper, FormDraft } from './draft-keeper.ts';
import type { FieldHost, FieldLooks, LoadedField } from './field-view.ts';
import type { FormParts } from './form-parts.ts';
import { FormChangedEvent, FormStepEvent, type FormReceipt } from './form-events.ts';
import type { FormSession, VisibleStep } from './form-session.ts';
import { isEmpty } from './reading.ts';
import type { SchemaFormMessage } from './schema-form.messages.ts';
import type { FormInput, FormValues } from './values.ts';
import { faultText, pick, valueText } from './wording.ts';

/** Name of the last step, which every form has. */
export const reviewStep = 'review';

/** What the form asks of its element. */
export interface FlowHost {
  readonly locale: Locale;
  readonly root: ShadowRoot;
  readonly msg: Translate<SchemaFormMessage>;
  readonly fieldMsg: Translate<FormMessage>;
  /** Ids of fields by the backend's names or pointers. */
  readonly fieldNames: Readonly<Record<string, string>>;
  now(): number;
  requestUpdate(): void;
  updated(): Promise<unknown>;
  dispatch(event: Event): void;
  announce(sentence: string): void;
  focusOn(selector: string): Promise<void>;
  /** What the owner remarks on an answer. */
  advise(field: string): FieldAdvice | undefined;
  signIn(): void;
  /** Closes this form and opens an empty one. */
  reopen(): void;
}

/** Why a form was not taken, as it is told above it. */
export interface Problem {
  readonly title: string;
  readonly body?: string;
  readonly act?: 'sign-in' | 'restart';
}

export type KeptDraft = Draft & { readonly content: FormDraft };

export class FormFlow implements FieldHost {
  readonly host: FlowHost;
  readonly form: FormSession;
  readonly drafts: DraftKeeper;
  /** Id of the step shown, or `review`. */
  step: string;
  /** A draft that waits for the person's word. */
  offer: KeptDraft | undefined;
  sending = false;
  receipt: FormReceipt | undefined;
  refusal: Problem | undefined;
  revealed = false;
  /** True while a change asked for in the review is being made. */
  returning = false;
  /** True right after it was asked to be kept for later: what is then said beside the button. */
  kept = false;
  /** The same for every attempt at this draft. */
  idempotencyKey = newId('form');
  /** True once what is wrong has been summed up; the summary follows the corrections. */
  summarized = false;
  private readonly parts: FormParts;
  /** Nothing is kept before somebody has typed something. */
  private touched = false;
  private readonly said = new Set<string>();

  constructor(host: FlowHost, form: FormSession, drafts: DraftKeeper, parts: FormParts) {
    this.host = host;
    this.form = form;
    this.drafts = drafts;
    this.parts = parts;
    this.step = form.view().steps[0]?.step.id ?? reviewStep;
  }

  // --- What controls and views ask ----------------------------------------------------------------------------------

  get locale(): Locale {
    return this.host.locale;
  }

  get msg(): Translate<SchemaFormMessage> {
    return this.host.msg;
  }

  get fieldMsg(): Translate<FormMessage> {
    return this.host.fieldMsg;
  }

  get today(): string {
    return dateAt(this.host.now());
  }

  get disabled(): boolean {
    return this.sending;
  }

  get steps(): readonly VisibleStep[] {
    return this.form.view().steps;
  }

  /** Position of the step shown; the review stands behind all others. */
  get position(): number {
    const found = this.steps.findIndex(({ step }) => step.id === this.step);
    return found >= 0 ? found : this.step === reviewStep ? this.steps.length : 0;
  }

  instant(): string {
    return new Date(this.host.now()).toISOString();
  }

  input(id: string): FormInput {
    return this.form.input(id);
  }

  set(id: string, input: FormInput): void {
    if (this.sending) return;
    this.form.set(id, input);
    this.touched = true;
    this.kept = false;
    this.keep();
    this.host.requestUpdate();
    this.host.dispatch(new FormChangedEvent(id, this.form.view().values));
  }

  /** As `set`, by the owner of the form: answers that follow from others, or from an act beside the form. */
  answer(values: FormValues): void {
    if (this.sending || this.receipt !== undefined) return;
    this.form.take(values);
    this.touched = true;
    this.keep();
    this.host.requestUpdate();
    this.host.dispatch(new FormChangedEvent('', this.form.view().values));
  }

  /** Takes over from the same form in another arrangement: nothing that was typed or said is lost. */
  continue(before: FormFlow): void {
    this.form.restore(before.form.inputs);
    this.idempotencyKey = before.idempotencyKey;
    this.offer = before.offer;
    this.touched = before.touched;
    before.said.forEach((id) => this.said.add(id));
    const { steps } = this;
    if (before.step === reviewStep || steps.some(({ step }) => step.id === before.step)) this.step = before.step;
  }

  mustAnswer(field: FieldDescription): boolean {
    return this.form.mustAnswer(field);
  }

  adviceOf(field: FieldDescription): FieldAdvice | undefined {
    const advice = this.host.advise(field.id);
    // Said once: where it stands as what is wrong, only what can be done about it is left.
    if (advice?.refuses !== true || this.errorOf(field) === undefined) return advice;
    return advice.acts === undefined ? undefined : { ...advice, text: '' };
  }

  left(id: string): void {
    if (isEmpty(this.input(id))) return;
    this.said.add(id);
    const advice = this.host.advise(id);
    if (advice !== undefined && advice.text !== '') this.host.announce(advice.text);
    this.host.requestUpdate();
  }

  say(sentence: string): void {
    this.refusal = { title: sentence };
    this.host.announce(sentence);
  }

  readonly nameOf = (field: string, code: string): string | undefined =>
    this.parts.cascades?.nameOf(this.form.field(field), code);

  loaded(field: LoadedField, looks: FieldLooks): unknown {
    const { cascades, attachments, workdays } = this.parts;
    if (field.kind === 'cascade') return cascades?.view(this, field, looks);
    return field.kind === 'workday' ? workdays?.(this, field, looks) : attachments?.(this, field, looks);
  }

  errorOf(field: FieldDescription, part?: 'role'): string | undefined {
    const fault = this.said.has(field.id) ? this.form.fault(field) : undefined;
    if (fault === undefined) return undefined;
    const at = 'part' in fault ? fault.part : undefined;
    return at === part ? faultText(fault, field, this) : undefined;
  }

  originOf(field: FieldDescription): string | undefined {
    const origin = this.form.origin(field.id);
    if (origin === undefined) return undefined;
    const { fact, corrected } = origin;
    const source = pick(fact.source, this.locale);
    if (!corrected) return this.msg('source', { source, day: fact.asOf });
    return this.msg('corrected', { source, day: fact.asOf, was: valueText(field, fact.value, this, true) });
  }

  /** Sentences of what is wrong on the step shown (in the review: everywhere), as far as they may be said. */
  get problems(): readonly { readonly field: FieldDescription; readonly text: string }[] {
    if (!this.summarized) return [];
    const faults = [...this.form.faults(this.step === reviewStep ? undefined : this.steps[this.position]?.step.id)];
    return faults.flatMap(([id, fault]) => {
      const field = this.form.field(id);
      return field === undefined || !this.said.has(id) ? [] : [{ field, text: faultText(fault, field, this) }];
    });
  }

  // --- Ways through the form ----------------------------------------------------------------------------------------

  /** To the next step if this one is in order; after a change, to what that has left open, else to the review. */
  forward(): Promise<void> {
    const { steps, position, form } = this;
    const wrong = form.faults(steps[position]?.step.id);
    if (wrong.size > 0) return this.sayAll([...wrong.keys()]);
    const open = steps.find(({ step }) => form.faults(step.id).size > 0);
    const next = this.returning ? open : steps[position + 1];
    return this.goTo(next?.step.id ?? reviewStep);
  }

  back(): Promise<void> {
    const before = this.steps[this.position - 1];
    return before === undefined ? Promise.resolve() : this.goTo(before.step.id);
  }

  async goTo(step: string, field?: FieldDescription): Promise<void> {
    if (this.sending) return;
    // Left now, not by its removal in the middle of a rendering.
    (this.host.root.activeElement as HTMLElement | null)?.blur();
    const changing = this.step === reviewStep && field !== undefined;
    this.returning = step !== reviewStep && (this.returning || changing);
    this.step = step;
    this.summarized = this.summarized && field !== undefined;
    this.refusal = undefined;
    this.kept = false;
    this.keep();
    this.host.requestUpdate();
    this.host.dispatch(new FormStepEvent(step, this.position + 1, this.steps.length + 1));
    await (field === undefined ? this.host.focusOn('#step-heading') : this.focusField(field));
  }

  /** From the review or the summary to one field, on whichever step it is. */
  change(field: FieldDescription): Promise<void> {
    const at = this.steps.find(({ fields }) => fields.includes(field))?.step.id;
    const elsewhere = at !== undefined && at !== this.steps[this.position]?.step.id;
    return elsewhere ? this.goTo(at, field) : this.focusField(field);
  }

  /** Says what is wrong with these fields; the summary takes the focus. */
  sayAll(ids: readonly string[]): Promise<void> {
    ids.forEach((id) => this.said.add(id));
    this.summarized = true;
    this.host.requestUpdate();
    return this.host.focusOn('.zs-error-summary');
  }

  focusOn(selector: string): void {
    void this.host.focusOn(selector);
  }

  refresh(): void {
    this.host.requestUpdate();
  }

  private async focusField(field: FieldDescription): Promise<void> {
    await this.host.updated();
    const { root } = this.host;
    const fault = this.form.fault(field);
    const part = fault !== undefined && 'part' in fault && fault.part !== undefined ? `-${fault.part}` : '';
    const find = (selector: string): HTMLElement | null => root.querySelector<HTMLElement>(selector);
    // Of a tree, the level that is still open; of a group, its first choice.
    const levels = field.kind === 'cascade' ? root.querySelectorAll<HTMLElement>('select') : [];
    const open = [...levels].filter(({ id }) => id.startsWith(`field-${field.id}`)).pop();
    (open ?? find(`fieldset#field-${field.id} input`) ?? find(`#field-${field.id}${part}`))?.focus();
  }

  // --- Drafts -------------------------------------------------------------------------------------------------------

  /** Has what stands here written to the device in a moment. */
  keep(): void {
    if (!this.touched || this.offer !== undefined || this.receipt !== undefined) return;
    const { idempotencyKey, step, form } = this;
    this.drafts.note(() => ({ inputs: form.keepable(), step, idempotencyKey }));
  }

  async keepForLater(): Promise<void> {
    this.touched = true;
    this.keep();
    await this.drafts.flush();
    this.kept = this.drafts.state === 'saved';
    this.host.requestUpdate();
  }

  /** `keeps` false: the draft goes, and none is made from now on. */
  keepOnDevice(keeps: boolean): void {
    if (!keeps) return void this.drafts.drop(true);
    this.drafts.resume();
    this.keep();
  }

  async takeOffer(): Promise<void> {
    const { offer, form } = this;
    if (offer === undefined) return;
    const { inputs, step, idempotencyKey } = offer.content;
    form.restore(inputs);
    this.idempotencyKey = idempotencyKey;
    this.touched = true;
    this.offer = undefined;
    // Where the person was, or before that at the first step that is not in order (any more).
    const { steps } = this;
    const were = steps.findIndex((each) => each.step.id === step);
    const open = steps.findIndex((each) => form.faults(each.step.id).size > 0);
    const at = open >= 0 && (were < 0 || open < were) ? open : were;
    this.step = steps[at]?.step.id ?? reviewStep;
    this.drafts.took(offer.savedAt);
    this.host.dispatch(new FormChangedEvent('', form.view().values));
    this.host.announce(this.msg('restored', { time: instantText(offer.savedAt, this.locale, false) }));
    await this.host.focusOn('#step-heading');
  }

  async dropOffer(): Promise<void> {
    this.offer = undefined;
    await this.drafts.drop();
    await this.host.focusOn('#step-heading');
  }

  /** Empties the form for another one, with a key of its own. */
  async restart(): Promise<void> {
    await this.drafts.drop(this.drafts.state === 'off');
    this.host.reopen();
  }

  signIn(): void {
    void this.drafts.flush().then(() => this.host.signIn());
  }
}
