/** The secret address under which a calendar follows this desk. */
import { CommandDialog } from '@zhaoshang/elements/dialog/command-dialog.ts';
import { notice } from '@zhaoshang/elements/views/notice.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskHost } from './desk-host.ts';

export class FeedDialog {
  private readonly host: DeskHost;
  /** Root of the backend's addresses; `undefined` where there is no server. */
  private readonly base: () => string | undefined;
  private readonly command: CommandDialog<Record<never, never>>;
  private address = '';
  private copied: 'feedCopied' | 'feedCopyFailed' | undefined;

  constructor(host: DeskHost, base: () => string | undefined) {
    this.host = host;
    this.base = base;
    this.command = new CommandDialog(host, 'feed', { initial: {}, confirmed: this.make });
  }

  open(): void {
    this.address = '';
    this.copied = undefined;
    this.command.open();
  }

  private readonly make = async (): Promise<void> => {
    const { host } = this;
    const input = { department: host.shownDepartment };
    await this.command.send('feed', input, (value, options) => host.serviceDay().issueFeed(value, options), {
      stays: true,
      done: async ({ token }) => {
        const url = new URL(`${this.base() ?? ''}/service-day/department-calendar.ics`, location.href);
        url.searchParams.set('token', token);
        this.address = url.href;
        host.requestUpdate();
        await host.updateComplete;
        this.field()?.focus();
      },
    });
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
    const { msg } = this.host;
    const served = this.base() !== undefined;
    return this.command.render({
      title: msg('feedTitle'),
      body: html`${
        served
          ? html`<p>${msg('feedLead')}</p>
              <p class="zs-small zs-muted">${msg('feedOld')}</p>`
          : notice({ kind: 'info', title: msg('feedNoServer') })
      }
      ${this.address === '' ? nothing : this.renderAddress()}`,
      ...(served && this.address === '' ? { submit: msg('feedMake') } : {}),
      back: msg('close'),
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
