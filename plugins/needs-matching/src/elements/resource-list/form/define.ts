import { define } from '@zhaoshang/elements';
import { ResourceFormElement } from './resource-form.ts';

define('zs-resource-form', ResourceFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-resource-form': ResourceFormElement;
  }
}
