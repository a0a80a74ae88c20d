/** The shared record, policies, benefits, peers and forecasts of an enterprise (INFO-5, INFO-7, INFO-13, RES-5, OUT-2). */
import { command, query } from '@zhaoshang/kernel';
import { identifier, pageInput, pageOf, text, z } from '@zhaoshang/kernel/schema.ts';
import { enterpriseFields } from '../model/enterprises.ts';
import { ticketStates } from '../model/states.ts';
import * as view from '../views.ts';
import { anyone, desk, enterprise, everybody, reason, staff, uscc, workers } from './terms.ts';

const words = (longest: number): z.ZodMiniOptional<z.ZodMiniArray<z.ZodMiniString>> =>
  z.optional(z.array(text(longest, 1)).check(z.maxLength(20)));
const figure = z.optional(z.number().check(z.minimum(0)));

export const enterpriseOperations = {
  profile: query({
    summary: 'The shared record with source and date of every value: what forms are filled from.',
    requirements: ['INFO-4', 'INFO-13'],
    roles: ['enterprise', ...workers],
    input: z.object({ uscc: z.optional(uscc) }),
    output: view.profileView,
    errors: ['no-such-enterprise'],
  }),
  enterprises: query({
    summary: 'Enterprises by name, to choose from.',
    requirements: ['INFO-4'],
    roles: workers,
    input: z.object({ search: z.optional(text(40)), ...pageInput }),
    output: pageOf(z.object({ uscc: z.string(), name: z.string(), shortName: z.string() })),
  }),
  correctProfile: command({
    summary:
      'Says that a value of the record is wrong: a ticket goes to whoever answers for it; nothing is overwritten.',
    requirements: ['INFO-1', 'INFO-13'],
    roles: enterprise,
    input: z.object({
      field: z.enum(enterpriseFields),
      value: z.union([text(200, 1), z.number(), z.boolean(), z.array(text(40, 1)).check(z.maxLength(20))]),
      note: text(300),
    }),
    output: view.ticketView,
    errors: ['no-such-enterprise', 'already-open', 'value-unfit'],
    events: ['needs-matching.record-changed'],
  }),
  tickets: query({
    summary: 'Corrections that wait for whoever answers for the field; an enterprise sees its own.',
    requirements: ['INFO-1', 'INFO-13'],
    roles: everybody,
    input: z.object({ state: z.optional(z.enum(ticketStates)), ...pageInput }),
    output: pageOf(view.ticketView),
  }),
  settleTicket: command({
    summary: 'Accepts a correction, which then is the record, or rejects it with the reason.',
    requirements: ['INFO-1', 'INFO-13'],
    roles: ['department', 'centre'],
    versioned: true,
    input: z.object({ ticketId: identifier, accepted: z.boolean(), answer: reason }),
    output: view.ticketView,
    errors: ['wrong-state'],
    events: ['needs-matching.record-changed', 'needs-matching.notice-sent'],
  }),
  policyMatches: query({
    summary:
      'Every clause in force and reviewed: 符合, 不符合 or 待核实, question by question. Visitors state facts, nothing is stored.',
    requirements: ['INFO-5'],
    roles: anyone,
    input: z.object({
      /** Staff: whose record to ask. */
      uscc: z.optional(uscc),
      projectId: z.optional(identifier),
      policyId: z.optional(identifier),
      industryCode: z.optional(text(10)),
      scale: z.optional(text(10)),
      kind: z.optional(text(20)),
      tags: words(20),
      qualifications: words(40),
      employees: figure,
      foundedOn: z.optional(text(10)),
      townCode: z.optional(identifier),
      foreignInvested: z.optional(z.boolean()),
      rdRatioPct: figure,
      annualRevenueCny: figure,
      annualEnergyTce: figure,
    }),
    output: view.policyMatchesView,
    errors: ['no-such-enterprise', 'no-such-policy'],
  }),
  subscribePolicy: command({
    summary: 'Wants to be told when a policy or a clause fits, changes or is about to end.',
    requirements: ['INFO-5', 'COMM-5'],
    roles: enterprise,
    input: z.object({ topic: identifier }),
    output: z.object({ topic: z.string(), active: z.boolean() }),
    errors: ['no-such-policy'],
    events: ['needs-matching.subscription-changed'],
  }),
  unsubscribePolicy: command({
    summary: 'Ends a subscription.',
    requirements: ['INFO-5', 'COMM-5'],
    roles: enterprise,
    input: z.object({ topic: identifier }),
    output: z.object({ topic: z.string(), active: z.boolean() }),
    events: ['needs-matching.subscription-changed'],
  }),
  mySubscriptions: query({
    summary: 'What the asking enterprise subscribed to.',
    requirements: ['INFO-5'],
    roles: enterprise,
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ topic: z.string(), title: z.string(), createdAt: z.string() })) }),
  }),
  benefits: query({
    summary: 'What this zone offers you, on one page: policies, land, chain, services.',
    requirements: ['INFO-7'],
    roles: ['enterprise', ...workers],
    input: z.object({ uscc: z.optional(uscc), projectId: z.optional(identifier) }),
    output: view.benefitsView,
    errors: ['no-such-enterprise'],
  }),
  setForecastOptOut: command({
    summary: 'No forecasts about the asking enterprise, and none learnt from it; takes effect at once.',
    requirements: ['OUT-2'],
    roles: enterprise,
    input: z.object({ optedOut: z.boolean() }),
    output: z.object({ optedOut: z.boolean() }),
    errors: ['no-such-enterprise'],
    events: ['needs-matching.record-changed'],
  }),
  forecast: query({
    summary: 'Likely next needs of an enterprise with because, for a specialist to think about; never shown to others.',
    requirements: ['OUT-2', 'OUT-7'],
    roles: desk,
    input: z.object({ uscc }),
    output: view.forecastView,
    errors: ['no-such-enterprise'],
  }),
  peerCandidates: query({
    summary: 'Enterprises that might supply a need, for the specialist (上下游).',
    requirements: ['RES-5'],
    roles: desk,
    input: z.object({ needId: identifier }),
    output: z.object({
      items: z.array(
        z.object({
          uscc: z.string(),
          name: z.string(),
          industryCode: z.nullable(z.string()),
          because: z.array(z.string()),
        }),
      ),
    }),
    errors: ['peer-unfit'],
  }),
  askPeers: command({
    summary: 'Asks both enterprises whether they want to meet; neither hears who the other is before both agreed.',
    requirements: ['RES-5'],
    roles: desk,
    input: z.object({
      needId: identifier,
      peerUscc: uscc,
      /** Told to either side without names. */
      aboutAsking: text(200, 1),
      aboutPeer: text(200, 1),
    }),
    output: view.pairingView,
    errors: ['no-such-enterprise', 'peer-unfit', 'already-open', 'not-responsible'],
    events: ['needs-matching.pairing-asked', 'needs-matching.notice-sent'],
  }),
  pairings: query({
    summary: 'Pairings of the asking enterprise; for the desk all of them.',
    requirements: ['RES-5'],
    roles: ['enterprise', ...desk],
    input: z.object(pageInput),
    output: pageOf(view.pairingView),
  }),
  answerPairing: command({
    summary: 'Agrees to meet the other side, or not.',
    requirements: ['RES-5'],
    roles: enterprise,
    versioned: true,
    input: z.object({ pairingId: identifier, agreed: z.boolean(), consentVersion: text(40, 1) }),
    output: view.pairingView,
    errors: ['wrong-state', 'consent-outdated'],
    events: ['needs-matching.pairing-changed', 'needs-matching.notice-sent'],
  }),
  recordOutcome: command({
    summary: 'Records what a met need brought, economically or ecologically, with its evidence.',
    requirements: ['RES-7', 'RES-13'],
    roles: workers,
    input: z.object({
      needId: identifier,
      kind: z.enum(['economic', 'ecological']),
      metric: text(40, 1),
      unit: text(20, 1),
      baseline: z.number(),
      after: z.number(),
      period: text(40, 1),
      evidence: text(120, 1),
    }),
    output: view.outcomeView,
    errors: ['wrong-state'],
    events: ['needs-matching.outcome-recorded'],
  }),
  outcomes: query({
    summary: 'What met needs brought, newest first: ecological and economic side by side.',
    requirements: ['RES-7', 'RES-13', 'GEN-2'],
    roles: staff,
    input: z.object({ needId: z.optional(identifier), ...pageInput }),
    output: pageOf(view.outcomeView),
  }),
} as const;
