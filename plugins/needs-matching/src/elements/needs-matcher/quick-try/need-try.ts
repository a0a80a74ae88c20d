import { ZsElement, useMessages } from '@zhaoshang/elements';
import { selectField } from '@zhaoshang/elements/form/choice-field.ts';
import { FormController } from '@zhaoshang/elements/form/form-controller.ts';
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import { searchIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { dateAt } from '@zhaoshang/elements/words.ts';
import { asZsError } from '@zhaoshang/kernel';
import type { InputOf, ZsError } from '@zhaoshang/kernel';
import { addDays } from '@zhaoshang/workdays/iso-date.ts';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { NeedsMatchingContract } from '../../../contract.ts';
import { needsMatchingOutline } from '../../../contract.outline.ts';
import type { Catalogue, Proposals } from '../../proposal/proposal-types.ts';
import { ProposalWords } from '../../proposal/proposal-words.ts';
import { proposalStyles } from '../../proposal/proposal.styles.ts';
import { VisitAsk } from '../../proposal/visit-ask.ts';
import { resultsMessages } from '../results/results.messages.ts';
import { resultsStyles } from '../results/results.styles.ts';
import { ResultsView } from '../results/results-view.ts';
import type { ResultsHost } from '../results/results-view.ts';
import { needTryMessages } from './need-try.messages.ts';

type PreviewInput = InputOf<NeedsMatchingContract['operations']['previewMatches']>;

/** Letters come faster than an answer is worth asking for. */
const pauseMilliseconds = 250;

/** Without a day that is said: within three months. */
const usualDays = 90;

interface TryValues {
  readonly category: string;
  readonly text: string;
  readonly quantity: string;
  readonly unit: string;
  readonly deadline: string;
  readonly townCode: string;
}

const needTryStyles = css`
  .zs-try {
    margin-bottom: var(--zs-space-5);
  }
  .zs-try__next {
    padding-top: var(--zs-space-4);
  }
`;

/** What the backend is asked; `undefined` while nothing can be compared. */
export function previewInput(values: TryValues, today: string): PreviewInput | undefined {
  const { category, text, quantity, unit, deadline, townCode } = values;
  const amount = Number(quantity);
  if (category === '' || (quantity !== '' && !(amount > 0))) return undefined;
  return {
    category,
    ...(text.trim() === '' ? {} : { text: text.trim().slice(0, 600) }),
    ...(quantity === '' ? {} : { quantity: Math.round(amount * 1000) / 1000, unit }),
    deadline: deadline === '' ? addDays(today, usualDays) : deadline,
    ...(townCode === '' ? {} : { townCode }),
    limit: 20,
  };
}

/**
 * Quick try (RES-9, INFO-7), part of `<zs-needs-matcher>`: somebody who is not signed in says what is needed and sees what
 * fits while typing. Nothing is stored.
 *
 * @summary What would fit, without signing in (inside the matcher).
 */
export class NeedTryElement extends ZsElement implements ResultsHost {
  static override styles = ZsElement.withStyles(
    errorSummaryStyles,
    fieldStyles,
    frameStyles,
    listStyles,
    noticeStyles,
    stateStyles,
    tagStyles,
    proposalStyles,
    resultsStyles,
    needTryStyles,
  );

  private readonly msg = useMessages(this, needTryMessages);
  readonly results = useMessages(this, resultsMessages);
  readonly words = new ProposalWords(this, { catalogue: () => this.catalogue, today: () => dateAt(this.now()) });
  readonly visits = new VisitAsk(this, this.words, {
    bus: () => this.portal?.bus,
    bookingHref: () => this.bookingHref,
    announce: (sentence) => this.announce(sentence),
  });
  private readonly resultsView = new ResultsView(this);
  private readonly form = new FormController<TryValues & Record<string, string>>(this, {
    initial: { category: '', text: '', quantity: '', unit: '', deadline: '', townCode: '' },
    validate: ({ quantity }) => ({
      quantity: quantity !== '' && !(Number(quantity) > 0) ? this.msg('quantityWrong') : undefined,
    }),
    changed: (_values, name) => this.compareSoon(name === 'category'),
  });
  private asking: AbortController | undefined;
  private pausing: ReturnType<typeof setTimeout> | undefined;

  @state() private proposals: Proposals | undefined;
  @state() private comparing = false;
  @state() private failure: ZsError | undefined;

  @property({ attribute: false }) catalogue: Catalogue | undefined;
  @property({ attribute: false }) bookingHref = '';
  @property({ attribute: false }) formHref = '';

  override announce(sentence: string): void {
    super.announce(sentence);
  }

  override focusOn(selector: string): Promise<void> {
    return super.focusOn(selector);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.pausing);
    this.asking?.abort();
  }

  // --- Comparing ------------------------------------------------------------------------------------------------------

  private compareSoon(atOnce: boolean): void {
    clearTimeout(this.pausing);
    if (atOnce) {
      this.proposals = undefined;
      this.resultsView.reset();
      const units = this.units;
      if (!units.includes(this.form.values.unit)) this.form.set('unit', units[0] ?? '');
      clearTimeout(this.pausing);
    }
    this.pausing = setTimeout(() => void this.compare(), atOnce ? 0 : pauseMilliseconds);
  }

  /** The answer to what was last typed is the one that is shown. */
  private async compare(): Promise<void> {
    this.asking?.abort();
    const input = previewInput(this.form.values, this.words.today);
    if (input === undefined) return;
    const asking = (this.asking = new AbortController());
    this.comparing = true;
    try {
      const proposals = await this.client<NeedsMatchingContract>(needsMatchingOutline).previewMatches(input, {
        signal: asking.signal,
      });
      if (asking.signal.aborted) return;
      this.proposals = proposals;
      this.failure = undefined;
      const { items, toVerify, nearMisses } = proposals;
      this.announce(this.msg('found', { items: items.length, verify: toVerify.length, near: nearMisses.length }));
    } catch (error) {
      if (asking.signal.aborted) return;
      this.failure = asZsError(error);
    } finally {
      if (this.asking === asking) this.comparing = false;
    }
  }

  private get units(): readonly string[] {
    return this.words.categoryOf(this.form.values.category)?.units ?? [];
  }

  // --- Templates ------------------------------------------------------------------------------------------------------

  private fields({ categories, towns }: Catalogue): TemplateResult {
    const { msg, form, words, units } = this;
    const today = dateAt(this.now());
    return html`<div class="zs-form zs-try">
      ${selectField(form.field('category'), {
        label: msg('category'),
        choices: categories.map(({ code }) => ({ value: code, label: words.category(code) })),
      })}
      ${textField(form.field('quantity'), {
        label: msg('quantity'),
        inputmode: 'decimal',
        optional: true,
        ...(units.length === 1 && units[0] !== undefined ? { unit: units[0] } : {}),
      })}
      ${
        units.length < 2
          ? nothing
          : selectField(form.field('unit'), {
              label: msg('unit'),
              choices: units.map((unit) => ({ value: unit, label: unit })),
            })
      }
      ${textField(form.field('deadline'), { label: msg('deadline'), hint: msg('deadlineHelp', { n: usualDays }), type: 'date', optional: true, min: today })}
      ${selectField(form.field('townCode'), {
        label: msg('town'),
        optional: true,
        choices: [
          { value: '', label: msg('anyTown') },
          ...towns.map(({ code }) => ({ value: code, label: words.town(code) })),
        ],
      })}
      ${textArea(form.field('text'), { label: msg('text'), hint: msg('textHelp'), optional: true, wide: true, rows: 2, maxlength: 600 })}
    </div>`;
  }

  private answers(): unknown {
    const { msg, proposals, comparing, failure } = this;
    const { category } = this.form.values;
    if (failure !== undefined)
      return notice({
        kind: 'negative',
        role: 'alert',
        title: msg('failed', { reason: failure.message }),
        actions: html`<button type="button" class="zs-btn" @click=${() => void this.compare()}>
          ${msg('again')}
        </button>`,
      });
    if (proposals === undefined)
      return comparing
        ? skeleton(msg('reading'))
        : stateView({ icon: searchIcon, title: msg('chooseFirst'), body: msg('chooseFirstHelp') });
    return html`<div aria-busy=${comparing ? 'true' : nothing}>
      ${this.resultsView.render({ proposals, category, from: msg('from') })} ${this.next()}
    </div>`;
  }

  private next(): unknown {
    const { msg, formHref, session } = this;
    if (session !== null && formHref === '') return nothing;
    return html`<div class="zs-try__next">
      ${notice({
        kind: 'info',
        title: msg('next'),
        actions:
          session === null
            ? html`<button type="button" class="zs-btn" @click=${() => this.portal?.signIn()}>${msg('signIn')}</button>`
            : html`<a class="zs-btn" href=${formHref}>${msg('stateNeed')}</a>`,
      })}
    </div>`;
  }

  protected override renderContent(): unknown {
    const { msg, catalogue } = this;
    if (catalogue === undefined) return this.renderSkeleton();
    return html`<section class="zs-section">
      <div class="zs-section__head"><h3 class="zs-h2">${msg('title')}</h3></div>
      ${notice({ kind: 'neutral', body: msg('notKept') })}
      <form novalidate @submit=${(event: Event) => this.submit(event)}>
        ${this.form.renderSummary()} ${this.fields(catalogue)}
      </form>
      ${this.answers()}
    </section>`;
  }

  /** Enter compares at once. */
  private submit(event: Event): void {
    event.preventDefault();
    clearTimeout(this.pausing);
    void this.form.check().then((right) => (right ? this.compare() : undefined));
  }
}
