import { define } from '@zhaoshang/elements';
import { ResourceItemElement } from './resource-item.ts';

define('zs-resource-item', ResourceItemElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-resource-item': ResourceItemElement;
  }
}
