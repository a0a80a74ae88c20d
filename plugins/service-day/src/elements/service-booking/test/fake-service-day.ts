/** A backend in memory that answers the operations the booking element uses; a test changes its records or its answers. */
import { ZsError } from '@zhaoshang/kernel';
import type { Adapter, EventEnvelope, LiveState, OperationRequest, Session } from '@zhaoshang/kernel';
import type {
  Alternative,
  Booking,
  FollowUp,
  Forum,
  Notice,
  Segment,
  Standing,
  Visit,
  WaitingEntry,
} from '../booking-types.ts';
import {
  endOfSlot,
  openDate,
  sampleDays,
  sampleDepartments,
  sampleNow,
  sampleSeats,
  sampleSettings,
  sampleSlots,
} from './sample-timetable.ts';

export const enterprisePerson: Session = {
  subject: 's-enterprise',
  displayName: '上海瀛东储能科技有限公司',
  roles: ['enterprise'],
  zone: 'default',
  enterprise: { uscc: '91310151MA1JY00023', name: '上海瀛东储能科技有限公司' },
};

type Answer = (input: any, request: OperationRequest) => unknown;

export class FakeServiceDay implements Adapter {
  readonly name = `fake-${Math.random().toString(36).slice(2)}`;
  readonly capabilities = { live: 'push', offline: false } as const;
  readonly requests: OperationRequest[] = [];
  who: Session | null = enterprisePerson;
  seats: Record<string, number[]> = Object.fromEntries(
    Object.entries(sampleSeats).map(([code, seats]) => [code, [...seats]]),
  );
  visits: Visit[] = [];
  waiting: WaitingEntry[] = [];
  notices: Notice[] = [];
  followUps: FollowUp[] = [];
  forums: Forum[] = [];
  standing: Standing = { missedCount: 0, limit: 2, windowDays: 90, limitedUntil: null, missed: [], appeals: [] };
  /** Milliseconds; a hold lasts five minutes from here. */
  now = () => sampleNow;
  holdMilliseconds = 300_000;
  /** An answer of the test's own, by operation. */
  override: Partial<Record<string, Answer>> = {};
  private count = 0;
  private listener: ((event: EventEnvelope) => void) | undefined;
  private tellState: ((state: LiveState) => void) | undefined;
  private readonly done = new Map<string, unknown>();

  async call(request: OperationRequest) {
    this.requests.push(request);
    await new Promise((resolve) => setTimeout(resolve, 1));
    const key = request.idempotencyKey;
    if (key !== undefined && this.done.has(key)) return { output: this.done.get(key), events: [] };
    const answer = this.override[request.operation] ?? (this.answers[request.operation] as Answer | undefined);
    if (answer === undefined) throw new Error(`the fake has no answer for ${request.operation}`);
    if (request.kind === 'command' && this.who === null)
      throw new ZsError('unauthenticated', 'session-required', '请先登录，已填写的内容会保留。');
    const output = JSON.parse(JSON.stringify(await answer(request.input, request)));
    if (key !== undefined) this.done.set(key, output);
    if (request.kind === 'command') this.push('service-day.availability-changed', { date: openDate, departments: [] });
    return { output, events: [] };
  }

  async session(): Promise<Session | null> {
    return this.who;
  }

  subscribe(listener: (event: EventEnvelope) => void, onState?: (state: LiveState) => void): () => void {
    this.listener = listener;
    this.tellState = onState;
    onState?.('live');
    return () => {
      this.listener = undefined;
    };
  }

  /** As if somebody else had committed it. */
  push(name: string, payload: unknown): void {
    this.listener?.({ id: `e-${Math.random()}`, name, payload, at: new Date(this.now()).toISOString() });
  }

  live(state: LiveState): void {
    this.tellState?.(state);
  }

  asked(operation: string): OperationRequest[] {
    return this.requests.filter((request) => request.operation === operation);
  }

