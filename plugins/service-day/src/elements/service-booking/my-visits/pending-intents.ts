/** Bookings filled in without a network (待确认): listed from this device, sent again, thrown away. */
import type { IntentQueue, Intent } from '@zhaoshang/adapters/intents.ts';
import type { ReactiveController } from 'lit';
import type { Segment } from '../booking-types.ts';
import type { MyVisitsHost } from './my-visits-host.ts';

export interface PendingBooking {
  readonly key: string;
  readonly date: string;
  readonly segments: readonly Segment[];
  /** Why the backend said no, once it has. */
  readonly refusal: string | null;
}

export class PendingIntents implements ReactiveController {
  items: readonly PendingBooking[] = [];
  private readonly host: MyVisitsHost;
  private queue: IntentQueue | undefined;

  constructor(host: MyVisitsHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.queue?.close();
    this.queue = undefined;
  }

  /** Never fails: a browser that keeps nothing has nothing to list. */
  async read(): Promise<void> {
    try {
      const queue = (this.queue ??= await this.open());
      this.items = (await queue.list()).filter(isBooking).map(({ key, input, refusal }) => ({
        key,
        date: placesOf(input).date,
        segments: placesOf(input).segments,
        refusal: refusal?.message ?? null,
      }));
    } catch (error) {
      this.items = [];
      console.warn('[zhaoshang] bookings kept on this device could not be read.', error);
    }
    this.host.requestUpdate();
  }

  /** Sends what waits; false where there is still no network. */
  async retry(): Promise<boolean> {
    const answered = (await this.queue?.drain()) ?? 0;
    await this.read();
    return answered > 0;
  }

  async remove(key: string): Promise<void> {
    await this.queue?.remove(key);
    await this.read();
  }

  private async open(): Promise<IntentQueue> {
    const { openIntents } = await import('../offline/booking-intent.ts');
    const queue = openIntents(this.host);
    // What is confirmed here has become a visit.
    queue.subscribe(({ kind }) => void (kind === 'confirmed' ? this.host.refresh() : this.read()));
    return queue;
  }
}

const isBooking = ({ plugin, operation }: Intent): boolean => plugin === 'service-day' && operation === 'book';

/** What was to be booked; it was checked against the contract's types when it was kept. */
const placesOf = (input: unknown): Pick<PendingBooking, 'date' | 'segments'> =>
  input as Pick<PendingBooking, 'date' | 'segments'>;
