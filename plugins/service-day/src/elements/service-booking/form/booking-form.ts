/** The half of booking that acts: keeps slots, keeps what is typed, says what is missing, submits. Loaded behind the slots. */
import type { IntentQueue } from '@zhaoshang/adapters/intents.ts';
import type { Translate } from '@zhaoshang/elements';
import { AttemptController } from '@zhaoshang/elements/element/attempt-controller.ts';
import { formMessages } from '@zhaoshang/elements/form/form.messages.ts';
import type { FieldBinding } from '@zhaoshang/elements/form/form-controller.ts';
import { useMessages } from '@zhaoshang/elements/messages/use-messages.ts';
import { asZsError } from '@zhaoshang/kernel';
import type { ZsError } from '@zhaoshang/kernel';
import type { ReactiveController } from 'lit';
import type { BookingController } from '../booking-controller.ts';
import { emptyFlow } from '../booking-flow.ts';
import type { Flow } from '../booking-flow.ts';
import type { BookingHost } from '../booking-host.ts';
import type { Alternative, Segment, Visit } from '../booking-types.ts';
import { departmentName, formatTime, timeAt } from '../booking-words.ts';
import { formTexts } from './booking-form.messages.ts';
import type { FormText } from './booking-form.messages.ts';
import { combosOf } from './combos.ts';
import type { Combo } from './combos.ts';
import { dropDraft, readDraft, writeDraft } from './draft.ts';
import { bookInputOf, entryProblems, problemsOf } from './entry-problems.ts';
import type { EntryProblem } from './entry-problems.ts';
import { problemText } from './field-error.ts';
import { recallTimetable, rememberTimetable } from './last-known.ts';
import * as steps from './visit-flow.ts';

/** Something the person must be told in place, with what can be done about it. */
export type Advice =
  | { readonly kind: 'lost'; readonly segment: Segment; readonly alternatives: readonly Alternative[] }
  | { readonly kind: 'expired' | 'login' | 'offline' | 'kept-offline' }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'prefilled'; readonly department: string; readonly from: string }
  | { readonly kind: 'failed'; readonly error: ZsError };

const lastMinute = 60_000;

export class BookingForm implements ReactiveController {
  advice: Advice | null = null;
  /** The visit that was just booked; the ticket is shown in place of the form. */
  booked: Visit | null = null;
  readonly msg: Translate<FormText>;
  readonly attempt: AttemptController;
  readonly core: BookingController;
  private readonly host: BookingHost;
  private readonly fieldMsg: FieldBinding['msg'];
  /** Problems are shown from the first attempt to submit on. */
  private checked = false;
  private ticker: ReturnType<typeof setInterval> | undefined;
  private warned = false;
  private keeping: Promise<void> | undefined;
  private keepAgain = false;
  private restored = false;
  /** Account the entries belong to; empty while nobody was signed in. */
  private person = '';
  /** Slots kept before the page was loaded again: the next hold takes their place. */
  private keptBefore: string | undefined;
  /** Times of the enterprise's other visits by date, once one of them was in the way. */
  private busyTimes: Readonly<Record<string, readonly string[]>> = {};
  private combinations: { key: string; combos: readonly Combo[] } = { key: '', combos: [] };
  moreCombos = false;
  private queue: IntentQueue | undefined;

