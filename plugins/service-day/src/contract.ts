/** The service day's one contract: client types, routes, OpenAPI, role checks and conformance all come from here. */
import { defineContract, type EventsOf } from '@zhaoshang/kernel';
import { serviceDayErrors } from './contract-errors.ts';
import { serviceDayEvents } from './contract-events.ts';
import { bookingOperations } from './operations/booking.ts';
import { clockOperations } from './operations/clock.ts';
import { forumOperations } from './operations/forum.ts';
import { lookingOperations } from './operations/looking.ts';
import { planningOperations } from './operations/planning.ts';
import { servingOperations } from './operations/serving.ts';

export const serviceDay = defineContract({
  name: 'service-day',
  version: 1,
  title: { 'zh-CN': '企业服务日', en: 'Enterprise service day' },
  errors: serviceDayErrors,
  events: serviceDayEvents,
  operations: {
    ...lookingOperations,
    ...bookingOperations,
    ...servingOperations,
    ...planningOperations,
    ...forumOperations,
    ...clockOperations,
  },
});

export type { VisitWanted } from './contract-requests.ts';
export type ServiceDayContract = typeof serviceDay;

declare module '@zhaoshang/kernel' {
  interface EventMap extends EventsOf<ServiceDayContract> {}
}
