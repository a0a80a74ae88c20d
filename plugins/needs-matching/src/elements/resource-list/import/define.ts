import { define } from '@zhaoshang/elements';
import { ResourceImportElement } from './resource-import.ts';

define('zs-resource-import', ResourceImportElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-resource-import': ResourceImportElement;
  }
}
