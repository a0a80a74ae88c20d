/** What the plugin stores. Ids are readable where they are natural keys; every record belongs to the store's zone. */
import { defineCollection, type Document } from '@zhaoshang/kernel';
import type { BookingState, FollowUpState, WaitingState } from './states.ts';

/** Counter of one slot of one department: the single truth about seats. Made when the slot is first touched. */
export interface Slot extends Document {
  readonly date: string;
  readonly department: string;
  readonly start: string;
  readonly capacity: number;
  /** Seats held, booked or offered. */
  readonly taken: number;
}
export const slots = defineCollection<Slot>({
  name: 'sd_slot',
  fields: { date: 'string', department: 'string', start: 'string', capacity: 'number', taken: 'number' },
  indexes: { byDay: ['date', 'department', 'start'] },
  checks: { 'within-capacity': { field: 'taken', min: 0, maxField: 'capacity' } },
  audited: false,
});
export const slotId = (date: string, department: string, start: string): string => `${date}|${department}|${start}`;

/** One visit of an enterprise on one service day: one ticket, one or several departments, all or nothing. */
export interface Visit extends Document {
  readonly ticket: string;
  readonly date: string;
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly question: string;
  readonly attachments: readonly Attachment[];
  readonly assistance: readonly string[];
  readonly consent: { readonly version: string; readonly at: string } | null;
  readonly channel: BookingChannel;
  /** Six characters for check-in, also in the QR code. */
  readonly checkInCode: string;
  readonly bookingIds: readonly string[];
  /** Times the visit was moved; the iCalendar SEQUENCE grows with every change (RFC 5546). */
  readonly moves: number;
  readonly sequence: number;
  readonly holdExpiresAt: string | null;
  readonly holdExtensions: number;
  readonly createdAt: string;
}
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}
export const bookingChannels = ['web', 'offline', 'phone', 'desk', 'walk-in', 'waitlist'] as const;
export type BookingChannel = (typeof bookingChannels)[number];
export const visits = defineCollection<Visit>({
  name: 'sd_visit',
  fields: { date: 'string', uscc: 'string', ticket: 'string', checkInCode: 'string', createdAt: 'string' },
  indexes: { byEnterprise: ['uscc', 'date'], byDay: ['date'] },
  unique: { ticket: ['ticket'], checkInCode: ['date', 'checkInCode'] },
  personal: ['contactName', 'contactPhone', 'question', 'attachments'],
  retentionDays: 730,
  retentionIndex: 'byDay',
});

/** One appointment at one department within a visit. */
export interface Booking extends Document {
  readonly visitId: string;
  readonly ticket: string;
  readonly date: string;
  readonly department: string;
  readonly start: string;
  readonly end: string;
  /** Matter of the department's list, or null for a free topic. */
  readonly matterId: string | null;
  readonly topic: string;
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly state: BookingState;
  readonly channel: BookingChannel;
  /** Running number at the desk, given at check-in; walk-ins begin with W. */
  readonly queueNumber: string | null;
  readonly deskNo: string | null;
  readonly checkedInAt: string | null;
  readonly calledAt: string | null;
  readonly calls: number;
  readonly servedAt: string | null;
  readonly outcome: Outcome | null;
  readonly rating: Rating | null;
  readonly stateReason: string | null;
  /** Expiry of a hold; `~` when there is none, so that the index orders it last. */
  readonly holdExpiresAt: string;
  /** `uscc|date|topic key` while active (quota: one per topic and day), else null. */
  readonly activeTopicKey: string | null;
  /** `uscc|date|start` while active: an enterprise is at one desk at a time. */
  readonly activeTimeKey: string | null;
  readonly createdAt: string;
}
export const outcomeKinds = ['resolved', 'follow-up', 'materials', 'transferred'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];
export interface Outcome {
  readonly kind: OutcomeKind;
  /** Conclusion, basis, next step: what the enterprise reads. */
  readonly reply: string;
  readonly followUpId: string | null;
  readonly by: string;
}
/** 好差评 (国办发〔2019〕51号): 5 非常满意 … 1 非常不满意, one supplement 追评. */
export interface Rating {
  readonly score: number;
  readonly tags: readonly string[];
  readonly comment: string;
  readonly at: string;
  readonly supplement: { readonly comment: string; readonly at: string } | null;
}
export const bookings = defineCollection<Booking>({
  name: 'sd_booking',
  fields: {
    visitId: 'string',
    date: 'string',
    department: 'string',
    start: 'string',
    uscc: 'string',
    state: 'string',
    holdExpiresAt: 'string',
    activeTopicKey: 'string',
    activeTimeKey: 'string',
    createdAt: 'string',
  },
  indexes: {
    byDesk: ['date', 'department', 'start'],
    byVisit: ['visitId'],
    byEnterprise: ['uscc', 'date'],
    byHoldExpiry: ['holdExpiresAt'],
    byState: ['state', 'date'],
  },
  unique: { activeTopic: ['activeTopicKey'], activeTime: ['activeTimeKey'] },
  personal: ['topic', 'outcome', 'rating'],
  retentionDays: 1825,
  retentionIndex: 'byDesk',
});

