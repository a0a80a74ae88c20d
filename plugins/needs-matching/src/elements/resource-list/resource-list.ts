import { useMessages, ZsElement } from '@zhaoshang/elements';
import type { Status } from '@zhaoshang/elements';
import { inboxIcon, lockIcon, refreshIcon } from '@zhaoshang/elements/more-icons.ts';
import { icon } from '@zhaoshang/elements/icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { ToastController, type Toast } from '@zhaoshang/elements/toast/toast-controller.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { dateAt } from '@zhaoshang/elements/words.ts';
import { asZsError, hasRole } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { NeedsMatchingContract } from '../../contract.ts';
import { needsMatchingOutline } from '../../contract.outline.ts';
import type { ListHost } from './list-host.ts';
import { ListWords, numberText } from './list-words.ts';
import { filterBar } from './parts/filter-bar.ts';
import { listActs, listHead, type ListView } from './parts/list-head.ts';
import { plainRows, rowsView, type LongRows } from './parts/rows-view.ts';
import { filterCount, noFilter, type SortColumn, type StockFilter } from './parts/stock-filter.ts';
import type { StockRow } from './parts/stock-row.ts';
import { Stock } from './parts/stock.ts';
import { resourceListMessages } from './resource-list.messages.ts';
import { resourceListStyles } from './resource-list.styles.ts';
import type { Catalogue, MatchingClient, Resource } from './resource-types.ts';

const staff = ['department', 'specialist', 'centre', 'leader', 'hr', 'auditor'] as const;
/** A count is read out once typing has stopped. */
const announceMilliseconds = 600;

/**
 * 部门资源清单 (RES-1, RES-2, RES-3, RES-8, RES-10, RES-11): what departments and partners offer, how much of it is left and
 * who has the rest; adding, changing, checking and closing resources; sheets in and out; demand that nothing serves. It
 * follows every change made elsewhere and holds up to 100,000 resources.
 *
 * @summary The resources a department keeps: list, one resource, import and export, demand not served.
 * @slot - What is shown until the element is ready, and without JavaScript: how to go on with a sheet.
 * @event {CustomEvent} zs-resource-changed - On the portal: a resource, or what is left of it, changed; detail:
 *   `{ resourceId, type, revision }`.
 * @event {CustomEvent} zs-resources-imported - On the portal: a sheet was imported; detail:
 *   `{ provider, created, updated, revision }`.
 * @csspart base - The container of everything inside.
 */
export class ResourceListElement extends ZsElement implements ListHost {
  static override styles = ZsElement.withStyles(resourceListStyles);

  /** `list`, or `unserved` for the demand that cannot be met. */
  @property() view: ListView = 'list';
  /** Id of the resource that is shown; by default the list. */
  @property() resource = '';

  readonly msg = useMessages(this, resourceListMessages);
  readonly words: ListWords;
  private readonly stock: Stock;
  private readonly toast = new ToastController(this);