  private readonly answers: Record<string, Answer> = {
    timetable: () => ({
      days: sampleDays,
      departments: sampleDepartments,
      settings: sampleSettings,
      asOf: '2026-11-23T09:20:00+08:00',
    }),
    availability: ({ date }: { date: string }) => ({
      day: sampleDays.find((day) => day.date === date),
      desks: sampleDepartments.map(({ code }) => {
        const slots = sampleSlots(this.seats[code] ?? []);
        const remaining = slots.reduce((sum, slot) => sum + slot.remaining, 0);
        return { department: code, present: slots.length > 0, remaining, waiting: 0, slots };
      }),
      asOf: '2026-11-23T09:20:00+08:00',
    }),
    hold: ({ date, segments, replaces }: { date: string; segments: Segment[]; replaces?: string }) => {
      this.visits = this.visits.filter(({ id }) => id !== replaces);
      for (const segment of segments) this.requireSeat(date, segment);
      return this.remember(this.visitOf(date, segments, 'held'));
    },
    extendHold: ({ visitId }: { visitId: string }) => {
      const visit = this.visit(visitId);
      const until = Date.parse(visit.holdExpiresAt ?? '') + this.holdMilliseconds;
      return this.remember({ ...visit, holdExpiresAt: new Date(until).toISOString(), holdExtensionsLeft: 0 });
    },
    releaseHold: ({ visitId }: { visitId: string }) => {
      this.visits = this.visits.filter(({ id }) => id !== visitId);
      return { released: true };
    },
    book: (input: {
      date: string;
      segments: (Segment & { matterId: string | null; topic: string })[];
      holdId?: string;
    }) => {
      if (input.holdId === undefined) for (const segment of input.segments) this.requireSeat(input.date, segment);
      this.visits = this.visits.filter(({ id }) => id !== input.holdId);
      return this.remember({ ...this.visitOf(input.date, input.segments, 'booked'), holdExpiresAt: null });
    },
    visit: ({ visitId }: { visitId: string }) => this.visit(visitId),
    myVisits: () => ({ items: this.visits.filter(({ holdExpiresAt }) => holdExpiresAt === null), nextCursor: null }),
    myWaiting: () => ({ items: this.waiting }),
    myStanding: () => this.standing,
    myNotices: () => ({ items: this.notices, nextCursor: null }),
    myFollowUps: () => ({ items: this.followUps, nextCursor: null }),
    markNoticesRead: ({ noticeIds }: { noticeIds: string[] }) => ({ read: noticeIds.length }),
    visitCalendar: () => ({ fileName: 'visit.ics', calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }),
    reschedule: ({ visitId, date, segments }: { visitId: string; date: string; segments: Segment[] }) => {
      const visit = this.visit(visitId);
      const moved = this.visitOf(date, segments, 'booked');
      const bookings = moved.bookings.map((booking, index) => ({
        ...booking,
        id: visit.bookings[index]?.id ?? booking.id,
      }));
      return this.remember({ ...visit, date, version: visit.version + 1, bookings });
    },
    cancel: ({ visitId }: { visitId: string }) => {
      const visit = this.visit(visitId);
      const bookings = visit.bookings.map((booking): Booking => ({ ...booking, state: 'cancelled' }));
      const may = { move: false, cancel: false, checkIn: false };
      return this.remember({ ...visit, version: visit.version + 1, bookings, may });
    },
    joinWaitlist: ({
      date,
      department,
      start,
      topic,
    }: {
      date: string;
      department: string;
      start?: string;
      topic: string;
    }) => {
      const entry: WaitingEntry = {
        id: `wl-${(this.count += 1)}`,
        version: 1,
        date,
        department,
        start: start ?? 'any',
        topic,
        state: 'waiting',
        position: 2,
        offeredStart: null,
        offerExpiresAt: null,
        createdAt: '2026-11-23T09:20:00+08:00',
      };
      this.waiting.push(entry);
      return entry;
    },
    leaveWaitlist: ({ entryId }: { entryId: string }) => {
      const entry = this.waiting.find(({ id }) => id === entryId);
      this.waiting = this.waiting.filter(({ id }) => id !== entryId);
      return { ...entry, state: 'withdrawn', position: null };
    },
    acceptOffer: ({ entryId }: { entryId: string }) => {
      const entry = this.waiting.find(({ id }) => id === entryId);
      this.waiting = this.waiting.filter(({ id }) => id !== entryId);
      const segment = { department: entry?.department ?? '', start: entry?.offeredStart ?? '09:00' };
      return this.remember({ ...this.visitOf(entry?.date ?? openDate, [segment], 'booked'), holdExpiresAt: null });
    },
    rate: ({
      bookingId,
      score,
      tags,
      comment,
    }: {
      bookingId: string;
      score: number;
      tags: string[];
      comment: string;
    }) =>
      this.changeBooking(bookingId, {
        state: 'rated',
        rating: { score, tags, comment, at: '2026-11-25T12:00:00+08:00', supplement: null },
        may: { rate: false, supplement: true, appeal: false },
      }),
    appealMissed: ({ bookingId, reason }: { bookingId: string; reason: string }) => {
      const appeal = { id: 'ap-1', bookingId, reason, state: 'open' as const, answer: null, dueDate: '2026-11-30' };
      this.standing = { ...this.standing, appeals: [appeal] };
      return this.standing;
    },
    settleFollowUp: ({ followUpId }: { followUpId: string }) => {
      this.followUps = this.followUps.map((each) => (each.id === followUpId ? { ...each, state: 'confirmed' } : each));
      return this.followUps.find(({ id }) => id === followUpId);
    },
    forums: () => ({ items: this.forums }),
    signUpForum: ({ forumId, attendees }: { forumId: string; attendees: number }) => {
      this.forums = this.forums.map((forum) =>
        forum.id === forumId
          ? { ...forum, remaining: forum.remaining - attendees, mine: { id: 'su-1', attendees } }
          : forum,
      );
      return this.forums.find(({ id }) => id === forumId);
    },
  };

