/** A service centre in memory: the weeks, who would be affected, appeals and forums, with the refusals of the backend. */
import { ZsError } from '@zhaoshang/kernel';
import type { Session } from '@zhaoshang/kernel';
import { FakeServiceDay } from '../../service-booking/test/fake-service-day.ts';
import { sampleDays, sampleDepartments } from '../../service-booking/test/sample-timetable.ts';
import type { Affected, AppealRow, PlanDay } from '../planner-host.ts';

export const centrePerson: Session = { subject: 's-centre', displayName: '戴明澈', roles: ['centre'], zone: 'default' };

/** Dates of another year are the longest ones. */
const nextYear: PlanDay['day'] = {
  ...(sampleDays[3] as PlanDay['day']),
  date: '2027-01-13',
  plannedDate: '2027-01-13',
  provisional: true,
};

export class FakePlanner extends FakeServiceDay {
  override who: Session | null = centrePerson;
  days: PlanDay[] = [...sampleDays, nextYear].map((day) => ({
    day,
    version: day.state === 'cancelled' ? 1 : 0,
    desks: sampleDepartments.slice(0, 3).map(({ code }) => ({
      department: code,
      present: true,
      capacityPerSlot: 2,
      plannedCapacityPerSlot: 2,
      seats: 22,
      taken: 4,
      waiting: code === 'ecology' ? 1 : 0,
    })),
  }));
  affected: Affected[] = [
    {
      bookingId: 'b1',
      visitId: 'v1',
      ticket: 'SD 1125-0001',
      enterpriseName: '瀛济医疗器械有限公司',
      department: 'planning',
      start: '09:30',
      topic: '临时用地审批',
      alternatives: [{ date: '2026-12-02', department: 'planning', start: '09:30', remaining: 2 }],
    },
  ];
  appeals: AppealRow[] = [
    {
      uscc: '91310151MA1JY00023',
      appealId: 'ap-1',
      bookingId: 'b2',
      date: '2026-11-18',
      reason: '大雾封桥，已打电话说明。',
      dueDate: '2026-11-27',
      limitedUntil: '2026-12-18',
    },
  ];

  constructor() {
    super();
    this.forums = [
      {
        id: 'fo-1',
        version: 1,
        date: '2026-11-26',
        provisional: false,
        startTime: '14:00',
        endTime: '16:00',
        topic: '年度协作满意度听取意见',
        leader: '管委会分管领导',
        seats: 24,
        remaining: 11,
        state: 'planned',
        signUpClosesAt: '2026-11-25T17:00:00+08:00',
        minutes: null,
        actions: [],
        mine: null,
      },
    ];
    Object.assign(this.override, {
      plan: () => ({ days: this.days, asOf: '2026-11-23T09:20:00+08:00' }),
      previewChange: ({ kind, capacity }: { kind: string; capacity?: number }) => ({
        affected: kind === 'close' || (capacity ?? 0) < 1 ? this.affected : [],
        waiting: 0,
      }),
      closeDay: (input: { date: string; affected: number; notice: string; reason: string }) => {
        this.expectSeen(input);
        return this.replan(input.date, { state: 'cancelled', reason: input.reason });
      },
      changeDesk: (input: { date: string; affected: number; notice: string; capacity: number }) => {
        if (input.capacity < 1) this.expectSeen(input);
        return this.replan(input.date, {});
      },
      addDay: ({ date, reason }: { date: string; reason: string }) => {
        const like = this.days[1] as PlanDay;
        const added = { ...like, version: 1, day: { ...like.day, date, plannedDate: date, extra: true, reason } };
        this.days = [...this.days, added];
        return added;
      },
      reopenDay: ({ date }: { date: string }) => this.replan(date, { state: 'open', reason: '' }, 0),
      appeals: () => ({ items: this.appeals }),
      answerAppeal: () => {
        this.appeals = [];
        return this.standing;
      },
      setForum: (input: object) => {
        this.forums = this.forums.map((forum) => ({ ...forum, ...input }));
        return this.forums[0];
      },
    });
  }

  private expectSeen({ affected, notice }: { affected: number; notice: string }): void {
    if (affected !== this.affected.length)
      throw new ZsError('stale', 'affected-changed', '受影响的预约刚有变化，请重新查看名单后再确认。');
    if (notice === '') throw new ZsError('invalid', 'notice-required', '有企业受影响，请写明给企业的通知。');
  }

  private replan(date: string, change: Partial<PlanDay['day']>, version = 1): PlanDay | undefined {
    this.days = this.days.map((each) =>
      each.day.date === date ? { ...each, version, day: { ...each.day, ...change } } : each,
    );
    return this.days.find(({ day }) => day.date === date);
  }
}
