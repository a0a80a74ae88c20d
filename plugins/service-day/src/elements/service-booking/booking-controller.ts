/** What can be chosen and what is chosen: reads dates and slots, and knows the flow. The form half is loaded behind it. */
import { asZsError } from '@zhaoshang/kernel';
import type { ClientOf } from '@zhaoshang/kernel';
import type { ReactiveController } from 'lit';
import type { ServiceDayContract } from '../../contract.ts';
import * as steps from './booking-flow.ts';
import type { Flow, Topic } from './booking-flow.ts';
import type { BookingHost } from './booking-host.ts';
import type { Availability, Day, Timetable } from './booking-types.ts';
import { dateAt } from './booking-words.ts';
import type { BookingForm } from './form/booking-form.ts';

const daysBack = 7;
const weeksShown = 6;
/** A burst of changes is read once. */
const rereadMilliseconds = 150;

export class BookingController implements ReactiveController {
  timetable: Timetable | undefined;
  /** Slots of the chosen date; `undefined` while they are read. */
  availability: Availability | undefined;
  /** Keeps slots, holds what is typed, submits; `undefined` until it is loaded. */
  form: BookingForm | undefined;
  /** True while only what was read earlier can be shown. */
  isLastKnown = false;
  flow: Flow = steps.emptyFlow;
  private readonly host: BookingHost;
  private weeksAhead = 0;
  private rereading: ReturnType<typeof setTimeout> | undefined;

  constructor(host: BookingHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.rereading);
  }

  get client(): ClientOf<ServiceDayContract> {
    return this.host.serviceDay();
  }

  /** Dates, departments and rules, then the slots of the chosen date unless only the former are wanted. */
  async read(signal?: AbortSignal, withSlots = true): Promise<void> {
    const options = signal === undefined ? {} : { signal };
    try {
      this.timetable = await this.client.timetable({ from: this.from, weeks: weeksShown }, options);
      this.isLastKnown = false;
      this.form?.begin();
      this.prefill();
      if (!withSlots) return;
      const { days } = this.timetable;
      const date = this.flow.date ?? (days.find(({ state }) => state === 'open') ?? days.find(isBookable))?.date;
      if (date === undefined) return;
      if (this.flow.date === null) this.become(steps.chooseDate(this.flow, date));
      await this.readDate(options);
    } catch (cause) {
      const error = asZsError(cause);
      if (error.kind !== 'unavailable' || this.form?.recall() !== true) throw error;
      this.isLastKnown = true;
    }
    this.form?.keep();
  }

  /** Free slots of the chosen date; an answer for a date that was left meanwhile is dropped. */
  async readDate(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { date } = this.flow;
    if (date === null) return;
    const availability = await this.client.availability({ date }, options);
    if (this.flow.date !== date) return;
    this.availability = availability;
    this.form?.remember();
    this.host.requestUpdate();
  }

  /** Seats changed somewhere: reads again soon; the focus stays where it is. */
  noteChange(date: string): void {
    if (date !== this.flow.date || this.availability === undefined) return;
    clearTimeout(this.rereading);
    // What fails here is read again at the next change.
    this.rereading = setTimeout(() => void this.readDate().catch(() => undefined), rereadMilliseconds);
  }

  async shiftDates(weeks: number): Promise<void> {
    this.weeksAhead += weeks;
    try {
      this.timetable = await this.client.timetable({ from: this.from, weeks: weeksShown });
    } catch (error) {
      this.weeksAhead -= weeks;
      this.host.fault(error);
    }
    this.host.requestUpdate();
  }

  chooseDate(date: string): void {
    if (date === this.flow.date) return;
    this.form?.letGo();
    this.availability = undefined;
    this.become(steps.chooseDate(this.flow, date));
    void this.readDate().catch((error: unknown) => this.host.fault(error));
  }

  toggleDepartment(code: string): void {
    const maximum = this.timetable?.settings.maxDepartmentsPerVisit ?? 1;
    this.become(steps.toggleDepartment(this.flow, code, maximum));
    this.form?.keep();
  }

  become(flow: Flow): void {
    this.flow = flow;
    this.form?.noteFlow();
    this.host.requestUpdate();
  }

  private get from(): string {
    return dateAt(this.host.now() + (this.weeksAhead * 7 - daysBack) * 86_400_000);
  }

  /** What the host page wants chosen, while nothing is. */
  private prefill(): void {
    const { departments, topic } = this.host.prefill;
    const known = departments.filter((code) => this.timetable?.departments.some((each) => each.code === code));
    if (known.length === 0 || this.flow.departments.length > 0) return;
    const topics: Record<string, Topic> = {};
    for (const code of topic === '' ? [] : known) topics[code] = { matterId: null, topic };
    this.flow = { ...this.flow, departments: known, entries: { ...this.flow.entries, topics } };
  }
}

export const isBookable = ({ state }: Day): boolean => state === 'open' || state === 'full';
