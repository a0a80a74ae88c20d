import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import { dialogMessages } from '../dialog/dialog.messages.ts';
import type { DialogMessage } from '../dialog/dialog.messages.ts';
import type { FormHost } from '../form/form-controller.ts';
import { alertIcon, crossIcon, icon, okIcon } from '../icons.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Translate } from '../messages/use-messages.ts';

export interface Toast {
  readonly text: unknown;
  readonly kind?: 'positive' | 'caution';
  /** One thing that can be done about it: 撤销. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/**
 * Says what has just happened. It stays as long as `--zs-toast-life` says, waits while it is pointed at or has the focus,
 * and stays until it is closed in elder mode (life 0). The region is there before the text, so it is read out. Needs
 * `toastStyles`; put `${this.toast.render()}` at the end of the template, always.
 */
export class ToastController implements ReactiveController {
  private readonly host: FormHost;
  private readonly msg: Translate<DialogMessage>;
  private toast: Toast | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FormHost) {
    this.host = host;
    this.msg = useMessages(host, dialogMessages);
    host.addController(this);
  }

  get isShown(): boolean {
    return this.toast !== undefined;
  }

  /** Shows a toast in place of the one before. */
  show(toast: Toast): void {
    this.toast = toast;
    this.host.requestUpdate();
    this.wait();
  }

  close(): void {
    clearTimeout(this.timer);
    this.toast = undefined;
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.toast = undefined;
  }

  render(): TemplateResult {
    const { toast } = this;
    return html`<div
      class="zs-toasts"
      role="status"
      @mouseenter=${this.hold}
      @mouseleave=${this.wait}
      @focusin=${this.hold}
      @focusout=${this.wait}
    >
      ${
        toast === undefined
          ? nothing
          : html`<div class="zs-toast">
              ${icon(toast.kind === 'caution' ? alertIcon : okIcon)}
              <span>${toast.text}</span>
              ${
                toast.action === undefined
                  ? html`<span></span>`
                  : html`<button type="button" class="zs-btn zs-toast__act" @click=${this.handleAction}>
                      ${toast.action.label}
                    </button>`
              }
              <button
                type="button"
                class="zs-btn zs-btn--icon"
                aria-label=${this.msg('closeToast')}
                title=${this.msg('closeToast')}
                @click=${() => this.close()}
              >
                ${icon(crossIcon)}
              </button>
            </div>`
      }
    </div>`;
  }

  private readonly handleAction = (): void => {
    const run = this.toast?.action?.run;
    this.close();
    run?.();
  };

  private readonly hold = (): void => clearTimeout(this.timer);

  private readonly wait = (): void => {
    clearTimeout(this.timer);
    const life = this.lifeMilliseconds();
    if (this.toast !== undefined && life > 0) this.timer = setTimeout(() => this.close(), life);
  };

  private lifeMilliseconds(): number {
    const root = (this.host.renderRoot as ShadowRoot).host;
    const life = getComputedStyle(root).getPropertyValue('--zs-toast-life').trim();
    const amount = parseFloat(life);
    if (Number.isNaN(amount)) return 8000;
    return life.endsWith('ms') ? amount : amount * 1000;
  }
}
