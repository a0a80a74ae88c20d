import { describe, expect, it } from 'vitest';
import { type Adapter, type EventEnvelope, type OperationRequest, ZsError, createClient } from '@zhaoshang/kernel';

const outline = {
  name: 'example',
  version: 1,
  queries: 'listThings',
  commands: 'bookThing',
  versioned: 'moveThing',
  replayed: '',
} as const;
const event: EventEnvelope = { id: 'e1', name: 'example.thing-booked', payload: {}, at: '2026-03-04T09:00:00+08:00' };

/** An adapter that answers as told and keeps what it was asked. */
function createClientOver(answer: (request: OperationRequest) => Awaited<ReturnType<Adapter['call']>>) {
  const requests: OperationRequest[] = [];
  const published: EventEnvelope[] = [];
  const adapter: Adapter = {
    name: 'test',
    capabilities: { live: 'none', offline: false },
    session: async () => null,
    call: async (request) => {
      requests.push(request);
      return answer(request);
    },
  };
  const client = createClient(outline, adapter, (published_) => published.push(published_)) as unknown as Record<
    string,
    (input: unknown, options?: object) => Promise<unknown>
  >;
  return { client, requests, published };
}

describe('the client of a plugin', () => {
  it('returns the output of a command and publishes its events', async () => {
    const { client, requests, published } = createClientOver(() => ({ output: { id: 'b1' }, events: [event] }));
    await expect(client.bookThing?.({ slot: 's1' })).resolves.toEqual({ id: 'b1' });
    expect(published).toEqual([event]);
    expect(requests[0]).toMatchObject({
      plugin: 'example',
      operation: 'bookThing',
      kind: 'command',
      input: { slot: 's1' },
    });
  });

  it('makes a key for every command, keeps a key it was given, and sends none with a query', async () => {
    const { client, requests } = createClientOver(() => ({ output: {}, events: [] }));
    await client.bookThing?.({});
    await client.bookThing?.({});
    await client.bookThing?.({}, { idempotencyKey: 'made-at-the-click' });
    await client.listThings?.({});
    const keys = requests.map((request) => request.idempotencyKey);
    expect(keys[0]).toBeTypeOf('string');
    expect(keys[0]).not.toBe(keys[1]);
    expect(keys[2]).toBe('made-at-the-click');
    expect(requests[3]).not.toHaveProperty('idempotencyKey');
  });

  it('asks for the version before it asks the backend', async () => {
    const { client, requests } = createClientOver(() => ({ output: {}, events: [] }));
    await expect(client.moveThing?.({})).rejects.toMatchObject({ code: 'version-required' });
    expect(requests).toEqual([]);
    await client.moveThing?.({}, { expectedVersion: 3 });
    expect(requests[0]?.expectedVersion).toBe(3);
  });

  it('throws members of the error family only', async () => {
    const full = new ZsError('quota', 'slot-full', '满了');
    const failing = createClientOver(() => {
      throw full;
    });
    await expect(failing.client.bookThing?.({})).rejects.toBe(full);
    const broken = createClientOver(() => {
      throw new TypeError('Failed to fetch');
    });
    await expect(broken.client.listThings?.({})).rejects.toMatchObject({ name: 'ZsError', code: 'internal' });
  });

  it('asks once for what several ask within one task, and again in the next', async () => {
    const { client, requests } = createClientOver(() => ({ output: { n: requests.length }, events: [] }));
    const answers = await Promise.all([
      client.listThings?.({ of: 'a' }),
      client.listThings?.({ of: 'b' }),
      client.listThings?.({ of: 'a' }, { signal: new AbortController().signal }),
    ]);
    expect(answers).toEqual([{ n: 1 }, { n: 2 }, { n: 1 }]);
    await new Promise((resolve) => setTimeout(resolve, 1));
    await expect(client.listThings?.({ of: 'a' })).resolves.toEqual({ n: 3 });
  });

  it('asks anew after a command of the same task', async () => {
    const { client, requests } = createClientOver(() => ({ output: {}, events: [event] }));
    const before = client.listThings?.({});
    await client.bookThing?.({});
    await Promise.all([before, client.listThings?.({})]);
    expect(requests.filter(({ kind }) => kind === 'query')).toHaveLength(2);
  });

  it('never shares a command', async () => {
    const { client, requests } = createClientOver(() => ({ output: {}, events: [] }));
    await Promise.all([client.bookThing?.({}), client.bookThing?.({})]);
    expect(requests).toHaveLength(2);
  });

  it('gives a shared question up when the last of those who asked does', async () => {
    let answer = (_: { output: unknown; events: [] }): void => undefined;
    const { client, requests } = createClientOver(() => new Promise((resolve) => (answer = resolve)) as never);
    const [first, second] = [new AbortController(), new AbortController()];
    const one = client.listThings?.({}, { signal: first.signal });
    const two = client.listThings?.({}, { signal: second.signal });
    first.abort();
    await expect(one).rejects.toMatchObject({ kind: 'aborted' });
    expect(requests[0]?.signal?.aborted).toBe(false);
    second.abort();
    await expect(two).rejects.toMatchObject({ kind: 'aborted' });
    expect(requests[0]?.signal?.aborted).toBe(true);
    answer({ output: {}, events: [] });
  });

  it('asks anew for whoever comes after a question was given up, within the same task too', async () => {
    const { client, requests } = createClientOver(() => ({ output: { n: requests.length }, events: [] }));
    const first = new AbortController();
    const one = client.listThings?.({}, { signal: first.signal });
    first.abort();
    const two = client.listThings?.({}, { signal: new AbortController().signal });
    await expect(one).rejects.toMatchObject({ kind: 'aborted' });
    await expect(two).resolves.toEqual({ n: 2 });
    expect(requests.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
  });

  it('does not ask for somebody who has left already', async () => {
    const { client, requests } = createClientOver(() => ({ output: {}, events: [] }));
    const gone = new AbortController();
    gone.abort();
    await expect(client.listThings?.({}, { signal: gone.signal })).rejects.toMatchObject({ kind: 'aborted' });
    expect(requests).toEqual([]);
  });

  it('tells everybody who asked of a failure', async () => {
    const { client } = createClientOver(() => {
      throw new ZsError('unavailable', 'unreachable', '没有连上服务，请检查网络后再试。');
    });
    const both = await Promise.allSettled([
      client.listThings?.({}),
      client.listThings?.({}, { signal: new AbortController().signal }),
    ]);
    expect(both.map((each) => each.status === 'rejected' && (each.reason as ZsError).code)).toEqual([
      'unreachable',
      'unreachable',
    ]);
  });
});
