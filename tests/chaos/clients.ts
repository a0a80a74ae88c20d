/** Clients that book, move and cancel on few slots and never give up on an answer: the same key until there is one. */
import { ApiClient, type Answer } from '../support/api-client.ts';
import type { IdentityProvider } from '../support/identity-provider.ts';
import { bookInput } from '../support/visits.ts';
import type { Attempt } from './history.ts';
import { seededRandom } from './seeded-random.ts';

export interface SlotName {
  readonly department: string;
  readonly start: string;
}
export const slotKey = ({ department, start }: SlotName): string => `${department}|${start}`;

export interface LoadOptions {
  readonly url: string;
  readonly date: string;
  readonly slots: readonly SlotName[];
  readonly clients: number;
  readonly seed: number;
  readonly people: IdentityProvider;
}

export interface Load {
  /** Ends when every client has finished what it was about, or `withinMs` is over: what is open then stays unknown. */
  finish(withinMs: number): Promise<readonly Attempt[]>;
  answered(): number;
}

/** Bookings that stay are few, or the slots would be full for the rest of the run. */
const shareThatStays = 0.04;
const answerWithinMs = 8_000;

export async function startLoad(options: LoadOptions): Promise<Load> {
  const { url, date, slots, clients, seed, people } = options;
  const attempts: Attempt[] = [];
  const giveUp = new AbortController();
  let ending = false;
  let enterprises = 0;
  const form = await bookInput(new ApiClient(url), date, [{ department: '', start: '' }]);

  async function settle(
    api: ApiClient,
    attempt: Pick<Attempt, 'kind' | 'key' | 'booking' | 'slot'>,
    input: object,
    version: number | undefined,
    pause: () => Promise<void>,
  ): Promise<Answer | null> {
    const begin = performance.now();
    const note = (outcome: Attempt['outcome'], answer?: Answer): void => {
      const { visits } = known;
      const end = outcome === 'unknown' ? Infinity : performance.now();
      const code = answer?.body?.code as string | undefined;
      attempts.push({ ...attempt, begin, end, outcome, visits, ...(code === undefined ? {} : { code }) });
    };
    const known = { visits: [] as string[] };
    while (!giveUp.signal.aborted) {
      let answer: Answer | null = null;
      try {
        answer = await api.send(`api/service-day/${attempt.kind === 'move' ? 'reschedule' : attempt.kind}`, {
          method: 'POST',
          headers: {
            ...api.headers,
            'Content-Type': 'application/json',
            'Idempotency-Key': attempt.key,
            ...(version === undefined ? {} : { 'If-Match': `"v${version}"` }),
          },
          body: JSON.stringify(input),
          signal: AbortSignal.any([giveUp.signal, AbortSignal.timeout(answerWithinMs)]),
        });
      } catch {
        // Killed, refused or cut off in the middle: whether it happened is for the next try to find out.
      }
      if (answer !== null && answer.status === 200) {
        known.visits.push(answer.body.result.id as string);
        note('done', answer);
        return answer;
      }
      if (answer !== null && answer.status < 500 && answer.status !== 429) {
        note('refused', answer);
        return answer;
      }
      await pause();
    }
    note('unknown');
    return null;
  }

  async function client(number: number): Promise<void> {
    const random = seededRandom(seed * 1_000 + number);
    const pick = (): SlotName => slots[Math.floor(random() * slots.length)] as SlotName;
    const pause = (most = 150): Promise<void> => new Promise((resolve) => setTimeout(resolve, random() * most));
    for (let turn = 0; !ending; turn += 1) {
      // A new enterprise every time: nobody reaches a quota, every visit is told apart.
      const api = new ApiClient(url, people.enterprise((enterprises += 1)));
      const booking = `c${number} t${turn} s${seed}`;
      const target = pick();
      const segment = { ...target, matterId: null, topic: booking };
      const booked = await settle(
        api,
        { kind: 'book', key: `book-${booking}`, booking, slot: slotKey(target) },
        { ...form, segments: [segment] },
        undefined,
        pause,
      );
      if (booked?.status !== 200) {
        await pause(40);
        continue;
      }
      let visit = booked.body.result as { id: string; version: number };
      if (random() < 0.4) {
        // A visit keeps its departments when it is moved.
        const near = slots.filter(({ department }) => department === target.department);
        const next = near[Math.floor(random() * near.length)] as SlotName;
        const moved = await settle(
          api,
          { kind: 'move', key: `move-${booking}`, booking, slot: slotKey(next) },
          { visitId: visit.id, date, segments: [next], reason: '' },
          visit.version,
          pause,
        );
        if (moved?.status === 200) visit = moved.body.result;
      }
      if (random() < shareThatStays) continue;
      await pause(30);
      await settle(
        api,
        { kind: 'cancel', key: `cancel-${booking}`, booking, slot: '' },
        { visitId: visit.id, reason: '' },
        visit.version,
        pause,
      );
    }
  }

  const all = Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  // Seen in finish(); without this an early failure would end the process instead of the test.
  all.catch(() => {});
  return {
    answered: () => attempts.length,
    finish: async (withinMs) => {
      ending = true;
      const limit = setTimeout(() => giveUp.abort(), withinMs);
      await all;
      clearTimeout(limit);
      return attempts;
    },
  };
}
