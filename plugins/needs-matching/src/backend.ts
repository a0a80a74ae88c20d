/** The half of matching that runs where the data is. */
import { defineBackend, defineUseCases, type PluginBackend } from '@zhaoshang/kernel';
import { needsMatching, type NeedsMatchingContract } from './contract.ts';
import { needsMatchingConfig, type NeedsMatchingConfig } from './model/config.ts';
import { collections } from './model/records.ts';
import { prepareGeodesy } from './rules/geodesy.ts';
import { seedNeedsMatching } from './seed.ts';
import { acceptMatch, confirmNeed, declineMatch, rateNeed, supplementNeedRating } from './use-cases/answering.ts';
import { benefits } from './use-cases/benefits.ts';
import { bundlesOf, createBundle, releaseBundle } from './use-cases/bundles.ts';
import { catalogue } from './use-cases/catalogue.ts';
import { exportResources } from './use-cases/exporting.ts';
import { forecast } from './use-cases/forecasting.ts';
import { importResources } from './use-cases/importing.ts';
import {
  markNoticesRead,
  matchesOfDepartment,
  myNeeds,
  myNotices,
  needById,
  needHistory,
  needsForStaff,
  unservedDemand,
} from './use-cases/need-lists.ts';
import { draftNeed, editNeed, keepNeed, submitNeed, withdrawNeed } from './use-cases/need-steps.ts';
import {
  assignSpecialist,
  leaveUnmet,
  offerMatch,
  recordFulfilment,
  releaseMatch,
  reopenNeed,
  startMatching,
} from './use-cases/offering.ts';
import { outcomesOf, recordOutcome } from './use-cases/outcomes.ts';
import { answerPairing, askPeers, pairingsOf, peerCandidates } from './use-cases/pairing.ts';
import { applyPlan, assignmentPlan, clearPairRule, setPairRule } from './use-cases/planning.ts';
import { mySubscriptions, policyMatches, subscribePolicy, unsubscribePolicy } from './use-cases/policy-matching.ts';
import {
  correctProfile,
  enterprisesOf,
  profile,
  setForecastOptOut,
  settleTicket,
  ticketsOf,
} from './use-cases/profiles.ts';
import { explainPair, previewMatches, proposals } from './use-cases/proposing.ts';
import { resourceById, resourcesOf } from './use-cases/resource-lists.ts';
import { closeResource, createResource, reopenResource, updateResource } from './use-cases/resourcing.ts';
import { selfCheck, siteCard } from './use-cases/sites.ts';
import { sweep } from './use-cases/sweep.ts';
import { proactiveTasksOf, settleTask } from './use-cases/task-steps.ts';
import { advanceTodo, tagPainPoint, todosOf } from './use-cases/todo-steps.ts';

const backend: PluginBackend<NeedsMatchingContract, NeedsMatchingConfig> = defineBackend({
  contract: needsMatching,
  collections,
  configSchema: needsMatchingConfig,
  presets: {
    chongming: () => import('./presets/chongming.json', { with: { type: 'json' } }).then((preset) => preset.default),
  },
  seed: seedNeedsMatching,
  // Also the longest time for which a hold can outlast its end.
  schedule: [{ operation: 'sweep', everySeconds: 60 }],
  useCases: defineUseCases(needsMatching, {
    catalogue,
    myNeeds,
    need: needById,
    draftNeed,
    editNeed,
    submitNeed,
    withdrawNeed,
    keepNeed,
    acceptMatch,
    declineMatch,
    confirmNeed,
    rateNeed,
    supplementNeedRating,
    needs: needsForStaff,
    needHistory,
    myNotices,
    markNoticesRead,
    resources: resourcesOf,
    resource: resourceById,
    createResource,
    updateResource,
    closeResource,
    reopenResource,
    importResources,
    exportResources,
    unservedDemand,
    previewMatches,
    proposals,
    explainPair,
    assignSpecialist,
    startMatching,
    offerMatch,
    releaseMatch,
    recordFulfilment,
    leaveUnmet,
    reopenNeed,
    matchesOfDepartment,
    createBundle,
    releaseBundle,
    bundles: bundlesOf,
    assignmentPlan,
    setPairRule,
    clearPairRule,
    applyPlan,
    profile,
    enterprises: enterprisesOf,
    correctProfile,
    tickets: ticketsOf,
    settleTicket,
    policyMatches,
    subscribePolicy,
    unsubscribePolicy,
    mySubscriptions,
    benefits,
    setForecastOptOut,
    forecast,
    peerCandidates,
    askPeers,
    pairings: pairingsOf,
    answerPairing,
    recordOutcome,
    outcomes: outcomesOf,
    siteCard,
    selfCheck,
    tagPainPoint,
    todos: todosOf,
    advanceTodo,
    proactiveTasks: proactiveTasksOf,
    settleTask,
    sweep,
  }),
});

/** The backend with what it measures by; nothing may be loaded while a transaction is open. */
export async function loadNeedsMatching(): Promise<PluginBackend<NeedsMatchingContract, NeedsMatchingConfig>> {
  await prepareGeodesy();
  return backend;
}
