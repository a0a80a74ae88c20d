import { define } from '../registration.ts';
import { SchemaFormElement } from './schema-form.ts';

define('zs-schema-form', SchemaFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-schema-form': SchemaFormElement;
  }
}
