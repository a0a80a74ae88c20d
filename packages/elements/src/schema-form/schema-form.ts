import type { DraftStore } from '@zhaoshang/adapters/drafts.ts';
import type { Facts } from '@zhaoshang/rules';
import type { PropertyValues } from 'lit';
import { ZsElement } from '../element/zs-element.ts';
import { formMessages } from '../form/form.messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { property, state } from '../reactive.ts';
import { choiceStyles } from '../styles/choice.ts';
import { errorSummaryStyles } from '../styles/error-summary.ts';
import { fieldStyles } from '../styles/field.ts';
import { frameStyles } from '../styles/frame.ts';
import { listStyles } from '../styles/list.ts';
import { noticeStyles } from '../styles/notice.ts';
import { panelStyles } from '../styles/panel.ts';
import { stepsStyles } from '../styles/steps.ts';
import { dateAt } from '../words.ts';
import type { FieldAdvice, FieldAdviser } from './advice.ts';
import type { OptionSources } from './cascade-options.ts';
import type { FormDescription } from './description.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { FormFlow, type FlowHost } from './form-flow.ts';
import { loadParts, type FormParts } from './form-parts.ts';
import type { FormRules } from './form-rules.ts';
import { FormSession } from './form-session.ts';
import { formView } from './form-view.ts';
import { schemaFormMessages } from './schema-form.messages.ts';
import { schemaFormStyles } from './schema-form.styles.ts';
import type { FormValues, SharedRecord } from './values.ts';

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
export class SchemaFormElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    frameStyles,
    noticeStyles,
    fieldStyles,
    choiceStyles,
    stepsStyles,
    errorSummaryStyles,
    listStyles,
    panelStyles,
    schemaFormStyles,
  );

  /**
   * What is asked. Another one with the same `id` is the same form in another arrangement, and every answer stays; one with another
   * `id` closes the form that is open, its draft stays.
   */
  @property({ attribute: false }) description: FormDescription | undefined = undefined;
  /** Facts that conditions may name, beside the answers. */
  @property({ attribute: false }) facts: Facts = {};
  /** What is known already: fills fields that name it in `record`. */
  @property({ attribute: false }) record: SharedRecord = {};
  /** What stands in a new form, by field, as it would be submitted: a record that is to be changed. A draft goes over it. */
  @property({ attribute: false }) initial: FormValues = {};
  /** What the owner remarks on answers: a suggestion, a warning, a refusal. */
  @property({ attribute: false }) advise: FieldAdviser | undefined = undefined;
  /** Trees of options by the name that cascades give. */
  @property({ attribute: false }) sources: OptionSources = {};
  /** Tells drafts of one form apart: the id of what is being changed. */
  @property({ attribute: 'draft-key' }) draftKey = '';
  /** Ids of fields by the backend's names or pointers for them, where they differ. */
  @property({ attribute: false }) fieldNames: Readonly<Record<string, string>> = {};
  /** Where drafts are kept; by default a database of this origin. */
  @property({ attribute: false }) draftStore: DraftStore | undefined = undefined;
  /** Reader of conditions; by default `@zhaoshang/rules`, loaded by the first form that has one. */
  @property({ attribute: false }) rules: FormRules | undefined = undefined;

  private readonly msg = useMessages(this, schemaFormMessages);
  private readonly fieldMsg = useMessages(this, formMessages);
  @state() private flow: FormFlow | undefined;
  private readonly drafts = new DraftKeeper(
    () => this.openStore(),
    () => this.now(),
    () => this.requestUpdate(),
  );
  private account = '';
  private parts: FormParts | undefined;
  private opening: Promise<void> | undefined;

  /** Answers of the fields shown that can be read, checked or not. */
  get values(): FormValues {
    return this.flow?.form.view().values ?? {};
  }

  /** Fills in what follows from other answers; not possible while the form is being sent. */
  answer(values: FormValues): void {
    this.flow?.answer(values);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.handleLeave);
    addEventListener('pagehide', this.handlePageHide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.handleLeave);
    removeEventListener('pagehide', this.handlePageHide);
    void this.drafts.flush();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('description') || changed.has('draftKey')) this.change(changed);
    this.followAccount();
    if (changed.has('facts')) this.flow?.form.setFacts(this.facts);
    if (changed.has('record')) this.flow?.form.prefill(this.record);
    if (changed.has('sources')) this.parts?.cascades?.use(this.sources);
  }

  protected override renderContent(): unknown {
    if (this.description === undefined) return this.renderEmpty();
    if (this.flow !== undefined) return formView(this.flow);
    // Whose draft it is must be known first.
    if (this.portal?.sessionState === 'loading') return this.renderSkeleton();
    this.lazyPart(() => (this.opening ??= this.open(this.description as FormDescription)));
    return this.renderSkeleton();
  }

  private change(changed: PropertyValues): void {
    const { flow, description } = this;
    const before = changed.get('description') as FormDescription | undefined;
    const same = before !== undefined && before.id === description?.id && !changed.has('draftKey');
    if (!same || flow === undefined || flow.receipt !== undefined || flow.sending) return this.close();
    this.lazyPart(() => (this.opening = this.open(description as FormDescription, flow)));
  }

  private async open(description: FormDescription, before?: FormFlow): Promise<void> {
    if (before === undefined) this.account = this.session?.subject ?? '';
    const { version, draftDays: days = 30 } = description;
    const visitors = this.account === '' ? undefined : this.draftId('');
    try {
      const [parts, draft] = await Promise.all([
        loadParts(description, this.rules, this),
        before === undefined ? this.drafts.begin({ id: this.draftId(), version, days }, visitors) : undefined,
      ]);
      if (description !== this.description) return;
      const refuses = (field: string, values: FormValues): string | undefined => {
        const advice = this.advise?.(field, values);
        return advice?.refuses === true ? advice.text : undefined;
      };
      const form = new FormSession(description, { ...parts, today: () => dateAt(this.now()), refuses });
      this.parts = parts;
      parts.cascades?.use(this.sources);
      form.setFacts(this.facts);
      if (before === undefined) form.take(this.initial);
      const flow = new FormFlow(this.flowHost(), form, this.drafts, parts);
      flow.offer = draft;
      if (before !== undefined) flow.continue(before);
      form.prefill(this.record);
      this.flow = flow;
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }

  /** Forgets what is shown; a draft stays where it is. */
  private close(): void {
    void this.drafts.flush();
    this.flow = this.opening = undefined;
  }

  private flowHost(): FlowHost {
    const element = this;
    return {
      get locale() {
        return element.locale;
      },
      get fieldNames() {
        return element.fieldNames;
      },
      root: this.renderRoot as ShadowRoot,
      msg: this.msg,
      fieldMsg: this.fieldMsg,
      now: () => this.now(),
      requestUpdate: () => this.requestUpdate(),
      updated: () => this.updateComplete,
      dispatch: (event) => void this.dispatchEvent(event),
      announce: (sentence) => this.announce(sentence),
      focusOn: (selector) => this.focusOn(selector),
      advise: (field): FieldAdvice | undefined => this.advise?.(field, this.values),
      signIn: () => this.portal?.signIn(),
      reopen: () => this.close(),
    };
  }

  private draftId(account = this.account): string {
    return [this.description?.id, this.draftKey, account].join('|');
  }

  private async openStore(): Promise<DraftStore> {
    if (this.draftStore !== undefined) return this.draftStore;
    const { createDraftStore } = await import('@zhaoshang/adapters/drafts.ts');
    return createDraftStore(this.portal?.zone ?? 'default');
  }

  /** Who signs in keeps what was typed before; whoever else comes sees nothing of it. */
  private followAccount(): void {
    const { portal, account, flow } = this;
    if (flow === undefined || portal === undefined || portal.sessionState !== 'ready') return;
    const subject = portal.session?.subject ?? '';
    if (subject === account) return;
    if (account !== '') return this.close();
    this.account = subject;
    void this.drafts.move(this.draftId());
    flow.keep();
  }

  private readonly handleLeave = (): void => {
    if (document.visibilityState === 'hidden') void this.drafts.flush();
  };

  private readonly handlePageHide = (): void => void this.drafts.flush();
}