  @state() private catalogue: Catalogue | undefined;
  @state() private filtersOpen = false;
  @state() private isOwnOnly = true;
  @state() private isSaving = false;
  @state() private task: 'add' | 'import' | undefined;
  @state() private longRows: LongRows | undefined;
  /** Row that Tab reaches in a long list. */
  @state() private stop = 0;
  private announcing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const wordsOf = this as ResourceListElement;
    this.words = new ListWords({
      get locale() {
        return wordsOf.locale;
      },
      get catalogue() {
        return wordsOf.catalogue;
      },
      get today() {
        return dateAt(wordsOf.now());
      },
    });
    this.stock = new Stock(this.words, () => this.requestUpdate());
    this.listen('needs-matching.resource-changed', ({ payload }) => void this.refresh(payload.resourceId));
    this.listen('needs-matching.resources-imported', () => this.readAgain());
  }

  // --- What the parts read --------------------------------------------------------------------------------------------

  get canKeep(): boolean {
    return hasRole(this.session, ['department', 'centre']);
  }

  get steward(): string {
    return this.isOwnOnly ? this.ownDepartment : '';
  }

  get shown(): readonly StockRow[] {
    return this.stock.shown;
  }

  private get ownDepartment(): string {
    return hasRole(this.session, ['department']) ? (this.session?.department ?? '') : '';
  }

  matching(): MatchingClient {
    return this.client<NeedsMatchingContract>(needsMatchingOutline);
  }

  say(toast: Toast): void {
    this.toast.show(toast);
  }

  openResource(resourceId: string): void {
    const before = this.resource;
    this.task = undefined;
    this.resource = resourceId;
    if (resourceId !== '') return;
    const index = this.shown.findIndex(({ id }) => id === before);
    if (index >= 0) void this.moveTo(index);
    else void this.focusOn('#resource-search');
  }

  took(resource: Resource): void {
    const isOurs = this.steward === '' || resource.steward === this.steward;
    if (isOurs) this.stock.take(resource);
    else this.stock.drop(resource.id);
  }

  readAgain(): void {
    void this.reload();
  }

  // --- Reading --------------------------------------------------------------------------------------------------------

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.announcing);
  }

  protected override get needsSession(): boolean {
    return true;
  }

  protected override async load(signal: AbortSignal): Promise<Status | void> {
    const client = this.matching();
    this.catalogue = await client.catalogue({}, { signal });
    if (!hasRole(this.session, staff)) return 'empty';
    this.stock.staleDays = this.catalogue.staleDays;
    await this.stock.read(client, this.steward, this.canKeep, signal);
  }

  /** One resource changed somewhere: the rest of the list stays as it is. */
  private async refresh(resourceId: string): Promise<void> {
    const mayBelong = this.stock.row(resourceId) !== undefined || this.status === 'ready';
    if (!mayBelong || this.portal === undefined) return;
    try {
      this.took(await this.matching().resource({ resourceId }));
    } catch (error) {
      if (asZsError(error).kind === 'not-found') this.stock.drop(resourceId);
    }
  }

  // --- Doing ----------------------------------------------------------------------------------------------------------

  private readonly ask = (filter: Partial<StockFilter>): void => {
    this.fromTheTop();
    this.stock.ask(filter);
    this.tellCount();
  };

  private readonly find = (search: string): void => {
    this.fromTheTop();
    this.stock.find(search);
    this.tellCount();
  };

  private readonly sortBy = (column: SortColumn): void => {
    const { sort } = this.stock;
    this.fromTheTop();
    this.stock.order({ column, descending: sort.column === column && !sort.descending });
  };

  private fromTheTop(): void {
    this.stop = 0;
    this.renderRoot.querySelector('.zs-stock__scroll.is-long')?.scrollTo(0, 0);
  }

  private tellCount(): void {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => this.announce(this.countText()), announceMilliseconds);
  }

  private readonly moveTo = async (index: number): Promise<void> => {
    const row = this.shown[index];
    if (row === undefined) return;
    this.stop = index;
    await this.updateComplete;
    const body = this.renderRoot.querySelector('.zs-stock__body');
    if (body !== null && this.shown.length > plainRows) await this.longRows?.show(body, index);
    await this.focusOn(`#resource-${CSS.escape(row.id)}`);
  };

  private readonly showOwnOnly = (own: boolean): void => {
    if (own === this.isOwnOnly) return;
    this.isOwnOnly = own;
    this.stock.ask({ provider: '' });
    void this.reload();
  };

  private readonly save = async (format: 'csv' | 'xlsx'): Promise<void> => {
    this.isSaving = true;
    try {
      const { saveList } = await import('./save/save-list.ts');
      const total = this.shown.length;
      const n = await saveList(this, format);
      const text = n < total ? this.msg('savedPart', { n, total }) : this.msg('saved', { n });
      this.toast.show({ text, kind: n < total ? 'caution' : 'positive' });
    } catch (error) {
      this.toast.show({ kind: 'caution', text: this.msg('saveFailed', { reason: asZsError(error).message }) });
    } finally {
      this.isSaving = false;
    }
  };

  private readonly leaveTask = (focus: string): void => {
    this.task = undefined;
    void this.focusOn(focus);
  };

  // --- Showing --------------------------------------------------------------------------------------------------------

  protected override renderEmpty(): TemplateResult {
    const phone = this.catalogue?.helpPhone ?? '';
    return stateView({
      icon: lockIcon,
      title: this.msg('forbidden'),
      body: this.msg('forbiddenBody', { phone }),
      level: 2,
    });
  }

  protected override renderContent(): TemplateResult {
    return html`${this.renderView()} ${this.toast.render()}`;
  }

  private renderView(): TemplateResult {
    const { resource, task, lang } = this;
    if (task === 'import') {
      this.lazyPart(() => import('./import/define.ts'));
      return html`<zs-resource-import
        .list=${this as ListHost}
        .lang=${lang}
        @leave=${() => this.leaveTask('#resource-import')}
      ></zs-resource-import>`;
    }
    if (task === 'add') {
      this.lazyPart(() => import('./form/define.ts'));
      return html`<zs-resource-form
        .list=${this as ListHost}
        .lang=${lang}
        @leave=${() => this.leaveTask('#resource-add')}
      ></zs-resource-form>`;
    }
    if (resource !== '') {
      this.lazyPart(() => import('./item/define.ts'));
      return html`<zs-resource-item .list=${this as ListHost} .resource=${resource} .lang=${lang}></zs-resource-item>`;
    }
    return html`<div class="zs-dense">
      ${listHead(this, {
        view: this.view,
        ownDepartment: this.ownDepartment,
        isOwnOnly: this.isOwnOnly,
        choose: (view) => (this.view = view),
        showOwnOnly: this.showOwnOnly,
      })}
      <div class="zs-stock__panel" role="tabpanel" id="list-panel" aria-labelledby="tab-${this.view}">
        ${this.view === 'unserved' ? this.renderUnserved() : this.renderList()}
      </div>
    </div>`;
  }

  private renderUnserved(): TemplateResult {
    this.lazyPart(() => import('./unserved/define.ts'));
    return html`<zs-unserved-demand .list=${this as ListHost} .lang=${this.lang}></zs-unserved-demand>`;
  }

  private renderList(): TemplateResult {
    const { stock, msg } = this;
    const rows = stock.shown;
    const acts = listActs(this, {
      isSaving: this.isSaving,
      add: () => (this.task = 'add'),
      importRows: () => (this.task = 'import'),
      save: (format) => void this.save(format),
    });
    if (stock.total === 0 && !stock.reading) return html`${acts}${this.renderNone()}`;
    if (rows.length > plainRows && this.longRows === undefined)
      this.lazyPart(() => import('./virtual/long-rows.ts').then(({ longRows }) => (this.longRows = longRows)));
    return html`${acts}
      ${filterBar(this, stock, {
        isOpen: this.filtersOpen,
        toggle: () => (this.filtersOpen = !this.filtersOpen),
        ask: this.ask,
        find: this.find,
      })}
      <p class="zs-small zs-muted zs-stock__count">
        ${stock.reading ? msg('reading', { n: numberText(stock.total) }) : this.countText()}
      </p>
      ${rows.length > plainRows ? html`<p class="zs-vh">${msg('keysHint')}</p>` : nothing}
      ${stock.incomplete ? this.renderIncomplete() : nothing}
      ${
        rows.length === 0
          ? this.renderNotFound()
          : rowsView(this, {
              stock,
              rows,
              longRows: this.longRows,
              stop: this.stop,
              sortBy: this.sortBy,
              moveTo: (index) => void this.moveTo(index),
            })
      }`;
  }

  private countText(): string {
    const { shown, total, search, filter } = this.stock;
    const all = search === '' && filterCount(filter) === 0;
    return all
      ? this.msg('shown', { n: numberText(shown.length) })
      : this.msg('shownOf', { n: numberText(shown.length), total: numberText(total) });
  }

  private renderIncomplete(): TemplateResult {
    return notice({
      kind: 'caution',
      role: 'status',
      title: this.msg('incomplete'),
      actions: html`<button type="button" class="zs-btn" @click=${() => this.readAgain()}>
        ${icon(refreshIcon)}${this.msg('readAgain')}
      </button>`,
    });
  }

  private renderNone(): TemplateResult {
    return this.canKeep
      ? stateView({ icon: inboxIcon, title: this.msg('none'), body: this.msg('noneBody') })
      : stateView({ icon: inboxIcon, title: this.msg('noneElse') });
  }

  private renderNotFound(): TemplateResult {
    const clear = (): void => {
      this.stock.search = '';
      this.ask(noFilter);
    };
    return stateView({
      icon: inboxIcon,
      title: this.msg('noneFound'),
      body: this.msg('noneFoundBody'),
      actions: html`<button type="button" class="zs-btn" @click=${clear}>${this.msg('clear')}</button>`,
    });
  }
}
