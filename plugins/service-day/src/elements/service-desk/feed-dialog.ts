/** The secret address under which a calendar follows this desk. */
import { DialogController } from '@zhaoshang/elements/dialog/dialog-controller.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import type { ZsError } from '@zhaoshang/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost } from './desk-host.ts';
import { problemNotice } from './parts/problem-notice.ts';

export class FeedDialog {
  private readonly host: DeskHost;
  /** Root of the backend's addresses; `undefined` where there is no server. */
  private readonly base: () => string | undefined;
  private readonly dialog: DialogController;
  private address = '';
  private copied: 'feedCopied' | 'feedCopyFailed' | undefined;
  private problem: ZsError | undefined;

  constructor(host: DeskHost, base: () => string | undefined) {
    this.host = host;
    this.base = base;
    this.dialog = new DialogController(host, 'feed');
  }

  open(): void {
    this.address = '';
    this.copied = undefined;
    this.problem = undefined;
    this.dialog.open();
  }

  private readonly make = async (): Promise<void> => {
    const { host } = this;
    const outcome = await host.attempts.run('feed', { department: host.shownDepartment }, (input, options) =>
      host.serviceDay().issueFeed(input, options),
    );
    if (outcome.ok) {
      const path = `${this.base() ?? ''}/service-day/department-calendar.ics`;
      const url = new URL(path, location.href);
      url.searchParams.set('token', outcome.output.token);
      this.address = url.href;
    } else this.problem = outcome.error;
    host.requestUpdate();
    await host.updateComplete;
    this.field()?.focus();
  };

  private readonly copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.address);
      this.copied = 'feedCopied';
    } catch {
      this.copied = 'feedCopyFailed';
      this.field()?.select();
    }
    this.host.requestUpdate();
  };

  private field(): HTMLInputElement | null {
    return this.host.renderRoot.querySelector<HTMLInputElement>('#feed-address');
  }

  render(): TemplateResult | typeof nothing {
    const { msg, attempts } = this.host;
    const served = this.base() !== undefined;
    const make = html`<button
      type="button"
      class="zs-btn zs-btn--primary"
      aria-busy=${attempts.busy === 'feed' ? 'true' : 'false'}
      @click=${() => void this.make()}
    >
      ${msg('feedMake')}
    </button>`;
    return this.dialog.render({
      title: msg('feedTitle'),
      body: html`<div class="zs-stack">
        ${problemNotice(this.problem)}
        ${
          served
            ? html`<p>${msg('feedLead')}</p>
                <p class="zs-small zs-muted">${msg('feedOld')}</p>`
            : notice({ kind: 'info', title: msg('feedNoServer') })
        }
        ${this.address === '' ? nothing : this.renderAddress()}
      </div>`,
      actions: html`${served && this.address === '' ? make : nothing}
        <button type="button" class="zs-btn" @click=${() => this.dialog.close()}>${msg('close')}</button>`,
    });
  }

  private renderAddress(): TemplateResult {
    const { msg } = this.host;
    return html`<div class="zs-field">
      <label class="zs-field__label" for="feed-address">${msg('feedAddress')}</label>
      <span class="zs-affix">
        <input
          class="zs-input"
          id="feed-address"
          readonly
          .value=${this.address}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
        <button type="button" class="zs-btn" @click=${() => void this.copy()}>${msg('feedCopy')}</button>
      </span>
      <p class="zs-small" role="status">${this.copied === undefined ? nothing : msg(this.copied)}</p>
    </div>`;
  }
}
