import type { DraftStore } from '@zhaoshang/adapters/drafts.ts';
import { asZsError, newId } from '@zhaoshang/kernel';
import type { FieldIssue, ZsError } from '@zhaoshang/kernel';
import type { Facts } from '@zhaoshang/rules';
import type { PropertyValues } from 'lit';
import { ZsElement } from '../element/zs-element.ts';
import { formMessages } from '../form/form.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { property, state } from '../reactive.ts';
import { choiceStyles } from '../styles/choice.ts';
import { errorSummaryStyles } from '../styles/error-summary.ts';
import { fieldStyles } from '../styles/field.ts';
import { filesStyles } from '../styles/files.ts';
import { frameStyles } from '../styles/frame.ts';
import { panelStyles } from '../styles/panel.ts';
import { listStyles } from '../styles/list.ts';
import { noticeStyles } from '../styles/notice.ts';
import { stepsStyles } from '../styles/steps.ts';
import { dateAt, instantText } from '../words.ts';
import { CascadeOptions, cascadeStyles, type OptionSources } from './cascade-options.ts';
import type { FieldDescription, FormDescription } from './description.ts';
import { DraftKeeper, type FormDraft } from './draft-keeper.ts';
import { cascadeField } from './cascade-field.ts';
import type { FieldHost, FieldLooks } from './field-view.ts';
import {
  FormChangedEvent,
  FormStepEvent,
  FormSubmitEvent,
  FormSubmittedEvent,
  type FormReceipt,
} from './form-events.ts';
import { loadParts } from './form-parts.ts';
import type { FormRules } from './form-rules.ts';
import { FormSession, type VisibleStep } from './form-session.ts';
import { formView, type Problem } from './form-view.ts';
import { isEmpty } from './reading.ts';
import { schemaFormMessages } from './schema-form.messages.ts';
import { schemaFormStyles } from './schema-form.styles.ts';
import type { FormInput, SharedRecord } from './values.ts';
import { faultText, pick, valueText } from './wording.ts';

/** Name of the last step, which every form has. */
export const reviewStep = 'review';

type KeptDraft = { readonly savedAt: number; readonly version: number; readonly content: FormDraft };

/**
 * A form from a description: steps, checks, review, drafts, one submission. Its owner sets `description`, hears
 * `zs-form-submit` and sends.
 *
 * @summary Form from a JSON description.
 * @event {FormSubmitEvent} zs-form-submit - Everything is checked; hand the promise of sending it to `waitUntil`.
 * @event {FormSubmittedEvent} zs-form-submitted - It is done, the draft is gone.
 * @event {FormChangedEvent} zs-form-changed - An answer was changed.
 * @event {FormStepEvent} zs-form-step - Another step is shown.
 */
export class SchemaFormElement extends ZsElement implements FieldHost {
  static override styles = ZsElement.withStyles(
    frameStyles,
    panelStyles,
    noticeStyles,
    fieldStyles,
    choiceStyles,
    stepsStyles,
    errorSummaryStyles,
    filesStyles,
    listStyles,
    cascadeStyles,
    schemaFormStyles,
  );

  @property({ attribute: false }) description: FormDescription | undefined;
  /** Facts that conditions may name, beside the answers. */
  @property({ attribute: false }) facts: Facts = {};
  /** What is known already: fills fields that name it in `record`. */
  @property({ attribute: false }) record: SharedRecord = {};
  /** Trees of options by the name that cascades give. */
  @property({ attribute: false }) sources: OptionSources = {};
  /** Tells drafts of one form apart: the id of what is being changed. */
  @property({ attribute: 'draft-key' }) draftKey = '';
  /** Ids of fields by the backend's names or pointers for them, where they differ. */
  @property({ attribute: false }) fieldNames: Readonly<Record<string, string>> = {};
  /** Where drafts are kept; by default a database of this origin. */
  @property({ attribute: false }) draftStore: DraftStore | undefined;
  /** Reader of conditions; by default `@zhaoshang/rules`, loaded by the first form that has one. */
  @property({ attribute: false }) rules: FormRules | undefined;

