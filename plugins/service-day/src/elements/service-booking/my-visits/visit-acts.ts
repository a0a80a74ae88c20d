/** What an enterprise does to its own records: each is asked about where it cannot be undone, said, and read again. */
import type { TemplateResult, nothing } from 'lit';
import type { Booking, FollowUp, Notice, Visit, WaitingEntry } from '../booking-types.ts';
import { formatDate } from '../booking-words.ts';
import { saveCalendar } from '../ticket/calendar-file.ts';
import type { Option } from './alternatives.ts';
import { AskDialog } from './ask-dialog.ts';
import type { MyVisitsHost } from './my-visits-host.ts';
import { optionText } from './parts/displaced.ts';
import { offerWhen } from './parts/waiting-part.ts';

export class VisitActs {
  private readonly host: MyVisitsHost;
  private readonly asking: AskDialog;

  constructor(host: MyVisitsHost) {
    this.host = host;
    this.asking = new AskDialog(host);
  }

  /** The question that is open. */
  render(): TemplateResult | typeof nothing {
    return this.asking.render();
  }

  releaseHold(visit: Visit): void {
    const { host } = this;
    const input = { visitId: visit.id };
    void host.perform({
      at: `release ${visit.id}`,
      input,
      send: (options) => host.serviceDay().releaseHold(input, options),
      done: () => host.msg('gaveUp'),
    });
  }

  checkIn(visit: Visit): void {
    const { host } = this;
    const input = { date: visit.date, code: visit.checkInCode };
    void host.perform({
      at: `check-in ${visit.id}`,
      input,
      send: (options) => host.serviceDay().checkIn(input, options),
      done: ({ bookings }) => {
        const numbers = bookings
          .filter(({ queueNumber }) => queueNumber !== null)
          .map(({ department, queueNumber: n }) => host.msg('checkedInAt', { department: host.nameOf(department), n }));
        return host.msg('checkedIn', { list: numbers.join(host.locale === 'en' ? ', ' : '，') });
      },
    });
  }

  accept(visit: Visit, option: Option): void {
    const { host } = this;
    const input = { visitId: visit.id, date: option.date, segments: [...option.segments], reason: '' };
    void host.perform({
      at: `accept ${visit.id}`,
      input,
      send: (options) => host.serviceDay().reschedule(input, { ...options, expectedVersion: visit.version }),
      done: () => host.msg('moved', { when: optionText(host, option) }),
    });
  }

  acceptOffer(entry: WaitingEntry): void {
    const { host } = this;
    const input = { entryId: entry.id };
    void host.perform({
      at: `offer ${entry.id}`,
      input,
      send: (options) => host.serviceDay().acceptOffer(input, options),
      done: () => host.msg('offerTaken', { when: offerWhen(host, entry) }),
    });
  }

  leaveLine(entry: WaitingEntry): void {
    const { host } = this;
    const { msg } = host;
    const input = { entryId: entry.id };
    const offered = entry.state === 'offered';
    const date = formatDate(entry.date, { locale: host.locale });
    this.asking.ask(entry.id, {
      title: msg(offered ? 'offerLeaveTitle' : 'leaveTitle'),
      body: msg('leaveBody', { department: host.nameOf(entry.department), date }),
      yes: msg(offered ? 'offerLeave' : 'leave'),
      no: msg(offered ? 'notNow' : 'leaveNot'),
      deed: () => ({
        at: `leave ${entry.id}`,
        input,
        send: (options) => host.serviceDay().leaveWaitlist(input, options),
        done: () => msg(offered ? 'offerLeft' : 'left'),
      }),
    });
  }

  appeal(booking: Booking): void {
    const { host } = this;
    const { msg, locale } = host;
    this.asking.ask(booking.visitId, {
      title: msg('appealTitle'),
      body: msg('appealBody', {
        when: formatDate(booking.date, { locale }),
        department: host.nameOf(booking.department),
      }),
      yes: msg('appealAct'),
      no: msg('notNow'),
      words: { label: msg('appealLabel'), hint: msg('appealHelp'), missing: msg('appealMissing') },
      deed: (reason) => {
        const input = { bookingId: booking.id, reason };
        return {
          at: `appeal ${booking.visitId}`,
          input,
          send: (options) => host.serviceDay().appealMissed(input, options),
          done: ({ appeals }) => {
            const dueDate = appeals.find(({ bookingId }) => bookingId === booking.id)?.dueDate;
            return msg('appealed', { date: dueDate === undefined ? '' : formatDate(dueDate, { locale }) });
          },
        };
      },
    });
  }

  settle(followUp: FollowUp, confirmed: boolean): void {
    const { host } = this;
    const { msg, locale } = host;
    const { id, receipt, version } = followUp;
    this.asking.ask(id, {
      title: msg(confirmed ? 'solvedTitle' : 'unsolvedTitle'),
      body: msg(confirmed ? 'solvedBody' : 'unsolvedBody', { receipt }),
      yes: msg(confirmed ? 'solved' : 'unsolvedAct'),
      no: msg('notNow'),
      words: confirmed
        ? { label: msg('words') }
        : { label: msg('unsolvedLabel'), hint: msg('unsolvedHelp'), missing: msg('unsolvedMissing') },
      deed: (comment) => {
        const input = { followUpId: id, confirmed, comment };
        return {
          at: `settle ${id}`,
          input,
          send: (options) => host.serviceDay().settleFollowUp(input, { ...options, expectedVersion: version }),
          done: ({ dueDate }) =>
            confirmed ? msg('solvedDone') : msg('unsolvedDone', { date: formatDate(dueDate, { locale }) }),
        };
      },
    });
  }

  async markRead(notices: readonly Notice[]): Promise<void> {
    const { host } = this;
    const input = { noticeIds: notices.map(({ id }) => id) };
    const done = await host.perform({
      at: 'read notices',
      input,
      send: (options) => host.serviceDay().markNoticesRead(input, options),
      done: () => host.msg('marked'),
    });
    if (done) await host.focusOn('#notices h3');
  }

  saveCalendar(visit: Visit): void {
    const { host } = this;
    void host.attempts
      .run('calendar', { visitId: visit.id }, (input, { signal }) => host.serviceDay().visitCalendar(input, { signal }))
      .then((outcome) => {
        if (outcome.ok) saveCalendar(outcome.output);
        else host.toast.show({ text: host.msg('calendarFailed'), kind: 'caution' });
      });
  }
}
