import { useMessages, ZsElement } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { ListHost } from '../list-host.ts';
import { amountText, ListWords } from '../list-words.ts';
import type { Resource } from '../resource-types.ts';
import { outsideReserved } from './entries-of.ts';
import { formFaults } from './form-faults.ts';
import { formSections } from './form-sections.ts';
import { blankValues, entriesFrom, valuesOf, type Extra, type FormValues } from './form-values.ts';
import { resourceFormMessages } from './resource-form.messages.ts';

/** What a category brings with it when somebody begins with it. */
const usualExtras: Readonly<Record<string, Extra>> = { land: 'parcel', loan: 'loan', pilot: 'trial', school: 'school' };
/** Refusals that belong to one field. */
const fieldOf: Readonly<Record<string, keyof FormValues & string>> = {
  'code-taken': 'code',
  'same-resource': 'title',
  'capacity-in-use': 'capacity',
  'no-such-category': 'type',
  'no-such-provider': 'provider',
};

const ownStyles = css`
  .zs-form__foot {
    margin-top: var(--zs-space-4);
    padding-top: var(--zs-space-4);
    border-top: var(--zs-line-width) solid var(--zs-line);
  }
  .zs-form__title {
    margin-bottom: var(--zs-space-4);
  }
  .zs-error-summary,
  .zs-notice {
    margin-bottom: var(--zs-space-4);
  }
`;

/**
 * Adding and changing a resource (RES-1, RES-2, RES-3, RES-10, RES-11), part of `<zs-resource-list>`. What was typed is kept
 * through every refusal. Emits `leave`; its detail is the resource as it was saved, or nothing.
 *
 * @summary Form of one resource (inside the list).
 */
export class ResourceFormElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    frameStyles,
    noticeStyles,
    fieldStyles,
    choiceStyles,
    errorSummaryStyles,
    ownStyles,
  );

  readonly msg = useMessages(this, resourceFormMessages);
  private readonly attempts = new AttemptController(this);
  private readonly form: FormController<FormValues> = new FormController<FormValues>(this, {
    initial: blankValues('', ''),
    validate: (values) => formFaults(this.msg, values),
    changed: (values, name) => {
      const extra = usualExtras[values.type];
      if (name === 'type' && this.original === undefined) this.form.set('extras', extra === undefined ? [] : [extra]);
    },
  });

  @property({ attribute: false }) list: ListHost | undefined;
  /** The resource that is changed; absent, a new one is added. */
  @property({ attribute: false }) original: Resource | undefined;
  @state() private refusal = '';
  /** Version that is changed: grows when a conflict was told and understood. */
  private version = 0;
  private isFilled = false;

  protected override async load(signal: AbortSignal): Promise<void> {
    await this.updateComplete;
    const { list, original: before } = this;
    if (list === undefined || this.isFilled) return;
    const values =
      before === undefined
        ? blankValues(list.words.today, list.steward)
        : valuesOf(before, await outsideReserved(list, before));
    if (signal.aborted) return;
    this.isFilled = true;
    this.version = before?.version ?? 0;
    this.form.reset(values);
    void this.updateComplete.then(() => this.focusOn('h2'));
  }

  private readonly save = async (values: FormValues): Promise<void> => {
    const { list, original: before, version } = this;
    if (list === undefined) return;
    this.refusal = '';
    const entries = entriesFrom(values, before);
    const matching = list.matching();
    const outcome =
      before === undefined
        ? await this.attempts.run('create', entries, (input, options) => matching.createResource(input, options))
        : await this.attempts.run('update', { resourceId: before.id, ...entries }, (input, options) =>
            matching.updateResource(input, { ...options, expectedVersion: version }),
          );
    if (!outcome.ok) return this.refuse(outcome.error);
    list.took(outcome.output);
    list.say({ text: before === undefined ? this.msg('added', { title: outcome.output.title }) : this.msg('saved') });
    this.leave(outcome.output);
  };

  private async refuse(error: ZsError): Promise<void> {
    const { list, original: before } = this;
    if (error.kind === 'stale' && before !== undefined && list !== undefined) {
      const fresh = await list.matching().resource({ resourceId: before.id });
      this.version = fresh.version;
      list.took(fresh);
      this.refusal = this.msg('stale', { now: this.stateOf(fresh, list.words) });
    } else {
      const field = fieldOf[error.code];
      const issues =
        field === undefined
          ? error.fields.map((issue) => ({ ...issue, pointer: pointerOf(issue.pointer) }))
          : [{ pointer: `/${field}`, code: error.code, message: error.message }];
      if (!(await this.form.showIssues(issues as never))) this.refusal = error.message;
      else return;
    }
    void this.focusOn('.zs-notice');
  }

  private stateOf(fresh: Resource, words: ListWords): string {
    return this.msg('staleNow', {
      available: amountText(fresh.available, fresh.unit),
      capacity: amountText(fresh.capacity, fresh.unit),
      to: words.date(fresh.window.to),
      state: this.msg(fresh.state),
    });
  }

  private leave(detail?: Resource): void {
    this.dispatchEvent(new CustomEvent('leave', { detail }));
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    const { msg, list, original: before, form } = this;
    if (list === undefined || !this.isFilled) return nothing;
    return html`<h2 class="zs-title zs-form__title" tabindex="-1">
        ${before === undefined ? msg('addTitle') : msg('editTitle', { title: before.title })}
      </h2>
      <form novalidate @submit=${form.submit(this.save)}>
        ${form.renderSummary()}
        ${this.refusal === '' ? nothing : notice({ kind: 'caution', role: 'alert', title: this.refusal })}
        ${formSections({ msg, words: list.words, form, before, steward: list.steward })}
        <div class="zs-row zs-form__foot">
          <button type="submit" class="zs-btn zs-btn--primary" aria-busy=${form.disabled ? 'true' : 'false'}>
            ${msg('save')}
          </button>
          <button type="button" class="zs-btn" @click=${() => this.leave()}>${msg('cancel')}</button>
        </div>
      </form>`;
  }
}

/** Fields of the command by the form's names. */
function pointerOf(pointer: string): string {
  const [, first = '', second = ''] = pointer.split('/');
  if (first === 'window') return `/${second === 'to' ? 'to' : 'from'}`;
  if (first === 'place' || first === 'parcel') return `/${second}`;
  return `/${first}`;
}