  readonly msg = useMessages(this, schemaFormMessages);
  readonly fieldMsg = useMessages(this, formMessages);
  @state() form: FormSession | undefined;
  /** Id of the step shown, or `review`. */
  @state() step = '';
  /** A draft that waits for the person's word. */
  @state() offer: KeptDraft | undefined;
  @state() sending = false;
  @state() receipt: FormReceipt | undefined;
  @state() refusal: Problem | undefined;
  /** True once what is wrong has been summed up; the summary follows the corrections. */
  @state() summarized = false;
  @state() revealed = false;
  /** True while a change asked for in the review is being made. */
  @state() returning = false;
  readonly drafts = new DraftKeeper(
    () => this.openStore(),
    () => this.now(),
    () => this.requestUpdate(),
  );
  private readonly options = new CascadeOptions(this);
  private said = new Set<string>();
  private key = '';
  private account = '';
  private opening: Promise<void> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.handleLeave);
    addEventListener('pagehide', this.handleLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.handleLeave);
    removeEventListener('pagehide', this.handleLeave);
    void this.drafts.flush();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('description') || changed.has('draftKey')) this.close();
    this.followPerson();
    if (changed.has('facts')) this.form?.setFacts(this.facts);
    if (changed.has('record')) this.form?.prefill(this.record);
  }

  protected override renderContent(): unknown {
    if (this.description === undefined) return this.renderEmpty();
    if (this.form !== undefined) return formView(this, this.form);
    // Whose draft it is must be known first.
    if (this.portal?.sessionState === 'loading') return this.renderSkeleton();
    this.lazyPart(() => (this.opening ??= this.open(this.description as FormDescription)));
    return this.renderSkeleton();
  }

  // --- Opening ------------------------------------------------------------------------------------------------------

  private async open(description: FormDescription): Promise<void> {
    this.account = this.session?.subject ?? '';
    try {
      const [parts, draft] = await Promise.all([
        loadParts(description, this.rules),
        this.drafts.begin({ id: this.draftId(), version: description.version, days: description.draftDays ?? 30 }),
      ]);
      if (description !== this.description) return;
      const form = new FormSession(description, { ...parts, today: () => dateAt(this.now()) });
      form.setFacts(this.facts);
      form.prefill(this.record);
      this.options.use(this.sources);
      this.key = newId('form');
      this.step = form.view().steps[0]?.step.id ?? reviewStep;
      this.offer = draft;
      this.form = form;
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }

  /** Forgets what is shown; a draft stays where it is. */
  private close(): void {
    void this.drafts.flush();
    this.form = this.offer = this.opening = this.receipt = this.refusal = undefined;
    this.said = new Set();
    this.summarized = this.returning = this.revealed = false;
  }

  private draftId(): string {
    return [this.description?.id, this.draftKey, this.account].join('|');
  }

  private async openStore(): Promise<DraftStore> {
    if (this.draftStore !== undefined) return this.draftStore;
    const { createDraftStore } = await import('@zhaoshang/adapters/drafts.ts');
    return createDraftStore(this.portal?.zone ?? 'default');
  }

  /** Who signs in keeps what was typed before; whoever else comes sees nothing of it. */
  private followPerson(): void {
    const { portal, account } = this;
    if (this.form === undefined || portal === undefined || portal.sessionState !== 'ready') return;
    const subject = portal.session?.subject ?? '';
    if (subject === account) return;
    this.account = subject;
    if (account === '') {
      void this.drafts.move(this.draftId());
      this.keep();
    } else this.close();
  }

  // --- Answers ------------------------------------------------------------------------------------------------------

  get steps(): readonly VisibleStep[] {
    return this.form?.view().steps ?? [];
  }

  /** Position of the step shown; the review stands behind all others. */
  get position(): number {
    const found = this.steps.findIndex(({ step }) => step.id === this.step);
    return found >= 0 ? found : this.step === reviewStep ? this.steps.length : 0;
  }

  get today(): string {
    return dateAt(this.now());
  }

  get disabled(): boolean {
    return this.sending;
  }

  instant(): string {
    return new Date(this.now()).toISOString();
  }

  input(id: string): FormInput {
    return this.form?.input(id) ?? null;
  }

  set(id: string, input: FormInput): void {
    const { form } = this;
    if (form === undefined || this.sending) return;
    form.set(id, input);
    this.keep();
    this.requestUpdate();
    this.dispatchEvent(new FormChangedEvent(id, form.view().values));
  }

  mustAnswer(field: FieldDescription): boolean {
    return this.form?.mustAnswer(field) ?? true;
  }

  left(id: string): void {
    if (isEmpty(this.input(id))) return;
    this.said.add(id);
    this.requestUpdate();
  }

  say(sentence: string): void {
    this.announce(sentence);
    this.refusal = { title: sentence };
  }

  nameOf = (field: string, code: string): string | undefined => this.options.nameOf(this.form?.field(field), code);

  focusLevel(field: string, level: number): void {
    void this.focusOn(`#field-${field}${level <= 0 ? '' : `-${level}`}`);
  }

  cascade(field: Extract<FieldDescription, { kind: 'cascade' }>, looks: FieldLooks): unknown {
    return cascadeField(this, this.options, field, looks);
  }

  errorOf(field: FieldDescription, part?: 'role'): string | undefined {
    const fault = this.said.has(field.id) ? this.form?.fault(field) : undefined;
    if (fault === undefined) return undefined;
    const at = 'part' in fault ? fault.part : undefined;
    return at === part ? faultText(fault, field, this) : undefined;
  }

  originOf(field: FieldDescription): string | undefined {
    const origin = this.form?.origin(field.id);
    if (origin === undefined) return undefined;
    const { fact, corrected } = origin;
    const source = pick(fact.source, this.locale);
    if (!corrected) return this.msg('source', { source, day: fact.asOf });
    const was = valueText(field, fact.value, this, true);
    return this.msg('corrected', { source, day: fact.asOf, was });
  }

  /** Sentences of what is wrong on the step shown (in the review: everywhere), as far as they may be said. */
  get problems(): readonly { readonly field: FieldDescription; readonly text: string }[] {
    const { form } = this;
    if (form === undefined || !this.summarized) return [];
    const faults = [...form.faults(this.step === reviewStep ? undefined : this.steps[this.position]?.step.id)];
    return faults.flatMap(([id, fault]) => {
      const field = form.field(id);
      return field === undefined || !this.said.has(id) ? [] : [{ field, text: faultText(fault, field, this) }];
    });
  }

  // --- Ways through the form ----------------------------------------------------------------------------------------

  readonly handleSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.sending || this.receipt !== undefined) return;
    void (this.step === reviewStep ? this.submit() : this.forward());
  };

  private async forward(): Promise<void> {
    const { steps, position, form } = this;
    const wrong = form?.faults(steps[position]?.step.id);
    if (wrong !== undefined && wrong.size > 0) return this.sayAll([...wrong.keys()]);
    const unfinished = steps.find(({ step }) => (form?.faults(step.id).size ?? 0) > 0);
    const next = this.returning ? unfinished : steps[position + 1];
    return this.goTo(next?.step.id ?? reviewStep);
  }

  async back(): Promise<void> {
    const before = this.steps[this.position - 1];
    if (before !== undefined) await this.goTo(before.step.id);
  }

  async goTo(step: string, field?: FieldDescription): Promise<void> {
    if (this.sending) return;
    // Left now, not by its removal in the middle of a rendering.
    ((this.renderRoot as ShadowRoot).activeElement as HTMLElement | null)?.blur();
    const changing = this.step === reviewStep && step !== reviewStep;
    this.returning = step !== reviewStep && (this.returning || (changing && field !== undefined));
    this.step = step;
    this.summarized = this.summarized && field !== undefined;
    this.refusal = undefined;
    this.keep();
    const [n, of] = [this.position + 1, this.steps.length + 1];
    this.dispatchEvent(new FormStepEvent(step, n, of));
    await (field === undefined ? this.focusOn('#step-heading') : this.focusField(field));
  }

  /** From the review or the summary to one field, on whichever step it is. */
  async change(field: FieldDescription): Promise<void> {
    const at = this.steps.find(({ fields }) => fields.includes(field))?.step.id;
    if (at !== undefined && at !== this.steps[this.position]?.step.id) await this.goTo(at, field);
    else await this.focusField(field);
  }

  private async focusField(field: FieldDescription): Promise<void> {
    await this.updateComplete;
    const fault = this.form?.fault(field);
    const part = fault !== undefined && 'part' in fault && fault.part !== undefined ? `-${fault.part}` : '';
    const find = (selector: string): HTMLElement | null => this.renderRoot.querySelector<HTMLElement>(selector);
    // Of a tree, the level that is still open; of a group, its first choice.
    const levels = field.kind === 'cascade' ? this.renderRoot.querySelectorAll<HTMLElement>('select') : [];
    const open = [...levels].filter(({ id }) => id.startsWith(`field-${field.id}`)).pop();
    (open ?? find(`fieldset#field-${field.id} input`) ?? find(`#field-${field.id}${part}`))?.focus();
  }

  private async sayAll(ids: readonly string[]): Promise<void> {
    ids.forEach((id) => this.said.add(id));
    this.summarized = true;
    this.requestUpdate();
    await this.focusOn('.zs-error-summary');
  }

  // --- Submitting ---------------------------------------------------------------------------------------------------

  private async submit(): Promise<void> {
    const form = this.form as FormSession;
    const wrong = form.faults();
    if (wrong.size > 0) return this.sayAll([...wrong.keys()]);
    this.sending = true;
    this.refusal = undefined;
    this.summarized = false;
    // The key is on the device before it goes out: after a crash the same one is used again.
    this.keep();
    await this.drafts.flush();
    const submission = form.submission();
    const event = new FormSubmitEvent(submission, this.key);
    this.dispatchEvent(event);
    try {
      const answer = (await event.sent) as FormReceipt | null | undefined;
      if (event.sent !== undefined) this.receipt = { ...answer };
    } catch (thrown) {
      this.sending = false;
      return this.takeRefusal(asZsError(thrown));
    }
    this.sending = false;
    if (this.receipt === undefined) return this.refuse({ title: this.msg('noAnswer') });
    await this.drafts.drop(this.drafts.state === 'off');
    this.dispatchEvent(new FormSubmittedEvent(submission));
    await this.focusOn('#outcome');
  }

  private takeRefusal(error: ZsError): Promise<void> {
    const { code, kind, message } = error;
    if (code === 'key-reused') return this.refuse({ title: this.msg('reused'), act: 'restart' });
    if (kind === 'unauthenticated')
      return this.refuse({ title: this.msg('signInTitle'), body: this.msg('signInBody'), act: 'sign-in' });
    if (kind === 'unavailable' || kind === 'aborted') return this.refuse({ title: this.msg('lost') });
    const wrong = error.fields.map((issue) => this.landIssue(issue));
    const landed = wrong.filter((id): id is string => id !== undefined);
    if (landed.length > 0 && landed.length === wrong.length) return this.sayAll(landed);
    landed.forEach((id) => this.said.add(id));
    this.summarized = landed.length > 0;
    return this.refuse({ title: this.msg('refused'), body: message });
  }

  private refuse(problem: Problem): Promise<void> {
    this.refusal = problem;
    return this.focusOn('#outcome');
  }

  /** The field that a pointer of the backend is about, with its sentence. */
  private landIssue({ pointer, message }: FieldIssue): string | undefined {
    // The nearest name that is a field: `/need/contact/name` is about `contact`.
    const parts = pointer.split('/').reverse();
    const names = [pointer, ...parts].map((name) => this.fieldNames[name] ?? name);
    return names.find((id) => this.form?.addIssue(id, message) === true);
  }

  /** Empties the form for another one, with a key of its own. */
  async restart(): Promise<void> {
    await this.drafts.drop(this.drafts.state === 'off');
    this.close();
  }

  signIn(): void {
    void this.drafts.flush().then(() => this.portal?.signIn());
  }

  // --- Drafts -------------------------------------------------------------------------------------------------------

  private keep(): void {
    const { form } = this;
    if (form === undefined || this.offer !== undefined || this.receipt !== undefined) return;
    const { key: idempotencyKey, step } = this;
    this.drafts.note(() => ({ inputs: form.keepable(), step, idempotencyKey }));
  }

  private readonly handleLeave = (): void => {
    if (document.visibilityState === 'hidden') void this.drafts.flush();
  };

  async keepForLater(): Promise<void> {
    this.keep();
    await this.drafts.flush();
    if (this.drafts.state === 'saved') this.announce(this.msg('draftKept', { n: this.drafts.days }));
  }

  /** `keeps` false: the draft goes, and none is made from now on. */
  keepOnDevice(keeps: boolean): void {
    if (!keeps) return void this.drafts.drop(true);
    this.drafts.resume();
    this.keep();
  }

  async takeOffer(): Promise<void> {
    const { offer, form } = this;
    if (offer === undefined || form === undefined) return;
    const { inputs, step, idempotencyKey } = offer.content;
    form.restore(inputs);
    this.key = idempotencyKey;
    this.offer = undefined;
    // Back to the first step that is not finished yet, if that is before where the person was.
    const steps = form.view().steps;
    const were = steps.findIndex((each) => each.step.id === step);
    const open = steps.findIndex((each) => form.faults(each.step.id).size > 0);
    const at = open >= 0 && (were < 0 || open < were) ? open : were;
    this.step = steps[at]?.step.id ?? reviewStep;
    this.drafts.state = 'saved';
    this.drafts.savedAt = offer.savedAt;
    this.announce(this.msg('restored', { time: instantText(offer.savedAt, this.locale, false) }));
    await this.focusOn('#step-heading');
  }

  async dropOffer(): Promise<void> {
    this.offer = undefined;
    await this.drafts.drop();
    await this.focusOn('#step-heading');
  }
}
