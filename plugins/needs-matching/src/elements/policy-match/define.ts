import { define } from '@zhaoshang/elements';
import { PolicyMatchElement } from './policy-match.ts';

define('zs-policy-match', PolicyMatchElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-policy-match': PolicyMatchElement;
  }
}
