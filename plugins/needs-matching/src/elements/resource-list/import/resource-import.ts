import { icon, useMessages, ZsElement } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { leftIcon } from '@zhaoshang/elements/icons.ts';
import { downloadIcon, uploadIcon } from '@zhaoshang/elements/more-icons.ts';
import { property, state } from '@zhaoshang/elements/reactive.ts';
import { filesStyles } from '@zhaoshang/elements/styles/files.ts';
import { frameStyles } from '@zhaoshang/elements/styles/frame.ts';
import { noticeStyles } from '@zhaoshang/elements/styles/notice.ts';
import { segmentStyles } from '@zhaoshang/elements/styles/segment.ts';
import { tableStyles } from '@zhaoshang/elements/styles/table.ts';
import { tagStyles } from '@zhaoshang/elements/styles/tag.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { asZsError, type ZsError } from '@zhaoshang/kernel';
import { css, html, nothing, type TemplateResult } from 'lit';
import { SheetError } from '../../../tabular/sheet.ts';
import type { ListHost } from '../list-host.ts';
import type { ImportAnswer } from '../resource-types.ts';
import { saveFile } from '../save/save-file.ts';
import { ImportSession, type RowOutcome } from './import-session.ts';
import { previewView } from './preview-view.ts';
import { resourceImportMessages } from './resource-import.messages.ts';
import { templateFile, wrongRowsFile } from './template.ts';

const ownStyles = css`
  .zs-import__head {
    margin-bottom: var(--zs-space-4);
  }
  .zs-import__outcomes {
    margin-top: var(--zs-space-4);
    margin-bottom: var(--zs-space-3);
  }
  .zs-import__rows .zs-import__no {
    width: 4em;
  }
  .zs-import__rows th,
  .zs-import__rows td {
    overflow-wrap: anywhere;
  }
  .zs-import__rows thead th:nth-child(2) {
    width: 30%;
  }
  .zs-import__rows thead th:nth-child(3) {
    width: 9em;
  }
  .zs-import__issues > li + li {
    margin-top: 0.25em;
  }
  .zs-import__pager,
  .zs-import__foot {
    margin-top: var(--zs-space-4);
  }
  .zs-drop.is-over {
    border-color: var(--zs-brand);
    background: var(--zs-brand-soft);
  }
  @media screen {
    :host([narrow]) .zs-import__rows .zs-import__no,
    :host([narrow]) .zs-import__rows thead th {
      width: auto;
    }
  }
`;

type Step = 'choose' | 'read' | 'judge' | 'preview' | 'apply' | 'failed' | 'done';

/**
 * 导入 (RES-8, INFO-9), part of `<zs-resource-list>`: a sheet is read in the page, every row is judged, and only what is
 * right is imported once somebody has confirmed it. Emits `leave`.
 *
 * @summary Import of a sheet of resources (inside the list).
 */
export class ResourceImportElement extends ZsElement {
  static override styles = ZsElement.withStyles(
    frameStyles,
    noticeStyles,
    segmentStyles,
    tableStyles,
    tagStyles,
    filesStyles,
    ownStyles,
  );

  readonly msg = useMessages(this, resourceImportMessages);
  private readonly attempts = new AttemptController(this);
  @property({ attribute: false }) list: ListHost | undefined;

  @state() private step: Step = 'choose';
  @state() private refusal = '';
  @state() private current: ImportSession | undefined;
  @state() private fileName = '';
  @state() private only: RowOutcome | '' = '';
  @state() private page = 0;
  @state() private isOver = false;
  @state() private wasJudgedAgain = false;
  private isOutdated = false;
  private work: AbortController | undefined;

  constructor() {
    super();
    const outdate = (): void => {
      this.isOutdated = this.step === 'preview';
    };
    this.listen('needs-matching.resource-changed', outdate);
    this.listen('needs-matching.resources-imported', outdate);
  }

  protected override firstUpdated(): void {
    void this.focusOn('h2');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work?.abort();
  }

  private readonly take = async (file: File | undefined): Promise<void> => {
    const { list } = this;
    if (file === undefined || list === undefined) return;
    this.work?.abort();
    const { signal } = (this.work = new AbortController());
    this.refusal = '';
    this.current = undefined;
    this.fileName = file.name;
    this.only = '';
    this.page = 0;
    this.wasJudgedAgain = false;
    this.step = 'read';
    this.announce(this.msg('readingFile', { name: file.name }));
    try {
      this.current = await ImportSession.read(file, list.words, signal);
      if (this.current.table.missing.length > 0) {
        this.step = 'choose';
        return;
      }
      await this.judge(signal);
    } catch (error) {
      if (!signal.aborted) this.refuse(error);
    }
  };

