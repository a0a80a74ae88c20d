/** A zone small enough to reason about: two departments, four slots, Wednesdays. Fictional. */
import { usccCheckCharacter } from '@zhaoshang/kernel/uscc.ts';
import type { ServiceDayConfig } from '../src/model/config.ts';

const department = (code: string, name: string, capacityPerSlot: number): ServiceDayConfig['departments'][number] => ({
  code,
  name,
  shortName: name,
  nameEn: code,
  scope: `${name}的事`,
  deskNo: '01号',
  capacityPerSlot,
  halfDay: 'all',
  hosts: [{ id: 'st-1', name: '值班员' }],
  matters: [
    { id: `${code}-01`, name: `${name}事项一`, promisedWorkingDays: 3, materials: [] },
    { id: `${code}-02`, name: `${name}事项二`, promisedWorkingDays: 5, materials: [] },
  ],
});

export const smallZone: ServiceDayConfig = {
  version: 'test.1',
  zoneName: '示例园区',
  site: { id: 'hall', name: '大厅', address: '示例路', latitude: 31.6, longitude: 121.4 },
  helpPhone: '021-00000000',
  utcOffset: '+08:00',
  plan: { rrule: 'FREQ=WEEKLY;BYDAY=WE', from: '2026-01-07', holidayPolicy: 'skip', exceptions: [] },
  slots: {
    minutes: 30,
    morning: { start: '09:00', end: '10:00' },
    afternoon: { start: '13:30', end: '14:30' },
  },
  booking: {
    maxDaysAhead: 14,
    minDaysAhead: 1,
    releaseTime: '09:00',
    closeTime: '17:00',
    holdMinutes: 5,
    holdExtensions: 1,
    maxDepartmentsPerVisit: 2,
    maxAttachments: 2,
    maxAttachmentMegabytes: 1,
    questionMaxLength: 50,
    alternatives: 3,
  },
  cancelNoticeHours: 2,
  maxMovesPerVisit: 2,
  quotas: {
    activePerTopicPerDay: 1,
    activePerEnterprisePerDay: 3,
    activePerEnterprise: 5,
    cancelsPerThirtyDays: 3,
  },
  waitlist: { offerMinutes: 120, maxPerEnterprisePerDay: 2 },
  noShow: {
    limit: 2,
    windowDays: 30,
    limitDays: 30,
    appealWorkingDays: 5,
    appealAnswerWorkingDays: 3,
    lateCheckInMinutes: 20,
    callsBeforeMiss: 2,
  },
  checkInOpensMinutesBefore: 60,
  followUp: {
    workingDays: 5,
    complexWorkingDays: 15,
    silentConfirmWorkingDays: 5,
    escalateAtTransfers: 2,
    hubDepartment: 'beta',
  },
  rating: { badAtMost: 2, contactWorkingDays: 1, tags: {} },
  forum: {
    rrule: 'FREQ=MONTHLY;BYDAY=-1TH',
    holidayPolicy: 'previous',
    startTime: '14:00',
    endTime: '16:00',
    seats: 20,
    signUpClosesWorkingDays: 1,
  },
  consent: { version: 'c1', handler: '中心', purpose: '预约', kinds: '姓名', retention: '两年', rights: '查阅' },
  assistance: [{ id: 'wheelchair', name: '轮椅', nameEn: 'Wheelchair' }],
  departments: [department('alpha', '甲局', 1), department('beta', '乙局', 2)],
};

/** A code with a right check character; `number` 0…999. */
export function exampleUscc(number: number): string {
  const body = `91310151MA1JY${String(number).padStart(4, '0')}`;
  return body + (usccCheckCharacter(body) as string);
}
