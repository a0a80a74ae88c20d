/** One tab of the race: the local adapter as the kit makes it, or the same on a store without its guard. */
import { createLocalAdapter, type LocalAdapter } from '@zhaoshang/adapters/local.ts';
import { createMovableClock, definePlugin, newId, type Session } from '@zhaoshang/kernel';
import preset from '@zhaoshang/service-day/presets/chongming.json' with { type: 'json' };
import { openIdbStore } from '@zhaoshang/store/drivers/idb.ts';
import { carelessStore } from '../../support/careless-store.ts';

interface RaceOptions {
  readonly zone: string;
  readonly guarded: boolean;
  readonly seats: number;
  readonly date: string;
  /** Milliseconds by which the tab's clock is ahead. */
  readonly offset: number;
}

const department = 'education';
const start = '10:00';
const backendOnly = definePlugin({
  id: 'service-day',
  version: '0.1.0',
  backend: async () => (await import('@zhaoshang/service-day/backend.ts')).serviceDayBackend,
  elements: {},
});

let adapter: LocalAdapter;
let session: Session | null = null;
let options: RaceOptions;

const raceTab = {
  prepare: async (given: RaceOptions): Promise<void> => {
    options = given;
    const clock = createMovableClock();
    clock.moveTo(Date.now() + given.offset);
    const departments = preset.departments.map((each) =>
      each.code === department ? { ...each, capacityPerSlot: given.seats } : each,
    );
    adapter = await createLocalAdapter({
      plugins: [backendOnly],
      zone: given.zone,
      preset: 'chongming',
      overrides: { 'service-day': { departments } },
      session: () => session,
      clock,
      openStore: async ({ zone, collections }) => {
        const store = await openIdbStore({ zone, collections });
        return given.guarded ? store : carelessStore(store);
      },
    });
  },
  /** Everybody of this tab at once; `booked` or the code of the refusal. */
  book: (people: readonly Omit<Session, 'zone'>[]): Promise<string[]> =>
    Promise.all(
      people.map(async (person) => {
        session = { ...person, zone: options.zone };
        const answer = adapter.call({
          plugin: 'service-day',
          operation: 'book',
          kind: 'command',
          idempotencyKey: newId('key'),
          input: {
            date: options.date,
            segments: [{ department, start, matterId: null, topic: '入学政策' }],
            contactName: '文佳',
            contactPhone: '13800009301',
            question: '',
            attachments: [],
            assistance: [],
            consentVersion: preset.consent.version,
          },
        });
        return answer.then(
          () => 'booked',
          (error: { code?: string }) => error.code ?? String(error),
        );
      }),
    ),
  taken: async (): Promise<number> => {
    const input = { date: options.date };
    const { output } = await adapter.call({ plugin: 'service-day', operation: 'availability', kind: 'query', input });
    const { desks } = output as { desks: { department: string; slots: { start: string; remaining: number }[] }[] };
    const slot = desks.find((desk) => desk.department === department)?.slots.find((each) => each.start === start);
    return options.seats - (slot?.remaining ?? Number.NaN);
  },
};

(window as unknown as { raceTab: typeof raceTab }).raceTab = raceTab;
