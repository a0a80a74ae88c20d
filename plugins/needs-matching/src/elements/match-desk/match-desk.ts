import { useMessages, ZsElement } from '@zhaoshang/elements';
import type { Status } from '@zhaoshang/elements';
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { inboxIcon, lockIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { ToastController, type Toast } from '@zhaoshang/elements/toast/toast-controller.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { dateAt, formatDate } from '@zhaoshang/elements/words.ts';
import { hasRole } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { NeedsMatchingContract } from '../../contract.ts';
import { needsMatchingOutline } from '../../contract.outline.ts';
import type { DeskHost, Neighbours } from './desk-host.ts';
import { matchDeskMessages } from './match-desk.messages.ts';
import { matchDeskStyles } from './match-desk.styles.ts';
import type { Catalogue, MatchingClient } from './match-types.ts';
import { deskHead, deskViews, type DeskView } from './parts/desk-head.ts';
import { keysDialog } from './parts/keys-dialog.ts';
import { categoryName } from './parts/need-words.ts';
import { filterCount, noFilter, type WorklistFilter } from './parts/worklist-filter.ts';
import { worklistFilters } from './parts/worklist-filters.ts';
import { worklistTable } from './parts/worklist-table.ts';
import { readAtMost, rowsPerPage, Worklist } from './parts/worklist.ts';
import { keepKeysOn, plainKey, readKeysOn } from './shortcuts.ts';

/** Changes of the same moment are read once. */
const settleMilliseconds = 250;
/** The plan of the whole zone is not for single departments. */
const planners = ['specialist', 'centre', 'leader', 'auditor'] as const;
const staff = ['department', 'specialist', 'centre', 'leader', 'hr', 'auditor'] as const;

/**
 * Where specialists bring needs and resources together: the list of needs with one responsible specialist each, the ranked
 * and explained proposals of one need with everything that can be done about it, the plan for the whole zone, and the
 * proactive tasks. It follows every change made elsewhere and keeps what is being typed.
 *
 * @summary Matches needs with resources: worklist, one need, whole zone, proactive tasks.
 * @slot - What is shown until the element is ready, and without JavaScript: how to go on by phone.
 * @event {CustomEvent} zs-need-matched - On the portal: a resource was offered; detail:
 *   `{ needId, uscc, category, resourceId, matchId, quantity, department, topic }`.
 * @event {CustomEvent} zs-match-released - On the portal: an offer was taken back, declined or ran out; detail:
 *   `{ needId, uscc, category, resourceId, matchId, state }`.
 * @event {CustomEvent} zs-need-changed - On the portal: a need was assigned, taken up or reopened; detail:
 *   `{ needId, uscc, category, state, specialistId }`.
 * @event {CustomEvent} zs-need-unmet - On the portal: a need went to the centre; detail: `{ needId, uscc, category, reason }`.
 * @event {CustomEvent} zs-visit-wanted - On the portal: a visit was asked for from a proposal; detail:
 *   `{ department, topic, question, from }`.
 * @csspart base - The container of everything inside.
 */
export class MatchDeskElement extends ZsElement implements DeskHost {
  static override styles = ZsElement.withStyles(matchDeskStyles);

  /** `needs`, `plan` (全区统筹) or `tasks` (主动办). */
  @property() view: DeskView = 'needs';
  /** Id of the need that is shown; by default the list. */
  @property() need = '';
  /** Address of the page that has `<zs-service-booking>`, for 约办 where this page has none. */
  @property({ attribute: 'booking-href' }) bookingHref = '';

  readonly msg = useMessages(this, matchDeskMessages);
  readonly attempts = new AttemptController(this);
  private readonly toast = new ToastController(this);
  private readonly keysDialog = new DialogController(this, 'keys');
  private readonly list = new Worklist(
    () => this.requestUpdate(),
    ({ category }) => [categoryName(this, category)],
  );

  @state() catalogue: Catalogue | undefined;
  @state() keysOn = readKeysOn();
  @state() private filtersOpen = false;
  @state() private scopeChosen = false;
  private readAt = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    for (const name of [
      'need-submitted',
      'need-changed',
      'need-matched',
      'need-accepted',
      'match-released',
      'need-fulfilled',
      'need-confirmed',
      'need-unmet',
      'need-rated',
    ] as const)
      this.listen(`needs-matching.${name}`, () => this.settle());
    this.addEventListener('keydown', this.handleKey);
  }

  // --- What the parts read --------------------------------------------------------------------------------------------

  get today(): string {
    return dateAt(this.now());
  }

  get canWork(): boolean {
    return hasRole(this.session, ['specialist', 'centre']);
  }

  get isCentre(): boolean {
    return hasRole(this.session, ['centre']);
  }

  get seesRecords(): boolean {
    return hasRole(this.session, ['department', 'specialist', 'centre']);
  }

  get ownId(): string {
    const { catalogue, session } = this;
    const own = catalogue?.specialists.find(({ id, name }) => id === session?.subject || name === session?.displayName);
    return own?.id ?? '';
  }

  matching(): MatchingClient {
    return this.client<NeedsMatchingContract>(needsMatchingOutline);
  }

  dateText(date: string): string {
    const year = date.slice(0, 4) !== this.today.slice(0, 4);
    return formatDate(date, { locale: this.locale, year, weekday: false });
  }

  say(toast: Toast): void {
    this.toast.show(toast);
  }

  openNeed(needId: string): void {
    const before = this.need;
    this.view = 'needs';
    this.need = needId;
    if (needId === '' && before !== '') void this.focusRow(before);
  }

  /** Back in the list: at the row of the need that was shown, on its page. */
  private async focusRow(needId: string): Promise<void> {
    const at = this.list.found.findIndex(({ id }) => id === needId);
    if (at >= 0) this.list.turn(Math.floor(at / rowsPerPage));
    await this.focusOn(at >= 0 ? `#need-${CSS.escape(needId)}` : '#need-search');
  }

  private get neighbours(): Neighbours {
    const { found } = this.list;
    const at = found.findIndex(({ id }) => id === this.need);
    return {
      before: at > 0 ? found[at - 1] : undefined,
      after: at >= 0 ? found[at + 1] : undefined,
      position: at + 1,
      total: found.length,
    };
  }

  // --- Reading --------------------------------------------------------------------------------------------------------

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.settling);
    this.settling = undefined;
  }

  protected override get needsSession(): boolean {
    return true;
  }

  protected override async load(signal: AbortSignal): Promise<Status | void> {
    const client = this.matching();
    this.catalogue ??= await client.catalogue({}, { signal });
    if (!hasRole(this.session, staff)) return 'empty';
    if (!this.scopeChosen) {
      // Those who are nobody's specialist begin with what nobody has taken up.
      this.list.ask({ scope: this.ownId === '' ? 'all' : 'mine' });
      this.scopeChosen = true;
    }
    await this.list.read(client, this.today, signal);
    if (!signal.aborted) this.readAt = this.now();
  }

  private settle(): void {
    this.settling ??= setTimeout(() => {
      this.settling = undefined;
      void this.reload();
    }, settleMilliseconds);
  }

  // --- Doing ----------------------------------------------------------------------------------------------------------

  private readonly ask = async (filter: Partial<WorklistFilter>): Promise<void> => {
    this.list.ask(filter);
    await this.reload();
    this.announce(this.msg('shown', { n: this.list.found.length }));
  };

  private readonly chooseView = (view: DeskView): void => {
    this.view = view;
    this.need = '';
  };

  private readonly turnKeys = (on: boolean): void => {
    this.keysOn = on;
    keepKeysOn(on);
  };

  private readonly handleKey = (event: KeyboardEvent): void => {
    if (!this.keysOn) return;
    const key = plainKey(event);
    if (key === '?') this.keysDialog.open();
    else if (key === '/') {
      this.view = 'needs';
      this.need = '';
      void this.focusOn('#need-search');
    } else if ((key === '[' || key === ']') && this.need !== '') {
      const next = key === '[' ? this.neighbours.before : this.neighbours.after;
      if (next !== undefined) this.openNeed(next.id);
    } else return;
    event.preventDefault();
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
    const { view } = this;
    return html`<div class="zs-dense">
        ${deskHead(this, {
          view,
          views: deskViews.filter((each) => each !== 'plan' || hasRole(this.session, planners)),
          person: this.session?.displayName ?? '',
          live: this.portal?.live ?? 'connecting',
          readAt: this.readAt,
          choose: this.chooseView,
          showKeys: () => this.keysDialog.open(),
        })}
      </div>
      <div class="zs-desk__panel" role="tabpanel" id="desk-panel" aria-labelledby="tab-${view}">
        ${this.renderView()}
      </div>
      ${keysDialog(this, this.keysDialog, this.turnKeys)} ${this.toast.render()}`;
  }

  private renderView(): TemplateResult {
    const { view, need, lang } = this;
    if (view === 'plan') {
      this.lazyPart(() => import('./plan/define.ts'));
      return html`<zs-match-plan .desk=${this as DeskHost} .lang=${lang}></zs-match-plan>`;
    }
    if (view === 'tasks') {
      this.lazyPart(() => import('./tasks/define.ts'));
      return html`<zs-match-tasks .desk=${this as DeskHost} .lang=${lang}></zs-match-tasks>`;
    }
    if (need !== '') {
      this.lazyPart(() => import('./need/define.ts'));
      return html`<zs-match-need
        .desk=${this as DeskHost}
        .needId=${need}
        .neighbours=${this.neighbours}
        .keysOn=${this.keysOn}
        .lang=${lang}
      ></zs-match-need>`;
    }
    return this.renderList();
  }

  private renderList(): TemplateResult {
    const { list, msg } = this;
    const { found } = list;
    const count =
      list.search === '' ? msg('shown', { n: found.length }) : msg('shownOf', { n: found.length, total: list.total });
    const more = list.reading ? msg('reading') : list.truncated ? msg('truncated', { n: readAtMost }) : '';
    return html`<div class="zs-dense">
      ${worklistFilters(this, list, {
        isOpen: this.filtersOpen,
        toggle: () => (this.filtersOpen = !this.filtersOpen),
        ask: (filter) => void this.ask(filter),
      })}
      <p class="zs-small zs-muted zs-work__count" role="status">${count}${more === '' ? nothing : html` 　${more}`}</p>
      ${found.length === 0 ? this.renderNone() : worklistTable(this, list, found)}
    </div>`;
  }

  private renderNone(): TemplateResult {
    const { msg, list } = this;
    const { filter, search } = list;
    if (search !== '' || filterCount(filter) > 0) {
      const clear = () => {
        list.find('');
        void this.ask(noFilter);
      };
      return stateView({
        icon: inboxIcon,
        title: msg('noneFound'),
        body: msg('noneFoundBody'),
        actions: html`<button type="button" class="zs-btn" @click=${clear}>${msg('clear')}</button>`,
      });
    }
    if (filter.scope !== 'mine') return stateView({ icon: inboxIcon, title: msg('none') });
    const show = () => void this.ask({ scope: 'unassigned' });
    return stateView({
      icon: inboxIcon,
      title: msg('noneMine'),
      body: msg('noneMineBody'),
      actions: html`<button type="button" class="zs-btn zs-btn--primary" @click=${show}>
        ${msg('showUnassigned')}
      </button>`,
    });
  }
}
