/** One tab of the race for a resource: the local adapter as the kit makes it, or the same on a store without its guard. */
import { createLocalAdapter, type LocalAdapter } from '@zhaoshang/adapters/local.ts';
import { createMovableClock, definePlugin, newId, type Session } from '@zhaoshang/kernel';
import { openIdbStore } from '@zhaoshang/store/drivers/idb.ts';
import { carelessStore } from '../../support/careless-store.ts';
import { scarceNeed, scarceResource } from '../../support/scarce-offers.ts';

interface RaceOptions {
  readonly zone: string;
  readonly guarded: boolean;
  readonly units: number;
  /** Milliseconds by which the tab's clock is ahead. */
  readonly offset: number;
}

interface Offers {
  readonly resourceId: string;
  readonly needs: readonly { readonly id: string; readonly version: number }[];
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly atOnce: number;
}

const specialistId = 'sp-010';
const backendOnly = definePlugin({
  id: 'needs-matching',
  version: '0.1.0',
  backend: async () => (await import('@zhaoshang/needs-matching/backend.ts')).loadNeedsMatching(),
  elements: {},
});

let adapter: LocalAdapter;
let session: Session | null = null;
let options: RaceOptions;

async function call<Output>(
  kind: 'query' | 'command',
  operation: string,
  input: unknown,
  expectedVersion?: number,
): Promise<Output> {
  const request = { plugin: 'needs-matching', operation, kind, input, idempotencyKey: newId('key') };
  const { output } = await adapter.call(expectedVersion === undefined ? request : { ...request, expectedVersion });
  return output as Output;
}

const staff = (role: 'centre' | 'specialist', subject: string): Session => ({
  subject,
  displayName: role,
  roles: [role],
  zone: options.zone,
  department: 'hub',
});

const matchRaceTab = {
  prepare: async (given: RaceOptions): Promise<void> => {
    options = given;
    const clock = createMovableClock();
    clock.moveTo(Date.now() + given.offset);
    adapter = await createLocalAdapter({
      plugins: [backendOnly],
      zone: given.zone,
      preset: 'chongming',
      session: () => session,
      clock,
      openStore: async ({ zone, collections }) => {
        const store = await openIdbStore({ zone, collections });
        return given.guarded ? store : carelessStore(store);
      },
    });
  },
  /** Puts up the resource and the needs; only one tab does. */
  makeScarce: async (howMany: number) => {
    session = staff('centre', 'local-centre');
    const { id: resourceId } = await call<{ id: string }>('command', 'createResource', {
      ...scarceResource,
      capacity: options.units,
    });
    const needs: { id: string; version: number }[] = [];
    for (let number = 0; number < howMany; number += 1) {
      const input = { ...scarceNeed, channel: '电话', forUscc: '91310151MAYF4E010M' };
      const noted = await call<{ id: string; version: number }>('command', 'draftNeed', input);
      const assign = { needId: noted.id, specialistId, reason: '' };
      needs.push(await call('command', 'assignSpecialist', assign, noted.version));
    }
    return { resourceId, needs: needs.map(({ id, version }) => ({ id, version })) };
  },
  /** The offers of this tab from one instant on, the same in every tab, in waves, so that the tabs take turns; `held` or the refusal. */
  offer: async ({ resourceId, needs, from, atOnce }: Offers): Promise<string[]> => {
    session = staff('specialist', `specialist:${specialistId}`);
    const offerOne = ({ id, version }: Offers['needs'][number]): Promise<string> =>
      call('command', 'offerMatch', { needId: id, resourceId, message: '', reason: '' }, version).then(
        () => 'held',
        (error: { code?: string }) => error.code ?? String(error),
      );
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, from - Date.now())));
    const answers: string[] = [];
    for (let done = 0; done < needs.length; done += atOnce)
      answers.push(...(await Promise.all(needs.slice(done, done + atOnce).map(offerOne))));
    return answers;
  },
  left: async (resourceId: string): Promise<number> =>
    (await call<{ available: number }>('query', 'resource', { resourceId })).available,
};

export type MatchRaceTab = typeof matchRaceTab;
(window as unknown as { matchRaceTab: MatchRaceTab }).matchRaceTab = matchRaceTab;
