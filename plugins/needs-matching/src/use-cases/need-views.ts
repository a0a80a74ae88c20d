/** Needs and matches as they are shown: one function per view, so that a field leaves the backend in one place only. */
import { hasRole } from '@zhaoshang/kernel';
import type { z } from '@zhaoshang/kernel/schema.ts';
import { matches, type Match } from '../model/matches.ts';
import type { Need, Notice, Outcome } from '../model/needs.ts';
import { resources, type Resource } from '../model/resources.ts';
import { editableStates, matchTransitions, needTransitions } from '../model/states.ts';
import { isResponsible, specialistOf, visibilityOf } from '../rules/visibility.ts';
import type * as view from '../views.ts';
import { may } from './lifecycle.ts';
import { keeps, never, today, type MatchingContext } from './matching-context.ts';

type View<Schema extends z.ZodMiniType> = z.input<Schema>;
export type NeedView = View<typeof view.needView>;
export type MatchView = View<typeof view.matchView>;

/** The need with its matches, as the caller may see it; `not-found` where there is nothing to see. */
export async function needViewFor(context: MatchingContext, need: Need): Promise<NeedView> {
  const visibility = visibilityOf(context.config, context.session, need);
  if (visibility === 'none') return context.fail('not-found');
  if (visibility === 'masked') return needViewOf(context, need, [], 'masked');
  const found = await context.tx.find(matches, { index: 'byNeed', equals: [need.id] });
  const views: MatchView[] = [];
  for (const match of found)
    views.push(matchViewOf(context, match, need, await context.tx.get(resources, match.resourceId)));
  return needViewOf(context, need, views, 'full');
}

/** Views of a list; one search per need that has offers. */
export async function needViewsFor(context: MatchingContext, list: readonly Need[]): Promise<NeedView[]> {
  const views: NeedView[] = [];
  for (const need of list)
    views.push(need.offers > 0 ? await needViewFor(context, need) : needViewWithoutMatches(context, need));
  return views;
}

function needViewWithoutMatches(context: MatchingContext, need: Need): NeedView {
  const visibility = visibilityOf(context.config, context.session, need);
  return visibility === 'none' ? context.fail('not-found') : needViewOf(context, need, [], visibility);
}

export function needViewOf(
  context: MatchingContext,
  need: Need,
  matchViews: MatchView[],
  visibility: 'full' | 'masked',
): NeedView {
  const { config, session } = context;
  const masked = visibility === 'masked';
  const owner = hasRole(session, ['enterprise']) && session?.enterprise?.uscc === need.uscc;
  const responsible = isResponsible(config, session, need);
  const specialist = config.specialists.find(({ id }) => id === need.specialistId);
  const step = (act: Parameters<typeof may<Need['state'], (typeof needTransitions)[number]['act']>>[3]): boolean =>
    may(context, needTransitions, need.state, act);
  return {
    id: need.id,
    version: need.version,
    number: need.number,
    uscc: masked ? '' : need.uscc,
    enterpriseName: masked ? '' : need.enterpriseName,
    projectId: masked ? null : need.projectId,
    category: need.category,
    text: masked ? '' : need.text,
    quantity: need.quantity,
    unit: need.unit,
    deadline: need.deadline,
    urgency: need.urgency,
    townCode: masked ? null : need.townCode,
    tags: [...need.tags],
    subjects: masked ? [] : [...need.subjects],
    features: masked ? [] : [...need.features],
    specs: masked ? [] : need.specs.map((spec) => ({ ...spec })),
    confidentiality: need.confidentiality,
    personal: masked ? null : personalOf(need),
    consentVersion: masked ? null : (need.consent?.version ?? null),
    attachments: masked ? [] : (need.attachments ?? []).map((paper) => ({ ...paper })),
    channel: need.channel,
    state: need.state,
    specialist: specialist === undefined ? null : { id: specialist.id, name: specialist.name },
    unmet: need.unmet === null ? null : { ...need.unmet, note: masked ? '' : need.unmet.note },
    fulfilment: masked ? null : need.fulfilment,
    rating: masked || need.rating === null ? null : { ...need.rating, tags: [...need.rating.tags] },
    matches: matchViews,
    stale: need.staleAskedOn !== null || (need.staleOn !== never && need.staleOn <= today(context)),
    staleAskedOn: need.staleAskedOn,
    masked,
    submittedAt: need.submittedAt,
    stateSince: need.stateSince,
    createdAt: need.createdAt,
    may: {
      edit: (owner || responsible) && editableStates.includes(need.state),
      submit: owner && step('submit'),
      withdraw: owner && step('withdraw'),
      confirm: owner && step('confirm'),
      rate: owner && need.state === 'confirmed' && need.rating === null,
      supplement: owner && need.rating !== null && need.rating.supplement === null,
      assign:
        step('assign') || (mayReassign(need) && hasRole(session, ['centre'])) || (mayReassign(need) && responsible),
      start: responsible && step('start'),
      offer: responsible && (step('offer') || step('offer-another')),
      fulfil: (responsible || referred(context, need)) && step('fulfil'),
      leaveUnmet: responsible && step('leave-unmet'),
      reopen: responsible && step('reopen'),
    },
  };
}

