/**
 * Who comes next, as the backend decides it: appointments whose time has come by slot and number, then walk-ins, then those
 * who came early; who is being served at another desk keeps the place. Only a forecast for the button: the backend calls.
 */
import type { QueueRow } from '../desk-host.ts';

/** `now` is the wall time in the zone, `HH:MM`; on another day than today everybody's time has come. */
export function nextUp(queue: readonly QueueRow[], now: string): QueueRow | undefined {
  const rank = ({ channel, start }: QueueRow): number => (channel === 'walk-in' ? 1 : start <= now ? 0 : 2);
  const place = (row: QueueRow): string =>
    [rank(row), row.channel === 'walk-in' ? '' : row.start, padded(row.queueNumber)].join('|');
  return queue
    .filter(({ state, otherStops }) => state === 'checked-in' && !otherStops.some((stop) => stop.state === 'serving'))
    .sort((one, other) => (place(one) < place(other) ? -1 : 1))[0];
}

const padded = (number: string | null): string => (number ?? '').replace(/\D/g, '').padStart(6, '0');
