/** Looking at needs (RES-8): an enterprise at its own, staff at what they may see. */
import type { AuditEntry, Find } from '@zhaoshang/kernel';
import { pageOfFind } from '@zhaoshang/kernel/paging.ts';
import { matches } from '../model/matches.ts';
import { needs, notices, type Need } from '../model/needs.ts';
import { resources } from '../model/resources.ts';
import { openStates, seekingStates } from '../model/states.ts';
import { toThousandths, fromThousandths, sameUnit } from '../rules/quantities.ts';
import { visibilityOf } from '../rules/visibility.ts';
import {
  askingEnterprise,
  nowText,
  supervises,
  today,
  type MatchingContext,
  type MatchingInput,
  type MatchingResult,
  type MatchingUseCase,
} from './matching-context.ts';
import { matchViewOf, needViewFor, needViewsFor, noticeViewOf, ownSpecialistId } from './need-views.ts';
import { needOf, readableNeed } from './own-records.ts';
import { zoneMatchers } from './zone-matchers.ts';

export const myNeeds: MatchingUseCase<'myNeeds'> = {
  execute: async (page, context) => {
    const find = { index: 'byEnterprise', equals: [askingEnterprise(context).uscc], descending: true };
    const { documents, nextCursor } = await pageOfFind(context, needs, find, page);
    return { items: await needViewsFor(context, documents), nextCursor };
  },
};

export const needById: MatchingUseCase<'need'> = {
  execute: async ({ needId }, context) => needViewFor(context, await readableNeed(context, needId)),
};

export const needsForStaff: MatchingUseCase<'needs'> = {
  execute: async (input, context) => {
    const mine = input.mine === true ? ownSpecialistId(context) : undefined;
    if (input.mine === true && mine === undefined) return { items: [], nextCursor: null };
    const specialistId = mine ?? input.specialistId;
    const { documents, nextCursor } = await pageOfFind(context, needs, findFor(input, specialistId), input, (need) =>
      fits(context, need, input, specialistId),
    );
    return { items: await needViewsFor(context, documents), nextCursor };
  },
};

/** The narrowest index there is for the filters. */
function findFor({ state, category }: MatchingInput<'needs'>, specialistId: string | undefined): Find {
  if (specialistId !== undefined)
    return { index: 'bySpecialist', equals: state === undefined ? [specialistId] : [specialistId, state] };
  if (state !== undefined) return { index: 'byState', equals: [state] };
  if (category !== undefined) return { index: 'byCategory', equals: [category], descending: true };
  return { index: 'byTime', equals: [], descending: true };
}

function fits(
  context: MatchingContext,
  need: Need,
  filters: MatchingInput<'needs'>,
  specialistId: string | undefined,
): boolean {
  if (visibilityOf(context.config, context.session, need) === 'none') return false;
  return (
    (filters.state === undefined || need.state === filters.state) &&
    (filters.category === undefined || need.category === filters.category) &&
    (specialistId === undefined || need.specialistId === specialistId) &&
    (filters.urgency === undefined || need.urgency === filters.urgency) &&
    (filters.dueBy === undefined || need.deadline <= filters.dueBy) &&
    (filters.stale === undefined || filters.stale === (need.staleAskedOn !== null || need.staleOn <= today(context)))
  );
}

export const needHistory: MatchingUseCase<'needHistory'> = {
  execute: async ({ needId }, context) => {
    const need = await readableNeed(context, needId);
    if (visibilityOf(context.config, context.session, need) !== 'full') return context.fail('forbidden');
    const rows: AuditEntry[] = [...(await context.history(needs, needId))];
    for (const { id } of await context.tx.find(matches, { index: 'byNeed', equals: [needId] }))
      rows.push(...(await context.history(matches, id)));
    return {
      items: rows
        .sort((one, other) =>
          one.at < other.at ? -1 : one.at > other.at ? 1 : one.recordVersion - other.recordVersion,
        )
        .map((row) => ({
          at: row.at,
          actorName: row.actorName,
          action: row.action,
          reason: row.reason,
          record: `${row.collection}/${row.record}`,
          recordVersion: row.recordVersion,
          afterHash: row.afterHash,
        })),
    };
  },
};

