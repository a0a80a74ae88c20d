/** What leaves the backend: projections of the records, one schema per thing that is shown. */
import { identifier, isoDate, isoInstant, text, wallTime, z } from '@zhaoshang/kernel/schema.ts';
import { bookingChannels, noticeKinds, outcomeKinds } from './model/records.ts';
import { bookingStates, followUpStates, waitingStates } from './model/states.ts';

export const matterView = z.object({
  id: z.string(),
  name: z.string(),
  promisedWorkingDays: z.number(),
  materials: z.array(z.object({ name: z.string(), deferrable: z.boolean() })),
});

export const departmentView = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  nameEn: z.string(),
  scope: z.string(),
  deskNo: z.string(),
  matters: z.array(matterView),
});

export const dayStates = ['past', 'not-released', 'open', 'full', 'closed-for-booking', 'cancelled'] as const;

/** One date of the timetable, listed also when nothing can be booked, with the reason. */
export const dayView = z.object({
  date: isoDate,
  /** Date the weekly rule gave, when a holiday moved it. */
  plannedDate: isoDate,
  state: z.enum(dayStates),
  /** Why it is cancelled or moved; empty otherwise. */
  reason: z.string(),
  extra: z.boolean(),
  /** True where the year's holidays are not published yet (暂定). */
  provisional: z.boolean(),
  /** 放号: instant at which booking opens. */
  releasesAt: isoInstant,
  closesAt: isoInstant,
  remaining: z.number(),
  capacity: z.number(),
});

export const settingsView = z.object({
  zoneName: z.string(),
  siteName: z.string(),
  siteAddress: z.string(),
  helpPhone: z.string(),
  hours: z.array(z.object({ start: wallTime, end: wallTime })),
  slotMinutes: z.number(),
  closeTime: wallTime,
  holdMinutes: z.number(),
  maxDepartmentsPerVisit: z.number(),
  maxAttachments: z.number(),
  maxAttachmentMegabytes: z.number(),
  questionMaxLength: z.number(),
  cancelNoticeHours: z.number(),
  waitlistOfferMinutes: z.number(),
  noShowLimit: z.number(),
  /** Days within which missed appointments are counted. */
  noShowWindowDays: z.number(),
  noShowLimitDays: z.number(),
  /** Calls after which a desk may record a no-show. */
  callsBeforeMiss: z.number(),
  /** Minutes after the beginning within which one recorded as missed may still check in. */
  lateCheckInMinutes: z.number(),
  /** Working days in which a no-show can be objected to, and in which an objection is answered. */
  appealWorkingDays: z.number(),
  appealAnswerWorkingDays: z.number(),
  /** Working days for a follow-up, for a complex one, and those after which silence confirms the answer. */
  followUpWorkingDays: z.number(),
  complexFollowUpWorkingDays: z.number(),
  silentConfirmWorkingDays: z.number(),
  consent: z.object({
    version: z.string(),
    handler: z.string(),
    purpose: z.string(),
    kinds: z.string(),
    retention: z.string(),
    rights: z.string(),
  }),
  assistance: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string() })),
  /** Words to choose from when rating, by score `'1'…'5'`. */
  ratingTags: z.record(z.string(), z.array(z.string())),
});

export const timetableView = z.object({
  days: z.array(dayView),
  departments: z.array(departmentView),
  settings: settingsView,
  /** 数据截至. */
  asOf: isoInstant,
});

export const slotView = z.object({
  start: wallTime,
  end: wallTime,
  capacity: z.number(),
  remaining: z.number(),
  /** `closed`: the desk is not staffed then. */
  state: z.enum(['open', 'full', 'closed']),
});

export const deskAvailabilityView = z.object({
  department: z.string(),
  /** False when the department is not there on this day. */
  present: z.boolean(),
  remaining: z.number(),
  waiting: z.number(),
  slots: z.array(slotView),
});

export const availabilityView = z.object({ day: dayView, desks: z.array(deskAvailabilityView), asOf: isoInstant });

