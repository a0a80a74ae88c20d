import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import { crossIcon, icon } from '../icons.ts';
import type { FormHost } from '../form/form-controller.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Translate } from '../messages/use-messages.ts';
import { dialogMessages } from './dialog.messages.ts';
import type { DialogMessage } from './dialog.messages.ts';

export interface DialogParts {
  readonly title: unknown;
  readonly body: unknown;
  /** Buttons, the main one first: it stands at the right end. */
  readonly actions?: unknown;
}

/**
 * A modal dialog in the element's own root: native `<dialog>`, so focus stays inside, Escape closes, and the page behind is
 * inert. The focus goes back to where it was. Needs `dialogStyles`. Its place in the template: `${this.dialog.render({…})}`.
 */
export class DialogController implements ReactiveController {
  private readonly host: FormHost;
  private readonly closed: (() => void) | undefined;
  private readonly msg: Translate<DialogMessage>;
  private readonly id: string;
  private before: Element | null = null;
  private wanted = false;

  /** `name` tells several dialogs of one element apart; `closed` is told whichever way it was closed. */
  constructor(host: FormHost, name: string, closed?: () => void) {
    this.host = host;
    this.id = `dialog-${name}`;
    this.closed = closed;
    this.msg = useMessages(host, dialogMessages);
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.wanted;
  }

  open(): void {
    // Escape closes at once, its event comes later: whoever opens in between wants it open.
    if (this.wanted && this.element()?.open === false) this.handleClose();
    if (this.wanted) return;
    this.before = (this.host.renderRoot as ShadowRoot).activeElement ?? null;
    this.wanted = true;
    this.host.requestUpdate();
  }

  close(): void {
    this.element()?.close();
    // The `close` event comes later: a rendering in between would open it again.
    this.handleClose();
  }

  hostUpdated(): void {
    const dialog = this.element();
    if (dialog !== null && this.wanted && !dialog.open) dialog.showModal();
  }

  hostDisconnected(): void {
    this.wanted = false;
  }

  render({ title, body, actions }: DialogParts): TemplateResult | typeof nothing {
    if (!this.wanted) return nothing;
    return html`<dialog
      class="zs-dialog"
      id=${this.id}
      aria-labelledby="${this.id}-title"
      @close=${this.handleClose}
      @click=${this.handleBackdrop}
    >
      <div class="zs-dialog__head">
        <h2 class="zs-h2" id="${this.id}-title">${title}</h2>
        <button
          type="button"
          class="zs-btn zs-btn--icon zs-btn--quiet"
          aria-label=${this.msg('close')}
          title=${this.msg('close')}
          @click=${() => this.close()}
        >
          ${icon(crossIcon)}
        </button>
      </div>
      <div class="zs-dialog__body">${body}</div>
      ${actions === undefined ? nothing : html`<div class="zs-dialog__foot">${actions}</div>`}
    </dialog>`;
  }

  private readonly handleClose = (): void => {
    if (!this.wanted || this.element()?.open === true) return;
    this.wanted = false;
    this.host.requestUpdate();
    const { before } = this;
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    this.closed?.();
  };

  /** A click beside the dialog hits the dialog element itself, never its children. */
  private readonly handleBackdrop = (event: MouseEvent): void => {
    const dialog = this.element();
    if (dialog === null || event.target !== dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (!inside) this.close();
  };

  private element(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector<HTMLDialogElement>(`#${this.id}`);
  }
}
