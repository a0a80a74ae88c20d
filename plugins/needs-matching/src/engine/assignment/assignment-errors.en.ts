import type { AssignmentErrorCode } from './assignment-errors.ts';

/** The sentences in English, to be filled with the `data` of the error. */
export const assignmentErrorsEn: Readonly<Record<AssignmentErrorCode, string>> = {
  'assignment-shape': 'The lists of the assignment do not fit together: {what}. Prepare them again.',
  'assignment-number':
    '{what} is not a number that can be added up (empty, not a number, or beyond 1e100). Correct it and try again.',
  'assignment-too-large':
    'At most {limit} {unit} can be assigned at once; there are {count}. Split them by zone, category or batch.',
  'lock-reason-required': 'The lock of need {need} breaks a hard condition. Write down the reason.',
  'lock-profit-required': 'The lock of need {need} names a resource that is no candidate. State its profit.',
  'lock-over-capacity': 'Resource {resource} has {count} locked units and {limit} in all. Lift some locks first.',
  'lock-conflict':
    'Need {need} has decisions that contradict each other (locked twice, or locked and banned). Keep one.',
};
