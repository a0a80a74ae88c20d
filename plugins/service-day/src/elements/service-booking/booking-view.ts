import type { Translate } from '@zhaoshang/elements';
import type { Locale } from '@zhaoshang/kernel';
import type { BookingController } from './booking-controller.ts';
import type { Flow } from './booking-flow.ts';
import type { Availability, Segment, Timetable } from './booking-types.ts';
import type { BookingMessage } from './service-booking.messages.ts';

/** What the parts of the booking view draw from. */
export interface BookingView {
  readonly msg: Translate<BookingMessage>;
  readonly locale: Locale;
  readonly now: number;
  readonly timetable: Timetable;
  /** `undefined` while the slots of the date are being read. */
  readonly availability: Availability | undefined;
  readonly flow: Flow;
  readonly act: BookingController;
  /** What is wrong with a field, as the form says it; nothing before the first attempt to submit. */
  fieldError(field: string): unknown;
  /** Opens the form to wait for a slot that is full. */
  wait(segment: Segment): void;
  nameOf(department: string): string;
}
