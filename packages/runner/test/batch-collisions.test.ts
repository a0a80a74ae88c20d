/** A batch that the engine refuses: one collision must not turn it into as many commits as it has commands. */
import { createMovableClock, type Session, type ZsError } from '@zhaoshang/kernel';
import { StoreError, type ChangeBatch, type StoreDriver } from '@zhaoshang/store';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { describe, expect, it } from 'vitest';
import { collectionsOf, createRunner, type LoadedPlugin } from '../src/index.ts';
import { counterBackend, counters } from './counter-plugin.ts';

const session: Session = { subject: 'e1', displayName: '企业甲', roles: ['enterprise'], zone: 'test' };

/** Raises one counter by many commands at once; `refuse` throws what the engine would. Answers and attempts to commit. */
async function raiseTogether(notes: readonly string[], refuse: (batch: ChangeBatch, attempt: number) => void) {
  let attempts = 0;
  const plugins: LoadedPlugin[] = [{ backend: counterBackend(), config: { limit: 1_000 }, configVersion: 'test@1' }];
  const memory = openMemoryStore({ collections: collectionsOf(plugins) });
  const store: StoreDriver = {
    ...memory,
    begin: async (mode) => {
      const transaction = await memory.begin(mode);
      return {
        ...transaction,
        commit: async (batch) => {
          attempts += 1;
          try {
            refuse(batch, attempts);
          } catch (error) {
            await transaction.rollback();
            throw error;
          }
          await transaction.commit(batch);
        },
      };
    },
  };
  const runner = createRunner({ store, plugins, zone: 'test', clock: createMovableClock() });
  const answers = await Promise.all(
    notes.map((note, index) =>
      runner
        .run(
          {
            plugin: 'counter',
            operation: 'raise',
            kind: 'command',
            input: { id: 'hot', note },
            idempotencyKey: `${index}`,
          },
          { session },
        )
        .then(
          ({ output }) => String((output as { value: number }).value),
          (error: ZsError) => error.code,
        ),
    ),
  );
  const reading = await memory.begin('read');
  const [counter] = await reading.getMany(counters, ['hot']);
  return { answers, attempts, value: (counter as { value?: number } | undefined)?.value };
}

const plain = (count: number): string[] => Array.from({ length: count }, () => '');
const tells = (batch: ChangeBatch, note: string): boolean =>
  batch.changes.some(({ document }) => (document as unknown as { reason?: string }).reason === note);

describe('a batch that the engine refuses', () => {
  it('is run again as a whole when a number it drew was taken', async () => {
    const { answers, attempts } = await raiseTogether(plain(64), (_batch, attempt) => {
      if (attempt === 1) throw new StoreError('unique', 'taken');
    });
    expect(answers).toEqual(Array.from({ length: 64 }, (_, index) => String(index + 1)));
    expect(attempts).toBe(2);
  });

  it('keeps the order of arrival and loses nothing when it has to be halved', async () => {
    const { answers, value } = await raiseTogether(plain(16), (batch, attempt) => {
      if (attempt <= 5 && batch.events.length > 1) throw new StoreError('version', 'moved');
    });
    expect(answers).toEqual(Array.from({ length: 16 }, (_, index) => String(index + 1)));
    expect(value).toBe(16);
  });

  it('finds the one command that cannot be stored in few commits, and only that one is refused', async () => {
    const notes = plain(64).map((_, index) => (index === 37 ? 'unstorable' : 'fine'));
    const { answers, attempts, value } = await raiseTogether(notes, (batch) => {
      if (tells(batch, 'unstorable')) throw new StoreError('check', 'cannot be stored');
    });
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(1);
    expect(answers[37]).toBe('busy');
    expect(value).toBe(63);
    expect(attempts).toBeLessThanOrEqual(2 * Math.log2(64) + 1);
  });

  it('refuses everybody at once when the engine is away', async () => {
    const { answers, attempts } = await raiseTogether(plain(8), () => {
      throw new StoreError('unavailable', 'gone');
    });
    expect(new Set(answers)).toEqual(new Set(['storage-unavailable']));
    expect(attempts).toBe(1);
  });
});
