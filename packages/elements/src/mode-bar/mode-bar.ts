import { html } from 'lit';
import type { PropertyValues } from 'lit';
import { ZsElement } from '../element/zs-element.ts';
import { icon } from '../icons.ts';
import { contrastIcon } from '../more-icons.ts';
import { useMessages } from '../messages/use-messages.ts';
import { modes } from '../portal/portal-options.ts';
import type { Contrast, Mode } from '../portal/portal-options.ts';
import { modeBarStyles } from '../styles/mode-bar.ts';
import { segmentStyles } from '../styles/segment.ts';
import { modeBarMessages } from './mode-bar.messages.ts';

const storageKey = 'zhaoshang/display';

/**
 * @summary Switch between 标准, 大字 and 长者版 and to high contrast; the choice is kept in this browser for the next page.
 *
 * @slot - Shown until the element is ready, and without JavaScript.
 * @event zs-mode-changed - On the portal element: another mode or contrast was chosen; detail `{ mode, contrast }`.
 */
export class ModeBarElement extends ZsElement {
  static override styles = ZsElement.withStyles(segmentStyles, modeBarStyles);
  private readonly msg = useMessages(this, modeBarMessages);
  private restored = false;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.restored || this.portal === undefined) return;
    this.restored = true;
    const [mode, contrast] = readChoice();
    if (mode !== undefined) this.portal.setMode(mode);
    if (contrast !== undefined) this.portal.setContrast(contrast);
  }

  private readonly choose = (mode: Mode, contrast: Contrast): void => {
    this.portal?.setMode(mode);
    this.portal?.setContrast(contrast);
    try {
      localStorage.setItem(storageKey, `${mode} ${contrast}`);
    } catch {
      // Private mode, or storage forbidden: the choice holds for this page.
    }
  };

  protected override renderContent() {
    const { mode = 'standard', contrast = '' } = this.portal ?? {};
    return html`<div class="zs-modebar">
      <div class="zs-segment" role="group" aria-label=${this.msg('modes')}>
        ${modes.map(
          (each) =>
            html`<button type="button" aria-pressed=${each === mode} @click=${() => this.choose(each, contrast)}>
              ${this.msg(each)}
            </button>`,
        )}
      </div>
      <button
        type="button"
        class="zs-btn"
        aria-pressed=${contrast === 'high'}
        @click=${() => this.choose(mode, contrast === 'high' ? '' : 'high')}
      >
        ${icon(contrastIcon)}${this.msg('contrast')}
      </button>
    </div>`;
  }
}

function readChoice(): [Mode | undefined, Contrast | undefined] {
  try {
    const [mode, contrast] = (localStorage.getItem(storageKey) ?? '').split(' ');
    return [modes.find((each) => each === mode), contrast === 'high' ? 'high' : undefined];
  } catch {
    return [undefined, undefined];
  }
}
