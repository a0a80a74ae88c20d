/** What a page keeps while it has no network: intents and last answers. */
import { standardError, ZsError, type OperationRequest, type Session } from '@zhaoshang/kernel';
import { createIntentQueue, type IntentNews, type IntentQueue } from '../src/intents.ts';
import { keepLastAnswers } from '../src/last-answers.ts';

let zones = 0;
const freshZone = (): string => `offline-${Date.now()}-${(zones += 1)}`;
const session = (subject: string): Session => ({ subject, displayName: subject, roles: ['enterprise'], zone: 'z' });
const book = (slot: string) => ({ plugin: 'service-day', operation: 'book', input: { slot } });

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 300 && !condition(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** A backend that can be cut off; it remembers what it was sent. */
function backend() {
  const sent: OperationRequest[] = [];
  const world = { online: false, refuse: undefined as ZsError | undefined };
  return {
    sent,
    world,
    adapter: {
      call: async (request: OperationRequest) => {
        if (!world.online) throw standardError('unreachable');
        sent.push(request);
        if (world.refuse !== undefined) throw world.refuse;
        return { output: { id: `b-${sent.length}` }, events: [] };
      },
    },
  };
}

describe('intents', () => {
  let queue: IntentQueue | undefined;
  afterEach(() => queue?.close());

  it('are kept, and sent in order with the key of the click once there is a network', async () => {
    const { adapter, sent, world } = backend();
    const zone = freshZone();
    const first = createIntentQueue({ zone, adapter, session: () => session('anna') });
    const made = [await first.add(book('a')), await first.add({ ...book('b'), key: 'my-key', expectedVersion: 3 })];
    check((await first.drain()) === 0 && sent.length === 0, 'nothing is answered without a network');
    first.close();
    // The tab was closed; a later visit finds them.
    queue = createIntentQueue({ zone, adapter, session: () => session('anna') });
    check((await queue.list()).map(({ state }) => state).join() === 'waiting,waiting', 'both wait');
    const news: IntentNews[] = [];
    queue.subscribe((one) => news.push(one));
    world.online = true;
    window.dispatchEvent(new Event('online'));
    await until(() => news.length === 2);
    check(
      sent.map(({ idempotencyKey }) => idempotencyKey).join() === made.map(({ key }) => key).join(),
      'in order, own keys',
    );
    check(sent[1]?.expectedVersion === 3, 'with the version seen');
    check(news.map(({ kind }) => kind).join() === 'confirmed,confirmed', 'each is told');
    check((await queue.list()).length === 0, 'none is left');
  });

  it('that the backend refuses stay with the reason, and those after them go on', async () => {
    const { adapter, sent, world } = backend();
    queue = createIntentQueue({ zone: freshZone(), adapter, session: () => session('anna') });
    const { key } = await queue.add(book('full'));
    world.online = true;
    world.refuse = new ZsError('conflict', 'slot-full', '已约满', { data: { alternatives: ['b'] } });
    // The round that every queue begins with may have been the one to send it.
    await queue.drain();
    check(sent.length === 1, 'sent once');
    const [refused] = await queue.list();
    check(refused?.state === 'refused' && refused.refusal?.code === 'slot-full', 'says why');
    check((await queue.drain()) === 0, 'is not sent again');
    await queue.remove(key);
    check((await queue.list()).length === 0, 'goes when it was seen');
  });

  it('of one account are neither shown to nor sent by another', async () => {
    const { adapter, sent, world } = backend();
    let subject = 'anna';
    queue = createIntentQueue({ zone: freshZone(), adapter, session: () => session(subject) });
    await queue.add(book('a'));
    subject = 'berta';
    world.online = true;
    check((await queue.drain()) === 0 && sent.length === 0, 'not sent');
    check((await queue.list()).length === 0, 'not shown');
    await queue.clear();
    subject = 'anna';
    check((await queue.list()).length === 0, 'cleared for all');
  });
});

describe('last answers', () => {
  const timetable = {
    plugin: 'service-day',
    operation: 'timetable',
    kind: 'query' as const,
    input: { weeks: 2, from: 'x' },
  };

  it('of the operations named come back with their time; private ones are never kept', async () => {
    const adapter = keepLastAnswers(
      {
        name: 'fake',
        capabilities: { live: 'none', offline: false },
        session: async () => null,
        call: async ({ operation }) => ({ output: { of: operation }, events: [] }),
      },
      { zone: freshZone(), operations: ['service-day.timetable'], limit: 3 },
    );
    const before = Date.now();
    await adapter.call(timetable);
    await adapter.call({ ...timetable, operation: 'myVisits' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const kept = await adapter.lastAnswers.read({ ...timetable, input: { from: 'x', weeks: 2 } });
    check((kept?.output as { of: string } | undefined)?.of === 'timetable', 'kept');
    check((kept?.at ?? 0) >= before, 'with its time');
    check((await adapter.lastAnswers.read({ ...timetable, operation: 'myVisits' })) === undefined, 'private not kept');
    for (let weeks = 10; weeks < 14; weeks += 1) {
      await adapter.call({ ...timetable, input: { weeks } });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    check((await adapter.lastAnswers.read(timetable)) === undefined, 'the oldest went');
    check(
      (await adapter.lastAnswers.read({ ...timetable, input: { weeks: 13 } })) !== undefined,
      'the newest is there',
    );
  });
});