/** A department and a time: one piece of a visit. */
export const segment = z.object({ department: identifier, start: wallTime });
export const alternative = z.object({ date: isoDate, department: z.string(), start: wallTime, remaining: z.number() });

export const attachment = z.object({
  name: text(120, 1),
  mediaType: text(100, 1),
  bytes: z.int().check(z.minimum(0), z.maximum(1_073_741_824)),
});

export const ratingView = z.object({
  score: z.number(),
  tags: z.array(z.string()),
  comment: z.string(),
  at: isoInstant,
  supplement: z.nullable(z.object({ comment: z.string(), at: isoInstant })),
});

export const bookingView = z.object({
  id: z.string(),
  version: z.number(),
  visitId: z.string(),
  department: z.string(),
  date: isoDate,
  start: wallTime,
  end: wallTime,
  matterId: z.nullable(z.string()),
  topic: z.string(),
  state: z.enum(bookingStates),
  stateReason: z.nullable(z.string()),
  queueNumber: z.nullable(z.string()),
  deskNo: z.nullable(z.string()),
  outcome: z.nullable(z.object({ kind: z.enum(outcomeKinds), reply: z.string(), followUpId: z.nullable(z.string()) })),
  rating: z.nullable(ratingView),
  /** What the person who asks may do now. */
  may: z.object({ rate: z.boolean(), supplement: z.boolean(), appeal: z.boolean() }),
});

/** A visit as its enterprise sees it. */
export const visitView = z.object({
  id: z.string(),
  version: z.number(),
  ticket: z.string(),
  date: isoDate,
  enterpriseName: z.string(),
  uscc: z.string(),
  contactName: z.string(),
  contactPhoneMasked: z.string(),
  question: z.string(),
  attachments: z.array(attachment),
  assistance: z.array(z.string()),
  channel: z.enum(bookingChannels),
  checkInCode: z.string(),
  bookings: z.array(bookingView),
  holdExpiresAt: z.nullable(isoInstant),
  holdExtensionsLeft: z.number(),
  /** Until when it may be moved or cancelled. */
  changeableUntil: isoInstant,
  may: z.object({ move: z.boolean(), cancel: z.boolean(), checkIn: z.boolean() }),
  createdAt: isoInstant,
});

export const waitlistView = z.object({
  id: z.string(),
  version: z.number(),
  date: isoDate,
  department: z.string(),
  start: z.string(),
  topic: z.string(),
  state: z.enum(waitingStates),
  /** Place in line, from 1; null when it no longer waits. */
  position: z.nullable(z.number()),
  offeredStart: z.nullable(wallTime),
  offerExpiresAt: z.nullable(isoInstant),
  createdAt: isoInstant,
});

export const standingView = z.object({
  missedCount: z.number(),
  limit: z.number(),
  windowDays: z.number(),
  limitedUntil: z.nullable(isoDate),
  missed: z.array(z.object({ bookingId: z.string(), date: isoDate, excused: z.boolean() })),
  appeals: z.array(
    z.object({
      id: z.string(),
      bookingId: z.string(),
      reason: z.string(),
      state: z.enum(['open', 'granted', 'refused']),
      answer: z.nullable(z.string()),
      dueDate: isoDate,
    }),
  ),
});

export const noticeView = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  date: isoDate,
  department: z.nullable(z.string()),
  visitId: z.nullable(z.string()),
  reference: z.nullable(z.string()),
  text: z.string(),
  /** Language of `text`: the reader's where the notice was written in it. What an organiser wrote stays as it is. */
  textLocale: z.enum(['zh-CN', 'en']),
  createdAt: isoInstant,
  read: z.boolean(),
});

