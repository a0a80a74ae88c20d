/** The asking enterprise's records as they are read together, and more visits page by page. */
import type { ClientOf } from '@zhaoshang/kernel';
import type { ServiceDayContract } from '../../../contract.ts';
import type { FollowUp, Notice, Standing, Visit, WaitingEntry } from '../booking-types.ts';

export interface MyRecords {
  readonly visits: readonly Visit[];
  /** Cursor of the visits after these, or null at the end. */
  readonly next: string | null;
  readonly waiting: readonly WaitingEntry[];
  readonly notices: readonly Notice[];
  readonly followUps: readonly FollowUp[];
  readonly standing: Standing | null;
  /** When it was read (milliseconds). */
  readonly asOf: number;
}

export const noRecords: MyRecords = {
  visits: [],
  next: null,
  waiting: [],
  notices: [],
  followUps: [],
  standing: null,
  asOf: 0,
};

const visitsPerPage = 10;
/** Longest page the contract gives. */
const longestPage = 100;
const noticesShown = 20;
const followUpsShown = 50;

type Client = ClientOf<ServiceDayContract>;

/** As many visits as are listed already, so that reading again takes nothing away. */
export async function readRecords(
  client: Client,
  listed: number,
  now: number,
  signal: AbortSignal,
): Promise<MyRecords> {
  const options = { signal };
  const limit = Math.min(longestPage, Math.max(visitsPerPage, listed));
  const [visits, waiting, notices, followUps, standing] = await Promise.all([
    client.myVisits({ limit }, options),
    client.myWaiting({}, options),
    client.myNotices({ limit: noticesShown }, options),
    client.myFollowUps({ limit: followUpsShown }, options),
    client.myStanding({}, options),
  ]);
  return {
    visits: visits.items,
    next: visits.nextCursor,
    waiting: waiting.items,
    notices: notices.items,
    followUps: followUps.items,
    standing,
    asOf: now,
  };
}

/** The next page of visits; one that moved there meanwhile is not listed twice. */
export async function readMore(client: Client, records: MyRecords): Promise<MyRecords> {
  if (records.next === null) return records;
  const page = await client.myVisits({ cursor: records.next, limit: visitsPerPage });
  const listed = new Set(records.visits.map(({ id }) => id));
  const added = page.items.filter(({ id }) => !listed.has(id));
  return { ...records, visits: [...records.visits, ...added], next: page.nextCursor };
}
