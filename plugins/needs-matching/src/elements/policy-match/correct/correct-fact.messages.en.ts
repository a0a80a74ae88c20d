import type { CorrectFactMessage } from './correct-fact.messages.ts';

export default {
  supplyTitle: 'Supply: {label}',
  correctTitle: 'Correct: {label}',
  recorded: 'On record: {value}',
  unknown: 'none',
  from: 'Source: {source}, {date}',
  rule: '{department} checks it; the record changes when that is done, and the policies are computed again.',
  ruleAny:
    'The department in charge checks it; the record changes when that is done, and the policies are computed again.',
  value: 'It should be',
  note: 'Explanation',
  noteHelp: 'For example: which document shows it',
  tenThousand: 'CNY 10,000',
  industryHelp: 'GB/T 4754-2017, for example C3841',
  valueMissing: 'Write what it should be',
  valueNumber: 'Give a number of 0 or more',
  valueCode: 'An industry code is a letter and two to four digits',
  yes: 'Yes',
  no: 'No',
  send: 'Send for checking',
  not: 'Not now',
  sent: 'Sent; {department} checks it',
  sentAny: 'Sent for checking',
} satisfies Record<CorrectFactMessage, string>;
