/** `http-spread`: many slots of two dates, commits not delayed. */
import { manyPlaces, measureThroughput } from './support/booking-load.ts';
import type { Benchmark } from './support/benchmark.ts';

export const httpSpread: Benchmark = {
  name: 'http-spread',
  summary: 'Bookings per second over HTTP on all slots of two dates, 64 clients, against pgbench.',
  run: ({ rounds = 7, seconds = 5 }) =>
    measureThroughput({
      name: 'http-spread',
      places: manyPlaces(),
      commitDelayMicroseconds: 0,
      target: { atLeast: 0.4 },
      rounds,
      seconds,
      clients: 64,
    }),
};
