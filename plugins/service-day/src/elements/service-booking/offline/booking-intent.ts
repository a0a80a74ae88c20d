/** A booking made without a network (待确认): kept on this device, sent when there is one, shown under own bookings. */
import { createIntentQueue } from '@zhaoshang/adapters/intents.ts';
import type { Intent, IntentQueue } from '@zhaoshang/adapters/intents.ts';
import type { ClientOf, Session } from '@zhaoshang/kernel';
import type { ServiceDayContract } from '../../../contract.ts';
import type { BookInput } from '../booking-types.ts';

/** What the queue needs of an element. */
export interface IntentHost {
  readonly zone: string;
  readonly session: Session | null;
  serviceDay(): ClientOf<ServiceDayContract>;
}

/** Opens the queue of this zone; close it when the element leaves the page. */
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

export async function keepBookingIntent(host: IntentHost, input: BookInput): Promise<Intent> {
  const queue = openIntents(host);
  try {
    // The hold will have ended by the time there is a network.
    const { holdId: _hold, ...rest } = input;
    return await queue.add({ plugin: 'service-day', operation: 'book', input: { ...rest, channel: 'offline' } });
  } finally {
    queue.close();
  }
}
