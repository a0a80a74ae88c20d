import type { VisitDialogMessage } from './visit-dialogs.messages.ts';

export default {
  cancelTitle: 'Cancel this visit?',
  cancelBody: '{when}: the times at {n} {n|department|departments} become free again. This cannot be undone.',
  cancelRule:
    'Possible until {until}. Too many cancellations pause online booking; if you cannot come, please cancel all the same.',
  reason: 'Reason',
  reasonHelp: 'The departments see it; it helps them plan.',
  cancelAct: 'Cancel the visit',
  cancelNot: 'Keep the visit',
  moveTitle: 'Move the visit',
  moveRule: 'Possible until {until}. The present times are given back only once the new ones are yours.',
  moveFrom: 'Now {when}',
  moveDate: 'New date',
  moveTimes: 'New times',
  moveNone: '{department} has no free time on this date; choose another date.',
  moveSame: 'Nothing has changed yet; choose a new date or time.',
  moveNeed: 'Choose a new time at {department}',
  moveClash: 'Two departments are chosen at {time}; choose different times',
  moveAct: 'Move it',
  moveNot: 'Keep it as it is',
  reading: 'Reading the times',
  left: '{n} left',
  mine: 'Chosen',
  slotName: '{time}, {state}, {department}',
  taken: '{time} at {department} has just been taken; choose another time.',
} satisfies Record<VisitDialogMessage, string>;
