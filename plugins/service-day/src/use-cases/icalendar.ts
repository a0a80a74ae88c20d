/**
 * iCalendar text (RFC 5545, 5546) by ical-generator. Times are UTC instants, so that no VTIMEZONE is needed and every calendar
 * shows its reader's own time. The module is part of the backend's lazy chunk: a page on the http adapter never loads it.
 */
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';
import type { Locale } from '@zhaoshang/kernel';
import type { ServiceDayConfig } from '../model/config.ts';
import type { Booking } from '../model/records.ts';
import { instantAt } from '../rules/timetable.ts';

export interface CalendarEntry {
  readonly booking: Booking;
  /** Grows with every change of the visit (RFC 5546): a calendar replaces an entry only by a higher one. */
  readonly sequence: number;
  readonly status: 'tentative' | 'confirmed' | 'cancelled';
  readonly summary: string;
  readonly description: string;
  /** Minutes before the beginning at which the calendar reminds. */
  readonly reminders: readonly number[];
}

export interface CalendarFacts {
  readonly name: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly config: ServiceDayConfig;
  /** Milliseconds; DTSTAMP, by which a calendar tells the later of two versions with the same SEQUENCE. */
  readonly now: number;
  /** Minutes after which a subscribed calendar asks again (RFC 7986). */
  readonly refreshMinutes?: number;
}

const product = { company: 'Zhaoshang Kit', product: 'Service Day' };

/** METHOD is CANCEL when nothing of it takes place any more, else PUBLISH; a cancelled entry among others says so itself. */
export function calendarText(entries: readonly CalendarEntry[], facts: CalendarFacts): string {
  const isOver = entries.length > 0 && entries.every(({ status }) => status === 'cancelled');
  return withIdSource(() => {
    const calendar = ical({
      prodId: { ...product, language: facts.locale === 'en' ? 'EN' : 'ZH' },
      name: facts.name,
      method: isOver ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
      ...(facts.refreshMinutes === undefined ? {} : { ttl: facts.refreshMinutes * 60 }),
    });
    for (const entry of entries) calendar.createEvent(eventOf(entry, facts));
    return `${calendar.toString()}\r\n`;
  });
}

/** The identity of an appointment in every calendar, however often it is moved. */
export const calendarUid = (bookingId: string, zone: string): string => `${bookingId}@service-day.${zone}`;

function eventOf(entry: CalendarEntry, { config, zone, now }: CalendarFacts): ICalEventData {
  const { booking, status } = entry;
  const { site } = config;
  return {
    id: calendarUid(booking.id, zone),
    sequence: entry.sequence,
    stamp: new Date(now),
    start: new Date(instantAt(config, booking.date, booking.start)),
    end: new Date(instantAt(config, booking.date, booking.end)),
    summary: entry.summary,
    description: entry.description,
    location: { title: site.name, address: site.address, geo: { lat: site.latitude, lon: site.longitude } },
    status: statuses[status],
    // RFC 5546 wants an organizer; the centre has no mailbox for answers, and `.invalid` never reaches anyone (RFC 2606).
    organizer: { name: site.name, email: `service-day@${zone}.invalid` },
    alarms:
      status === 'cancelled'
        ? []
        : entry.reminders.map((minutes) => ({
            type: ICalAlarmType.display,
            trigger: minutes * 60,
            description: entry.summary,
          })),
  };
}

const statuses = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** Named in parts because this code supplies it where it is missing and never relies on it. */
const idSourceName = ['random', 'UUID'].join('');

/**
 * ical-generator asks the platform for a random id for every event, also where it is told the UID. Browsers before 92 have no such
 * function, and none has it on a page without https, so that it is lent for this one synchronous step and taken away again.
 */
function withIdSource(make: () => string): string {
  if (idSourceName in crypto) return make();
  Object.defineProperty(crypto, idSourceName, { configurable: true, value: () => '' });
  try {
    return make();
  } finally {
    delete (crypto as unknown as Record<string, unknown>)[idSourceName];
  }
}