/** One line of a desk's list. Name and phone are masked; `revealContact` shows them and is recorded. */
export const queueRowView = z.object({
  id: z.string(),
  version: z.number(),
  visitId: z.string(),
  ticket: z.string(),
  queueNumber: z.nullable(z.string()),
  start: wallTime,
  end: wallTime,
  enterpriseName: z.string(),
  uscc: z.string(),
  contactNameMasked: z.string(),
  contactPhoneMasked: z.string(),
  matterId: z.nullable(z.string()),
  topic: z.string(),
  question: z.string(),
  attachments: z.array(attachment),
  assistance: z.array(z.string()),
  state: z.enum(bookingStates),
  channel: z.enum(bookingChannels),
  checkedInAt: z.nullable(isoInstant),
  calledAt: z.nullable(isoInstant),
  servedAt: z.nullable(isoInstant),
  calls: z.number(),
  outcome: z.nullable(z.object({ kind: z.enum(outcomeKinds), reply: z.string(), followUpId: z.nullable(z.string()) })),
  /** Other departments of the same visit, in order. */
  otherStops: z.array(z.object({ department: z.string(), start: wallTime, state: z.enum(bookingStates) })),
  ratingScore: z.nullable(z.number()),
  /** Missed appointments of this enterprise within the window, this one not counted. */
  missedBefore: z.number(),
});

export const followUpView = z.object({
  id: z.string(),
  version: z.number(),
  receipt: z.string(),
  source: z.enum(['unresolved', 'bad-rating', 'forum']),
  bookingId: z.nullable(z.string()),
  enterpriseName: z.string(),
  department: z.string(),
  owner: z.string(),
  summary: z.string(),
  dueDate: isoDate,
  dueProvisional: z.boolean(),
  overdue: z.boolean(),
  state: z.enum(followUpStates),
  reply: z.nullable(z.string()),
  /** Times it was handed from one department to another. */
  transfers: z.number(),
  /** True once it was handed on so often that the hub decides who answers. */
  escalated: z.boolean(),
  createdAt: isoInstant,
});

export const deskDayView = z.object({
  date: isoDate,
  department: z.string(),
  hosts: z.array(z.string()),
  dayState: z.enum(dayStates),
  present: z.boolean(),
  stats: z.object({
    booked: z.number(),
    checkedIn: z.number(),
    waiting: z.number(),
    served: z.number(),
    missed: z.number(),
    averageWaitMinutes: z.nullable(z.number()),
    averageServiceMinutes: z.nullable(z.number()),
  }),
  queue: z.array(queueRowView),
  /** Booking now being served at this desk, if any. */
  servingIds: z.array(z.string()),
  followUps: z.array(followUpView),
  /** Answered ones that wait for the enterprise's word, by due date. */
  repliedFollowUps: z.array(followUpView),
  asOf: isoInstant,
});

export const deskPlanView = z.object({
  department: z.string(),
  present: z.boolean(),
  capacityPerSlot: z.number(),
  plannedCapacityPerSlot: z.number(),
  seats: z.number(),
  taken: z.number(),
  waiting: z.number(),
});
export const planDayView = z.object({
  day: dayView,
  /** Version of the organiser's change, 0 when the day is as the rule gives it. */
  version: z.number(),
  desks: z.array(deskPlanView),
});

/** What an organiser's change would do, before it is done. */
export const affectedView = z.object({
  bookingId: z.string(),
  visitId: z.string(),
  ticket: z.string(),
  enterpriseName: z.string(),
  department: z.string(),
  start: wallTime,
  topic: z.string(),
  alternatives: z.array(alternative),
});

export const forumView = z.object({
  id: z.string(),
  version: z.number(),
  date: isoDate,
  provisional: z.boolean(),
  startTime: wallTime,
  endTime: wallTime,
  topic: z.string(),
  leader: z.string(),
  seats: z.number(),
  remaining: z.number(),
  state: z.enum(['planned', 'cancelled', 'held']),
  signUpClosesAt: isoInstant,
  minutes: z.nullable(z.string()),
  actions: z.array(z.object({ text: z.string(), department: z.string(), dueOn: isoDate, done: z.boolean() })),
  /** The asking enterprise's own sign-up. */
  mine: z.nullable(z.object({ id: z.string(), attendees: z.number() })),
});

export const historyView = z.object({
  at: isoInstant,
  actorName: z.string(),
  action: z.string(),
  reason: z.nullable(z.string()),
  record: z.string(),
  recordVersion: z.number(),
  afterHash: z.nullable(z.string()),
});
