/** A section that is read when it is opened, and says so where it cannot be. */
import { downIcon, icon, rightIcon } from '@zhaoshang/elements/icons.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { skeleton } from '@zhaoshang/elements/views/skeleton.ts';
import { asZsError, type ZsError } from '@zhaoshang/kernel';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Translate } from '@zhaoshang/elements';
import type { NeedMessage } from '../need.messages.ts';

export interface UnfoldingParts<Value> {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly show: (value: Value) => unknown;
}

export class Unfolding<Value> {
  isOpen = false;
  value: Value | undefined;
  private problem: ZsError | undefined;
  private readonly host: ReactiveControllerHost & { readonly msg: Translate<NeedMessage> };
  private readonly read: () => Promise<Value>;
  private round = 0;

  constructor(host: ReactiveControllerHost & { readonly msg: Translate<NeedMessage> }, read: () => Promise<Value>) {
    this.host = host;
    this.read = read;
  }

  /** Another need: what was read is of the one before. */
  forget(): void {
    this.round += 1;
    this.value = undefined;
    this.problem = undefined;
    if (this.isOpen) void this.load();
  }

  /** The same need has changed: what is there stays until the new is read. */
  refresh(): void {
    if (this.isOpen) void this.load();
    else this.value = undefined;
  }

  private async load(): Promise<void> {
    this.round += 1;
    const { round } = this;
    try {
      const value = await this.read();
      if (round !== this.round) return;
      this.value = value;
      this.problem = undefined;
    } catch (error) {
      if (round === this.round) this.problem = asZsError(error);
    }
    this.host.requestUpdate();
  }

  private readonly toggle = (): void => {
    this.isOpen = !this.isOpen;
    if (this.isOpen && this.value === undefined) void this.load();
    this.host.requestUpdate();
  };

  render({ id, title, note, show }: UnfoldingParts<Value>): TemplateResult {
    const { isOpen, value, problem } = this;
    const { msg } = this.host;
    return html`<section class="zs-section zs-unfold" aria-labelledby="${id}-title">
      <div class="zs-section__head">
        <h4 class="zs-h2">
          <button
            type="button"
            class="zs-expand"
            id="${id}-title"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-controls="${id}-body"
            @click=${this.toggle}
          >
            ${icon(isOpen ? downIcon : rightIcon)}${title}
          </button>
        </h4>
        ${note === undefined ? nothing : html`<span class="zs-small zs-muted">${note}</span>`}
      </div>
      <div id="${id}-body" ?hidden=${!isOpen}>
        ${
          !isOpen
            ? nothing
            : problem !== undefined
              ? notice({
                  kind: 'caution',
                  role: 'alert',
                  title: msg('partFailed', { reason: problem.message }),
                  actions: html`<button type="button" class="zs-btn" @click=${() => void this.load()}>
                    ${msg('again')}
                  </button>`,
                })
              : value === undefined
                ? skeleton(msg('reading'))
                : show(value)
        }
      </div>
    </section>`;
  }
}
