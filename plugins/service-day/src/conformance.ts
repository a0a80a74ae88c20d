/**
 * The service day as a scenario of `adapterConformance`: an adapter that passes it carries this plugin. It asks the backend for
 * its dates, so it works at any time at which some date can be booked, with the demo's records or without.
 */
import type { Session } from '@zhaoshang/kernel';
import type { AdapterScenario, Call } from '@zhaoshang/testing/adapter-conformance.ts';
import { serviceDay } from './contract.ts';

interface Timetable {
  readonly days: readonly { readonly date: string; readonly state: string }[];
  readonly settings: { readonly consent: { readonly version: string } };
}
interface Availability {
  readonly desks: readonly {
    readonly department: string;
    readonly slots: readonly { readonly start: string; readonly remaining: number }[];
  }[];
}
interface VisitFacts {
  readonly id: string;
  readonly version: number;
  readonly date: string;
  readonly bookings: readonly { readonly start: string; readonly state: string }[];
}

/** A code of GB 32100-2015's form that no preset uses. */
const uscc = '91310151MA1JY00023';

const acting = (zone: string, roles: Session['roles'], number: number): Session => ({
  subject: `conformance:${number}`,
  displayName: '示例',
  roles,
  zone,
  enterprise: { uscc: number === 1 ? uscc : '91350100M000100Y43', name: `示例企业${number}` },
});

/** A form for the first free seat at a time at which the enterprise is not elsewhere. */
async function formFor(call: Call, n: number): Promise<Record<string, unknown>> {
  const timetable = (await call('timetable', {})).output as Timetable;
  const mine = (await call('myVisits', { limit: 100 })).output as { readonly items: readonly VisitFacts[] };
  for (const { date } of timetable.days.filter(({ state }) => state === 'open')) {
    const here = mine.items.filter((visit) => visit.date === date).flatMap(({ bookings }) => bookings);
    const busy = new Set(here.filter(({ state }) => state === 'booked').map(({ start }) => start));
    const { desks } = (await call('availability', { date })).output as Availability;
    for (const { department, slots } of desks) {
      const free = slots.find(({ start, remaining }) => remaining > 0 && !busy.has(start));
      if (free === undefined) continue;
      return {
        date,
        segments: [{ department, start: free.start, matterId: null, topic: `第 ${n} 件事` }],
        contactName: '示例',
        contactPhone: '13800000000',
        question: '',
        attachments: [],
        assistance: [],
        consentVersion: timetable.settings.consent.version,
      };
    }
  }
  throw new Error('Conformance: the backend has no date with a free seat.');
}

const book = async (call: Call, n: number): Promise<VisitFacts> =>
  (await call('book', await formFor(call, n))).output as VisitFacts;

/** Saturdays from 2030 on: the weekly rule of no zone we know names them. */
const saturday = (n: number): string => new Date(Date.UTC(2030, 0, 5 + 7 * n)).toISOString().slice(0, 10);

export function serviceDayScenario(zone = 'chongming'): AdapterScenario {
  const actor = acting(zone, ['enterprise', 'centre'], 1);
  const other = acting(zone, ['enterprise'], 2);
  return {
    contract: serviceDay,
    actor,
    command: {
      operation: 'addDay',
      input: (n) => ({ date: saturday(n), reason: `加开第 ${n} 场` }),
      events: ['service-day.plan-changed', 'service-day.availability-changed'],
    },
    versioned: {
      operation: 'cancel',
      prepare: async (call, n) => {
        const visit = await book(call, n);
        return { input: { visitId: visit.id, reason: '试一下' }, version: visit.version };
      },
    },
    notFound: { operation: 'visit', input: { visitId: 'vi-none' }, code: 'not-found' },
    emptyList: { operation: 'myVisits', input: {} },
    pages: {
      operation: 'myVisits',
      input: {},
      // Half of them are cancelled at once, so that the zone's quota of active bookings is never reached.
      fill: async (call, n) => {
        const { id, version } = await book(call, n);
        if (n % 2 === 0) await call('cancel', { visitId: id, reason: '' }, { version });
      },
      idOf: (row: VisitFacts) => row.id,
    },
    forbidden: { operation: 'addDay', input: { date: saturday(0), reason: '加开' }, session: other },
    invalid: {
      operation: 'book',
      input: {
        date: '2026-02-30',
        segments: [],
        contactName: '示例',
        contactPhone: '123',
        question: '',
        attachments: [],
        assistance: [],
        consentVersion: 'any',
      },
      pointers: ['/date', '/segments', '/contactPhone'],
    },
    live: {
      hears: null,
      private: { run: book, event: 'service-day.booking-made', hearing: actor, deaf: other },
    },
  };
}
