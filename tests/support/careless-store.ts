/** The negative control of every race: a store that reads without locks and writes over whatever is there. */
import type { Change, DriverTransaction, StoreDriver } from '@zhaoshang/store';

export function carelessStore(store: StoreDriver): StoreDriver {
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    ...store,
    begin: async (mode) => {
      if (mode === 'read') return store.begin(mode);
      const reading = await store.begin('read');
      const transaction: DriverTransaction = {
        getMany: async (collection, ids) => {
          await turn();
          return reading.getMany(collection, ids);
        },
        findMany: async (collection, finds) => {
          await turn();
          return reading.findMany(collection, finds);
        },
        commit: async ({ changes, events }) => {
          await turn();
          const writing = await store.begin('write');
          const forced: Change[] = [];
          for (const change of changes) {
            const [stored] = await writing.getMany(change.collection, [change.document.id]);
            forced.push({
              ...change,
              kind: change.kind === 'remove' ? 'remove' : stored === undefined ? 'insert' : 'update',
              expectedVersion: stored?.version ?? 0,
              document: { ...change.document, version: (stored?.version ?? 0) + 1 },
            });
          }
          await writing.commit({ changes: forced, events });
        },
        rollback: () => reading.rollback(),
      };
      return transaction;
    },
  };
}
