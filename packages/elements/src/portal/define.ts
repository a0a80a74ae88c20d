import { define } from '../registration.ts';
import { PortalElement } from './portal-element.ts';

define('zs-portal', PortalElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-portal': PortalElement;
  }
}
