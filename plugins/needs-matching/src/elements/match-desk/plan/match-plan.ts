import { icon, useMessages, ZsElement } from '@zhaoshang/elements';
import type { Status } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { downIcon, okIcon, stopIcon } from '@zhaoshang/elements/icons.ts';
import { inboxIcon, linkIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { instantText } from '@zhaoshang/elements/words.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ProposalWords } from '../../proposal/proposal-words.ts';
import type { DeskHost } from '../desk-host.ts';
import type { MatchingClient, Plan, PlannedPair, PlanResult } from '../match-types.ts';
import { ApplyDialog } from './apply-dialog.ts';
import { planFigures, planPrices, roundedPoints, signedPoints } from './parts/plan-figures.ts';
import { movedTable, pairTable, rowsEach, ruleList, unassignedTable } from './parts/plan-tables.ts';
import { pairKey, type PairNamed, type PlanHost } from './plan-host.ts';
import { planMessages } from './plan.messages.ts';
import { planStyles } from './plan.styles.ts';
import { RuleDialog } from './rule-dialog.ts';

/** A plan is solved for the whole zone: what changes in one moment is one solution. */
const settleMilliseconds = 1_500;

/**
 * 全区统筹: the best assignment of all open needs, with what locks and bans change, and doing what people choose of it.
 *
 * @summary Plan for the whole zone (inside the matching desk).
 */
export class MatchPlanElement extends ZsElement implements PlanHost {
  static override styles = ZsElement.withStyles(planStyles);

  readonly msg = useMessages(this, planMessages);
  readonly attempts = new AttemptController(this);
  readonly words = new ProposalWords(this, { catalogue: () => this.desk.catalogue, today: () => this.desk.today });
  private readonly ruling = new RuleDialog(this);
  private readonly applying = new ApplyDialog(this);

  @property({ attribute: false }) desk!: DeskHost;
  @state() plan: Plan | undefined;
  @state() chosen: ReadonlySet<string> = new Set();
  @state() rowsShown = rowsEach;
  @state() private category = '';
  @state() private totalBefore: number | undefined;
  @state() private ruleProblem: ZsError | undefined;
  @state() private results: readonly { readonly result: PlanResult; readonly pair: PlannedPair | undefined }[] = [];
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    for (const name of [
      'pair-rule-changed',
      'need-submitted',
      'need-changed',
      'need-matched',
      'match-released',
    ] as const)
      this.listen(`needs-matching.${name}`, () => this.settle());
    this.listen('needs-matching.resource-changed', () => this.settle());
    this.listen('needs-matching.resources-imported', () => this.settle());
  }

  matching(): MatchingClient {
    return this.desk.matching();
  }

  focusIn(selector: string): Promise<void> {
    return this.focusOn(selector);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.settling);
    this.settling = undefined;
  }

  protected override get needsSession(): boolean {
    return true;
  }

  protected override async load(signal: AbortSignal): Promise<Status | void> {
    // An element that was in the page before its class gets its properties with the first rendering.
    await this.updateComplete;
    const { category } = this;
    const plan = await this.matching().assignmentPlan(category === '' ? {} : { category }, { signal });
    if (signal.aborted) return;
    const before = this.plan;
    const sameRules = before !== undefined && JSON.stringify(before.rules) === JSON.stringify(plan.rules);
    // Needs or resources have changed, not the rules: nothing says what the rules did any more.
    if (sameRules && before.total !== plan.total) this.totalBefore = undefined;
    this.plan = plan;
    // What is no pair any more cannot be chosen any more; all other choices stay.
    const keys = new Set(plan.pairs.map(pairKey));
    this.chosen = new Set([...this.chosen].filter((key) => keys.has(key)));
  }

  private settle(): void {
    this.settling ??= setTimeout(() => {
      this.settling = undefined;
      void this.reload();
    }, settleMilliseconds);
  }

  async solve(undo?: { readonly label: string; readonly run: () => void }): Promise<void> {
    const before = this.plan;
    await this.reload();
    const { plan, msg } = this;
    if (before === undefined || plan === undefined || plan === before) return;
    this.totalBefore = before.total;
    const n = movedCount(before, plan);
    const change = plan.total - before.total;
    const text =
      Math.abs(change) < 0.005
        ? msg('same', { n })
        : msg('resolved', {
            from: roundedPoints(before.total),
            to: roundedPoints(plan.total),
            change: signedPoints(change),
            n,
          });
    this.desk.say(undo === undefined ? { text } : { text, action: undo });
    await this.updateComplete;
    if ((this.renderRoot as ShadowRoot).activeElement === null) await this.focusOn('#plan-title');
  }

  choose(ids: ReadonlySet<string>): void {
    this.chosen = ids;
  }

  showMore(): void {
    this.rowsShown += rowsEach;
  }

  setRule(kind: 'lock' | 'ban', pair: PairNamed): void {
    this.ruling.openFor(kind, pair);
  }

  clearRule(needId: string, resourceId: string): void {
    void this.clear({ needId, resourceId });
  }

  private async clear(pair: { readonly needId: string; readonly resourceId: string }): Promise<void> {
    const outcome = await this.attempts.run('clear', pair, (input, options) =>
      this.matching().clearPairRule(input, options),
    );
    this.ruleProblem = outcome.ok ? undefined : outcome.error;
    if (outcome.ok) await this.solve();
  }

  async showResults(results: readonly PlanResult[], pairs: readonly PlannedPair[]): Promise<void> {
    this.results = results.map((result) => ({ result, pair: pairs.find((pair) => pairKey(pair) === pairKey(result)) }));
    const done = results.filter(({ refused }) => refused === null).length;
    this.chosen = new Set();
    this.totalBefore = undefined;
    this.desk.say({
      text: this.msg('applied', { n: done }),
      ...(done < results.length ? { kind: 'caution' as const } : {}),
    });
    await this.reload();
    await this.focusOn('#results-title');
  }

  // --- Showing --------------------------------------------------------------------------------------------------------

  protected override renderContent(): TemplateResult | typeof nothing {
    const { plan, msg, ruleProblem } = this;
    if (plan === undefined) return nothing;
    return html`<div class="zs-dense">
        <section class="zs-section" aria-labelledby="plan-title">
          <div class="zs-section__head">
            <h3 class="zs-h2" id="plan-title" tabindex="-1">${msg('title', { n: plan.pairs.length })}</h3>
            <span class="zs-small zs-muted"
              >${msg('computed', { time: instantText(plan.asOf, this.locale, false) })}</span
            >
          </div>
          ${notice({ kind: 'neutral', body: msg('lead') })} ${this.renderCategory()}
          ${planFigures(this, plan, this.totalBefore)}
          ${ruleProblem === undefined ? nothing : notice({ kind: 'caution', role: 'alert', title: ruleProblem.message })}
        </section>
        ${this.renderResults()} ${ruleList(this, plan)} ${movedTable(this, plan)}
        <section class="zs-section" aria-labelledby="pairs-title">
          <div class="zs-section__head"><h3 class="zs-h2" id="pairs-title">${msg('pairs')}</h3></div>
          ${
            plan.pairs.length === 0
              ? stateView({ icon: inboxIcon, title: msg('noPairs'), body: msg('noPairsBody') })
              : pairTable(this, plan)
          }
          ${this.renderApply()}
        </section>
        ${unassignedTable(this, plan)} ${planPrices(this, plan)}
      </div>
      ${this.ruling.render()} ${this.applying.render()}`;
  }

  private renderCategory(): TemplateResult {
    const { msg, words, category } = this;
    const turn = (event: Event) => {
      this.category = (event.target as HTMLSelectElement).value;
      this.totalBefore = undefined;
      this.chosen = new Set();
      void this.reload();
    };
    return html`<div class="zs-field zs-plan__category">
      <label class="zs-field__label" for="plan-category">${msg('category')}</label>
      <span class="zs-select-wrap">
        <select class="zs-select" id="plan-category" @change=${turn}>
          <option value="" .selected=${live(category === '')}>${msg('allCategories')}</option>
          ${(words.catalogue?.categories ?? []).map(
            ({ code }) =>
              html`<option value=${code} .selected=${live(code === category)}>${words.category(code)}</option>`,
          )}
        </select>
        ${icon(downIcon, 'small')}
      </span>
    </div>`;
  }

  private renderApply(): TemplateResult | typeof nothing {
    const { msg, chosen, desk } = this;
    if (!desk.canWork || chosen.size === 0) return nothing;
    return html`<div class="zs-plan__apply" role="group">
      <span role="status">${msg('chosen', { n: chosen.size })}</span>
      <button type="button" class="zs-btn zs-btn--primary" @click=${() => this.applying.open()}>
        ${icon(linkIcon)}${msg('apply', { n: this.applying.pairs.length })}
      </button>
      <button type="button" class="zs-btn zs-btn--quiet" @click=${() => this.choose(new Set())}>
        ${msg('clearChoice')}
      </button>
    </div>`;
  }

  private renderResults(): TemplateResult | typeof nothing {
    const { msg, results } = this;
    if (results.length === 0) return nothing;
    const done = results.filter(({ result }) => result.refused === null).length;
    return html`<section class="zs-section" aria-labelledby="results-title">
      <div class="zs-section__head">
        <h3 class="zs-h2" id="results-title" tabindex="-1">
          ${msg('results', { done, refused: results.length - done })}
        </h3>
        <button type="button" class="zs-btn zs-btn--quiet" @click=${() => (this.results = [])}>
          ${msg('closeResults')}
        </button>
      </div>
      <ul class="zs-list">
        ${results.map(
          ({ result, pair }) =>
            html`<li class="zs-tight">
              <p>
                ${result.refused === null ? tag('positive', msg('resultDone'), okIcon) : tag('negative', msg('resultRefused'), stopIcon)}
                ${pair === undefined ? result.needId : pair.enterpriseName === '' ? pair.number : pair.enterpriseName}　${pair?.resourceTitle ?? result.resourceId}
              </p>
              ${result.message === '' ? nothing : html`<p class="zs-small">${result.message}</p>`}
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

/** How many needs have another resource than before, or none any more. */
function movedCount(before: Plan, after: Plan): number {
  const now = new Map(after.pairs.map(({ needId, resourceId }) => [needId, resourceId]));
  const was = new Map(before.pairs.map(({ needId, resourceId }) => [needId, resourceId]));
  const all = new Set([...now.keys(), ...was.keys()]);
  return [...all].filter((needId) => now.get(needId) !== was.get(needId)).length;
}
