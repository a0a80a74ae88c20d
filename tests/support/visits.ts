/** What a visit's booking looks like on the wire, with a contact person of our own invention. */
import type { ApiClient } from './api-client.ts';

export interface Stop {
  readonly department: string;
  readonly start: string;
  readonly topic?: string;
  readonly matterId?: string | null;
}

let consent: string | undefined;

/** The version of the privacy notice in force; one must agree to that one. */
async function consentVersion(api: ApiClient): Promise<string> {
  consent ??= (await api.query('timetable')).body.settings.consent.version as string;
  return consent;
}

export async function bookInput(api: ApiClient, date: string, stops: readonly Stop[], more: object = {}) {
  return {
    date,
    segments: stops.map(({ department, start, topic = '开办企业怎么准备材料', matterId = null }) => ({
      department,
      start,
      matterId,
      topic,
    })),
    contactName: '文佳',
    contactPhone: '13800009301',
    question: '',
    attachments: [],
    assistance: [],
    consentVersion: await consentVersion(api),
    ...more,
  };
}

/** Free seats of a slot as the page shows them. */
export async function seatsOf(api: ApiClient, date: string, department: string, start: string) {
  const { body } = await api.query('availability', { date });
  const desk = body.desks.find((each: { department: string }) => each.department === department);
  const slot = desk.slots.find((each: { start: string }) => each.start === start);
  return { capacity: slot.capacity as number, remaining: slot.remaining as number, state: slot.state as string };
}

/** The last service day that can be booked now, whatever the real date is. */
export async function lastOpenDay(api: ApiClient): Promise<string> {
  const { body } = await api.query('timetable');
  const open = body.days.filter(({ state }: { state: string }) => state === 'open');
  return open.at(-1).date as string;
}
