import { occurrences } from './cadence.ts';
import { dueDate } from './due-date.ts';
import { formatDeadline, formatTimeRange } from './format.ts';
import { createWorkCalendar } from './work-calendar.ts';

function same(actual: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`expected ${other}, got ${one}`);
}

describe('in a page', () => {
  const calendar = createWorkCalendar();

  it('counts working days from the shipped years', () => {
    same(calendar.addWorkdays('2026-09-30', 3), { date: '2026-10-10', provisional: false });
    same(calendar.countWorkdays('2025-12-31', '2026-12-31').count, 248);
  });

  it('expands a cadence by RRULE, where rrule is an ES module', () => {
    const plan = {
      rrule: 'FREQ=WEEKLY;BYDAY=WE',
      from: '2026-10-01',
      to: '2026-10-14',
      holidayPolicy: 'next',
    } as const;
    same(
      occurrences(calendar, plan).map((one) => one.date),
      ['2026-10-08', '2026-10-14'],
    );
  });

  it('writes a deadline in words, whatever zone and language the browser has', () => {
    const due = dueDate(calendar, { from: '2026-11-20T18:00:00+08:00', workdays: 5, cutOff: '17:30' });
    same(formatDeadline(due, { workdays: 5 }), '11月30日（星期一）前，5 个工作日');
    same(formatDeadline(due, { locale: 'en' }), 'by Monday, 30 November');
    same(formatTimeRange('09:00', '11:30'), '9:00—11:30');
  });
});