/** What the organiser changed about one date. */
export interface DayChange extends Document {
  readonly kind: 'closed' | 'extra' | 'adjusted';
  readonly date: string;
  readonly reason: string;
  /** Departments whose presence or capacity differs from the plan. */
  readonly desks: readonly { readonly department: string; readonly capacity: number }[];
}
export const dayChanges = defineCollection<DayChange>({
  name: 'sd_day_change',
  fields: { date: 'string' },
  indexes: { byDate: ['date'] },
});

/** Who waits for a seat; `start` is one slot, or `any` for whatever becomes free on the day. */
export interface WaitlistEntry extends Document {
  readonly date: string;
  readonly department: string;
  readonly start: string;
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly matterId: string | null;
  readonly topic: string;
  readonly consent: { readonly version: string; readonly at: string };
  readonly state: WaitingState;
  readonly createdAt: string;
  readonly offeredStart: string | null;
  /** `~` when nothing is offered. */
  readonly offerExpiresAt: string;
  /** `uscc|date|department` while waiting or offered, else null. */
  readonly activeKey: string | null;
}
export const waitlistEntries = defineCollection<WaitlistEntry>({
  name: 'sd_waitlist',
  fields: {
    date: 'string',
    department: 'string',
    state: 'string',
    createdAt: 'string',
    uscc: 'string',
    offerExpiresAt: 'string',
    activeKey: 'string',
  },
  indexes: {
    inLine: ['date', 'department', 'state', 'createdAt'],
    byEnterprise: ['uscc', 'date'],
    byOfferExpiry: ['offerExpiresAt'],
    byState: ['state', 'date'],
  },
  unique: { active: ['activeKey'] },
  personal: ['contactName', 'contactPhone', 'topic'],
  retentionDays: 180,
  retentionIndex: 'inLine',
});

/** How reliably an enterprise came, with appeals: warning first, then a limit, never without a way to object. */
export interface Standing extends Document {
  readonly missed: readonly { readonly bookingId: string; readonly date: string; readonly excused: boolean }[];
  readonly cancelledOn: readonly string[];
  /** Last day of a booking limit, or null. */
  readonly limitedUntil: string | null;
  readonly appeals: readonly Appeal[];
  /** Day by which the most urgent open appeal must be answered; `~` when none is open. */
  readonly appealDueOn: string;
}
export interface Appeal {
  readonly id: string;
  readonly bookingId: string;
  readonly reason: string;
  readonly state: 'open' | 'granted' | 'refused';
  readonly answer: string | null;
  readonly at: string;
  readonly dueDate: string;
}
/** Id: the 统一社会信用代码. */
export const standings = defineCollection<Standing>({
  name: 'sd_standing',
  fields: { appealDueOn: 'string' },
  indexes: { byOpenAppeal: ['appealDueOn'] },
  personal: ['appeals'],
});

/** 件件有回音 (COMM-1): an unresolved matter or a bad rating, with owner and due date. */
export interface FollowUp extends Document {
  readonly receipt: string;
  readonly source: 'unresolved' | 'bad-rating' | 'forum';
  readonly bookingId: string | null;
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly department: string;
  readonly owner: string;
  readonly summary: string;
  readonly dueDate: string;
  /** True when the due date crosses into a year without published holidays (暂定). */
  readonly dueProvisional: boolean;
  readonly state: FollowUpState;
  readonly reply: string | null;
  readonly repliedAt: string | null;
  /** Date after which silence counts as confirmation; `~` until there is a reply. */
  readonly silentOn: string;
  /** 转办: how often one department handed it to another; absent where none did. */
  readonly transfers?: number;
  /** True once the hub decides who answers. */
  readonly escalated?: boolean;
  readonly createdAt: string;
}
export const followUps = defineCollection<FollowUp>({
  name: 'sd_follow_up',
  fields: {
    receipt: 'string',
    department: 'string',
    state: 'string',
    dueDate: 'string',
    uscc: 'string',
    silentOn: 'string',
  },
  unique: { receipt: ['receipt'] },
  indexes: {
    byDepartment: ['department', 'state', 'dueDate'],
    byState: ['state', 'dueDate'],
    byEnterprise: ['uscc', 'dueDate'],
    bySilence: ['silentOn'],
  },
  personal: ['summary', 'reply'],
});

