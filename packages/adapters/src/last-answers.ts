/** The last answers of some public queries, with the time they were given: what a page shows while it has no network. */
import type { Adapter, OperationRequest } from '@zhaoshang/kernel';
import { offlineDatabase } from './offline/offline-database.ts';

export interface LastAnswer {
  readonly output: unknown;
  /** Milliseconds since the epoch at which the backend gave it. */
  readonly at: number;
}

export interface LastAnswers {
  read(request: Pick<OperationRequest, 'plugin' | 'operation' | 'input'>): Promise<LastAnswer | undefined>;
  clear(): Promise<void>;
}

export interface LastAnswersOptions {
  readonly zone: string;
  /** Operations whose answers are kept, `plugin.operation`. Only ones that say the same to everybody: a device is shared. */
  readonly operations: readonly string[];
  /** Answers kept at most; 60 by default, the oldest go first. */
  readonly limit?: number;
}

const idOf = ({ plugin, operation, input }: Pick<OperationRequest, 'plugin' | 'operation' | 'input'>): string =>
  `${plugin}.${operation} ${JSON.stringify(input ?? {}, Object.keys((input as object | null) ?? {}).sort())}`;

/** The same adapter, which keeps the answers named in passing; keeping never makes a call fail or wait. */
export function keepLastAnswers(
  adapter: Adapter,
  { zone, operations, limit = 60 }: LastAnswersOptions,
): Adapter & { readonly lastAnswers: LastAnswers } {
  const kept = new Set(operations);

  const keep = async (request: OperationRequest, output: unknown): Promise<void> => {
    const database = await offlineDatabase(zone);
    const transaction = database.transaction('answers', 'readwrite');
    await transaction.store.put({ id: idOf(request), output, at: Date.now() });
    let surplus = (await transaction.store.count()) - limit;
    let cursor = surplus > 0 ? await transaction.store.index('byTime').openCursor() : null;
    for (; cursor !== null && surplus > 0; surplus -= 1) {
      await cursor.delete();
      cursor = await cursor.continue();
    }
    await transaction.done;
  };

  return {
    name: adapter.name,
    capabilities: adapter.capabilities,
    session: (signal) => adapter.session(signal),
    clockOffset: () => adapter.clockOffset?.() ?? 0,
    close: () => adapter.close?.(),
    ...(adapter.subscribe === undefined ? {} : { subscribe: adapter.subscribe.bind(adapter) }),
    call: async (request) => {
      const answer = await adapter.call(request);
      if (request.kind === 'query' && kept.has(`${request.plugin}.${request.operation}`))
        keep(request, answer.output).catch((error: unknown) =>
          console.warn('[zhaoshang] an answer could not be kept for offline use.', error),
        );
      return answer;
    },
    lastAnswers: {
      read: async (request) => {
        const found = await (await offlineDatabase(zone)).get('answers', idOf(request));
        return found === undefined ? undefined : { output: found.output, at: found.at };
      },
      clear: async () => (await offlineDatabase(zone)).clear('answers'),
    },
  };
}
