/** Events of this browser's store, whichever tab committed them: each tab reads the outbox when any of them says so. */
import type { EventEnvelope } from '@zhaoshang/kernel';
import type { StoreDriver } from '@zhaoshang/store';

export interface OutboxFollower {
  /** To be called after a commit of this tab. */
  committed(): void;
  listen(listener: (event: EventEnvelope) => void): () => void;
  close(): void;
}

const readAtOnce = 200;

export function followOutbox(
  store: StoreDriver,
  channelName: string | null,
  mayHear: (event: EventEnvelope) => boolean,
  onProblem: (problem: unknown) => void,
): OutboxFollower {
  const channel =
    channelName !== null && typeof BroadcastChannel === 'function' ? new BroadcastChannel(channelName) : null;
  const listeners = new Set<(event: EventEnvelope) => void>();
  let position: number | undefined;
  let wanted = false;
  let reading = false;
  let closed = false;

  const look = async (): Promise<void> => {
    wanted = true;
    if (reading || position === undefined) return;
    reading = true;
    try {
      while (wanted && !closed) {
        wanted = false;
        for (;;) {
          const rows = await store.eventsAfter(position, readAtOnce);
          for (const { sequence, event } of rows) {
            position = sequence;
            if (!closed && mayHear(event)) listeners.forEach((listener) => listener(event));
          }
          if (rows.length < readAtOnce) break;
        }
      }
    } catch (error) {
      if (!closed) onProblem(error);
    } finally {
      reading = false;
    }
  };
  // With listeners only: without them what happened is found in the next answers anyway.
  const start = async (): Promise<void> => {
    try {
      position ??= await store.lastSequence();
      if (wanted) await look();
    } catch (error) {
      if (!closed) onProblem(error);
    }
  };
  channel?.addEventListener('message', () => void look());

  return {
    committed: () => {
      channel?.postMessage('committed');
      if (listeners.size > 0) void look();
    },
    listen: (listener) => {
      listeners.add(listener);
      void start();
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      channel?.close();
      listeners.clear();
    },
  };
}
