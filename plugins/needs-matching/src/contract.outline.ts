// Generated from contract.ts by `npm run generate`; do not edit.
import type { Outline } from '@zhaoshang/kernel';

/** Names and kinds of the contract "needs-matching", without its schemas. */
export const needsMatchingOutline: Outline = {
  name: 'needs-matching',
  version: 1,
  queries:
    'catalogue myNeeds need needs needHistory myNotices resources resource exportResources unservedDemand previewMatches proposals explainPair matchesOfDepartment bundles assignmentPlan profile enterprises tickets policyMatches mySubscriptions benefits forecast peerCandidates pairings outcomes siteCard selfCheck todos proactiveTasks',
  commands:
    'draftNeed rateNeed supplementNeedRating markNoticesRead createResource importResources createBundle setPairRule clearPairRule applyPlan correctProfile subscribePolicy unsubscribePolicy setForecastOptOut askPeers recordOutcome tagPainPoint sweep',
  versioned:
    'editNeed submitNeed withdrawNeed keepNeed acceptMatch declineMatch confirmNeed updateResource closeResource reopenResource assignSpecialist startMatching offerMatch releaseMatch recordFulfilment leaveUnmet reopenNeed releaseBundle settleTicket answerPairing advanceTodo settleTask',
  replayed: '',
};
