/** What page and worker say to each other: a call with a number, its answer with the same, and "stop" for a call that nobody waits for. */
export type Call = { readonly id: number; readonly method: Method; readonly args: readonly unknown[] };
export type Stop = { readonly stop: number };
export type Answer =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: WireError };

/** A `ZsError` as plain data. */
export interface WireError {
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  readonly data: unknown;
}

export const methods = [
  'create',
  'upsert',
  'remove',
  'size',
  'rank',
  'explain',
  'search',
  'assign',
  'why',
  'resolve',
  'release',
  'policies',
  'forecast',
] as const;
export type Method = (typeof methods)[number];

/** A page's `Worker`, a worker's own scope, a `MessagePort`, or Node's `Worker` and `parentPort`. */
export interface Port {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  addEventListener?(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on?(type: 'message', listener: (data: unknown) => void): unknown;
  start?(): void;
}

export function listen(port: Port, take: (message: unknown) => void): void {
  // Node's own ports have both; theirs hands over the message itself.
  if (port.on !== undefined) port.on('message', take);
  else port.addEventListener?.('message', (event) => take(event.data));
  port.start?.();
}
