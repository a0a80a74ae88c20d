import { define } from '@zhaoshang/elements';
import { NeedsMatcherElement } from './needs-matcher.ts';

define('zs-needs-matcher', NeedsMatcherElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-needs-matcher': NeedsMatcherElement;
  }
}
