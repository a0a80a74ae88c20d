import type { Translate } from '@zhaoshang/elements';
import type { AttemptOptions } from '@zhaoshang/elements/element/attempt-controller.ts';
import type { CommandHost } from '@zhaoshang/elements/dialog/command-dialog.ts';
import type { ToastController } from '@zhaoshang/elements/toast/toast-controller.ts';
import type { ClientOf, Locale, Session, ZsError } from '@zhaoshang/kernel';
import type { ServiceDayContract } from '../../../contract.ts';
import type { Booking, Standing, Timetable, Visit } from '../booking-types.ts';
import type { MyVisitsMessage } from './my-visits.messages.ts';
import type { Option } from './alternatives.ts';
import type { VisitActs } from './visit-acts.ts';

/** One thing an enterprise does to its own records, told and read again afterwards. */
export interface Deed<Output> {
  /** Name of the command and of what it is done to: buttons are busy by it, what fails is said there. */
  readonly at: string;
  readonly input: unknown;
  send(options: AttemptOptions): Promise<Output>;
  /** What is said when it is done. */
  done(output: Output): string;
}

/** What the parts of 我的预约 need of the element they stand in. */
export interface MyVisitsHost extends CommandHost {
  readonly msg: Translate<MyVisitsMessage>;
  readonly locale: Locale;
  readonly session: Session | null;
  readonly zone: string;
  readonly acts: VisitActs;
  readonly toast: ToastController;
  readonly timetable: Timetable | null;
  readonly standing: Standing | null;
  /** What went wrong last, and at which record. */
  readonly fault: { readonly at: string; readonly error: ZsError } | null;
  /** Appointment whose rating form is open. */
  readonly ratingOf: string;
  /** Other times for a displaced visit, once they are computed. */
  optionsFor(visit: Visit): readonly Option[] | undefined;
  /** Loads what defines a child view; a chunk that does not come is told. */
  lazyPart(load: () => Promise<unknown>): void;
  now(): number;
  serviceDay(): ClientOf<ServiceDayContract>;
  nameOf(department: string): string;
  /** Does it, says so, reads again; true when it was done. */
  perform<Output>(deed: Deed<Output>): Promise<boolean>;
  /** Says what was done to a record, reads again, and keeps the focus at it. */
  tell(record: string, text: string): Promise<void>;
  /** What was refused has often changed meanwhile: reads it again where that may be. */
  refused(error: ZsError): Promise<void>;
  refresh(): Promise<void>;
  focusOn(selector: string): Promise<void>;
  /** After the pressed button is gone: the focus goes to the record with this id. */
  keepFocus(record: string): Promise<void>;
  /** Asks the booking element to show the booking form. */
  book(): void;
  showTicket(visit: Visit): void;
  showHistory(visit: Visit): void;
  showDialog(kind: 'move' | 'cancel', visit: Visit): void;
  rate(booking: Booking | null): void;
  rated(booking: Booking): void;
}
