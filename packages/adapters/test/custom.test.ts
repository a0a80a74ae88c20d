import { describe, expect, it } from 'vitest';
import { ZsError } from '@zhaoshang/kernel';
import type { notebookContract } from '@zhaoshang/testing/notebook/contract.ts';
import { customAdapter, type Handlers } from '../src/custom.ts';

const notebook: Handlers<typeof notebookContract> = {
  exportNotes: async () => ({ body: 'all' }),
  addNote: async ({ title }, { idempotencyKey }) => ({
    result: {
      id: idempotencyKey ?? '',
      version: 1,
      title: String(title),
      tags: [],
      author: '',
      writtenAt: '2026-11-25T09:00:00+08:00',
    },
    events: [{ id: 'e1', name: 'notebook.note-added', payload: { noteId: 'n' }, at: '2026-11-25T09:00:00+08:00' }],
  }),
  changeNote: async () => {
    throw new ZsError('stale', 'stale', '刚被改过');
  },
};

describe('an adapter of one’s own', () => {
  const adapter = customAdapter({ notebook }, { session: async () => null });
  const call = (operation: string, kind: 'query' | 'command' = 'command') =>
    adapter.call({ plugin: 'notebook', operation, kind, input: { title: 't' }, idempotencyKey: 'k' });

  it('answers with what its functions say, events included', async () => {
    expect(await call('exportNotes', 'query')).toEqual({ output: { body: 'all' }, events: [] });
    const added = await call('addNote');
    expect(added.output).toMatchObject({ id: 'k', title: 't' });
    expect(added.events.map(({ name }) => name)).toEqual(['notebook.note-added']);
  });

  it('passes its errors on, and says not-found for what it does not have', async () => {
    await expect(call('changeNote')).rejects.toMatchObject({ code: 'stale' });
    for (const operation of ['getNote', '__proto__', 'constructor'])
      await expect(call(operation)).rejects.toMatchObject({ kind: 'not-found' });
    expect(adapter.capabilities).toEqual({ live: 'none', offline: false });
  });
});
