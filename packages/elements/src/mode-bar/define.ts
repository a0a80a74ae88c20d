import { define } from '../registration.ts';
import { ModeBarElement } from './mode-bar.ts';

define('zs-mode-bar', ModeBarElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-mode-bar': ModeBarElement;
  }
}
