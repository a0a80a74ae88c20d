import { define } from '@zhaoshang/elements';
import { ResourceListElement } from './resource-list.ts';

define('zs-resource-list', ResourceListElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-resource-list': ResourceListElement;
  }
}