  private async judge(signal: AbortSignal): Promise<void> {
    const { list, current: session } = this;
    if (list === undefined || session === undefined) return;
    this.step = 'judge';
    this.isOutdated = false;
    await session.judge(list, signal);
    this.step = 'preview';
    if (session.count('wrong') > 0 && !this.wasJudgedAgain) this.only = 'wrong';
    this.announce(this.countsText(session));
  }

  private refuse(error: unknown): void {
    this.current = undefined;
    this.step = 'choose';
    this.refusal =
      error instanceof SheetError
        ? this.msg(`file_${error.problem}`)
        : this.msg('file_failed', { reason: asZsError(error).message });
  }

  private readonly confirm = async (): Promise<void> => {
    const { list, current: session } = this;
    if (list === undefined || session === undefined || this.step === 'apply') return;
    if (this.isOutdated) {
      const { signal } = (this.work = new AbortController());
      this.wasJudgedAgain = true;
      await this.judge(signal).catch((error: unknown) => this.refuse(error));
      return;
    }
    this.step = 'apply';
    const failure: ZsError | undefined = await session.apply(
      list,
      async (input) => {
        const sent = await this.attempts.run('import', input, (rows, options): Promise<ImportAnswer> =>
          list.matching().importResources(rows, options),
        );
        if (!sent.ok) throw sent.error;
        return sent.output;
      },
      () => this.requestUpdate(),
    );
    this.refusal = failure?.message ?? '';
    this.step = failure === undefined ? 'done' : 'failed';
    list.readAgain();
    void this.focusOn('#import-result');
  };

  private readonly saveTemplate = async (): Promise<void> => {
    const { list, msg } = this;
    if (list === undefined) return;
    const title = msg('templateName');
    saveFile(await templateFile(list.words, list.steward, title), `${title}.xlsx`);
  };

  private readonly saveWrong = async (): Promise<void> => {
    const { list, current: session, msg } = this;
    if (list === undefined || session === undefined) return;
    saveFile(await wrongRowsFile(session, list.words, msg), `${msg('wrongName')}.csv`);
  };

