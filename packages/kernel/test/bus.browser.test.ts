import { expect } from 'chai';
import { type Bus, type BusEvent, createBus } from '@zhaoshang/kernel';

declare module '@zhaoshang/kernel' {
  interface EventMap {
    'example.thing-happened': { id: string };
  }
}

let buses: Bus[] = [];
let channel = '';
beforeEach(() => {
  channel = `bus-test-${Math.random()}`;
});
afterEach(() => {
  buses.forEach((bus) => bus.close());
  buses = [];
});

/** One bus stands for one tab: a BroadcastChannel reaches every other channel object of its name. */
function openTab(name = channel): Bus {
  const bus = createBus({ channel: name });
  buses.push(bus);
  return bus;
}

const happened = (id: string) => ({
  id,
  name: 'example.thing-happened',
  payload: { id },
  at: '2026-03-04T09:00:00.000Z',
});

/** Resolves with the next event; a message between channels takes a task or two. */
function nextEvent(bus: Bus): Promise<BusEvent<{ id: string }>> {
  return new Promise((resolve) => {
    const stop = bus.on('example.thing-happened', (event) => {
      resolve(event);
      // A replayed event is delivered before `on` has returned.
      queueMicrotask(() => stop());
    });
  });
}

describe('the bus across tabs', () => {
  it('carries an event to the other tab and marks it as remote there', async () => {
    const [here, there] = [openTab(), openTab()];
    const local = nextEvent(here);
    const remote = nextEvent(there);
    here.publish(happened('e1'));
    expect((await local).remote).to.equal(false);
    const event = await remote;
    expect(event.remote).to.equal(true);
    expect(event.payload).to.deep.equal({ id: 'e1' });
    expect(event.at).to.equal('2026-03-04T09:00:00.000Z');
  });

  it('delivers once what arrives both from another tab and from the backend', async () => {
    const [here, there] = [openTab(), openTab()];
    const heard: string[] = [];
    there.on('example.thing-happened', (event) => heard.push(event.id));
    here.publish(happened('e1'));
    there.publish(happened('e1'), { remote: true });
    here.publish(happened('e2'));
    await nextEvent(there);
    expect(heard).to.deep.equal(['e1', 'e2']);
  });

  it('does not send on what came from the backend, because every tab hears the backend itself', async () => {
    const [here, there] = [openTab(), openTab()];
    const heard: string[] = [];
    there.on('example.thing-happened', (event) => heard.push(event.id));
    here.publish(happened('from-backend'), { remote: true });
    here.publish(happened('from-here'));
    await nextEvent(there);
    expect(heard).to.deep.equal(['from-here']);
  });

  it('replays the last event of another tab to a late listener', async () => {
    const [here, there] = [openTab(), openTab()];
    there.replay(['example.thing-happened']);
    const arrived = nextEvent(there);
    here.publish(happened('e1'));
    await arrived;
    expect((await nextEvent(there)).id).to.equal('e1');
  });

  it('ignores what other scripts put on the channel', async () => {
    const there = openTab();
    const heard: string[] = [];
    there.onAny((event) => heard.push(event.id));
    const stranger = new BroadcastChannel(channel);
    for (const message of [
      null,
      'text',
      42,
      {},
      { id: 1, name: 'x', at: 'y', payload: {} },
      { id: 'a', name: 'b', at: 'c' },
    ])
      stranger.postMessage(message);
    stranger.postMessage(happened('real'));
    await nextEvent(there);
    stranger.close();
    expect(heard).to.deep.equal(['real']);
  });

  it('keeps channels of different names apart', async () => {
    const here = openTab();
    const elsewhere = openTab(`${channel}-other`);
    const witness = openTab();
    const heard: string[] = [];
    elsewhere.onAny((event) => heard.push(event.id));
    const arrived = nextEvent(witness);
    here.publish(happened('e1'));
    await arrived;
    expect(heard).to.deep.equal([]);
  });
});
