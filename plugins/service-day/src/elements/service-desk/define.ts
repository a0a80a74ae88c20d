import { define } from '@zhaoshang/elements';
import { ServiceDeskElement } from './service-desk.ts';

define('zs-service-desk', ServiceDeskElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-service-desk': ServiceDeskElement;
  }
}
