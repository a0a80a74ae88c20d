import { icon, useMessages, ZsElement } from '@zhaoshang/elements';
import type { Status } from '@zhaoshang/elements';
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { textArea } from '@zhaoshang/elements/form/text-field.ts';
import { checkIcon, crossIcon } from '@zhaoshang/elements/icons.ts';
import { arrowIcon, bellIcon, clockIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { choiceStyles } from '@zhaoshang/elements/styles/choice.ts';
import { dialogStyles } from '@zhaoshang/elements/styles/dialog.ts';
import { errorSummaryStyles } from '@zhaoshang/elements/styles/error-summary.ts';
import { fieldStyles } from '@zhaoshang/elements/styles/field.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { listStyles } from '@zhaoshang/elements/styles/list.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { segmentStyles } from '@zhaoshang/elements/styles/segment.ts';
import { stateStyles } from '@zhaoshang/elements/styles/state.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { stateView } from '@zhaoshang/elements/views/state-view.ts';
import { tag } from '@zhaoshang/elements/views/tag.ts';
import { unbroken } from '@zhaoshang/elements/words.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskHost } from '../desk-host.ts';
import type { Task } from '../match-types.ts';
import { nearDays } from '../parts/need-words.ts';
import { tasksMessages } from './tasks.messages.ts';

const states = ['proposed', 'taken', 'done', 'dismissed'] as const;
const settleMilliseconds = 250;
const pageSize = 50;
const longest = 300;

const ownStyles = css`
  .zs-tasks__bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-bottom: var(--zs-space-3);
  }
  .zs-tasks__bar > * {
    margin-right: var(--zs-space-4);
  }
  .zs-tasks__near {
    color: var(--zs-negative);
    font-weight: var(--zs-weight-strong);
  }
  .zs-item:focus:not(:focus-visible) {
    outline: none;
  }
`;

/**
 * What rules propose to do before anybody asks (主动办, COMM-7): taken up, finished, or dismissed with the reason.
 *
 * @summary Proactive tasks (inside the matching desk).
 */
export class MatchTasksElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    frameStyles,
    listStyles,
    segmentStyles,
    tagStyles,
    noticeStyles,
    stateStyles,
    fieldStyles,
    choiceStyles,
    errorSummaryStyles,
    dialogStyles,
    ownStyles,
  );
  private readonly msg = useMessages(this, tasksMessages);
  readonly attempts = new AttemptController(this);

  @property({ attribute: false }) desk!: DeskHost;
  @state() private tasks: readonly Task[] = [];
  @state() private shown: Task['state'] = 'proposed';
  /** Specialists begin with their own; whoever is none sees those of the zone. */
  @state() private mine: boolean | undefined;
  @state() private taskProblem: ZsError | undefined;
  private nextCursor: string | null = null;
  private task: Task | undefined;
  private ending: 'finish' | 'dismiss' = 'finish';
  private settling: ReturnType<typeof setTimeout> | undefined;

  private readonly command: CommandDialog<{ taskNote: string }> = new CommandDialog(this, 'task', {
    initial: { taskNote: '' },
    fields: { note: 'taskNote' },
    validate: ({ taskNote }) => ({
      taskNote: this.ending === 'dismiss' && taskNote.trim() === '' ? this.msg('reasonMissing') : undefined,
    }),
    confirmed: ({ taskNote }) => this.end(taskNote.trim()),
  });

  constructor() {
    super();
    this.listen('needs-matching.task-proposed', () => this.settle());
    this.listen('needs-matching.task-changed', () => this.settle());
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
    this.mine ??= this.desk.ownId !== '';
    const page = await this.read(null, signal);
    if (signal.aborted) return;
    this.tasks = page.items;
    this.nextCursor = page.nextCursor;
  }

  private read(cursor: string | null, signal?: AbortSignal) {
    const input = {
      state: this.shown,
      limit: pageSize,
      ...(this.mine === true ? { mine: true } : {}),
      ...(cursor === null ? {} : { cursor }),
    };
    return this.desk.matching().proactiveTasks(input, signal === undefined ? {} : { signal });
  }

  private settle(): void {
    this.settling ??= setTimeout(() => {
      this.settling = undefined;
      void this.reload();
    }, settleMilliseconds);
  }

  private async readMore(): Promise<void> {
    const page = await this.read(this.nextCursor);
    this.tasks = [...this.tasks, ...page.items];
    this.nextCursor = page.nextCursor;
  }

  private show(shown: Task['state']): void {
    this.shown = shown;
    void this.reload();
  }

  private async take({ id: taskId, version: expectedVersion }: Task): Promise<void> {
    const input = { taskId, act: 'take' as const, note: '' };
    const outcome = await this.attempts.run('take', { ...input, expectedVersion }, (_seen, options) =>
      this.desk.matching().settleTask(input, { ...options, expectedVersion }),
    );
    this.taskProblem = outcome.ok ? undefined : outcome.error;
    await this.reload();
    if (!outcome.ok) return;
    this.desk.say({ text: this.msg('tookUp') });
    await this.focusOn('#tasks-title');
  }

  private openEnding(task: Task, ending: 'finish' | 'dismiss'): void {
    this.task = task;
    this.ending = ending;
    this.command.open();
  }

  private async end(note: string): Promise<void> {
    const { task, ending } = this;
    if (task === undefined) return;
    const { id: taskId, version: expectedVersion } = task;
    const input = { taskId, act: ending, note };
    await this.command.send(
      'end',
      { ...input, expectedVersion },
      (_seen, options) => this.desk.matching().settleTask(input, { ...options, expectedVersion }),
      {
        done: async () => {
          this.desk.say({ text: this.msg(ending === 'finish' ? 'finished' : 'dropped') });
          await this.reload();
          await this.focusOn('#tasks-title');
        },
        refused: async ({ kind }) => {
          if (kind !== 'stale' && kind !== 'conflict') return undefined;
          const fresh = await this.freshTask(taskId);
          this.task = fresh ?? task;
          return fresh === undefined ? undefined : this.msg('changed', { state: this.msg(fresh.state) });
        },
      },
    );
  }

  /** The task as it is now, in whichever state somebody has put it meanwhile. */
  private async freshTask(taskId: string): Promise<Task | undefined> {
    await this.reload();
    const shown = this.tasks.find(({ id }) => id === taskId);
    if (shown !== undefined) return shown;
    for (const each of states) {
      const { items } = await this.desk.matching().proactiveTasks({ state: each, limit: 100 });
      const found = items.find(({ id }) => id === taskId);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  protected override renderContent(): TemplateResult {
    const { msg, tasks, shown, taskProblem } = this;
    return html`<div class="zs-section__head">
        <h3 class="zs-h2" id="tasks-title" tabindex="-1">
          ${msg(this.nextCursor === null ? 'title' : 'titleMore', { n: tasks.length })}
        </h3>
        <span class="zs-small zs-muted">${msg('lead')}</span>
      </div>
      <div class="zs-tasks__bar">
        <div class="zs-segment" role="group" aria-label=${msg('states')}>
          ${states.map(
            (each) =>
              html`<button
                type="button"
                aria-pressed=${each === shown ? 'true' : 'false'}
                @click=${() => this.show(each)}
              >
                ${msg(each)}
              </button>`,
          )}
        </div>
        <label class="zs-choice">
          <input
            type="checkbox"
            .checked=${live(this.mine === true)}
            @change=${(event: Event) => {
              this.mine = (event.target as HTMLInputElement).checked;
              void this.reload();
            }}
          />
          <span class="zs-choice__box"></span><span>${msg('mine')}</span>
        </label>
      </div>
      ${taskProblem === undefined ? nothing : notice({ kind: 'caution', role: 'alert', title: taskProblem.message })}
      ${
        tasks.length === 0
          ? stateView({ icon: bellIcon, title: msg('none'), body: msg('noneBody') })
          : html`<ul class="zs-list">
              ${repeat(
                tasks,
                ({ id }) => id,
                (task) => this.renderTask(task),
              )}
            </ul>`
      }
      ${
        this.nextCursor === null
          ? nothing
          : html`<button type="button" class="zs-btn" @click=${() => void this.readMore()}>${msg('more')}</button>`
      }
      ${this.renderDialog()}`;
  }

  private renderTask(task: Task): TemplateResult {
    const { msg, desk } = this;
    const { title, daysLeft } = task;
    const left =
      daysLeft === 0 ? msg('leftToday') : daysLeft > 0 ? msg('left', { n: daysLeft }) : msg('over', { n: -daysLeft });
    const isOpen = task.state === 'proposed' || task.state === 'taken';
    const button = (label: 'take' | 'finish' | 'dismiss', mark: string, run: () => void) =>
      html`<button type="button" class="zs-btn" aria-label=${msg(`${label}Of`, { title })} @click=${run}>
        ${icon(mark)}${msg(label)}
      </button>`;
    return html`<li class="zs-item">
      <div class="zs-tight">
        <p>
          <b>${title}</b> ${tag('plain', msg(task.kind), clockIcon)} ${isOpen ? nothing : tag('plain', msg(task.state))}
        </p>
        <p class="zs-small zs-muted">
          ${task.enterpriseName}　${unbroken(msg('ends', { date: desk.dateText(task.endsOn) }))}
          ${isOpen ? html`<span class=${daysLeft <= nearDays ? 'zs-tasks__near' : ''}>　${left}</span>` : nothing}
        </p>
        <p class="zs-small">${msg('because', { text: task.because })}</p>
        ${task.note === null ? nothing : html`<p class="zs-small">${msg('note', { text: task.note })}</p>`}
      </div>
      ${
        !task.may.settle || !isOpen
          ? html`<span></span>`
          : html`<div class="zs-row">
              ${task.state === 'proposed' ? button('take', arrowIcon, () => void this.take(task)) : nothing}
              ${button('finish', checkIcon, () => this.openEnding(task, 'finish'))}
              ${button('dismiss', crossIcon, () => this.openEnding(task, 'dismiss'))}
            </div>`
      }
    </li>`;
  }

  private renderDialog(): TemplateResult | typeof nothing {
    const { msg, task, command, ending } = this;
    if (task === undefined) return nothing;
    const isDismissal = ending === 'dismiss';
    return command.render({
      title: msg(isDismissal ? 'dismissTitle' : 'finishTitle', { title: task.title }),
      body: html`${isDismissal ? html`<p>${msg('dismissLead')}</p>` : nothing}
      ${textArea(command.form.field('taskNote'), {
        label: msg(isDismissal ? 'dismissNote' : 'finishNote'),
        optional: !isDismissal,
        rows: 2,
        maxlength: longest,
      })}`,
      submit: msg(isDismissal ? 'dismissSend' : 'finishSend'),
      danger: isDismissal,
      back: msg('back'),
    });
  }
}
