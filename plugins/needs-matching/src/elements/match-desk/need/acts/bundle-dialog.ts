/** 资源打包 (RES-1): several needs of one enterprise offered together, all or nothing. */
import { downIcon, icon } from '@zhaoshang/elements/icons.ts';
import { textArea, textField } from '@zhaoshang/elements/form/text-field.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { asZsError, type ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { amountText, pointsText } from '../../../proposal/proposal-words.ts';
import type { Need, Proposal } from '../../match-types.ts';
import type { NeedHost } from '../need-host.ts';
import { ActDialog, longestText } from './act-dialog.ts';

interface BundleValues {
  bundleName: string;
  bundleMessage: string;
}

interface Line {
  readonly need: Need;
  readonly proposals: readonly Proposal[];
}

const longestName = 80;
const choicesEach = 5;
/** The contract takes so many parts; more needs of one enterprise are not read. */
const linesAtMost = 20;
const pagesAtMost = 5;

export class BundleDialog extends ActDialog<BundleValues> {
  private lines: readonly Line[] | undefined;
  private chosen: Readonly<Record<string, string>> = {};

  constructor(host: NeedHost) {
    super(host, 'bundle', {
      initial: { bundleName: '', bundleMessage: '' },
      fields: { title: 'bundleName', message: 'bundleMessage' },
      validate: ({ bundleName, bundleMessage }) => ({
        bundleName: this.written(bundleName, 'bundleNameMissing', longestName),
        bundleMessage: this.fitting(bundleMessage),
      }),
      confirmed: (values) => this.send(values),
    });
  }

  open(): void {
    this.lines = undefined;
    this.chosen = {};
    this.command.open();
    void this.readLines();
  }

  /** Open needs of the same enterprise that this person may offer for, each with its best resources. */
  private async readLines(): Promise<void> {
    const { host } = this;
    const { need } = host;
    if (need === undefined) return;
    try {
      const found = (await this.readNeeds(need.uscc)).slice(0, linesAtMost);
      const lines: Line[] = [];
      for (const each of found) {
        const { items } = await host.matching().proposals({ needId: each.id, limit: choicesEach });
        lines.push({ need: each, proposals: items });
      }
      // Another need may be shown by now.
      if (host.need?.uscc !== need.uscc) return;
      this.lines = lines;
      for (const { need: each, proposals } of lines)
        this.chosen = { ...this.chosen, [each.id]: proposals[0]?.resource.id ?? '' };
    } catch (error) {
      this.lines = [];
      this.command.tell(asZsError(error).message);
    }
    host.requestUpdate();
  }

  private async readNeeds(uscc: string): Promise<Need[]> {
    const { desk } = this.host;
    const found: Need[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < pagesAtMost; page += 1) {
      const input = { limit: 100, ...(desk.isCentre ? {} : { mine: true }), ...(cursor === null ? {} : { cursor }) };
      const { items, nextCursor }: { readonly items: readonly Need[]; readonly nextCursor: string | null } =
        await this.host.matching().needs(input);
      found.push(...items.filter((each) => each.uscc === uscc && each.may.offer && !each.masked));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    return found;
  }

  private async send({ bundleName, bundleMessage }: BundleValues): Promise<void> {
    const { host, msg } = this;
    const items = Object.keys(this.chosen)
      .map((needId) => ({ needId, resourceId: this.chosen[needId] ?? '', reason: '' }))
      .filter(({ resourceId }) => resourceId !== '');
    if (items.length < 2) return this.command.tell(msg('bundleMissing'));
    const projects = new Set(this.lines?.map(({ need }) => need.projectId));
    const input = {
      title: bundleName.trim(),
      projectId: projects.size === 1 ? ([...projects][0] ?? null) : null,
      message: bundleMessage.trim(),
      items,
    };
    await this.command.send('bundle', input, (value, options) => host.matching().createBundle(value, options), {
      done: ({ items: held }) => host.tell(msg('bundleDone', { n: held.length }), '#matches-title'),
      refused: async (error: ZsError) => {
        await host.refresh();
        return error.kind === 'conflict' || error.kind === 'closed'
          ? msg('bundleFailed', { reason: error.message })
          : undefined;
      },
    });
  }

  render(): TemplateResult | typeof nothing {
    const { host, msg, command } = this;
    const { need } = host;
    if (need === undefined) return nothing;
    return command.render({
      title: msg('bundleTitle', { name: need.enterpriseName }),
      body: html`<p>${msg('bundleLead')}</p>
        ${this.lines === undefined ? skeleton(msg('bundleReading')) : this.renderLines(this.lines)}
        ${textField(command.form.field('bundleName'), {
          label: msg('bundleName'),
          hint: msg('bundleNameHint'),
          maxlength: longestName,
        })}
        ${textArea(command.form.field('bundleMessage'), {
          label: msg('bundleMessage'),
          optional: true,
          rows: 2,
          maxlength: longestText,
        })}`,
      submit: msg('bundleSend'),
      submitDisabled: this.lines === undefined,
      back: msg('back'),
    });
  }

  private renderLines(lines: readonly Line[]): TemplateResult | TemplateResult[] {
    const { msg, host } = this;
    if (lines.length < 2) return notice({ kind: 'neutral', title: msg('bundleMissing') });
    const { words } = host;
    return lines.map(({ need, proposals }) => {
      const label = msg('bundleItem', { number: need.number, category: words.category(need.category) });
      return html`<div class="zs-field">
        <label class="zs-field__label" for="bundle-${need.id}">${label}</label>
        <span class="zs-field__help">${need.text.slice(0, 40)}</span>
        <span class="zs-select-wrap">
          <select
            class="zs-select"
            id="bundle-${need.id}"
            ?disabled=${this.command.form.disabled || proposals.length === 0}
            @change=${(event: Event) => {
              this.chosen = { ...this.chosen, [need.id]: (event.target as HTMLSelectElement).value };
              host.requestUpdate();
            }}
          >
            <option value="" .selected=${live((this.chosen[need.id] ?? '') === '')}>
              ${msg(proposals.length === 0 ? 'bundleNothing' : 'bundleSkip')}
            </option>
            ${proposals.map(
              ({ resource, score }) =>
                html`<option value=${resource.id} .selected=${live(this.chosen[need.id] === resource.id)}>
                  ${msg('bundleResource', {
                    title: resource.title,
                    score: pointsText(score),
                    left: amountText(resource.available, resource.unit),
                  })}
                </option>`,
            )}
          </select>
          ${icon(downIcon, 'small')}
        </span>
      </div>`;
    });
  }
}
