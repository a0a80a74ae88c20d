/** Prometheus metrics. Labels are names from the contracts and status codes: nothing about people. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface ServerMetrics {
  readonly registry: Registry;
  observeRequest(operation: string, status: number, seconds: number): void;
  observeBatch(size: number): void;
  setEventLag(events: number): void;
  readonly eventStreams: Gauge;
  readonly eventStreamsRefused: Counter;
}

export function createMetrics(): ServerMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: 'zs_requests_total',
    help: 'Requests by operation and status.',
    labelNames: ['operation', 'status'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'zs_request_duration_seconds',
    help: 'Seconds from request to answer by operation.',
    labelNames: ['operation'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const batches = new Histogram({
    name: 'zs_batch_commands',
    help: 'Commands that shared one commit.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers,
  });
  const lag = new Gauge({
    name: 'zs_event_lag',
    help: 'Committed events that the slowest open event stream has not been handed.',
    registers,
  });
  return {
    registry,
    observeRequest: (operation, status, seconds) => {
      requests.inc({ operation, status });
      durations.observe({ operation }, seconds);
    },
    observeBatch: (size) => batches.observe(size),
    setEventLag: (events) => lag.set(events),
    eventStreams: new Gauge({ name: 'zs_event_streams', help: 'Open event streams.', registers }),
    eventStreamsRefused: new Counter({
      name: 'zs_event_streams_refused_total',
      help: 'Event streams refused because too many were open.',
      registers,
    }),
  };
}
