import { icon, useMessages, ZsElement } from '@zhaoshang/elements';
import type { Status } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { leftIcon, okIcon } from '@zhaoshang/elements/icons.ts';
import { editIcon, inboxIcon, pauseIcon, refreshIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tableStyles } from '@zhaoshang/elements/styles/table.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { timelineStyles } from '@zhaoshang/elements/styles/timeline.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { asZsError } from '@zhaoshang/kernel';
import { css, html, nothing, type TemplateResult } from 'lit';
import { entriesOf, outsideReserved } from '../form/entries-of.ts';
import type { ListHost } from '../list-host.ts';
import type { Holding, Resource } from '../resource-types.ts';
import { CloseDialog } from './close-dialog.ts';
import { factsView } from './facts-view.ts';
import { historyView, holdersView } from './holders-view.ts';
import type { ItemHost } from './item-host.ts';
import { resourceItemMessages } from './resource-item.messages.ts';

/** Pages of matches that are looked through for one resource. */
const mostPages = 10;

const ownStyles = css`
  .zs-item__acts {
    margin-top: var(--zs-space-3);
  }
  .zs-item__tags > * {
    margin: 0 0.375em 0.25em 0;
  }
  .zs-item__any {
    padding-left: 1.25em;
    list-style: disc;
  }
  .zs-kv > dd {
    overflow-wrap: anywhere;
  }
  .zs-section > .zs-h2 {
    margin-bottom: var(--zs-space-2);
  }
  @media print {
    .zs-btn {
      display: none;
    }
  }
`;

/**
 * One resource (RES-1, RES-2, RES-3, RES-10, RES-11), part of `<zs-resource-list>`: all that is known of it, who holds how
 * much until when, and changing, checking and closing it.
 *
 * @summary One resource of a department (inside the list).
 */
export class ResourceItemElement extends ZsElement implements ItemHost {
  static override styles = ZsElement.withStyles(
    frameStyles,
    listStyles,
    tableStyles,
    tagStyles,
    timelineStyles,
    noticeStyles,
    stateStyles,
    fieldStyles,
    errorSummaryStyles,
    dialogStyles,
    ownStyles,
  );

  readonly msg = useMessages(this, resourceItemMessages);
  readonly attempts = new AttemptController(this);
  private readonly closing: CloseDialog = new CloseDialog(this);

  @property({ attribute: false }) list!: ListHost;
  /** Id of the resource. */
  @property({ attribute: false }) resource = '';
  @state() shown!: Resource;
  @state() holdings: readonly Holding[] = [];
  @state() holdingsHidden = false;
  @state() private isEditing = false;
  @state() private refusal = '';
  private readId = '';

  constructor() {
    super();
    this.listen('needs-matching.resource-changed', ({ payload }) => {
      if (payload.resourceId === this.resource) void this.reload();
    });
    for (const name of ['need-matched', 'need-accepted', 'match-released', 'need-fulfilled'] as const)
      this.listen(`needs-matching.${name}`, ({ payload }) => {
        if (payload.resourceId === this.resource) void this.reload();
      });
  }

  // --- Reading --------------------------------------------------------------------------------------------------------

  protected override updated(): void {
    // Another resource is to be shown by the same element.
    if (this.readId !== '' && this.resource !== this.readId) void this.reload();
  }

  protected override async load(signal: AbortSignal): Promise<Status | void> {
    await this.updateComplete;
    const isFirst = this.resource !== this.readId;
    this.readId = this.resource;
    const matching = this.list.matching();
    try {
      const shown = await matching.resource({ resourceId: this.resource }, { signal });
      const holdings = await this.readHoldings(shown, signal);
      if (signal.aborted) return;
      this.shown = shown;
      this.holdings = holdings;
    } catch (error) {
      if (asZsError(error).kind === 'not-found') return 'empty';
      throw error;
    }
    this.list.took(this.shown);
    if (isFirst) void this.updateComplete.then(() => this.focusOn('h2'));
  }

