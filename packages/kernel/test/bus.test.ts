import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Bus, type BusEvent, createBus, isEnvelope } from '@zhaoshang/kernel';

declare module '@zhaoshang/kernel' {
  interface EventMap {
    'example.thing-happened': { id: string };
    'example.other-happened': { id: string };
  }
}

const open: Bus[] = [];
afterEach(() => {
  open.splice(0).forEach((bus) => bus.close());
  vi.restoreAllMocks();
});

function createTestBus(...args: Parameters<typeof createBus>): Bus {
  const bus = createBus(...args);
  open.push(bus);
  return bus;
}

const happened = (id: string, name = 'example.thing-happened') => ({
  id,
  name,
  payload: { id },
  at: '2026-03-04T09:00:00.000Z',
});

describe('the bus', () => {
  it('hands id, payload and instant of an event to its listeners, in the order they came', () => {
    const bus = createTestBus();
    const heard: string[] = [];
    bus.on('example.thing-happened', (event) => heard.push(`first ${event.payload.id} ${event.at} ${event.remote}`));
    bus.on('example.thing-happened', () => heard.push('second'));
    bus.on('example.other-happened', () => heard.push('other'));
    bus.publish(happened('e1'));
    expect(heard).toEqual(['first e1 2026-03-04T09:00:00.000Z false', 'second']);
  });

  it('goes on to the next listener when one throws, and says which event it was', () => {
    const problems: [unknown, string][] = [];
    const bus = createTestBus({ onListenerError: (error, event) => problems.push([error, event.id]) });
    const heard: string[] = [];
    const mistake = new Error('a listener of the host page');
    bus.on('example.thing-happened', () => {
      throw mistake;
    });
    bus.on('example.thing-happened', (event) => heard.push(event.id));
    bus.onAny((event) => heard.push(`any ${event.id}`));
    expect(() => bus.publish(happened('e1'))).not.toThrow();
    expect(heard).toEqual(['e1', 'any e1']);
    expect(problems).toEqual([[mistake, 'e1']]);
  });

  it('writes to the console what a listener threw when nobody asked for it', () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => {});
    const bus = createTestBus();
    bus.onAny(() => {
      throw new Error('broken');
    });
    bus.publish(happened('e1'));
    expect(written).toHaveBeenCalledOnce();
    expect(String(written.mock.calls[0]?.[0])).toContain('example.thing-happened');
  });

  it('delivers an event once, however often it arrives', () => {
    const bus = createTestBus();
    const heard: string[] = [];
    bus.on('example.thing-happened', (event) => heard.push(event.id));
    bus.publish(happened('e1'));
    bus.publish(happened('e1'), { remote: true });
    bus.publish(happened('e2'));
    expect(heard).toEqual(['e1', 'e2']);
  });

  it('still knows an id after hundreds of other events', () => {
    const bus = createTestBus();
    let heard = 0;
    bus.publish(happened('first'));
    for (let index = 0; index < 400; index += 1) bus.publish(happened(`e${index}`));
    bus.on('example.thing-happened', () => (heard += 1));
    bus.publish(happened('first'), { remote: true });
    expect(heard).toBe(0);
  });

  it('gives a late listener the last event of a name that is replayed, and only of such a name', () => {
    const bus = createTestBus();
    bus.replay(['example.thing-happened']);
    bus.publish(happened('e1'));
    bus.publish(happened('e2'));
    bus.publish(happened('e3', 'example.other-happened'));
    const heard: string[] = [];
    bus.on('example.thing-happened', (event) => heard.push(event.id));
    bus.on('example.other-happened', (event) => heard.push(event.id));
    expect(heard).toEqual(['e2']);
  });

  it('keeps quiet towards a listener that has left', () => {
    const bus = createTestBus();
    const heard: string[] = [];
    const leave = bus.on('example.thing-happened', (event) => heard.push(event.id));
    const leaveAny = bus.onAny((event) => heard.push(event.id));
    leave();
    leaveAny();
    bus.publish(happened('e1'));
    expect(heard).toEqual([]);
  });

  it('asks the elements of the page, and says whether one of them answers', () => {
    const bus = createTestBus();
    const wishes: unknown[] = [];
    const ask = () => (bus.ask as (name: string, wish: unknown) => boolean)('example.thing-wanted', { of: 'a' });
    expect(ask()).toBe(false);
    const leave = bus.on('example.thing-wanted' as never, ((event: BusEvent) => wishes.push(event.payload)) as never);
    expect(ask()).toBe(true);
    expect(wishes).toEqual([{ of: 'a' }]);
    leave();
    expect(ask()).toBe(false);
  });

  it('lets a listener leave or publish while an event is on its way', () => {
    const bus = createTestBus();
    const heard: string[] = [];
    const leave = bus.on('example.thing-happened', (event: BusEvent<{ id: string }>) => {
      heard.push(event.id);
      leave();
      bus.publish(happened('inner', 'example.other-happened'));
    });
    bus.on('example.other-happened', (event) => heard.push(event.id));
    bus.publish(happened('e1'));
    bus.publish(happened('e2'));
    expect(heard).toEqual(['e1', 'inner']);
  });

  it('does not fail a command whose answer comes after the portal has gone', () => {
    const bus = createTestBus({ channel: 'bus-closed' });
    const heard: string[] = [];
    bus.onAny((event) => heard.push(event.id));
    bus.close();
    expect(() => bus.publish(happened('late'))).not.toThrow();
    expect(heard).toEqual([]);
  });
});

describe('isEnvelope', () => {
  it.each([
    null,
    undefined,
    'text',
    1,
    [],
    {},
    { id: 'a', name: 'b', at: 'c' },
    { id: 1, name: 'b', at: 'c', payload: {} },
  ])('refuses %j', (data) => expect(isEnvelope(data)).toBe(false));

  it('takes an event whose payload is null', () => {
    expect(isEnvelope({ id: 'a', name: 'b', at: 'c', payload: null })).toBe(true);
  });
});
