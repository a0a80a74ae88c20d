/** Policies for an enterprise (INFO-5): three-valued, question by question. What is not in force or not reviewed is shown to nobody. */
import { hasRole } from '@zhaoshang/kernel';
import type { ConditionNode, Verdict } from '@zhaoshang/rules';
import { policies } from '../engine/index.ts';
import type { PolicyClause, PolicyResult } from '../engine/types.ts';
import type { NeedsMatchingConfig } from '../model/config.ts';
import type { ClauseConfig } from '../model/config-policies.ts';
import {
  projects,
  subscriptions,
  type EnterpriseFacts,
  type EnterpriseRecord,
  type ProjectRecord,
} from '../model/enterprises.ts';
import { factLabel, factWords, leavesOf, valueOf } from '../rules/condition-words.ts';
import { conditionTree, factsOf } from '../rules/conditions.ts';
import {
  askingEnterprise,
  nowText,
  today,
  type MatchingContext,
  type MatchingInput,
  type MatchingResult,
  type MatchingUseCase,
} from './matching-context.ts';
import { recordFor } from './profiles.ts';

export type PolicyView = MatchingResult<'policyMatches'>['items'][number];
type Document = NeedsMatchingConfig['policies']['documents'][number];

interface KnownClause {
  readonly document: Document;
  readonly clause: ClauseConfig;
  readonly asked: PolicyClause;
}

/** Clauses as the engine reads them, one object each per settings: it compiles every object once. */
const known = new WeakMap<NeedsMatchingConfig, readonly KnownClause[]>();

export function clausesOf(config: NeedsMatchingConfig): readonly KnownClause[] {
  let clauses = known.get(config);
  if (clauses === undefined) {
    clauses = config.policies.documents.flatMap((document) =>
      document.clauses.map((clause) => ({
        document,
        clause,
        asked: {
          id: clause.id,
          title: clause.title,
          conditions: conditionTree(clause.conditions) ?? { all: [] },
          amount: {
            formula: clause.amount.formula,
            formulaText: clause.amount.formulaText,
            capCny: clause.amount.capCny,
          },
          dept: clause.department,
          effectiveFrom: clause.effectiveFrom,
          effectiveTo: clause.effectiveTo,
          applyWindow: clause.applyWindow,
          fairCompetitionReview: { status: clause.review.reviewed ? '已审查' : '未审查', docNo: clause.review.docNo },
        },
      })),
    );
    known.set(config, clauses);
  }
  return clauses;
}

export interface JudgedClause {
  readonly document: Document;
  readonly clause: ClauseConfig;
  readonly result: PolicyResult;
}

/** Clauses in force and reviewed, judged for these facts today; others are as if they did not exist. */
export function judgedPolicies(
  context: MatchingContext,
  enterprise: EnterpriseFacts | undefined,
  project: ProjectRecord | undefined,
): JudgedClause[] {
  const clauses = clausesOf(context.config);
  const on = today(context);
  const facts = { ...factsOf({ enterprise, project }, on), input: {} };
  return policies(
    facts,
    clauses.map(({ asked }) => asked),
    on,
  ).flatMap((result, index) => {
    const { document, clause } = clauses[index] as KnownClause;
    const shown = result.availability === 'open' || result.availability === 'not-applying';
    return shown ? [{ document, clause, result }] : [];
  });
}

export const policyMatches: MatchingUseCase<'policyMatches'> = {
  execute: async ({ uscc, projectId, policyId, ...stated }, context) => {
    if (policyId !== undefined && !context.config.policies.documents.some(({ id }) => id === policyId))
      return context.fail('no-such-policy');
    const asking = await askedAbout(context, uscc, stated);
    const project = await projectFor(context, asking.record?.id, projectId);
    const told = await subscribedTopics(context);
    const items = judgedPolicies(context, asking.facts, project)
      .filter(({ document }) => policyId === undefined || document.id === policyId)
      .map((judged) => policyViewOf(context, judged, told))
      .sort(byVerdict);
    const count = (verdict: PolicyView['verdict']): number => items.filter((item) => item.verdict === verdict).length;
    return {
      items,
      counts: { yes: count('yes'), no: count('no'), unknown: count('unknown') },
      version: context.config.policies.version,
      asOf: nowText(context),
    };
  },
};

const order = { yes: 0, unknown: 1, no: 2 } as const;

/** What fits first, then what must be verified; the nearest deadline first. */
function byVerdict(one: PolicyView, other: PolicyView): number {
  return (
    order[one.verdict] - order[other.verdict] ||
    Number(other.applying) - Number(one.applying) ||
    ((one.deadline ?? '~') < (other.deadline ?? '~') ? -1 : (one.deadline ?? '~') > (other.deadline ?? '~') ? 1 : 0) ||
    (one.clauseId < other.clauseId ? -1 : 1)
  );
}

/** An enterprise asks about itself, staff about a record, a visitor about what it states. */
async function askedAbout(
  context: MatchingContext,
  uscc: string | undefined,
  stated: Omit<MatchingInput<'policyMatches'>, 'uscc' | 'projectId' | 'policyId'>,
): Promise<{ readonly record?: EnterpriseRecord; readonly facts: EnterpriseFacts }> {
  const { session } = context;
  const knows = hasRole(session, ['enterprise']) || hasRole(session, ['specialist', 'department', 'centre']);
  if (knows && (uscc !== undefined || hasRole(session, ['enterprise']))) {
    const record = await recordFor(context, uscc);
    return { record, facts: record.facts };
  }
  if (uscc !== undefined) return context.fail('forbidden');
  const on = today(context);
  return {
    facts: {
      kind: stated.kind ?? null,
      foreignInvested: stated.foreignInvested ?? null,
      industryCode: stated.industryCode ?? null,
      scale: stated.scale ?? null,
      employees: stated.employees ?? null,
      foundedOn: stated.foundedOn ?? null,
      townCode: stated.townCode ?? null,
      tags: stated.tags ?? null,
      qualifications: stated.qualifications?.map((type) => ({ type, from: on, to: null })) ?? null,
      annualRevenueCny: stated.annualRevenueCny ?? null,
      rdRatioPct: stated.rdRatioPct ?? null,
      annualEnergyTce: stated.annualEnergyTce ?? null,
      organicCertifiedMu: null,
      ecoScore: null,
      credit: null,
    },
  };
}