  private async readHoldings({ id, steward }: Resource, signal: AbortSignal): Promise<readonly Holding[]> {
    const matching = this.list.matching();
    const found: Holding[] = [];
    this.holdingsHidden = false;
    let cursor: string | null | undefined;
    for (let page = 0; page < mostPages && cursor !== null; page += 1) {
      let answer: Awaited<ReturnType<typeof matching.matchesOfDepartment>>;
      try {
        answer = await matching.matchesOfDepartment(
          { department: steward, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
          { signal },
        );
      } catch (error) {
        // Another department's matches: the resource is shown without them.
        if (asZsError(error).kind !== 'forbidden') throw error;
        this.holdingsHidden = true;
        return [];
      }
      found.push(...answer.items.filter(({ match }) => match.resourceId === id));
      cursor = answer.nextCursor;
    }
    return found;
  }

  took(resource: Resource): void {
    this.shown = resource;
    this.list.took(resource);
  }

  readFresh(): Promise<void> {
    return this.reload();
  }

  // --- Doing ----------------------------------------------------------------------------------------------------------

  /** What is there, sent again: its day of the last check is today. */
  private readonly attest = async (): Promise<void> => {
    const { shown, list } = this;
    this.refusal = '';
    const outcome = await this.attempts.run(
      'attest',
      { resourceId: shown.id, version: shown.version },
      async (_, options) => {
        const entries = entriesOf(shown, await outsideReserved(list, shown));
        const input = { resourceId: shown.id, ...entries };
        return list.matching().updateResource(input, { ...options, expectedVersion: shown.version });
      },
    );
    if (outcome.ok) {
      this.took(outcome.output);
      list.say({ text: this.msg('attested') });
      return;
    }
    if (outcome.error.kind === 'stale') await this.reload();
    this.refusal = outcome.error.kind === 'stale' ? this.msg('attestRefused') : outcome.error.message;
  };

  private readonly reopen = async (): Promise<void> => {
    const { shown, list } = this;
    this.refusal = '';
    const outcome = await this.attempts.run('reopen', { resourceId: shown.id }, (value, options) =>
      list.matching().reopenResource(value, { ...options, expectedVersion: shown.version }),
    );
    if (outcome.ok) {
      this.took(outcome.output);
      list.say({ text: this.msg('reopened') });
      return;
    }
    if (outcome.error.kind === 'stale') await this.reload();
    this.refusal = outcome.error.message;
  };

  private readonly leaveForm = (event: CustomEvent<Resource | undefined>): void => {
    this.isEditing = false;
    if (event.detail !== null && event.detail !== undefined) this.took(event.detail);
    void this.focusOn('h2');
  };

  // --- Showing --------------------------------------------------------------------------------------------------------

  private renderBack(): TemplateResult {
    return html`<button type="button" class="zs-btn zs-btn--quiet" @click=${() => this.list.openResource('')}>
      ${icon(leftIcon)}${this.msg('back')}
    </button>`;
  }

  protected override renderEmpty(): TemplateResult {
    return stateView({ icon: inboxIcon, title: this.msg('gone'), level: 2, actions: this.renderBack() });
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    const { shown, list } = this;
    if (shown === undefined) return nothing;
    if (this.isEditing) {
      this.lazyPart(() => import('../form/define.ts'));
      return html`<zs-resource-form
        .list=${list}
        .original=${shown}
        .lang=${this.lang}
        @leave=${this.leaveForm}
      ></zs-resource-form>`;
    }
    const { words } = list;
    const place = [words.category(shown.type), words.provider(shown.provider), words.town(shown.townCode)];
    return html`${this.renderBack()}
      <header class="zs-head">
        <h2 class="zs-title" tabindex="-1">${shown.title}</h2>
        <p class="zs-muted">${place.filter((text) => text !== '').join('　')}</p>
        ${this.renderNotices()} ${shown.may.edit ? this.renderActs() : nothing}
      </header>
      ${factsView(this)} ${holdersView(this)} ${historyView(this)} ${this.closing.render()}`;
  }

  private renderNotices(): unknown {
    const { msg, shown, list } = this;
    const staleDays = list.words.catalogue?.staleDays ?? 30;
    return [
      this.refusal === '' ? nothing : notice({ kind: 'caution', role: 'alert', title: this.refusal }),
      shown.state === 'closed'
        ? notice({ kind: 'neutral', icon: pauseIcon, title: msg('closed', { reason: shown.closedReason ?? '' }) })
        : nothing,
      shown.state === 'open' && shown.ageDays >= staleDays
        ? notice({ kind: 'caution', title: msg('stale', { n: staleDays }) })
        : nothing,
    ];
  }

  private renderActs(): TemplateResult {
    const { msg, shown, attempts } = this;
    if (shown.state === 'closed')
      return html`<div class="zs-row zs-item__acts">
        <button
          type="button"
          class="zs-btn zs-btn--primary"
          aria-busy=${attempts.busy === 'reopen' ? 'true' : 'false'}
          @click=${() => void this.reopen()}
        >
          ${icon(refreshIcon)}${msg('reopen')}
        </button>
      </div>`;
    return html`<div class="zs-row zs-item__acts">
      <button type="button" class="zs-btn zs-btn--primary" @click=${() => (this.isEditing = true)}>
        ${icon(editIcon)}${msg('edit')}
      </button>
      <button
        type="button"
        class="zs-btn"
        aria-busy=${attempts.busy === 'attest' ? 'true' : 'false'}
        @click=${() => void this.attest()}
      >
        ${icon(okIcon)}${msg('attest')}
      </button>
      <button type="button" class="zs-btn" @click=${() => this.closing.open()}>
        ${icon(pauseIcon)}${msg('close')}
      </button>
    </div>`;
  }
}
