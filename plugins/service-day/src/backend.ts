/** The half of the service day that runs where the data is. */
import { defineBackend, defineUseCases, type PluginBackend } from '@zhaoshang/kernel';
import { serviceDay, type ServiceDayContract } from './contract.ts';
import { serviceDayConfig, type ServiceDayConfig } from './model/config.ts';
import { collections } from './model/records.ts';
import { seedServiceDay } from './seed.ts';
import { book } from './use-cases/booking.ts';
import { departmentCalendar, issueFeed, visitCalendar } from './use-cases/calendar.ts';
import { cancel, reschedule } from './use-cases/changing.ts';
import { followUpsOfDepartment, replyFollowUp, settleFollowUp } from './use-cases/follow-up.ts';
import { transferFollowUp } from './use-cases/follow-up-transfer.ts';
import { forums, setForum, signUpForum, withdrawForum } from './use-cases/forum.ts';
import { history, revealContact } from './use-cases/history.ts';
import { extendHold, hold, releaseHold } from './use-cases/holding.ts';
import {
  availability,
  markNoticesRead,
  myFollowUps,
  myNotices,
  myStanding,
  myVisits,
  myWaiting,
  timetable,
  visit,
} from './use-cases/looking.ts';
import { plan } from './use-cases/planning-days.ts';
import { addDay, changeDesk, closeDay, previewChange, reopenDay } from './use-cases/planning.ts';
import { rate, supplementRating } from './use-cases/rating.ts';
import { callAgain, callNext, markMissed } from './use-cases/serving-calls.ts';
import { checkIn, walkIn } from './use-cases/serving-check-in.ts';
import { deskDay } from './use-cases/serving-desk-day.ts';
import { serve } from './use-cases/serving-outcome.ts';
import { answerAppeal, appealMissed, appeals } from './use-cases/standing-appeals.ts';
import { sweep } from './use-cases/sweep.ts';
import { acceptOffer, joinWaitlist, leaveWaitlist } from './use-cases/waiting.ts';

export const serviceDayBackend: PluginBackend<ServiceDayContract, ServiceDayConfig> = defineBackend({
  contract: serviceDay,
  collections,
  configSchema: serviceDayConfig,
  presets: {
    chongming: () => import('./presets/chongming.json', { with: { type: 'json' } }).then((preset) => preset.default),
  },
  seed: seedServiceDay,
  // Also the longest time for which a hold or an offer can outlast its end.
  schedule: [{ operation: 'sweep', everySeconds: 20 }],
  useCases: defineUseCases(serviceDay, {
    timetable,
    availability,
    myVisits,
    visit,
    myWaiting,
    myStanding,
    myNotices,
    markNoticesRead,
    myFollowUps,
    hold,
    extendHold,
    releaseHold,
    book,
    reschedule,
    cancel,
    joinWaitlist,
    leaveWaitlist,
    acceptOffer,
    deskDay,
    revealContact,
    checkIn,
    walkIn,
    callNext,
    callAgain,
    serve,
    markMissed,
    followUps: followUpsOfDepartment,
    replyFollowUp,
    transferFollowUp,
    settleFollowUp,
    rate,
    supplementRating,
    appealMissed,
    plan,
    previewChange,
    addDay,
    closeDay,
    reopenDay,
    changeDesk,
    appeals,
    answerAppeal,
    visitCalendar,
    issueFeed,
    departmentCalendar,
    history,
    forums,
    setForum,
    signUpForum,
    withdrawForum,
    sweep,
  }),
});
