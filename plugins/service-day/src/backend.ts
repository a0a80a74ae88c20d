/** The half of the service day that runs where the data is. */
import { defineBackend, defineUseCases, type PluginBackend } from '@zhaoshang/kernel';
import { serviceDay, type ServiceDayContract } from './contract.ts';
import { serviceDayConfig, type ServiceDayConfig } from './model/config.ts';
import { collections } from './model/records.ts';
import { seedServiceDay } from './seed.ts';
import { awaitedUseCases } from './use-cases/awaited.ts';
import { book } from './use-cases/booking.ts';
import { cancel, reschedule } from './use-cases/changing.ts';
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
    ...awaitedUseCases,
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
    sweep,
  }),
});
