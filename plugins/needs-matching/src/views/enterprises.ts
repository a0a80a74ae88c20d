import { isoDate, isoInstant, z } from '@zhaoshang/kernel/schema.ts';
import { enterpriseFields } from '../model/enterprises.ts';
import { pairingStates, ticketStates } from '../model/states.ts';
import { needView } from './needs.ts';
import { policyMatchView } from './policies.ts';
import { resourceView } from './resources.ts';

/** One value of the shared record with where it comes from (INFO-13). */
export const profileFieldView = z.object({
  field: z.enum(enterpriseFields),
  label: z.string(),
  /** As text; `null`: not known. */
  value: z.nullable(z.string()),
  source: z.nullable(z.string()),
  department: z.nullable(z.string()),
  asOf: z.nullable(isoDate),
  disputed: z.boolean(),
});

export const profileView = z.object({
  uscc: z.string(),
  version: z.number(),
  name: z.string(),
  fields: z.array(profileFieldView),
  qualifications: z.array(
    z.object({
      type: z.string(),
      from: isoDate,
      to: z.nullable(isoDate),
      valid: z.boolean(),
      daysLeft: z.nullable(z.number()),
    }),
  ),
  projects: z.array(z.object({ id: z.string(), title: z.string(), stage: z.nullable(z.string()) })),
  forecastOptOut: z.boolean(),
  updatedAt: isoInstant,
});

export const ticketView = z.object({
  id: z.string(),
  version: z.number(),
  uscc: z.string(),
  enterpriseName: z.string(),
  field: z.enum(enterpriseFields),
  label: z.string(),
  recorded: z.string(),
  claimed: z.string(),
  note: z.string(),
  department: z.string(),
  state: z.enum(ticketStates),
  answer: z.nullable(z.string()),
  createdAt: isoInstant,
  may: z.object({ settle: z.boolean() }),
});

/** An enterprise-to-enterprise pairing; `peerName` is empty until both agreed. */
export const pairingView = z.object({
  id: z.string(),
  version: z.number(),
  needId: z.string(),
  side: z.enum(['asking', 'peer', 'staff']),
  about: z.string(),
  state: z.enum(pairingStates),
  ownConsentAt: z.nullable(isoInstant),
  otherConsented: z.boolean(),
  peerName: z.string(),
  peerUscc: z.string(),
  createdAt: isoInstant,
  may: z.object({ answer: z.boolean() }),
});

/** 「在崇明能得到什么」 on one page (INFO-7). */
export const benefitsView = z.object({
  enterpriseName: z.string(),
  uscc: z.string(),
  policies: z.array(policyMatchView),
  toVerify: z.array(policyMatchView),
  land: z.array(resourceView),
  services: z.array(resourceView),
  /** 产业链: enterprises of the same tags by trade, as numbers only (INFO-6). */
  chain: z.array(z.object({ industryClass: z.string(), tag: z.string(), enterprises: z.number() })),
  needs: z.array(needView),
  asOf: isoInstant,
});

/** Likely next needs, for the responsible specialist only (OUT-2). */
export const forecastView = z.object({
  uscc: z.string(),
  optedOut: z.boolean(),
  predictions: z.array(
    z.object({
      category: z.string(),
      score: z.number(),
      method: z.enum(['history', 'popularity']),
      because: z.array(z.string()),
    }),
  ),
});