/** 企业座谈会 (COMM-3). */
export interface Forum extends Document {
  readonly date: string;
  readonly topic: string;
  readonly leader: string;
  readonly seats: number;
  readonly taken: number;
  readonly state: 'planned' | 'cancelled' | 'held';
  readonly minutes: string | null;
  readonly actions: readonly {
    readonly text: string;
    readonly department: string;
    readonly dueOn: string;
    readonly done: boolean;
  }[];
}
export const forums = defineCollection<Forum>({
  name: 'sd_forum',
  fields: { date: 'string', seats: 'number', taken: 'number' },
  indexes: { byDate: ['date'] },
  checks: { 'within-seats': { field: 'taken', min: 0, maxField: 'seats' } },
});
export interface ForumSignUp extends Document {
  readonly forumId: string;
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly attendees: number;
  readonly question: string;
  readonly state: 'signed-up' | 'withdrawn';
  readonly createdAt: string;
}
export const forumSignUps = defineCollection<ForumSignUp>({
  name: 'sd_forum_sign_up',
  fields: { forumId: 'string', uscc: 'string', createdAt: 'string' },
  indexes: { byForum: ['forumId', 'createdAt'], byEnterprise: ['uscc', 'createdAt'] },
  personal: ['question'],
});

/** What an enterprise must be told: displaced, offered a seat, limited, answered. The host may also send it on. */
export interface Notice extends Document {
  readonly uscc: string;
  readonly kind: NoticeKind;
  readonly date: string;
  readonly department: string | null;
  readonly visitId: string | null;
  readonly reference: string | null;
  readonly text: string;
  /** The same in English; absent in notices that were written before there was one. */
  readonly textEn?: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}
export const noticeKinds = [
  'displaced',
  'offer',
  'offer-expired',
  'no-show-warning',
  'limited',
  'appeal-answered',
  'follow-up-replied',
  'follow-up-transferred',
  'day-closed',
  'day-reopened',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
export const notices = defineCollection<Notice>({
  name: 'sd_notice',
  fields: { uscc: 'string', createdAt: 'string' },
  indexes: { byEnterprise: ['uscc', 'createdAt'], byAge: ['createdAt'] },
  retentionDays: 365,
  retentionIndex: 'byAge',
});

/** Running numbers of a desk on a day, and the secret of its calendar feed. */
export interface DeskDay extends Document {
  readonly lastNumber: number;
  readonly lastWalkIn: number;
}
/** Id: `date|department`. */
export const deskDays = defineCollection<DeskDay>({ name: 'sd_desk_day', fields: {}, indexes: {}, audited: false });
export interface FeedToken extends Document {
  readonly department: string;
  readonly createdAt: string;
}
/** Id: SHA-256 of the token, so that who reads the database cannot read the feed. */
export const feedTokens = defineCollection<FeedToken>({
  name: 'sd_feed_token',
  fields: { department: 'string' },
  indexes: { byDepartment: ['department'] },
});

/** That somebody was shown a visit's contact, and why (PIPL Art. 51); a record of its own, so that looking changes no visit. */
export interface ContactView extends Document {
  readonly visitId: string;
  readonly bookingId: string;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}
export const contactViews = defineCollection<ContactView>({
  name: 'sd_contact_view',
  fields: { visitId: 'string', at: 'string' },
  indexes: { byVisit: ['visitId', 'at'], byAge: ['at'] },
  retentionDays: 730,
  retentionIndex: 'byAge',
});

export const collections = [
  slots,
  visits,
  bookings,
  dayChanges,
  waitlistEntries,
  standings,
  followUps,
  forums,
  forumSignUps,
  notices,
  deskDays,
  feedTokens,
  contactViews,
] as const;
