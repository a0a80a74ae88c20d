/** A desk in memory: the operations the desk element uses, with the states and refusals of the real backend. */
import { ZsError } from '@zhaoshang/kernel';
import type { Session } from '@zhaoshang/kernel';
import { FakeServiceDay } from '../../service-booking/test/fake-service-day.ts';
import { openDate } from '../../service-booking/test/sample-timetable.ts';
import type { DeskDay, FollowUpRow, HistoryRow, QueueRow } from '../desk-host.ts';

/** Wednesday 2026-11-25, 10:12 in Shanghai: the service day. */
export const deskNow = Date.parse('2026-11-25T10:12:00+08:00');

export const deskPerson: Session = {
  subject: 's-desk',
  displayName: '顾岚',
  roles: ['department'],
  zone: 'default',
  department: 'planning',
};

export function queueRow(id: string, more: Partial<QueueRow> = {}): QueueRow {
  return {
    id,
    version: 1,
    visitId: `vs-${id}`,
    ticket: `SD 1125-${id}`,
    queueNumber: null,
    start: '10:00',
    end: '10:30',
    enterpriseName: `东滩康养服务有限公司 ${id}`,
    uscc: '91310151MA1JY00023',
    contactNameMasked: '陆**',
    contactPhoneMasked: '138****2203',
    matterId: null,
    topic: '容积率调整',
    question: '容积率从 1.2 调到 1.5，需要走哪些程序？',
    attachments: [{ name: '二期总平面图.pdf', mediaType: 'application/pdf', bytes: 3_100_000 }],
    assistance: ['wheelchair'],
    state: 'booked',
    channel: 'web',
    checkedInAt: null,
    calledAt: null,
    servedAt: null,
    calls: 0,
    outcome: null,
    otherStops: [{ department: 'ecology', start: '10:30', state: 'booked' }],
    ratingScore: null,
    missedBefore: 0,
    ...more,
  };
}

const at = (time: string): string => `${openDate}T${time}:00+08:00`;

export class FakeDesk extends FakeServiceDay {
  override who: Session | null = deskPerson;
  override now = () => deskNow;
  rows: QueueRow[] = [
    queueRow('0001', {
      queueNumber: '017',
      start: '09:00',
      state: 'rated',
      checkedInAt: at('08:50'),
      calledAt: at('09:00'),
      servedAt: at('09:26'),
      calls: 1,
      outcome: { kind: 'resolved', reply: '可以直接办。', followUpId: null },
      ratingScore: 5,
    }),
    queueRow('0002', { queueNumber: '028', start: '10:00', state: 'checked-in', checkedInAt: at('10:03') }),
    queueRow('0003', { start: '11:00' }),
    queueRow('0004', { start: '09:00', state: 'no-show', missedBefore: 1 }),
  ];
  open: FollowUpRow[] = [
    {
      id: 'fu-1',
      version: 3,
      receipt: 'DB-2026-1188',
      source: 'unresolved',
      bookingId: null,
      enterpriseName: '崇西农谷食品有限公司',
      department: 'planning',
      owner: '施望',
      summary: '冷库用地性质',
      dueDate: '2026-12-02',
      dueProvisional: false,
      overdue: false,
      state: 'open',
      reply: null,
      transfers: 0,
      escalated: false,
      createdAt: at('09:40'),
    },
  ];
  replied: FollowUpRow[] = [];
  trail: HistoryRow[] = [
    {
      at: at('08:50'),
      actorName: '顾岚',
      action: 'service-day.checkIn',
      reason: null,
      record: 'bookings/0001',
      recordVersion: 2,
      afterHash: null,
    },
  ];
  codes: Record<string, string> = { K7M2PQ: '0003' };
  private number = 40;

