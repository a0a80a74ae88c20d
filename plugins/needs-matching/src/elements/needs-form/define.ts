import { define } from '@zhaoshang/elements';
import { NeedsFormElement } from './needs-form.ts';

define('zs-needs-form', NeedsFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-needs-form': NeedsFormElement;
  }
}
