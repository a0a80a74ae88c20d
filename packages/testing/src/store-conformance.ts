/**
 * The store port's contract as tests: whoever writes a driver runs this and knows. It brings no test framework and no
 * assertions of a framework, so that it runs under vitest as well as in a browser under mocha.
 *
 * @example
 * storeConformance('memory', async (_space, collections) => openMemoryStore({ collections }), {
 *   describe, it, capabilities: { durable: false, shared: false },
 * });
 */
import type { Collection } from '@zhaoshang/kernel';
import type { StoreDriver } from '@zhaoshang/store';
import { commitTests } from './store-conformance/commits.ts';
import { concurrencyTests } from './store-conformance/concurrency.ts';
import { entries, tallies } from './store-conformance/fixtures.ts';
import { lifeTests } from './store-conformance/life.ts';
import { outboxTests } from './store-conformance/outbox.ts';
import { recordTests } from './store-conformance/records.ts';
import { searchTests } from './store-conformance/searches.ts';

/** Opens a store on a space (a zone, a database): the same name means the same data, a new name none. */
export type OpenStore = (space: string, collections: readonly Collection<any>[]) => Promise<StoreDriver>;

export interface StoreConformanceOptions {
  readonly describe: (title: string, body: () => void) => void;
  readonly it: (title: string, body: () => Promise<void>) => void;
  readonly capabilities: {
    /** What was committed is there when the space is opened again. */
    readonly durable: boolean;
    /** A space can be open several times at once: tabs, or nodes of a server. */
    readonly shared: boolean;
  };
  /** Rounds of each random test. */
  readonly rounds?: number;
}

export interface Suite extends StoreConformanceOptions {
  readonly rounds: number;
  readonly open: OpenStore;
  /** A test over a fresh store, which is closed afterwards. */
  readonly test: (title: string, body: (store: StoreDriver, space: string) => Promise<void>) => void;
  readonly newSpace: () => string;
  readonly collections: readonly Collection<any>[];
}

export function storeConformance(name: string, open: OpenStore, options: StoreConformanceOptions): void {
  const { describe, it, capabilities } = options;
  let spaces = 0;
  const newSpace = (): string => `conformance-${Date.now().toString(36)}-${(spaces += 1)}`;
  const suite: Suite = {
    ...options,
    rounds: options.rounds ?? 40,
    open,
    newSpace,
    collections: [entries, tallies],
    test: (title, body) =>
      it(title, async () => {
        const space = newSpace();
        const store = await open(space, [entries, tallies]);
        try {
          await body(store, space);
        } finally {
          await store.close();
        }
      }),
  };
  describe(`store: ${name}`, () => {
    recordTests(suite);
    searchTests(suite);
    commitTests(suite);
    outboxTests(suite);
    concurrencyTests(suite);
    lifeTests(suite);
    // Printed, so that nobody takes a skip for a pass.
    for (const [capability, has] of Object.entries(capabilities))
      if (!has) it(`(not ${capability}, as declared: the tests that need it were left out)`, async () => {});
  });
}