export const myNotices: MatchingUseCase<'myNotices'> = {
  execute: async (page, context) => {
    const find = { index: 'byEnterprise', equals: [askingEnterprise(context).uscc], descending: true };
    const { documents, nextCursor } = await pageOfFind(context, notices, find, page);
    return { items: documents.map((notice) => noticeViewOf(context, notice)), nextCursor };
  },
};

export const markNoticesRead: MatchingUseCase<'markNoticesRead'> = {
  execute: async ({ noticeIds }, context) => {
    const { uscc } = askingEnterprise(context);
    let read = 0;
    for (const id of [...new Set(noticeIds)].sort()) {
      const notice = await context.tx.get(notices, id);
      if (notice?.uscc !== uscc) return context.fail('not-found');
      if (notice.readAt !== null) continue;
      context.tx.update(notices, { ...notice, readAt: nowText(context) });
      read += 1;
    }
    return { read };
  },
};

export const matchesOfDepartment: MatchingUseCase<'matchesOfDepartment'> = {
  execute: async ({ department, state, ...page }, context) => {
    const own = context.session?.department;
    const wanted = department ?? own ?? context.fail('forbidden');
    if (wanted !== own && !supervises(context)) return context.fail('forbidden');
    const find = { index: 'bySteward', equals: state === undefined ? [wanted] : [wanted, state], descending: true };
    const { documents, nextCursor } = await pageOfFind(context, matches, find, page);
    const items: MatchingResult<'matchesOfDepartment'>['items'] = [];
    for (const match of documents) {
      const need = await needOf(context, match);
      const visibility = visibilityOf(context.config, context.session, need);
      if (visibility === 'none') continue;
      const view = matchViewOf(context, match, need, await context.tx.get(resources, match.resourceId));
      // Whoever may not see the need may not see what was written to its enterprise either.
      items.push({
        match: visibility === 'full' ? view : { ...view, message: '', against: null, stateReason: null },
        need: { ...(await needViewFor(context, need)), matches: [] },
      });
    }
    return { items, nextCursor };
  },
};

/** Demand nobody serves yet, by category; examples only of what everybody may read. */
export const unservedDemand: MatchingUseCase<'unservedDemand'> = {
  execute: async ({ department, until }, context) => {
    const { config, session, tx } = context;
    const wanted = department ?? session?.department;
    if (wanted !== session?.department && !supervises(context)) return context.fail('forbidden');
    const waiting: Need[] = [];
    for (const state of seekingStates)
      waiting.push(...(await tx.find(needs, { index: 'byState', equals: [state], limit: 2_000 })));
    const zone = await zoneMatchers(context);
    const items: MatchingResult<'unservedDemand'>['items'] = [];
    for (const { code } of config.categories) {
      const shelves = zone.ofCategory(code).filter(({ resource }) => resource.state === 'open');
      const own =
        wanted === undefined || wanted === config.hub || shelves.some(({ resource }) => resource.steward === wanted);
      const here = waiting.filter(
        (need) =>
          need.category === code && openStates.includes(need.state) && (until === undefined || need.deadline <= until),
      );
      if (!own || here.length === 0) continue;
      const sums = new Map<string, number>();
      for (const need of here)
        if (need.quantity !== null) {
          const unit = sameUnit(config, need.unit);
          sums.set(unit, (sums.get(unit) ?? 0) + toThousandths(need.quantity));
        }
      items.push({
        category: code,
        needs: here.length,
        unmet: here.filter(({ state }) => state === 'unmet').length,
        quantities: [...sums].map(([unit, asked]) => ({
          unit,
          asked: fromThousandths(asked),
          available: fromThousandths(
            shelves
              .filter(({ resource }) => sameUnit(config, resource.unit) === unit)
              .reduce((sum, { available }) => sum + toThousandths(available), 0),
          ),
        })),
        examples: here
          .filter((need) => need.confidentiality === 'public' || need.confidentiality === 'internal')
          .slice(0, 5)
          .map(({ id, number, text, deadline, unmet }) => ({
            needId: id,
            number,
            text,
            deadline,
            reason: config.unmetReasons.find((one) => one.id === unmet?.reason)?.name ?? '',
          })),
      });
    }
    return { items, asOf: nowText(context) };
  },
};
