/** The one contract of matching: client types, routes, OpenAPI, role checks and conformance all come from here. */
import { defineContract, type EventsOf } from '@zhaoshang/kernel';
import { needsMatchingErrors } from './contract-errors.ts';
import { needsMatchingEvents } from './contract-events.ts';
import { enterpriseOperations } from './operations/enterprises.ts';
import { matchingOperations } from './operations/matching.ts';
import { needOperations } from './operations/needs.ts';
import { planOperations } from './operations/plans.ts';
import { resourceOperations } from './operations/resources.ts';
import { siteOperations } from './operations/sites.ts';
import { taskOperations } from './operations/tasks.ts';

export const needsMatching = defineContract({
  name: 'needs-matching',
  version: 1,
  title: { 'zh-CN': '需求与资源对接', en: 'Needs meet resources' },
  errors: needsMatchingErrors,
  events: needsMatchingEvents,
  operations: {
    ...needOperations,
    ...resourceOperations,
    ...matchingOperations,
    ...planOperations,
    ...enterpriseOperations,
    ...siteOperations,
    ...taskOperations,
  },
});

export type { NeedEditWanted } from './contract-requests.ts';
export type NeedsMatchingContract = typeof needsMatching;

declare module '@zhaoshang/kernel' {
  interface EventMap extends EventsOf<NeedsMatchingContract> {}
}
