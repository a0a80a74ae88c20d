/**
 * The clients, in a process of their own: so many keep-alive connections, each with one request under way, for some
 * seconds. It writes and reads HTTP/1.1 by hand, because a general client would take more of the machine than the server.
 */
import { connect, type Socket } from 'node:net';
import { usccCheckCharacter } from '@zhaoshang/kernel/uscc.ts';

export interface LoadOptions {
  readonly port: number;
  readonly clients: number;
  readonly seconds: number;
  /** Ends after so many requests, when that is sooner. */
  readonly requests?: number;
  /** Not measured, at the beginning. */
  readonly warmUpSeconds: number;
  /** Each booking takes the next one of these in turn. */
  readonly places: readonly { readonly date: string; readonly department: string; readonly start: string }[];
  readonly consentVersion: string;
  /** Keeps enterprises of one run apart from those of another one. */
  readonly seed: number;
}

export interface LoadResult {
  readonly seconds: number;
  /** Within the measured time. */
  readonly booked: number;
  /** In all, warm-up included: what the database must hold. */
  readonly bookedInAll: number;
  /** Answers by status or problem code. */
  readonly answers: Readonly<Record<string, number>>;
  /** Milliseconds of each measured booking. */
  readonly p50: number;
  readonly p99: number;
  /** Problem answers that were neither a booking nor a refusal for lack of seats, one example each. */
  readonly surprises: Readonly<Record<string, string>>;
}

const options = JSON.parse(process.argv[2] ?? '{}') as LoadOptions;
const answers: Record<string, number> = {};
const surprises: Record<string, string> = {};
const latencies: number[] = [];
let sent = 0;
let booked = 0;
let bookedInAll = 0;
const begun = performance.now();
const measuredFrom = begun + options.warmUpSeconds * 1000;
const until = measuredFrom + options.seconds * 1000;

await Promise.all(Array.from({ length: options.clients }, () => runClient()));
const measured = Math.min(performance.now(), until) - measuredFrom;
latencies.sort((a, b) => a - b);
const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
const result: LoadResult = {
  seconds: measured / 1000,
  booked,
  bookedInAll,
  answers,
  p50: at(0.5),
  p99: at(0.99),
  surprises,
};
console.log(JSON.stringify(result));

function requestText(): string {
  const number = sent++;
  // Nine digits: 999 runs of a million enterprises each.
  const stem = `91310230${String((options.seed % 1_000) * 1_000_000 + number).padStart(9, '0')}`;
  const uscc = stem + (usccCheckCharacter(stem) ?? '');
  const place = options.places[number % options.places.length]!;
  const body = JSON.stringify({
    date: place.date,
    segments: [{ department: place.department, start: place.start, matterId: null, topic: '用地手续办到哪一步了' }],
    contactName: '测试联系人',
    contactPhone: '13800000000',
    question: '厂房扩建的手续先去哪个窗口，需要带哪些材料？',
    attachments: [],
    assistance: [],
    consentVersion: options.consentVersion,
  });
  return (
    `POST /api/service-day/book HTTP/1.1\r\nHost: 127.0.0.1:${options.port}\r\nContent-Type: application/json\r\n` +
    `X-Enterprise: ${uscc}\r\nIdempotency-Key: ${options.seed}-${number}-7f3a9c1e5b\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

async function runClient(): Promise<void> {
  const socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const read = reader(socket);
  while (performance.now() < until && (options.requests === undefined || sent < options.requests)) {
    const from = performance.now();
    socket.write(requestText());
    const { status, body } = await read();
    const now = performance.now();
    if (status === 200) {
      bookedInAll += 1;
      if (from >= measuredFrom && now <= until) {
        booked += 1;
        latencies.push(now - from);
      }
    }
    const answer = status === 200 ? '200' : `${status} ${codeOf(body)}`;
    answers[answer] = (answers[answer] ?? 0) + 1;
    if (status !== 200 && status !== 409) surprises[answer] ??= body.slice(0, 300);
  }
  socket.destroy();
}

function codeOf(body: string): string {
  return /"code":"([^"]+)"/.exec(body)?.[1] ?? '';
}

/** Answers of one connection, one after the other. */
function reader(socket: Socket): () => Promise<{ status: number; body: string }> {
  let buffer = '';
  let wake = (): void => {};
  let failure: Error | undefined;
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    buffer = buffer === '' ? text : buffer + text;
    wake();
  });
  socket.on('error', (error) => {
    failure = error;
    wake();
  });
  socket.on('close', () => {
    failure ??= new Error('The server closed a connection.');
    wake();
  });
  return async () => {
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      if (head >= 0) {
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(buffer.slice(0, head))?.[1] ?? Number.NaN);
        if (Number.isNaN(length)) throw new Error(`An answer without a length: ${buffer.slice(0, head)}`);
        const end = head + 4 + length;
        if (buffer.length >= end) {
          const answer = { status: Number(buffer.slice(9, 12)), body: buffer.slice(head + 4, end) };
          buffer = buffer.slice(end);
          return answer;
        }
      }
      if (failure !== undefined) throw failure;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
}
