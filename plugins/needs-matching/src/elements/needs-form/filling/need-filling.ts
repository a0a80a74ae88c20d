import { ZsElement, useMessages } from '@zhaoshang/elements';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import type { FormChangedEvent, FormReceipt, FormSubmitEvent } from '@zhaoshang/elements/schema-form/form-events.ts';
import type { FormDescription } from '@zhaoshang/elements/schema-form/description.ts';
import type { OptionSource } from '@zhaoshang/elements/schema-form/option-source.ts';
import type { SchemaFormElement } from '@zhaoshang/elements/schema-form/schema-form.ts';
import type { FormValues, SharedRecord } from '@zhaoshang/elements/schema-form/values.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { dateAt } from '@zhaoshang/elements/words.ts';
import { ZsError, asZsError } from '@zhaoshang/kernel';
import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { NeedsMatchingContract } from '../../../contract.ts';
import { needsMatchingOutline } from '../../../contract.outline.ts';
import type { Catalogue, Need, PreviewInput, Profile } from '../../../forms/catalogue-types.ts';
import { sharedRecord } from '../../../forms/need-form-record.ts';
import { needForm, type Way } from '../../../forms/need-form.ts';
import { previewInput, usualValues, valuesOf } from '../../../forms/need-values.ts';
import { ProposalWords } from '../../proposal/proposal-words.ts';
import { countText, type Fit } from '../preview/fit.ts';
import type { Stated } from '../stated.ts';
import { advise, answersFrom, type Adviser } from './advice.ts';
import { fillingMessages } from './filling.messages.ts';
import { needFillingStyles } from './need-filling.styles.ts';
import { fieldNamesOf, sendNeed } from './send-need.ts';

/** Days in which something is looked for while no deadline is said. */
const assumedDays = 90;

/**
 * The form itself with what fits beside it, part of `<zs-needs-form>`. Emits `stated` with what came of it, and `stale` when what
 * the form is made from has changed.
 *
 * @summary Form for a need (inside the needs form).
 */
export class NeedFillingElement extends ZsElement {
  static override styles = ZsElement.withStyles(needFillingStyles);

  readonly msg = useMessages(this, fillingMessages);
  readonly words = new ProposalWords(this, { catalogue: () => this.catalogue, today: () => dateAt(this.now()) });

  @property({ attribute: false }) catalogue: Catalogue | undefined;
  @property({ attribute: false }) profile: Profile | undefined;
  @property({ attribute: false }) need: Need | undefined;
  @property({ attribute: false }) way: Way = 'steps';

  @state() private asks: PreviewInput | undefined;
  private assumed = false;
  @state() private fit: Fit | undefined;
  private description: FormDescription | undefined;
  private record: SharedRecord = {};
  private initial: FormValues = {};
  private taken: Pick<NeedFillingElement, 'catalogue' | 'profile' | 'need' | 'way'> | undefined;
  private sources = {};
  private facts = {};
  private fieldNames: Readonly<Record<string, string>> = {};
  /** What was filled in from the words, by field; a person's own answer stands over it. */
  private readonly filled = new Map<string, unknown>();
  private filling = false;

  /** Compared with what was taken up last, because what changes before the words have come is not told again. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { catalogue, profile, need, way, taken } = this;
    if (catalogue === undefined) return;
    this.taken = { catalogue, profile, need, way };
    const other = need !== taken?.need || taken === undefined;
    if (other || catalogue !== taken.catalogue || way !== taken.way) {
      const description = needForm(catalogue, { way, editing: need !== undefined && need.state !== 'draft' });
      // The same form again must not be made anew for each reading of the catalogue.
      if (JSON.stringify(description) !== JSON.stringify(this.description)) this.description = description;
    }
    if (other || profile !== taken.profile) this.takeProfile(profile);
    if (!other) return;
    this.initial = need === undefined ? usualValues : valuesOf(catalogue, need);
    this.asks = need === undefined ? undefined : this.asksFor(catalogue, this.initial);
    this.filled.clear();
  }

  private takeProfile(profile: Profile | undefined): void {
    const projects = profile?.projects ?? [];
    const options = projects.map(({ id, title }) => ({ code: id, label: title, leaf: true }));
    // A handful: nobody searches in them.
    const source: OptionSource = {
      children: () => Promise.resolve(options),
      path: (wanted) => Promise.resolve(options.filter(({ code }) => code === wanted)),
    };
    this.record = profile === undefined ? {} : sharedRecord(profile);
    this.sources = { projects: () => Promise.resolve(source) };
    this.facts = { signedIn: profile !== undefined, hasProjects: projects.length > 0 };
  }

  private get form(): SchemaFormElement | null {
    return this.renderRoot.querySelector('zs-schema-form');
  }

  private adviser(catalogue: Catalogue): Adviser {
    const { msg, words, way, filled } = this;
    return { msg, words, way, filled, catalogue, answer: (values) => this.form?.answer(values) };
  }

  private readonly advise = (field: string, values: FormValues) =>
    this.catalogue === undefined ? undefined : advise(this.adviser(this.catalogue), field, values);

  private readonly handleChanged = ({ values }: FormChangedEvent): void => {
    const { catalogue } = this;
    if (catalogue === undefined || this.filling) return;
    const now = this.followWords(catalogue, values);
    this.fieldNames = fieldNamesOf(catalogue, now);
    const asks = this.asksFor(catalogue, now);
    // What is typed into other fields compares nothing anew.
    if (JSON.stringify(asks) !== JSON.stringify(this.asks)) this.asks = asks;
  };

  /** Where no day is said yet, the next three months count: of a need for today nothing would fit. */
  private asksFor(catalogue: Catalogue, values: FormValues): PreviewInput | undefined {
    const until = dateAt(this.now() + assumedDays * 86_400_000);
    this.assumed = values['deadline'] === undefined;
    return previewInput(catalogue, values, until);
  }