  private changeBooking(bookingId: string, change: Partial<Booking>): Booking {
    let found: Booking | undefined;
    this.visits = this.visits.map((visit) => ({
      ...visit,
      bookings: visit.bookings.map((booking) =>
        booking.id === bookingId ? (found = { ...booking, ...change }) : booking,
      ),
    }));
    return found as Booking;
  }

  private visit(id: string): Visit {
    const visit = this.visits.find((each) => each.id === id);
    if (visit === undefined) throw new ZsError('not-found', 'not-found', '没有找到这条记录，可能已被删除。');
    return visit;
  }

  private remember(visit: Visit): Visit {
    this.visits = [...this.visits.filter(({ id }) => id !== visit.id), visit];
    return visit;
  }

  private requireSeat(date: string, { department, start }: Segment): void {
    const slots = sampleSlots(this.seats[department] ?? []);
    const slot = slots.find((each) => each.start === start);
    if (slot !== undefined && slot.remaining > 0) return;
    const alternatives: Alternative[] = slots
      .filter(({ remaining }) => remaining > 0)
      .slice(0, 3)
      .map((free) => ({ date, department, start: free.start, remaining: free.remaining }));
    throw new ZsError('conflict', 'slot-full', '这个时段刚刚约满了。', { data: { department, start, alternatives } });
  }

  /** A visit as the backend would return it. */
  visitOf(
    date: string,
    segments: readonly (Segment & { matterId?: string | null; topic?: string })[],
    state: Booking['state'],
  ): Visit {
    this.count += 1;
    const id = `vs-${this.count}`;
    return {
      id,
      version: 1,
      ticket: `SD ${date.slice(5, 7)}${date.slice(8)}-${String(this.count).padStart(4, '0')}`,
      date,
      enterpriseName: enterprisePerson.displayName,
      uscc: '91310151MA1JY00023',
      contactName: '沈*',
      contactPhoneMasked: '138****5678',
      question: '',
      attachments: [],
      assistance: [],
      channel: 'web',
      checkInCode: 'K7M2PQ',
      bookings: segments.map(({ department, start, matterId = `${department}-01`, topic = '咨询' }, index) => ({
        id: `bk-${this.count}-${index}`,
        version: 1,
        visitId: id,
        department,
        date,
        start,
        end: endOfSlot(start),
        matterId,
        topic,
        state,
        stateReason: null,
        queueNumber: null,
        deskNo: null,
        outcome: null,
        rating: null,
        may: { rate: false, supplement: false, appeal: false },
      })),
      holdExpiresAt: state === 'held' ? new Date(this.now() + this.holdMilliseconds).toISOString() : null,
      holdExtensionsLeft: 1,
      changeableUntil: `${date}T08:00:00+08:00`,
      may: { move: true, cancel: true, checkIn: false },
      createdAt: '2026-11-23T09:20:00+08:00',
    };
  }
}
