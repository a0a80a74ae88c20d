import type { NeedsFormMessage } from './needs-form.messages.ts';

export default {
  title: 'State a need',
  editTitle: 'Change a need',
  lead: 'Say what you need and see at once what the zone has. One specialist is responsible from then on.',
  number: 'Number {number}',
  ways: 'Way of filling in',
  waySteps: 'Step by step',
  wayWords: 'In one paragraph',
  reading: 'Opening the form',
  fixedTitle: 'This need cannot be changed now',
  fixedBody: 'Something is being arranged for it already, or it is closed. Ask its specialist, or phone {phone}.',
  gone: 'The need to be changed was not found. You can state a new one.',
  anew: 'State a new need',
  leave: 'Leave it, state a new need',
  staffTitle: 'Enterprises state their needs here',
  staffBody: 'You are not signed in as an enterprise. Note calls and visits of enterprises at the matching desk.',
  editing: 'Need {number} is open for changing',
} satisfies Record<NeedsFormMessage, string>;
