/** The line of a department on a day (候补): first in, first out. */
import { waitlistEntries, type WaitlistEntry } from '../model/records.ts';
import type { ServiceDay } from '../rules/timetable.ts';
import { advanceEntry } from './lifecycle.ts';
import { sendNotice } from './notices.ts';
import { departmentWordsOf, slotWordsOf, textOf, wordsOf, type ServiceContext } from './service-context.ts';

export const anySlot = 'any';
/** Entries read at a time when looking for the next one in line. */
const pageSize = 50;

/** Everyone who waits at this department on this date, in order. */
export function lineOf(context: ServiceContext, date: string, department: string): Promise<WaitlistEntry[]> {
  return context.tx.find(waitlistEntries, { index: 'inLine', equals: [date, department, 'waiting'] });
}

/** The first in line who takes this slot: waits for it, or for any of the day. */
export async function firstInLine(
  context: ServiceContext,
  date: string,
  department: string,
  start: string,
): Promise<WaitlistEntry | undefined> {
  const search = { index: 'inLine', equals: [date, department, 'waiting'], limit: pageSize };
  let page = await context.tx.find(waitlistEntries, search);
  for (;;) {
    const fitting = page.find((entry) => entry.start === anySlot || entry.start === start);
    if (fitting !== undefined || page.length < pageSize) return fitting;
    page = await context.tx.find(waitlistEntries, { ...search, after: page[page.length - 1]! });
  }
}

/** Offers a free seat to an entry, until the offer lapses or booking closes; the caller has taken the seat for it. */
export function offerTo(context: ServiceContext, day: ServiceDay, entry: WaitlistEntry, start: string): WaitlistEntry {
  const expires = Math.min(context.now + context.config.waitlist.offerMinutes * 60_000, day.closesAt);
  const offered = advanceEntry(
    context,
    entry,
    'offer',
    { offeredStart: start, offerExpiresAt: textOf(context, expires) },
    'rule',
  );
  announce(context, offered);
  const place = departmentWordsOf(context, entry.department);
  const when = slotWordsOf(context, { date: day.date, start });
  const until = wordsOf(context, expires);
  sendNotice(context, {
    uscc: entry.uscc,
    kind: 'offer',
    date: day.date,
    department: entry.department,
    reference: entry.id,
    text: {
      zh: `候补到号：${place.zh} ${when.zh} 有一个名额，为您保留到${until.zh}，请按时确认。`,
      en: `A seat came free: ${place.en}, ${when.en}. It is kept for you until ${until.en}; please confirm in time.`,
    },
  });
  return offered;
}

/** Tells those concerned that an entry's state changed. */
export function announce(context: ServiceContext, entry: WaitlistEntry): void {
  context.emit('service-day.waitlist-changed', {
    entryId: entry.id,
    uscc: entry.uscc,
    date: entry.date,
    department: entry.department,
    state: entry.state,
  });
}
