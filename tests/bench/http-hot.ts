/** `http-hot`: one slot that everybody wants, when a commit costs 2 ms. */
import { manyPlaces, measureThroughput } from './support/booking-load.ts';
import type { Benchmark } from './support/benchmark.ts';

export const httpHot: Benchmark = {
  name: 'http-hot',
  summary: 'Bookings per second over HTTP on one slot, 64 clients, commits delayed by 2 ms, against pgbench.',
  run: ({ rounds = 5, seconds = 5 }) =>
    measureThroughput({
      name: 'http-hot',
      places: manyPlaces().slice(0, 1),
      commitDelayMicroseconds: 2_000,
      target: { atLeast: 5 },
      rounds,
      seconds,
      clients: 64,
    }),
};