  constructor() {
    super();
    Object.assign(this.override, {
      deskDay: ({ date, department }: { date: string; department: string }) => this.dayOf(date, department),
      history: () => ({ items: this.trail }),
      revealContact: () => ({ contactName: '陆晓舟', contactPhone: '13800002203' }),
      checkIn: (input: { code?: string; bookingId?: string }) => this.checkIn(input),
      callNext: ({ bookingId }: { bookingId?: string }) => this.callRow(bookingId),
      callAgain: ({ bookingId }: { bookingId: string }) =>
        this.change(bookingId, { calls: this.row(bookingId).calls + 1 }),
      serve: (input: { bookingId: string; outcome: 'resolved'; reply: string; owner?: string }) => this.serve(input),
      markMissed: ({ bookingId }: { bookingId: string }) => {
        if (this.row(bookingId).calls < 3)
          throw new ZsError('conflict', 'call-first', '叫号满 3 次才能记为未到场。', { data: { calls: 3 } });
        return this.change(bookingId, { state: 'no-show' });
      },
      walkIn: (input: { enterpriseName: string; uscc: string; topic: string }) => {
        const row = queueRow('w1', {
          ...input,
          queueNumber: 'W03',
          channel: 'walk-in',
          state: 'checked-in',
          checkedInAt: at('10:12'),
        });
        this.rows.push(row);
        return row;
      },
      replyFollowUp: ({ followUpId }: { followUpId: string }) => {
        const found = this.open.find(({ id }) => id === followUpId);
        this.open = this.open.filter(({ id }) => id !== followUpId);
        return { ...found, state: 'replied' };
      },
      transferFollowUp: ({ followUpId, department }: { followUpId: string; department: string }) => {
        const found = this.open.find(({ id }) => id === followUpId);
        this.open = this.open.filter(({ id }) => id !== followUpId);
        const transfers = (found?.transfers ?? 0) + 1;
        return { ...found, transfers, escalated: transfers >= 2, department: transfers >= 2 ? 'hub' : department };
      },
      issueFeed: () => ({ token: 'secret-token' }),
    });
  }

  row(id: string): QueueRow {
    const row = this.rows.find((each) => each.id === id);
    if (row === undefined) throw new ZsError('not-found', 'not-found', '没有找到这条记录。');
    return row;
  }

  change(id: string, more: Partial<QueueRow>): QueueRow {
    const changed = { ...this.row(id), ...more };
    this.rows = this.rows.map((row) => (row.id === id ? changed : row));
    return { ...changed, department: 'planning' } as QueueRow;
  }

  private checkIn({ code, bookingId }: { code?: string; bookingId?: string }) {
    const id = bookingId ?? this.codes[code ?? ''];
    if (id === undefined) throw new ZsError('not-found', 'code-unknown', '没有这个签到码，请核对票据上的 6 位码。');
    this.number += 1;
    const queueNumber = `0${this.number}`;
    return { bookings: [this.change(id, { state: 'checked-in', queueNumber, checkedInAt: at('10:12'), calls: 0 })] };
  }

  private callRow(bookingId: string | undefined) {
    const next = bookingId === undefined ? this.rows.find(({ state }) => state === 'checked-in') : this.row(bookingId);
    if (next === undefined) throw new ZsError('conflict', 'nobody-waiting', '没有已签到的企业在等。');
    return this.change(next.id, { state: 'serving', calledAt: at('10:12'), calls: next.calls + 1 });
  }

  private serve(input: { bookingId: string; outcome: 'resolved' | 'follow-up'; reply: string; owner?: string }) {
    if (this.row(input.bookingId).state !== 'serving')
      throw new ZsError('conflict', 'wrong-state', '现在的状态不能做这一步，请刷新看最新情况。');
    const followUpId = input.outcome === 'resolved' ? null : 'fu-2';
    const first = this.open[0];
    if (followUpId !== null && first !== undefined)
      this.open = [...this.open, { ...first, id: followUpId, receipt: 'DB-2026-1189', owner: input.owner ?? '' }];
    const outcome = { kind: input.outcome, reply: input.reply, followUpId };
    return this.change(input.bookingId, { state: 'served', servedAt: at('10:12'), outcome });
  }

  private dayOf(date: string, department: string): DeskDay {
    const queue = date === openDate ? this.rows : [];
    const count = (...states: QueueRow['state'][]) => queue.filter(({ state }) => states.includes(state)).length;
    return {
      date,
      department,
      hosts: ['顾岚', '施望'],
      dayState: 'closed-for-booking',
      present: true,
      stats: {
        booked: queue.length,
        checkedIn: queue.filter(({ checkedInAt }) => checkedInAt !== null).length,
        waiting: count('checked-in'),
        served: count('served', 'rated'),
        missed: count('no-show'),
        averageWaitMinutes: 8,
        averageServiceMinutes: null,
      },
      queue,
      servingIds: queue.filter(({ state }) => state === 'serving').map(({ id }) => id),
      followUps: this.open,
      repliedFollowUps: this.replied,
      asOf: at('10:12'),
    };
  }
}
