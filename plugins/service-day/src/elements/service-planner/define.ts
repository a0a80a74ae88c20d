import { define } from '@zhaoshang/elements';
import { ServicePlannerElement } from './service-planner.ts';

define('zs-service-planner', ServicePlannerElement);

declare global {
  interface HTMLElementTagNameMap {
    'zs-service-planner': ServicePlannerElement;
  }
}
