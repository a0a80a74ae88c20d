/** New visits and appointments, with every field they must have. */
import { randomCode } from '@zhaoshang/kernel';
import { bookings, visits, type Booking, type Visit } from '../model/records.ts';
import { slotEnd } from '../rules/timetable.ts';
import { timeKey } from '../rules/topic-key.ts';
import { never } from './lifecycle.ts';
import { nowText, type AskingEnterprise, type ServiceContext } from './service-context.ts';

const checkInCodeLength = 6;
const ticketLength = 5;

/** `1125-K7X2P`: month and day, then characters without look-alikes, easy to read out. */
export const newTicket = (date: string): string =>
  `${date.slice(5, 7)}${date.slice(8)}-${randomCode(ticketLength).toUpperCase()}`;

export const newCheckInCode = (): string => randomCode(checkInCodeLength).toUpperCase();

type VisitFacts = Partial<Omit<Visit, 'id' | 'version' | 'date' | 'uscc' | 'enterpriseName'>> & {
  readonly date: string;
};

export function insertVisit(context: ServiceContext, enterprise: AskingEnterprise, facts: VisitFacts): Visit {
  return context.tx.insert(visits, {
    id: context.newId('vi'),
    ticket: newTicket(facts.date),
    contactName: '',
    contactPhone: '',
    question: '',
    attachments: [],
    assistance: [],
    consent: null,
    channel: 'web',
    checkInCode: newCheckInCode(),
    bookingIds: [],
    moves: 0,
    sequence: 0,
    holdExpiresAt: null,
    holdExtensions: 0,
    createdAt: nowText(context),
    ...facts,
    uscc: enterprise.uscc,
    enterpriseName: enterprise.name,
  });
}

type BookingFacts = Partial<
  Omit<Booking, 'id' | 'version' | 'end' | 'visitId' | 'ticket' | 'uscc' | 'enterpriseName'>
> &
  Pick<Booking, 'department' | 'start' | 'state'> & { readonly id: string };

/** An appointment of a visit; one that holds a time takes the enterprise's key for it. */
export function insertBooking(context: ServiceContext, visit: Visit, facts: BookingFacts): Booking {
  const date = facts.date ?? visit.date;
  return context.tx.insert(bookings, {
    matterId: null,
    topic: '',
    channel: visit.channel,
    queueNumber: null,
    deskNo: null,
    checkedInAt: null,
    calledAt: null,
    calls: 0,
    servedAt: null,
    outcome: null,
    rating: null,
    stateReason: null,
    holdExpiresAt: never,
    activeTopicKey: null,
    activeTimeKey: timeKey(visit.uscc, date, facts.start),
    createdAt: nowText(context),
    ...facts,
    date,
    end: slotEnd(context.config, facts.start),
    visitId: visit.id,
    ticket: visit.ticket,
    uscc: visit.uscc,
    enterpriseName: visit.enterpriseName,
  });
}