export const mayReassign = ({ state }: Need): boolean =>
  ['submitted', 'assigned', 'matching', 'offered', 'accepted', 'unmet'].includes(state);

const referred = ({ session }: MatchingContext, need: Need): boolean =>
  session?.department !== undefined && need.referredTo.includes(session.department);

const personalOf = ({ personal }: Need): NeedView['personal'] =>
  personal === null || personal.kind === 'medical'
    ? personal
    : { kind: 'school', places: personal.places.map((place) => ({ ...place })) };

/** `resource` may be gone from nobody's list but is always shown with a match that was made with it. */
export function matchViewOf(
  context: MatchingContext,
  match: Match,
  need: Need,
  resource: Resource | undefined,
): MatchView {
  const { config, session } = context;
  const owner = session?.enterprise?.uscc === match.uscc && hasRole(session, ['enterprise']);
  const responsible = isResponsible(config, session, need);
  const step = (act: (typeof matchTransitions)[number]['act']): boolean =>
    may(context, matchTransitions, match.state, act);
  return {
    id: match.id,
    version: match.version,
    needId: match.needId,
    resourceId: match.resourceId,
    resourceTitle: resource?.title ?? match.resourceId,
    resourceType: resource?.type ?? need.category,
    provider: resource?.provider ?? '',
    state: match.state,
    quantity: match.quantity,
    unit: resource?.unit ?? '',
    score: match.score,
    of: match.of,
    parts: match.parts.map((part) => ({ ...part })),
    against:
      owner || match.against === null
        ? null
        : { constraints: [...match.against.constraints], reason: match.against.reason },
    message: match.message,
    bundleId: match.bundleId,
    holdExpiresAt: match.holdExpiresAt === never ? null : match.holdExpiresAt,
    stateReason: match.stateReason,
    trial: match.trial === null ? null : { ...match.trial },
    may: {
      accept: owner && step('accept'),
      decline: owner && step('decline'),
      release: responsible && step('release'),
      fulfil: (responsible || keeps(context, match.steward)) && step('fulfil'),
    },
    createdAt: match.createdAt,
  };
}

export const noticeViewOf = ({ locale }: MatchingContext, notice: Notice): View<typeof view.noticeView> => ({
  id: notice.id,
  kind: notice.kind,
  needId: notice.needId,
  reference: notice.reference,
  text: locale === 'zh-CN' ? notice.text : notice.textEn,
  createdAt: notice.createdAt,
  readAt: notice.readAt,
});

/** The change in hundredths of a percent; without a baseline there is nothing to compare with (无法计算). */
export const outcomeViewOf = (outcome: Outcome): View<typeof view.outcomeView> => ({
  id: outcome.id,
  needId: outcome.needId,
  kind: outcome.kind,
  metric: outcome.metric,
  unit: outcome.unit,
  baseline: outcome.baseline,
  after: outcome.after,
  changeBp:
    outcome.baseline === 0
      ? null
      : Math.round(((outcome.after - outcome.baseline) / Math.abs(outcome.baseline)) * 10_000),
  period: outcome.period,
  evidence: outcome.evidence,
  createdAt: outcome.createdAt,
});

/** The specialist the caller is, for lists of "mine". */
export const ownSpecialistId = ({ config, session }: MatchingContext): string | undefined =>
  specialistOf(config, session)?.id;