  /** In one paragraph the words choose the kind and the quantity until somebody does. */
  private followWords(catalogue: Catalogue, values: FormValues): FormValues {
    const { form, filled } = this;
    const { answers, said } = answersFrom(this.adviser(catalogue), values);
    const entries = Object.entries(answers);
    Object.entries(said).forEach(([id, words]) => filled.set(id, words));
    if (entries.length === 0 || form === null) return values;
    entries.forEach(([id, value]) => filled.set(id, value));
    this.filling = true;
    form.answer(answers);
    this.filling = false;
    return form.values;
  }

  private readonly handleSubmit = (event: FormSubmitEvent): void => event.waitUntil(this.send(event));

  private async send({ submission, idempotencyKey: key }: FormSubmitEvent): Promise<FormReceipt> {
    const { catalogue, record, need, msg } = this;
    if (catalogue === undefined) throw new ZsError('unavailable', 'unavailable', msg('reading'));
    // Nothing is sent for nobody: the form keeps everything and goes on after signing in.
    if (this.session === null) throw new ZsError('unauthenticated', 'session-required', msg('sessionRequired'));
    const matching = this.client<NeedsMatchingContract>(needsMatchingOutline);
    const labelOf = (name: string): string => this.profile?.fields.find(({ field }) => field === name)?.label ?? name;
    try {
      const stated = await sendNeed({ matching, catalogue, record, need, submission, key, labelOf });
      this.result = stated;
      return { title: msg(stated.changed ? 'changed' : 'stated') };
    } catch (thrown) {
      const { code, kind } = asZsError(thrown);
      if (code === 'consent-outdated' || kind === 'stale') this.dispatchEvent(new Event('stale'));
      throw thrown;
    }
  }

  private result: Stated | undefined;

  private readonly handleSubmitted = (): void => {
    const { result } = this;
    if (result !== undefined) this.dispatchEvent(new CustomEvent('stated', { detail: result }));
  };

  private readonly handleFit = ({ detail }: CustomEvent<Fit | undefined>): void => {
    this.fit = detail;
  };

  /** One line above the form where what fits stands below it. */
  private fitLine(): unknown {
    const { fit, msg } = this;
    if (fit === undefined || this.asks === undefined) return nothing;
    const verify =
      fit.toVerify === 0 ? '' : `${this.locale === 'en' ? '; ' : '，'}${msg('fitVerify', { n: fit.toVerify })}`;
    return html`<p class="zs-fit zs-small">
      ${msg(fit.items === 0 ? 'fitNone' : 'fitNow', { n: countText(fit.items) })}${verify}
      <button type="button" class="zs-link" @click=${() => void this.focusOn('aside')}>${msg('fitLook')}</button>
    </p>`;
  }

  protected override renderContent(): unknown {
    const { catalogue, need, msg } = this;
    if (catalogue === undefined || this.description === undefined) return this.renderSkeleton();
    this.lazyPart(() => import('@zhaoshang/elements/schema-form/define.ts'));
    this.lazyPart(() => import('../preview/define.ts'));
    return html`${this.fitLine()}
      <div class="zs-filling">
        <zs-schema-form
          .description=${this.description}
          .record=${this.record}
          .facts=${this.facts}
          .initial=${this.initial}
          .sources=${this.sources}
          .fieldNames=${this.fieldNames}
          .advise=${this.advise}
          .draftKey=${need?.id ?? ''}
          @zs-form-changed=${this.handleChanged}
          @zs-form-submit=${this.handleSubmit}
          @zs-form-submitted=${this.handleSubmitted}
        >
          ${skeleton(msg('reading'))}
        </zs-schema-form>
        <aside tabindex="-1">
          <zs-need-preview
            .asks=${this.asks}
            .assumed=${this.assumed}
            .catalogue=${catalogue}
            @fit=${this.handleFit}
          ></zs-need-preview>
        </aside>
      </div>`;
  }
}
