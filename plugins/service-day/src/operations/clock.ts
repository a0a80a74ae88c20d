/** What the clock does. */
import { command } from '@zhaoshang/kernel';
import { z } from '@zhaoshang/kernel/schema.ts';
import { system, changes } from './terms.ts';

export const clockOperations = {
  sweep: command({
    summary: 'Expires holds and offers, passes offers on, confirms silently, closes waiting lists, lifts limits.',
    requirements: ['COMM-1', 'COMM-2'],
    roles: system,
    input: z.object({}),
    output: z.object({
      expiredHolds: z.number(),
      expiredOffers: z.number(),
      newOffers: z.number(),
      silent: z.number(),
    }),
    events: [changes, 'service-day.waitlist-changed', 'service-day.follow-up-changed', 'service-day.notice-sent'],
  }),
} as const;