/** The project that is named, or the newest one of the enterprise; nobody else's. */
export async function projectFor(
  context: MatchingContext,
  uscc: string | undefined,
  projectId: string | undefined,
): Promise<ProjectRecord | undefined> {
  if (uscc === undefined) return undefined;
  if (projectId !== undefined) {
    const project = await context.tx.get(projects, projectId);
    return project?.uscc === uscc ? project : undefined;
  }
  const [newest] = await context.tx.find(projects, {
    index: 'byEnterprise',
    equals: [uscc],
    descending: true,
    limit: 1,
  });
  return newest;
}

export async function subscribedTopics(context: MatchingContext): Promise<ReadonlySet<string>> {
  const uscc = hasRole(context.session, ['enterprise']) ? context.session?.enterprise?.uscc : undefined;
  if (uscc === undefined) return new Set();
  const own = await context.tx.find(subscriptions, { index: 'byEnterprise', equals: [uscc] });
  return new Set(own.map(({ topic }) => topic));
}

const verdictOf = (verdict: Verdict): PolicyView['verdict'] =>
  verdict === 'true' ? 'yes' : verdict === 'false' ? 'no' : 'unknown';

export function policyViewOf(
  context: MatchingContext,
  { document, clause, result }: JudgedClause,
  subscribed: ReadonlySet<string>,
): PolicyView {
  const { config, locale } = context;
  const groups = result.tree === null ? [] : groupsOf(result.tree);
  return {
    clauseId: clause.id,
    policyId: document.id,
    policyTitle: document.title,
    docNo: document.docNo,
    no: clause.no,
    title: clause.title,
    verdict: verdictOf(result.verdict),
    groups: clause.conditions.map(({ any }, index) => {
      const node = groups[index];
      const leaves = node === undefined ? [] : leavesOf(node);
      return {
        verdict: verdictOf(node?.verdict ?? 'unknown'),
        any: any.map(({ field, op, value }, at) => ({
          field,
          label: factLabel(config, field, locale),
          op,
          required: factWords(valueOf(config, field, value, locale), locale) ?? '',
          actual: factWords(valueOf(config, field, leaves[at]?.actual, locale), locale),
          verdict: verdictOf(leaves[at]?.verdict ?? 'unknown'),
        })),
      };
    }),
    missing: result.missing.map((field) => ({ field, label: factLabel(config, field, locale) })),
    benefit: clause.benefit,
    amountText: clause.amount.formulaText,
    amountCny: clause.amount.noCash ? null : (result.amount?.cny ?? null),
    capCny: clause.amount.capCny,
    noCash: clause.amount.noCash,
    department: clause.department,
    effectiveFrom: clause.effectiveFrom,
    effectiveTo: clause.effectiveTo,
    deadline: result.deadline,
    applying: result.availability === 'open',
    reviewDocNo: result.reviewDocNo,
    materials: clause.materials,
    subscribed: subscribed.has(document.id) || subscribed.has(clause.id),
  };
}

/** A tree of `all` has one child per group. */
const groupsOf = (tree: ConditionNode): readonly ConditionNode[] => ('children' in tree ? tree.children : [tree]);

const topicTitle = ({ policies: { documents } }: NeedsMatchingConfig, topic: string): string | undefined =>
  documents.find(({ id }) => id === topic)?.title ??
  documents.flatMap(({ clauses }) => clauses).find(({ id, review }) => id === topic && review.reviewed)?.title;

export const subscribePolicy: MatchingUseCase<'subscribePolicy'> = {
  execute: async ({ topic }, context) => {
    const { uscc } = askingEnterprise(context);
    if (topicTitle(context.config, topic) === undefined) context.fail('no-such-policy');
    const id = `${uscc}|${topic}`;
    if ((await context.tx.get(subscriptions, id)) === undefined) {
      context.tx.insert(subscriptions, { id, uscc, topic, told: [], createdAt: nowText(context) });
      context.emit('needs-matching.subscription-changed', { uscc, topic, active: true });
    }
    return { topic, active: true };
  },
};

export const unsubscribePolicy: MatchingUseCase<'unsubscribePolicy'> = {
  execute: async ({ topic }, context) => {
    const { uscc } = askingEnterprise(context);
    const there = await context.tx.get(subscriptions, `${uscc}|${topic}`);
    if (there !== undefined) {
      context.tx.remove(subscriptions, there);
      context.emit('needs-matching.subscription-changed', { uscc, topic, active: false });
    }
    return { topic, active: false };
  },
};

export const mySubscriptions: MatchingUseCase<'mySubscriptions'> = {
  execute: async (_input, context) => {
    const { uscc } = askingEnterprise(context);
    const own = await context.tx.find(subscriptions, { index: 'byEnterprise', equals: [uscc] });
    return {
      items: own.map(({ topic, createdAt }) => ({
        topic,
        title: topicTitle(context.config, topic) ?? topic,
        createdAt,
      })),
    };
  },
};
