/** The local adapter: the plugins' own use cases on IndexedDB, inside the page. For demo, kiosk and pilot without a backend. */
import {
  systemClock,
  type Adapter,
  type AdapterCapabilities,
  type Clock,
  type EventEnvelope,
  type Plugin,
  type Session,
} from '@zhaoshang/kernel';
import type { StoreDriver } from '@zhaoshang/store';
import { leadAmongTabs } from './local/lead-among-tabs.ts';
import { followOutbox } from './local/follow-outbox.ts';

export interface LocalAdapterOptions {
  readonly plugins: readonly Plugin[];
  readonly zone: string;
  /** Name of the zone preset. */
  readonly preset: string;
  /** Settings that replace the preset's top-level entries, by plugin id. */
  readonly overrides?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Who acts; asked at each call. */
  readonly session: () => Session | null;
  readonly clock?: Clock;
  /** Another store than IndexedDB, for tests. */
  readonly openStore?: (options: { zone: string; collections: readonly any[] }) => Promise<StoreDriver>;
  /** Problems nobody called for: a schedule that failed, an error with its trace id. */
  readonly onProblem?: (problem: unknown, traceId?: string) => void;
}

export interface LocalAdapter extends Adapter {
  readonly capabilities: AdapterCapabilities & { readonly persistent: boolean };
  close(): Promise<void>;
}

/** Opens the store, fills it on the first visit and starts the schedule in one tab. Throws StoreError or `invalid-input`. */
export async function createLocalAdapter(options: LocalAdapterOptions): Promise<LocalAdapter> {
  const { zone, preset, session, clock = systemClock } = options;
  const onProblem =
    options.onProblem ?? ((problem: unknown) => console.error('[zhaoshang] the local adapter had a problem.', problem));
  const { collectionsOf, createRunner, audienceOf, loadPlugins, seedStore, startHousekeeping, startSchedule } =
    await import('@zhaoshang/runner');
  const loaded = await loadPlugins(options.plugins, {
    preset,
    ...(options.overrides === undefined ? {} : { overrides: options.overrides }),
  });
  const { store, persistent } = await openStore(options, collectionsOf(loaded), onProblem);
  await seedStore(store, loaded, clock.now());
  const mayHear = audienceOf(loaded);
  const outbox = followOutbox(
    store,
    // A store of this page only has no other tabs.
    persistent ? `zhaoshang/commits/${zone}` : null,
    (event) => mayHear(event, session()),
    onProblem,
  );
  const runner = createRunner({
    store,
    plugins: loaded,
    zone,
    clock,
    onCommit: outbox.committed,
    onInternalError: onProblem,
  });
  const resign = leadAmongTabs(persistent ? `zhaoshang/schedule/${zone}` : null, () => {
    const stops = [
      startSchedule(runner, loaded, onProblem),
      startHousekeeping(store, clock, onProblem, { plugins: loaded }),
    ];
    return () => stops.forEach((stop) => stop());
  });
  return {
    name: 'local',
    capabilities: { live: 'push', offline: true, persistent },
    session: async () => session(),
    call: (request) => runner.run(request, { session: session(), locale: pageLocale() }),
    subscribe: (listener: (event: EventEnvelope) => void, onState) => {
      onState?.('live');
      return outbox.listen(listener);
    },
    close: async () => {
      resign();
      outbox.close();
      await store.close();
    },
  };
}

const pageLocale = (): 'zh-CN' | 'en' =>
  typeof document === 'object' && document.documentElement.lang.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';

async function openStore(
  { zone, openStore: given }: LocalAdapterOptions,
  collections: readonly any[],
  onProblem: (problem: unknown) => void,
): Promise<{ store: StoreDriver; persistent: boolean }> {
  try {
    const open = given ?? (await import('@zhaoshang/store/drivers/idb.ts')).openIdbStore;
    return { store: await open({ zone, collections }), persistent: true };
  } catch (error) {
    // Private windows and full disks refuse; the page works on, and its capabilities say that nothing is kept.
    if (!isUnavailable(error)) throw error;
    onProblem(error);
    const { openMemoryStore } = await import('@zhaoshang/store/drivers/memory.ts');
    return { store: openMemoryStore({ collections }), persistent: false };
  }
}

function isUnavailable(error: unknown): boolean {
  return (
    error instanceof Error && error.name === 'StoreError' && (error as Error & { kind?: string }).kind === 'unavailable'
  );
}
