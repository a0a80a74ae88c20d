import { define } from '@zhaoshang/elements';
import { ServiceBookingElement } from './service-booking.ts';

define('zs-service-booking', ServiceBookingElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-service-booking': ServiceBookingElement;
  }
}
