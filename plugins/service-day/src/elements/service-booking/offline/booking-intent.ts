/** A booking made without a network (待确认): kept on this device, sent when there is one, shown under own bookings. */
import { createIntentQueue } from '@zhaoshang/adapters/intents.ts';
import type { IntentQueue } from '@zhaoshang/adapters/intents.ts';
import type { ClientOf, Session } from '@zhaoshang/kernel';
import type { ServiceDayContract } from '../../../contract.ts';
import type { BookInput } from '../booking-types.ts';

/** What the queue needs of an element. */
export interface IntentHost {
  readonly zone: string;
  readonly session: Session | null;
  serviceDay(): ClientOf<ServiceDayContract>;
}

/** Opens the queue of this zone, which sends what waits as soon as there is a network; close it when it is done with. */
export function openIntents(host: IntentHost): IntentQueue {
  return createIntentQueue({
    zone: host.zone,
    session: () => host.session,
    adapter: {
      call: async ({ input, idempotencyKey }) => ({
        // The client publishes the events itself.
        output: await host
          .serviceDay()
          .book(input as BookInput, idempotencyKey === undefined ? {} : { idempotencyKey }),
        events: [],
      }),
    },
  });
}

/** Keeps a booking; a hold is left out, because it will have ended by the time there is a network. */
export async function keepBookingIntent(queue: IntentQueue, { holdId: _hold, ...input }: BookInput): Promise<void> {
  await queue.add({ plugin: 'service-day', operation: 'book', input: { ...input, channel: 'offline' } });
}
