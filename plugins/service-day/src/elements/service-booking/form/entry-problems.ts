/** What the form wants before it is submitted, and the command it becomes: pure functions. */
import type { Flow } from '../booking-flow.ts';
import type { BookInput, Department, Settings } from '../booking-types.ts';
import { isHeld, segmentsOf } from './visit-flow.ts';

/** What keeps a booking from being submitted: which field, and which sentence of the messages says how to mend it. */
export interface EntryProblem {
  /** `departments`, `times`, `topic-<code>`, `name`, `phone` or `consent`: also the id of the control. */
  readonly field: string;
  readonly message:
    | 'needDepartment'
    | 'needTime'
    | 'needMatter'
    | 'needTopic'
    | 'needName'
    | 'needPhone'
    | 'phoneShort'
    | 'phoneLong'
    | 'phoneWrong'
    | 'needConsent';
  readonly data?: Readonly<Record<string, string | number>>;
}

export function phoneProblem(phone: string): Omit<EntryProblem, 'field'> | undefined {
  const digits = phone.replace(/[\s-]/g, '');
  if (digits === '') return { message: 'needPhone' };
  if (/\D/.test(digits)) return { message: 'phoneWrong' };
  if (digits.length < 11) return { message: 'phoneShort', data: { n: 11 - digits.length } };
  if (digits.length > 11) return { message: 'phoneLong', data: { n: digits.length - 11 } };
  return /^1[3-9]/.test(digits) ? undefined : { message: 'phoneWrong' };
}

/** Problems of the form, in its order. */
export function entryProblems({ departments, entries }: Flow, all: readonly Department[]): EntryProblem[] {
  const problems: EntryProblem[] = [];
  for (const code of departments) {
    const known = all.find((department) => department.code === code);
    const chosen = entries.topics[code];
    const data = { department: known?.shortName ?? code, departmentEn: known?.nameEn ?? code };
    if (chosen?.matterId === undefined) problems.push({ field: `topic-${code}`, message: 'needMatter', data });
    else if (chosen.matterId === null && chosen.topic.trim() === '')
      problems.push({ field: `topic-${code}`, message: 'needTopic', data });
  }
  if (entries.contactName.trim() === '') problems.push({ field: 'name', message: 'needName' });
  const phone = phoneProblem(entries.contactPhone);
  if (phone !== undefined) problems.push({ field: 'phone', ...phone });
  return problems;
}

/** Everything that keeps the booking from being submitted, in the order of the page. */
export function problemsOf(flow: Flow, departments: readonly Department[], settings: Settings): EntryProblem[] {
  const problems: EntryProblem[] = [];
  if (flow.departments.length === 0) problems.push({ field: 'departments', message: 'needDepartment' });
  for (const code of flow.departments) {
    if (flow.picks[code] !== undefined) continue;
    const known = departments.find((department) => department.code === code);
    const data = { department: known?.shortName ?? code, departmentEn: known?.nameEn ?? code };
    problems.push({ field: `times-${code}`, message: 'needTime', data });
  }
  problems.push(...entryProblems(flow, departments));
  if (flow.entries.consentVersion !== settings.consent.version)
    problems.push({ field: 'consent', message: 'needConsent' });
  return problems;
}

/** The command's input; call it only where `problemsOf` is empty. */
export function bookInputOf(flow: Flow, departments: readonly Department[]): BookInput {
  const { entries, hold } = flow;
  return {
    date: flow.date as string,
    segments: segmentsOf(flow).map(({ department, start }) => {
      const { matterId = null, topic } = entries.topics[department] ?? { topic: '' };
      const matters = departments.find(({ code }) => code === department)?.matters;
      const name = matters?.find(({ id }) => id === matterId)?.name;
      return { department, start, matterId, topic: matterId === null ? topic.trim() : (name ?? topic) };
    }),
    ...(hold !== null && isHeld(flow) ? { holdId: hold.visitId } : {}),
    contactName: entries.contactName.trim(),
    contactPhone: entries.contactPhone.replace(/[\s-]/g, ''),
    question: entries.question.trim(),
    attachments: entries.attachments.slice(),
    assistance: entries.assistance.slice(),
    consentVersion: entries.consentVersion,
  };
}
