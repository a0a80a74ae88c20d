/** Tabs share one event stream: two adapters of one page stand for two tabs, which Web Locks and channels treat alike. */
import type { Adapter, EventEnvelope, LiveState } from '@zhaoshang/kernel';
import { createHttpAdapter } from '../src/http.ts';

const encoder = new TextEncoder();
const envelope = (id: string): EventEnvelope => ({
  id,
  name: 'n.x-done',
  payload: {},
  at: '2026-11-25T09:00:00+08:00',
});

/** A backend with event streams that the test writes into. */
function backend(subject: () => string) {
  const streams: { url: string; send: (text: string) => void; open: boolean }[] = [];
  const send = async (url: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (String(url).endsWith('/session'))
      return new Response(
        JSON.stringify({
          session: { subject: subject(), displayName: '', roles: [], zone: 'z' },
          serverTime: new Date().toISOString(),
        }),
      );
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const stream = {
          url: String(url),
          open: true,
          send: (text: string) => controller.enqueue(encoder.encode(text)),
        };
        streams.push(stream);
        stream.send(`event: place\nid: ${streams.length * 10}\ndata: {}\n\n`);
        init?.signal?.addEventListener('abort', () => {
          stream.open = false;
          controller.error(new DOMException('Aborted', 'AbortError'));
        });
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };
  return { streams, send };
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 5_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

let zones = 0;

describe('event streams of several tabs', () => {
  let zone: string;
  beforeEach(() => {
    zone = `tabs-${Date.now()}-${(zones += 1)}`;
  });

  const tab = (send: typeof fetch) => {
    const adapter: Adapter = createHttpAdapter({ baseUrl: '/api', zone, fetch: send });
    const heard: string[] = [];
    const states: LiveState[] = [];
    const stop = adapter.subscribe!(
      (event) => heard.push(event.id),
      (state) => states.push(state),
    );
    return { heard, states, stop };
  };
  const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];

  it('are one, and every tab hears it; when its tab closes another goes on from the same place', async () => {
    const { streams, send } = backend(() => 'anna');
    let opener = -1;
    const noting = (index: number) => (url: RequestInfo | URL, init?: RequestInit) => {
      if (!String(url).endsWith('/session')) opener = index;
      return send(url, init);
    };
    const tabs = [tab(noting(0)), tab(noting(1)), tab(noting(2))];
    await until(() => tabs.every(({ states }) => last(states) === 'live'), 'all tabs are live');
    if (streams.length !== 1) throw new Error(`${streams.length} streams instead of one`);
    streams[0]!.send(`id: 11\ndata: ${JSON.stringify(envelope('e1'))}\n\n`);
    await until(() => tabs.every(({ heard }) => heard.join() === 'e1'), 'all tabs hear it once');
    const leader = tabs.splice(opener, 1)[0]!;
    leader.stop();
    await until(() => streams.length === 2, 'another tab opens the stream');
    if (streams[0]!.open) throw new Error('the old stream is still open');
    if (!streams[1]!.url.endsWith('?after=11')) throw new Error(`it starts at ${streams[1]!.url}`);
    streams[1]!.send(`id: 12\ndata: ${JSON.stringify(envelope('e2'))}\n\n`);
    await until(() => tabs.every(({ heard }) => heard.join() === 'e1,e2'), 'the tabs left hear on');
    if (leader.heard.join() !== 'e1') throw new Error('a closed tab still hears');
    tabs.forEach(({ stop }) => stop());
  });

  it('of different accounts stay apart', async () => {
    const anna = backend(() => 'anna');
    const berta = backend(() => 'berta');
    const [left, right] = [tab(anna.send), tab(berta.send)];
    await until(() => anna.streams.length === 1 && berta.streams.length === 1, 'a stream each');
    await until(() => [left, right].every(({ states }) => last(states) === 'live'), 'both are live');
    anna.streams[0]!.send(`id: 11\ndata: ${JSON.stringify(envelope('secret'))}\n\n`);
    await until(() => left.heard.length === 1, 'anna hears it');
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (right.heard.length > 0) throw new Error('berta heard what was for anna');
    left.stop();
    right.stop();
  });
});
