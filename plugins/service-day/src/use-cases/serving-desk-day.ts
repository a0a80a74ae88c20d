/** A desk's list of a day with its figures (COMM-2). Contacts are masked here; `revealContact` shows them and is recorded. */
import {
  bookings,
  dayChanges,
  followUps,
  slots,
  standings,
  visits,
  type Booking,
  type Standing,
  type Visit,
} from '../model/records.ts';
import { maskName, maskPhone } from '@zhaoshang/kernel/masking.ts';
import { countedMisses } from '../rules/standing.ts';
import { deskCapacity, planDay } from '../rules/timetable.ts';
import type { BookingState, FollowUpState } from '../model/states.ts';
import { deskToSee } from './desk-access.ts';
import { dayViewOf, followUpViewOf, outcomeOf } from './projections.ts';
import { nowText, today, type ServiceContext, type ServiceResult, type ServiceUseCase } from './service-context.ts';

/** What stands on the list: whoever was expected or came. */
const listed: readonly BookingState[] = ['booked', 'checked-in', 'serving', 'served', 'rated', 'no-show'];
/** Follow-ups of one state shown beside the list; all of them are in the query `followUps`. */
const followUpsShown = 50;

type DeskDay = ServiceResult<'deskDay'>;

export const deskDay: ServiceUseCase<'deskDay'> = {
  execute: async ({ date, department: code }, context) => {
    const { config, tx } = context;
    const department = deskToSee(context, code);
    const day = planDay(config, date, await tx.get(dayChanges, date));
    const all = await tx.find(bookings, { index: 'byDesk', equals: [date] });
    const here = all.filter((booking) => booking.department === code && listed.includes(booking.state));
    const visitOf = new Map((await tx.find(visits, { index: 'byDay', equals: [date] })).map((one) => [one.id, one]));
    const standingOf = new Map<string, Standing | undefined>();
    for (const { uscc } of here) if (!standingOf.has(uscc)) standingOf.set(uscc, await tx.get(standings, uscc));
    const touched = await tx.find(slots, { index: 'byDay', equals: [date] });
    const followUpsIn = async (state: FollowUpState) => {
      const find = { index: 'byDepartment', equals: [code, state], limit: followUpsShown };
      return (await tx.find(followUps, find)).map((followUp) => followUpViewOf(context, followUp));
    };
    return {
      date,
      department: code,
      hosts: department.hosts.map(({ name }) => name),
      dayState: day === undefined ? 'cancelled' : dayViewOf(context, day, touched).state,
      present: day !== undefined && !day.cancelled && deskCapacity(department, day.change) > 0,
      stats: figuresOf(here),
      queue: here.sort(inListOrder).map((booking) =>
        rowOf(context, booking, visitOf.get(booking.visitId), {
          sameVisit: all.filter(({ visitId, id }) => visitId === booking.visitId && id !== booking.id),
          standing: standingOf.get(booking.uscc),
        }),
      ),
      servingIds: here.filter(({ state }) => state === 'serving').map(({ id }) => id),
      followUps: await followUpsIn('open'),
      repliedFollowUps: await followUpsIn('replied'),
      asOf: nowText(context),
    };
  },
};

/** Waiting counts from check-in to the first call, service from the first call to the outcome; `null` before the first one. */
export function figuresOf(here: readonly Booking[]): DeskDay['stats'] {
  const count = (...states: BookingState[]): number => here.filter(({ state }) => states.includes(state)).length;
  return {
    booked: here.filter(({ channel }) => channel !== 'walk-in').length,
    checkedIn: here.filter(({ checkedInAt }) => checkedInAt !== null).length,
    waiting: count('checked-in'),
    served: count('served', 'rated'),
    missed: count('no-show'),
    averageWaitMinutes: averageMinutes(here.map(({ checkedInAt, calledAt }) => [checkedInAt, calledAt])),
    averageServiceMinutes: averageMinutes(here.map(({ calledAt, servedAt }) => [calledAt, servedAt])),
  };
}

function averageMinutes(spans: readonly (readonly [string | null, string | null])[]): number | null {
  const minutes = spans.flatMap(([from, to]) =>
    from === null || to === null ? [] : [(Date.parse(to) - Date.parse(from)) / 60_000],
  );
  if (minutes.length === 0) return null;
  return Math.round((minutes.reduce((sum, one) => sum + one, 0) / minutes.length) * 10) / 10;
}

const inListOrder = (one: Booking, other: Booking): number =>
  `${one.start}|${one.queueNumber ?? '~'}|${one.id}` < `${other.start}|${other.queueNumber ?? '~'}|${other.id}`
    ? -1
    : 1;

function rowOf(
  context: ServiceContext,
  booking: Booking,
  visit: Visit | undefined,
  around: { readonly sameVisit: readonly Booking[]; readonly standing: Standing | undefined },
): DeskDay['queue'][number] {
  const { standing } = around;
  const others = standing?.missed.filter(({ bookingId }) => bookingId !== booking.id) ?? [];
  return {
    id: booking.id,
    version: booking.version,
    visitId: booking.visitId,
    ticket: booking.ticket,
    queueNumber: booking.queueNumber,
    start: booking.start,
    end: booking.end,
    enterpriseName: booking.enterpriseName,
    uscc: booking.uscc,
    contactNameMasked: maskName(visit?.contactName ?? ''),
    contactPhoneMasked: maskPhone(visit?.contactPhone ?? ''),
    matterId: booking.matterId,
    topic: booking.topic,
    question: visit?.question ?? '',
    attachments: [...(visit?.attachments ?? [])],
    assistance: [...(visit?.assistance ?? [])],
    state: booking.state,
    channel: booking.channel,
    checkedInAt: booking.checkedInAt,
    calledAt: booking.calledAt,
    servedAt: booking.servedAt,
    calls: booking.calls,
    outcome: outcomeOf(booking),
    otherStops: around.sameVisit
      .filter(({ state }) => listed.includes(state))
      .sort(inListOrder)
      .map(({ department, start, state }) => ({ department, start, state })),
    ratingScore: booking.rating?.score ?? null,
    missedBefore:
      standing === undefined ? 0 : countedMisses(context.config, { ...standing, missed: others }, today(context)),
  };
}
