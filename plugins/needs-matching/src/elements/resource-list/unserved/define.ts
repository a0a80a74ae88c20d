import { define } from '@zhaoshang/elements';
import { UnservedDemandElement } from './unserved-demand.ts';

define('zs-unserved-demand', UnservedDemandElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-unserved-demand': UnservedDemandElement;
  }
}
