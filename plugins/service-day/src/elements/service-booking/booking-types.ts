/** What the booking element reads and writes, named after the contract; types only, so no schema reaches the page. */
import type { InputOf, OutputOf } from '@zhaoshang/kernel';
import type { ServiceDayContract } from '../../contract.ts';

type Operations = ServiceDayContract['operations'];

export type Timetable = OutputOf<Operations['timetable']>;
export type Day = Timetable['days'][number];
export type Department = Timetable['departments'][number];
export type Matter = Department['matters'][number];
export type Settings = Timetable['settings'];
export type Availability = OutputOf<Operations['availability']>;
export type DeskAvailability = Availability['desks'][number];
export type Slot = DeskAvailability['slots'][number];
export type Visit = OutputOf<Operations['visit']>;
export type Booking = Visit['bookings'][number];
export type WaitingEntry = OutputOf<Operations['joinWaitlist']>;
export type Standing = OutputOf<Operations['myStanding']>;
export type Notice = OutputOf<Operations['myNotices']>['items'][number];
export type FollowUp = OutputOf<Operations['myFollowUps']>['items'][number];
export type Forum = OutputOf<Operations['forums']>['items'][number];
export type BookInput = InputOf<Operations['book']>;
export type Attachment = BookInput['attachments'][number];

/** A department and a time: one piece of a visit. */
export interface Segment {
  readonly department: string;
  readonly start: string;
}

/** A free slot that the backend names where another one is gone. */
export interface Alternative extends Segment {
  readonly date: string;
  readonly remaining: number;
}