  private readonly drop = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    void this.take(event.dataTransfer?.files[0]);
  };

  // --- Showing --------------------------------------------------------------------------------------------------------

  protected override renderContent(): TemplateResult | typeof nothing {
    const { msg, list, step, current: session } = this;
    if (list === undefined) return nothing;
    const isBusy = step === 'read' || step === 'judge' || step === 'apply';
    return html`<div class="zs-import__head zs-stack">
        <button type="button" class="zs-btn zs-btn--quiet" @click=${() => this.dispatchEvent(new CustomEvent('leave'))}>
          ${icon(leftIcon)}${msg('back')}
        </button>
        <h2 class="zs-title" tabindex="-1">${msg('title')}</h2>
        <p class="zs-measure">${msg('lead')}</p>
      </div>
      ${step === 'done' ? nothing : this.renderChoice(isBusy)}
      ${isBusy ? html`<p class="zs-import__foot" role="status">${this.busyText()}</p>` : nothing}
      ${session !== undefined && session.table.missing.length > 0 ? this.renderNoHead(session) : nothing}
      ${step === 'preview' || step === 'failed' || step === 'done' ? this.renderJudged() : nothing}`;
  }

  private renderChoice(isBusy: boolean): TemplateResult {
    const { msg, fileName } = this;
    return html`<div
        class="zs-drop ${this.isOver ? 'is-over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.isOver = true;
        }}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.drop}
      >
        <input
          class="zs-vh"
          type="file"
          id="import-file"
          tabindex="-1"
          aria-hidden="true"
          accept=".csv,.xlsx,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            void this.take(input.files?.[0]);
            input.value = '';
          }}
        />
        <button
          type="button"
          class="zs-btn ${fileName === '' ? 'zs-btn--primary' : ''}"
          ?disabled=${isBusy}
          @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#import-file')?.click()}
        >
          ${icon(uploadIcon)}${msg(fileName === '' ? 'choose' : 'chooseOther')}
        </button>
        <span>${fileName === '' ? msg('drop') : fileName}</span>
        <button type="button" class="zs-btn zs-btn--quiet" @click=${() => void this.saveTemplate()}>
          ${icon(downloadIcon)}${msg('template')}
        </button>
      </div>
      <p class="zs-caption zs-muted">${msg('chooseHint')}</p>
      ${
        this.refusal === '' || this.step === 'failed'
          ? nothing
          : notice({ kind: 'negative', role: 'alert', title: this.refusal })
      }`;
  }

  private renderNoHead({ table }: ImportSession): TemplateResult {
    const { msg, list } = this;
    const words = list?.words;
    const names = table.missing.map(({ labels }) => labels[this.locale]);
    return notice({
      kind: 'caution',
      role: 'alert',
      title: msg('noHead'),
      body: msg('noHeadBody', { list: words?.list(names) ?? '' }),
    });
  }

  private renderJudged(): TemplateResult | typeof nothing {
    const { msg, list, current: session, step } = this;
    if (session === undefined || list === undefined) return nothing;
    const left = session.count('wrong') + session.count('repeat');
    const ready = session.ready.length;
    const saveWrong =
      left === 0
        ? nothing
        : html`<button type="button" class="zs-btn" @click=${() => void this.saveWrong()}>
            ${icon(downloadIcon)}${msg('saveWrong', { n: left })}
          </button>`;
    if (step === 'done')
      return html`<div id="import-result" tabindex="-1">
        ${notice({
          kind: 'positive',
          title: msg('doneTitle'),
          body: html`${msg('doneBody', session.done)} ${left === 0 ? nothing : msg('doneLeft', { n: left })}`,
          actions: html`${saveWrong}
            <button type="button" class="zs-btn" @click=${this.startAgain}>${icon(uploadIcon)}${msg('again')}</button>`,
        })}
      </div>`;
    return html`${this.renderMapping(session)}
      ${this.wasJudgedAgain ? notice({ kind: 'caution', role: 'alert', title: msg('changedMeanwhile') }) : nothing}
      ${
        step === 'failed'
          ? html`<div id="import-result" tabindex="-1">
              ${notice({
                kind: 'negative',
                title: msg('failedTitle'),
                body: msg('failedBody', { reason: this.refusal, n: ready }),
              })}
            </div>`
          : nothing
      }
      ${previewView({
        msg,
        words: list.words,
        session,
        only: this.only,
        page: this.page,
        show: (only) => {
          this.only = only;
          this.page = 0;
        },
        turn: (page) => (this.page = page),
      })}
      <div class="zs-row zs-import__foot">
        <button
          type="button"
          class="zs-btn zs-btn--primary"
          ?disabled=${ready === 0}
          @click=${() => void this.confirm()}
        >
          ${ready === 0 ? msg('nothingToDo') : msg(step === 'failed' ? 'goOn' : 'confirm', { n: ready })}
        </button>
        ${saveWrong}
      </div>`;
  }

  private renderMapping({ table }: ImportSession): TemplateResult {
    const { msg } = this;
    const n = table.columns.filter((column) => column !== undefined).length;
    return html`<details class="zs-import__foot">
      <summary>${msg('mapped', { n, row: table.headRow })} ${msg('mapping')}</summary>
      <table class="zs-table" role="table">
        <thead>
          <tr>
            <th scope="col">${msg('column')}</th>
            <th scope="col">${msg('means')}</th>
          </tr>
        </thead>
        <tbody>
          ${table.head.map(
            (head, index) =>
              html`<tr>
                <th scope="row">${head.slice(0, 60)}</th>
                <td>${table.columns[index]?.labels[this.locale] ?? msg('notUsed')}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }

  private readonly startAgain = (): void => {
    this.current = undefined;
    this.fileName = '';
    this.step = 'choose';
    void this.focusOn('h2');
  };

  private busyText(): string {
    const { msg, step, current: session } = this;
    if (step === 'read') return msg('readingFile', { name: this.fileName });
    if (step === 'judge') return msg('judging');
    const done = (session?.done.created ?? 0) + (session?.done.updated ?? 0);
    return msg('applying', { n: done, total: done + (session?.ready.length ?? 0) });
  }

  private countsText(session: ImportSession): string {
    return this.msg('judged', {
      create: session.count('create'),
      change: session.count('change'),
      same: session.count('same'),
      repeat: session.count('repeat'),
      wrong: session.count('wrong'),
    });
  }
}
