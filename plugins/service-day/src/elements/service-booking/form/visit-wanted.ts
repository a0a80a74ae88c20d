/** Another element of the page asks for a visit: what it knows is filled in, what the person did stays, and the person decides. */
import type { VisitWanted } from '../../../contract.ts';
import type { BookingController } from '../booking-controller.ts';
import type { BookingHost } from '../booking-host.ts';
import { departmentName } from '../booking-words.ts';
import type { BookingForm } from './booking-form.ts';

/** Chooses the department, fills in matter and question where they are empty, says so, and leads to the times. */
export async function takeUpWish(host: BookingHost, core: BookingController, wish: VisitWanted): Promise<void> {
  const { form, timetable } = core;
  if (form === undefined || timetable === undefined) return;
  const department = timetable.departments.find(({ code }) => code === wish.department);
  const name = departmentName(timetable.departments, wish.department, host.locale);
  if (department === undefined) {
    form.advise({ kind: 'said', text: form.msg('wishUnknown', { department: name }) });
    return host.focusOn('#advice');
  }
  if (form.booked !== null) form.startAgain();
  if (!core.flow.departments.includes(department.code)) core.toggleDepartment(department.code);
  if (!core.flow.departments.includes(department.code)) {
    const { maxDepartmentsPerVisit: n } = timetable.settings;
    form.advise({ kind: 'said', text: form.msg('wishTooMany', { department: name, n }) });
    return host.focusOn('#advice');
  }
  enterWish(core, form, department, wish);
  form.advise({ kind: 'prefilled', department: department.code, from: textOf(wish.from) });
  return host.focusOn('#advice');
}

function enterWish(
  core: BookingController,
  form: BookingForm,
  { code, matters }: NonNullable<BookingController['timetable']>['departments'][number],
  wish: VisitWanted,
): void {
  const topic = textOf(wish.topic);
  const { topics, question } = core.flow.entries;
  const typed = topics[code];
  if (topic !== '' && (typed === undefined || (typed.matterId === undefined && typed.topic === ''))) {
    const matter = matters.find((each) => each.id === wish.matterId || each.name === topic);
    form.enterTopic(code, matter === undefined ? { matterId: null, topic } : { matterId: matter.id, topic: '' });
  }
  if (question === '' && textOf(wish.question) !== '') form.enter({ question: textOf(wish.question) });
}

/** What another script sent may be anything. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 200) : '';
}