  constructor(host: BookingHost, core: BookingController) {
    this.host = host;
    this.core = core;
    this.msg = useMessages(host, formTexts);
    this.fieldMsg = useMessages(host, formMessages);
    this.attempt = new AttemptController(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    clearInterval(this.ticker);
    this.ticker = undefined;
    this.queue?.close();
    this.queue = undefined;
  }

  hostConnected(): void {
    this.noteFlow();
  }

  get session(): BookingHost['session'] {
    return this.host.session;
  }

  /** True where slots can be kept: somebody is signed in for an enterprise. */
  get mayBook(): boolean {
    const { session } = this;
    return session?.roles.includes('enterprise') === true && session.enterprise !== undefined;
  }

  get problems(): readonly EntryProblem[] {
    const { timetable, flow } = this.core;
    return timetable === undefined || !this.checked ? [] : problemsOf(flow, timetable.departments, timetable.settings);
  }

  get entriesDone(): boolean {
    return entryProblems(this.core.flow, this.core.timetable?.departments ?? []).length === 0;
  }

  /** Orders of visiting the chosen departments, best first; computed once per reading. */
  get combos(): readonly Combo[] {
    const { availability, flow } = this.core;
    if (availability === undefined || flow.departments.length < 2) return [];
    const { asOf, day } = availability;
    const remaining = availability.desks.map((desk) => desk.remaining);
    const busy = this.busyTimes[day.date] ?? [];
    const key = JSON.stringify([asOf, day.date, remaining, flow.departments, flow.hold?.segments, busy]);
    if (key !== this.combinations.key) {
      const own: Record<string, string> = {};
      for (const { department, start } of flow.hold?.segments ?? []) own[department] = start;
      this.combinations = { key, combos: combosOf(availability, flow.departments, { own, busy }) };
      this.moreCombos = false;
    }
    return this.combinations.combos;
  }

  // --- Reading and remembering ------------------------------------------------------------------------------------------

  /** Called whenever the timetable was read: whose entries are these, and is there a draft? */
  begin(): void {
    const person = this.session?.subject ?? '';
    if (this.person !== '' && person !== '' && person !== this.person) {
      this.core.flow = emptyFlow;
      this.booked = null;
      this.restored = false;
      this.checked = false;
      this.advice = null;
    }
    if (person !== '') this.person = person;
    if (this.mayBook && this.advice?.kind === 'login') this.advice = null;
    if (!this.restored) this.restore();
  }

  private restore(): void {
    const { core } = this;
    this.restored = true;
    const draft = readDraft(this.host.zone, this.session?.subject ?? '');
    if (draft === null || core.flow.departments.length > 0) return;
    const known = core.timetable?.departments.map(({ code }) => code) ?? [];
    const departments = draft.departments.filter((code) => known.includes(code));
    const open = core.timetable?.days.some(({ date, state }) => date === draft.date && state === 'open') === true;
    const changesDate = open && core.flow.date !== null && core.flow.date !== draft.date;
    core.flow = { ...core.flow, departments, entries: draft.entries };
    if (open) core.flow = { ...core.flow, date: draft.date, picks: draft.picks };
    this.keptBefore = draft.holdId ?? undefined;
    if (changesDate) void core.readDate().catch((error: unknown) => this.host.fault(error));
  }

  noteFlow(): void {
    const { flow } = this.core;
    if (this.restored) writeDraft(this.host.zone, this.session?.subject ?? '', flow);
    if (flow.hold === null) {
      clearInterval(this.ticker);
      this.ticker = undefined;
    } else this.ticker ??= setInterval(() => this.tick(), 1000);
  }

  remember(): void {
    const { timetable, availability } = this.core;
    if (timetable !== undefined && availability !== undefined)
      rememberTimetable(this.host.zone, timetable, availability);
  }

  /** Without a network the last timetable is shown, with its time; true when there is one. */
  recall(): boolean {
    const { core } = this;
    if (core.timetable !== undefined) return true;
    const known = recallTimetable(this.host.zone);
    if (known === null) return false;
    core.timetable = known.timetable;
    this.begin();
    core.availability = known.availability;
    core.flow = { ...core.flow, date: known.availability.day.date };
    return true;
  }

  // --- Choosing and typing ------------------------------------------------------------------------------------------------

  /** Picks a slot or gives it up; two departments at one time are told apart at once. */
  pick(segment: Segment): void {
    const { core } = this;
    const other = steps.conflictAt(core.flow, segment.department, segment.start);
    if (other !== undefined) {
      const department = departmentName(core.timetable?.departments ?? [], other, this.locale);
      return this.say(this.msg('clash', { time: formatTime(segment.start), department }));
    }
    this.advise(null);
    core.become(steps.togglePick(core.flow, segment));
    this.keep();
  }

  takeSegments(segments: readonly Segment[]): void {
    this.advise(null);
    this.core.become(steps.takeSegments(this.core.flow, segments));
    this.host.announce(this.msg('combosTaken', { n: segments.length }));
    this.keep();
  }

  takeAlternative({ date, department, start }: Alternative): void {
    this.core.chooseDate(date);
    this.advise(null);
    this.core.become(steps.takeAlternative(this.core.flow, date, { department, start }));
    this.keep();
  }

  showMoreCombos(): void {
    this.moreCombos = true;
    this.host.requestUpdate();
  }

  enter(change: Parameters<typeof steps.enter>[1]): void {
    this.core.become(steps.enter(this.core.flow, change));
  }

  enterTopic(department: string, change: Parameters<typeof steps.enterTopic>[2]): void {
    this.core.become(steps.enterTopic(this.core.flow, department, change));
  }

  field<Value extends string>(name: string, value: Value, set: (value: Value) => void): FieldBinding<Value> {
    const problem = this.problems.find(({ field }) => field === name);
    return {
      id: `field-${name}`,
      name,
      value,
      error: problem === undefined ? undefined : problemText(this, problem),
      disabled: false,
      msg: this.fieldMsg,
      set,
      leave: () => undefined,
    };
  }

  get locale(): BookingHost['locale'] {
    return this.host.locale;
  }

  // --- Keeping slots ----------------------------------------------------------------------------------------------------

  /** Has the backend keep exactly what is picked; changes that come while it asks are asked for afterwards. */
  keep(): void {
    if (this.keeping !== undefined) {
      this.keepAgain = true;
      return;
    }
    this.keeping = this.keepAll();
  }

  private async keepAll(): Promise<void> {
    do {
      this.keepAgain = false;
      await this.keepOnce();
    } while (this.keepAgain);
    this.keeping = undefined;
    this.host.requestUpdate();
  }

  private async keepOnce(): Promise<void> {
    const { core } = this;
    const { date, hold } = core.flow;
    const segments = steps.segmentsOf(core.flow);
    if (!this.mayBook || date === null || steps.isHeld(core.flow)) return;
    if (segments.length === 0) return this.letGo();
    try {
      const before = hold?.visitId ?? this.keptBefore;
      const replaces = before === undefined ? {} : { replaces: before };
      const visit = await core.client.hold({ date, segments, ...replaces });
      this.keptBefore = undefined;
      if (core.flow.date !== date) return this.release(visit.id);
      core.become(steps.withHold(core.flow, visit));
      this.warned = false;
      const until = core.flow.hold?.expiresAt;
      if (until !== undefined) this.host.announce(this.msg('heldNow', { time: timeAt(until) }));
    } catch (cause) {
      this.keepFailed(asZsError(cause));
    }
  }

  private keepFailed(error: ZsError): void {
    const { core } = this;
    if (this.loseSlot(error)) return;
    // Without network or session the choice stands; submitting will say what is missing.
    if (error.kind === 'unavailable' || error.kind === 'unauthenticated' || error.kind === 'aborted') return;
    if (error.code === 'hold-expired' || error.code === 'not-found') {
      const stale = core.flow.hold !== null || this.keptBefore !== undefined;
      this.keptBefore = undefined;
      core.become(steps.withoutHold(core.flow));
      if (stale) this.keepAgain = true; // once more, without the hold that is gone
      return;
    }
    core.become(steps.takeSegments({ ...core.flow, picks: {} }, core.flow.hold?.segments ?? []));
    this.advise({ kind: 'failed', error });
    if (error.code === 'time-taken') void this.readBusyTimes().catch(() => undefined); // only a better suggestion is lost
  }

  /** So that no combination is suggested at a time of another visit. */
  private async readBusyTimes(): Promise<void> {
    const { items } = await this.core.client.myVisits({ limit: 50 });
    const times: Record<string, string[]> = {};
    for (const { id, bookings } of items)
      for (const { date, start, state } of bookings)
        if (id !== this.core.flow.hold?.visitId && ['held', 'booked', 'checked-in', 'serving'].includes(state))
          (times[date] = times[date] ?? []).push(start);
    this.busyTimes = times;
    this.host.requestUpdate();
  }

  /** A slot that somebody else has taken: that time is given up, alternatives are offered, all else stays. */
  private loseSlot(error: ZsError): boolean {
    if (error.code !== 'slot-full' && error.code !== 'slot-closed') return false;
    const data = error.data as Partial<Segment & { alternatives: readonly Alternative[] }> | null | undefined;
    const { department = '', start = '', alternatives = [] } = data ?? {};
    this.core.become(steps.losePick(this.core.flow, department));
    this.advise({ kind: 'lost', segment: { department, start }, alternatives });
    void this.core.readDate().catch(() => undefined); // the advice already says what is free
    return true;
  }

  async extend(): Promise<void> {
    const { hold } = this.core.flow;
    if (hold === null) return;
    const outcome = await this.attempt.run('extend', { visitId: hold.visitId }, (input, options) =>
      this.core.client.extendHold(input, options),
    );
    if (!outcome.ok) return this.advise({ kind: 'failed', error: outcome.error });
    this.warned = false;
    this.core.become(steps.withHold(this.core.flow, outcome.output));
    const until = this.core.flow.hold?.expiresAt;
    if (until !== undefined) this.host.announce(this.msg('extended', { time: timeAt(until) }));
  }

  holdAgain(): void {
    this.advise(null);
    this.keep();
  }

  /** Gives kept slots back without waiting; what is not given back expires by itself. */
  letGo(): void {
    const { hold } = this.core.flow;
    if (hold === null) return;
    this.core.become(steps.withoutHold(this.core.flow));
    this.release(hold.visitId);
  }

  private release(visitId: string): void {
    void this.core.client.releaseHold({ visitId }).catch(() => undefined); // it expires by itself
  }

  private tick(): void {
    const { hold } = this.core.flow;
    if (hold === null) return this.noteFlow();
    const left = hold.expiresAt - this.host.now();
    if (left <= 0) {
      this.core.become(steps.withoutHold(this.core.flow));
      this.advise({ kind: 'expired' });
      void this.core.readDate().catch(() => undefined); // the advice already says what to do
    } else if (left <= lastMinute && !this.warned) {
      this.warned = true;
      this.host.announce(this.msg('holdSoon'));
    }
    this.host.requestUpdate();
  }

  // --- Submitting -------------------------------------------------------------------------------------------------------

  async submit(): Promise<void> {
    const { timetable } = this.core;
    if (timetable === undefined || this.attempt.busy !== '') return;
    this.checked = true;
    if (this.problems.length > 0) {
      this.host.requestUpdate();
      return this.host.focusOn('.zs-error-summary');
    }
    if (!this.mayBook) return this.advise({ kind: 'login' });
    await this.keeping;
    if (this.problems.length > 0) return; // a slot was lost meanwhile; the advice says so
    const input = bookInputOf(this.core.flow, timetable.departments);
    const outcome = await this.attempt.run('book', input, (same, options) => this.core.client.book(same, options));
    if (outcome.ok) this.celebrate(outcome.output);
    else await this.submitFailed(outcome.error);
  }

  /** The booked visit, also after it was moved or cancelled on its ticket. */
  showBooked(visit: Visit): void {
    this.booked = visit;
    this.host.requestUpdate();
  }

  private celebrate(visit: Visit): void {
    this.booked = visit;
    this.forget();
    this.host.announce(this.msg('booked'));
  }

  /** Entries are done with: booked, or kept as an intent. */
  private forget(): void {
    const { core } = this;
    this.checked = false;
    this.advice = null;
    core.become({ ...emptyFlow, date: core.flow.date });
    dropDraft(this.host.zone);
  }

  private async submitFailed(error: ZsError): Promise<void> {
    if (this.loseSlot(error)) return;
    if (error.code === 'hold-expired') {
      this.core.become(steps.withoutHold(this.core.flow));
      return this.advise({ kind: 'expired' });
    }
    if (error.kind === 'unauthenticated') return this.advise({ kind: 'login' });
    if (error.kind === 'unavailable' && !navigator.onLine) return this.advise({ kind: 'offline' });
    if (error.code === 'consent-outdated') {
      await this.core.read().catch(() => undefined); // the notice says what to do either way
      this.enter({ consentVersion: '' });
    }
    this.advise({ kind: 'failed', error });
  }

  /** Keeps the booking on this device until there is a network; it is never called confirmed (待确认). */
  async keepIntent(): Promise<void> {
    const { timetable, flow } = this.core;
    if (timetable === undefined) return;
    try {
      const { keepBookingIntent } = await import('../offline/booking-intent.ts');
      await keepBookingIntent(await this.openQueue(), bookInputOf(flow, timetable.departments));
      this.forget();
      this.advise({ kind: 'kept-offline' });
    } catch (cause) {
      this.advise({ kind: 'failed', error: asZsError(cause) });
    }
  }

  /** The queue sends by itself once there is a network; the answer takes the place of 待确认. */
  private async openQueue(): Promise<IntentQueue> {
    if (this.queue !== undefined) return this.queue;
    const { openIntents } = await import('../offline/booking-intent.ts');
    const queue = (this.queue = openIntents(this.host));
    queue.subscribe((news) => {
      if (news.kind === 'confirmed') this.celebrate(news.answer.output as Visit);
      if (news.kind === 'refused') this.say(news.intent.refusal?.message ?? this.msg('failedTitle'));
    });
    return queue;
  }

  /** Fetches what keeping a booking needs while there is a network, and sends what an earlier visit of the page kept. */
  readyForOffline(): void {
    if (this.host.session?.enterprise === undefined || this.host.isConnected === false) return;
    this.openQueue().catch(() => undefined); // the click will say so
  }

  /** Back to an empty form, for another booking. */
  startAgain(): void {
    this.booked = null;
    void this.core.read().catch((error: unknown) => this.host.fault(error));
    this.host.requestUpdate();
  }

  // --- Telling ----------------------------------------------------------------------------------------------------------

  advise(advice: Advice | null): void {
    this.advice = advice;
    this.host.requestUpdate();
    if (advice?.kind === 'said') this.host.announce(advice.text);
    else if (advice !== null) void this.host.focusOn('#advice');
  }

  /** A sentence in place, without moving the focus. */
  say(text: string): void {
    this.advise({ kind: 'said', text });
  }

  signIn(): void {
    this.host.signIn();
  }

  /** Moves the focus to what a problem is about. */
  goTo(field: string): void {
    const places: Record<string, string> = { departments: '#departments input:not([disabled])', consent: '#consent' };
    const place = places[field] ?? (field.startsWith('times-') ? `[id="${field}"]` : `[id="field-${field}"]`);
    void this.host.focusOn(place);
  }

  /** `noteFlow` is the flow's; kept for reading it in templates. */
  get flow(): Flow {
    return this.core.flow;
  }
}
