/** Settings of a zone: every number, list and cadence of the service day (GEN-8, OUT-9). 崇明 is one preset. */
import { identifier, isoDate, text, wallTime, z } from '@zhaoshang/kernel/schema.ts';

const count = z.int().check(z.minimum(0), z.maximum(10_000));
const atLeastOne = z.int().check(z.minimum(1), z.maximum(10_000));
const holidayPolicy = z.enum(['previous', 'next', 'skip']);

export const matterConfig = z.object({
  id: identifier,
  name: text(80, 1),
  promisedWorkingDays: count,
  /** What to bring; `deferrable` ones may follow later (容缺). */
  materials: z.array(z.object({ name: text(80, 1), deferrable: z.boolean() })),
});

export const departmentConfig = z.object({
  code: identifier,
  name: text(40, 1),
  shortName: text(20, 1),
  /** English name for the English interface. */
  nameEn: text(80, 1),
  /** What one comes for, in a line. */
  scope: text(80),
  deskNo: text(10, 1),
  /** Appointments one slot can take: the number of desks. */
  capacityPerSlot: atLeastOne,
  /** Which part of the day the desk is staffed. */
  halfDay: z.enum(['all', 'morning', 'afternoon']),
  hosts: z.array(z.object({ id: identifier, name: text(40, 1) })),
  matters: z.array(matterConfig),
});

const settings = z.object({
  version: text(40, 1),
  zoneName: text(40, 1),
  site: z.object({
    id: identifier,
    name: text(60, 1),
    address: text(120),
    latitude: z.number(),
    longitude: z.number(),
  }),
  helpPhone: text(40, 1),
  /** UTC offset of the zone's wall clock. */
  utcOffset: z.string().check(z.regex(/^[+-]\d{2}:\d{2}$/)),
  plan: z.object({
    rrule: text(200, 1),
    /** First date the rule counts from. */
    from: isoDate,
    holidayPolicy,
    exceptions: z.array(z.object({ date: isoDate, action: z.enum(['skip', 'closed', 'extra']), notice: text(200) })),
  }),
  slots: z.object({
    minutes: atLeastOne,
    morning: z.object({ start: wallTime, end: wallTime }),
    afternoon: z.object({ start: wallTime, end: wallTime }),
  }),
  booking: z.object({
    /** 放号: days ahead at which a date opens, and the time of day. */
    maxDaysAhead: atLeastOne,
    minDaysAhead: count,
    releaseTime: wallTime,
    /** A date closes at this time of the last working day before it. */
    closeTime: wallTime,
    holdMinutes: atLeastOne,
    holdExtensions: count,
    maxDepartmentsPerVisit: atLeastOne,
    maxAttachments: count,
    maxAttachmentMegabytes: atLeastOne,
    questionMaxLength: atLeastOne,
    /** Free times shown with a refusal. */
    alternatives: count,
  }),
  cancelNoticeHours: count,
  maxMovesPerVisit: count,
  quotas: z.object({
    activePerTopicPerDay: atLeastOne,
    activePerEnterprisePerDay: atLeastOne,
    activePerEnterprise: atLeastOne,
    cancelsPerThirtyDays: atLeastOne,
  }),
  waitlist: z.object({ offerMinutes: atLeastOne, maxPerEnterprisePerDay: atLeastOne }),
  noShow: z.object({
    limit: atLeastOne,
    windowDays: atLeastOne,
    limitDays: atLeastOne,
    /** Working days in which an enterprise may object, and in which the centre answers. */
    appealWorkingDays: atLeastOne,
    appealAnswerWorkingDays: atLeastOne,
    lateCheckInMinutes: count,
    callsBeforeMiss: atLeastOne,
  }),
  checkInOpensMinutesBefore: count,
  /** Reminders in calendar files, minutes before an appointment; where absent, one when check-in opens. */
  reminderMinutesBefore: z.optional(z.array(atLeastOne)),
  followUp: z.object({
    workingDays: atLeastOne,
    complexWorkingDays: atLeastOne,
    silentConfirmWorkingDays: atLeastOne,
    /** The transfer at which a matter goes to the hub instead (COMM-8), and the department that is the hub. */
    escalateAtTransfers: atLeastOne,
    hubDepartment: identifier,
  }),
  rating: z.object({
    badAtMost: z.int(),
    contactWorkingDays: atLeastOne,
    tags: z.record(z.string(), z.array(text(20))),
  }),
  forum: z.object({
    rrule: text(200, 1),
    holidayPolicy,
    startTime: wallTime,
    endTime: wallTime,
    seats: atLeastOne,
    signUpClosesWorkingDays: count,
  }),
  consent: z.object({
    version: text(40, 1),
    handler: text(80, 1),
    purpose: text(200, 1),
    kinds: text(200, 1),
    retention: text(200, 1),
    rights: text(200, 1),
  }),
  assistance: z.array(z.object({ id: identifier, name: text(40, 1), nameEn: text(60, 1) })),
  departments: z.array(departmentConfig),
  /** Where the demo's clock starts, so that its stories are current. */
  demoNow: z.optional(z.string()),
});
/** A hub that is no department would leave what is passed around with nobody. */
export const serviceDayConfig = settings.check(
  z.refine(({ followUp, departments }) => departments.some(({ code }) => code === followUp.hubDepartment), {
    path: ['followUp', 'hubDepartment'],
    error: 'choice',
  }),
);
export type ServiceDayConfig = z.output<typeof serviceDayConfig>;
export type DepartmentConfig = z.output<typeof departmentConfig>;
