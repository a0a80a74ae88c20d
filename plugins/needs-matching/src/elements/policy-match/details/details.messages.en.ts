import type { DetailsMessage } from './details.messages.ts';

export default {
  materials: 'Documents',
  deferrable: 'may follow later',
  review: 'Fair-competition review',
  inForce: 'In force since {from}',
  inForceUntil: 'In force from {from} until {to}',
  inProject: 'part of the project',
  decided: 'decided by the competent department',
  checking: 'being checked',
  correct: 'Correct',
  correctOf: 'Correct: {label}',
  supply: 'Supply',
  supplyOf: 'Supply: {label}',
  recordHelp: 'From the departments’ data; corrected once, corrected everywhere.',
  recordUnknown: 'none',
  recordFrom: '{source}, {date}',
  qualifications: 'Qualifications in force',
  qualificationUntil: '{type} (until {date})',
} satisfies Record<DetailsMessage, string>;
