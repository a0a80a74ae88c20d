/** A need and a resource brought together by a person, and what is proposed on the way (RES-5, RES-9). */
import { defineCollection, type Document } from '@zhaoshang/kernel';
import type { MatchState, PairingState } from './states.ts';

/** One part of a score as it stood when the match was made; the points of all parts add up to the score. */
export interface ScorePoints {
  readonly name: string;
  readonly points: number;
  readonly weight: number;
}

export interface Match extends Document {
  readonly needId: string;
  readonly resourceId: string;
  readonly uscc: string;
  readonly steward: string;
  readonly state: MatchState;
  /** In the resource's unit. */
  readonly quantity: number;
  readonly score: number;
  readonly of: number;
  readonly parts: readonly ScorePoints[];
  /** Hard conditions that were not met or not known when a person decided all the same, with the written reason. */
  readonly against: { readonly constraints: readonly string[]; readonly reason: string } | null;
  /** What the enterprise reads. */
  readonly message: string;
  readonly bundleId: string | null;
  readonly by: string;
  readonly byName: string;
  /** `~` once nothing runs out any more. */
  readonly holdExpiresAt: string;
  readonly stateReason: string | null;
  /** RES-10: the free trial that began with it. */
  readonly trial: { readonly from: string; readonly to: string } | null;
  /** `~` or the day from which the end of the trial is told. */
  readonly trialRemindOn: string;
  /** `needId|resourceId` while it takes capacity: the same pair is not made twice. */
  readonly activeKey: string | null;
  readonly createdAt: string;
}
export const matches = defineCollection<Match>({
  name: 'nm_match',
  fields: {
    needId: 'string',
    resourceId: 'string',
    uscc: 'string',
    steward: 'string',
    state: 'string',
    holdExpiresAt: 'string',
    trialRemindOn: 'string',
    activeKey: 'string',
    createdAt: 'string',
  },
  indexes: {
    byNeed: ['needId', 'createdAt'],
    byResource: ['resourceId', 'createdAt'],
    byEnterprise: ['uscc', 'createdAt'],
    bySteward: ['steward', 'state', 'createdAt'],
    byHoldExpiry: ['holdExpiresAt'],
    byTrialReminder: ['trialRemindOn'],
  },
  unique: { active: ['activeKey'] },
  personal: ['message'],
});

/** 资源打包 (RES-1): everything one project gets, held together. */
export interface Bundle extends Document {
  readonly uscc: string;
  readonly projectId: string | null;
  readonly title: string;
  readonly matchIds: readonly string[];
  readonly by: string;
  readonly state: 'open' | 'released';
  readonly createdAt: string;
}
export const bundles = defineCollection<Bundle>({
  name: 'nm_bundle',
  fields: { uscc: 'string', createdAt: 'string' },
  indexes: { byEnterprise: ['uscc', 'createdAt'], byTime: ['createdAt'] },
});

/** A lock or a ban of the specialist for the whole-zone plan; against a hard condition only with a reason. */
export interface PairRule extends Document {
  readonly needId: string;
  readonly resourceId: string;
  readonly kind: 'lock' | 'ban';
  readonly reason: string;
  readonly by: string;
  readonly createdAt: string;
}
/** Id: `needId|resourceId`. */
export const pairRules = defineCollection<PairRule>({
  name: 'nm_pair_rule',
  fields: { createdAt: 'string' },
  indexes: { byTime: ['createdAt'] },
});

/** 企业间对接 (RES-5): neither hears who the other is before both agreed. */
export interface Pairing extends Document {
  readonly needId: string;
  readonly askingUscc: string;
  readonly peerUscc: string;
  /** What either side is told before it agrees: no names. */
  readonly aboutAsking: string;
  readonly aboutPeer: string;
  readonly state: PairingState;
  readonly askingConsentAt: string | null;
  readonly peerConsentAt: string | null;
  readonly consentVersion: string | null;
  readonly by: string;
  readonly activeKey: string | null;
  readonly createdAt: string;
}
export const pairings = defineCollection<Pairing>({
  name: 'nm_pairing',
  fields: { askingUscc: 'string', peerUscc: 'string', state: 'string', activeKey: 'string', createdAt: 'string' },
  indexes: { byAsking: ['askingUscc', 'createdAt'], byPeer: ['peerUscc', 'createdAt'], byTime: ['createdAt'] },
  unique: { active: ['activeKey'] },
});
