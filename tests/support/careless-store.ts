/** The negative control of every race: a store that reads without locks and writes over whatever is there. */
import type { Change, DriverTransaction, StoreDriver } from '@zhaoshang/store';

export function carelessStore(store: StoreDriver): StoreDriver {
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  /** Each read by itself, and time for others after it. */
  const read = async <Rows>(look: (engine: DriverTransaction) => Promise<Rows>): Promise<Rows> => {
    const engine = await store.begin('read');
    const rows = await look(engine);
    await engine.rollback();
    await turn();
    return rows;
  };
  return {
    ...store,
    begin: async (mode) => {
      if (mode === 'read') return store.begin(mode);
      return {
        getMany: (collection, ids) => read((engine) => engine.getMany(collection, ids)),
        findMany: (collection, finds) => read((engine) => engine.findMany(collection, finds)),
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
        rollback: async () => {},
      };
    },
  };
}
