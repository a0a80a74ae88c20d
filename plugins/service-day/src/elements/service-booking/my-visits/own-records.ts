/** Everything of one enterprise, read together; what fails alone does not hide the rest. */
import type { ClientOf } from '@zhaoshang/kernel';
import type { ServiceDayContract } from '../../../contract.ts';
import type { FollowUp, Notice, Standing, Visit, WaitingEntry } from '../booking-types.ts';

export interface OwnRecords {
  readonly visits: readonly Visit[];
  readonly waiting: readonly WaitingEntry[];
  readonly notices: readonly Notice[];
  readonly followUps: readonly FollowUp[];
  readonly standing: Standing | null;
  /** True where one of the smaller parts could not be read. */
  readonly incomplete: boolean;
}

/** Newest visits shown; older ones are in the portal's archive. */
const visitsShown = 50;

/** Throws what reading the visits throws. */
export async function readOwnRecords(
  client: ClientOf<ServiceDayContract>,
  options: { readonly signal: AbortSignal },
): Promise<OwnRecords> {
  let incomplete = false;
  const orNothing = <T, Else>(reading: Promise<T>, nothing: Else): Promise<T | Else> =>
    reading.catch(() => {
      incomplete = true;
      return nothing;
    });
  const [visits, waiting, notices, followUps, standing] = await Promise.all([
    client.myVisits({ limit: visitsShown }, options),
    orNothing(client.myWaiting({}, options), { items: [] }),
    orNothing(client.myNotices({ limit: visitsShown }, options), { items: [] }),
    orNothing(client.myFollowUps({ limit: visitsShown }, options), { items: [] }),
    orNothing(client.myStanding({}, options), null),
  ]);
  return {
    visits: visits.items.filter(({ bookings }) =>
      bookings.some(({ state }) => state !== 'held' && state !== 'expired'),
    ),
    waiting: waiting.items.filter(({ state }) => state === 'waiting' || state === 'offered'),
    notices: notices.items.filter(({ read }) => !read),
    followUps: followUps.items,
    standing,
    incomplete,
  };
}
