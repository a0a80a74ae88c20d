// Generated from contract.ts by `npm run generate`; do not edit.
import type { Outline } from '@zhaoshang/kernel';

/** Names and kinds of the contract "service-day", without its schemas. */
export const serviceDayOutline: Outline = {
  name: 'service-day',
  version: 1,
  queries:
    'timetable availability myVisits visit myWaiting myStanding myNotices myFollowUps visitCalendar deskDay followUps plan previewChange appeals departmentCalendar history forums',
  commands:
    'hold extendHold releaseHold book joinWaitlist leaveWaitlist acceptOffer markNoticesRead revealContact checkIn walkIn callNext callAgain serve markMissed rate supplementRating appealMissed addDay closeDay reopenDay changeDesk answerAppeal issueFeed setForum signUpForum withdrawForum sweep',
  versioned: 'reschedule cancel replyFollowUp transferFollowUp settleFollowUp',
  replayed: '',
};
