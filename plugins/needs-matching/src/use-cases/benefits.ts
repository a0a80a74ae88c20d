/** 「在崇明能得到什么」 (INFO-7): policies, land, services and the chain of one enterprise on one page. */
import { enterprises } from '../model/enterprises.ts';
import { needs } from '../model/needs.ts';
import type { NeedAsked } from '../rules/engine-facts.ts';
import { needFacts } from '../rules/engine-facts.ts';
import { isReady } from '../rules/parcel.ts';
import { dayInDays, nowText, today, type MatchingResult, type MatchingUseCase } from './matching-context.ts';
import { needViewsFor } from './need-views.ts';
import { judgedPolicies, policyViewOf, projectFor, subscribedTopics } from './policy-matching.ts';
import { recordFor } from './profiles.ts';
import { resourceViewOf } from './resource-views.ts';
import { zoneMatchers } from './zone-matchers.ts';

const mostPerCategory = 3;
const mostNeeds = 20;
const mostEnterprises = 5_000;

export const benefits: MatchingUseCase<'benefits'> = {
  execute: async ({ uscc, projectId }, context) => {
    const { config, tx } = context;
    const enterprise = await recordFor(context, uscc);
    const project = await projectFor(context, enterprise.id, projectId);
    const told = await subscribedTopics(context);
    const judged = judgedPolicies(context, enterprise.facts, project).map((one) => policyViewOf(context, one, told));
    const own = await tx.find(needs, {
      index: 'byEnterprise',
      equals: [enterprise.id],
      descending: true,
      limit: mostNeeds,
    });
    const all = await tx.find(enterprises, { index: 'byName', equals: [], limit: mostEnterprises });
    const zone = await zoneMatchers(context);

    const fitting = (code: string): MatchingResult<'benefits'>['land'] => {
      const asked: NeedAsked = {
        id: 'benefits',
        category: code,
        text: '',
        quantity: null,
        unit: '',
        deadline: dayInDays(context, 365),
        townCode: enterprise.facts.townCode,
        tags: [],
        subjects: [],
        features: [],
        specs: [],
        consent: null,
      };
      const facts = needFacts(config, asked, { enterprise, project }, today(context));
      return zone
        .of(code)
        .rank(facts, { k: mostPerCategory, explain: false })
        .items.flatMap(({ id }) => {
          const shelf = zone.shelf(id);
          if (shelf === undefined || shelf.available <= 0) return [];
          if (shelf.resource.parcel !== null && !isReady(shelf.resource.parcel)) return [];
          return [resourceViewOf(context, shelf.resource, shelf.available)];
        });
    };
    const sites = config.categories.filter(({ site }) => site);
    const others = config.categories.filter(({ site, personal }) => !site && personal === undefined);
    const chain = new Map<string, number>();
    for (const peer of all)
      for (const tag of peer.facts.tags ?? [])
        if (peer.id !== enterprise.id && (enterprise.facts.tags ?? []).includes(tag))
          chain.set(`${peer.industryClass}|${tag}`, (chain.get(`${peer.industryClass}|${tag}`) ?? 0) + 1);
    return {
      enterpriseName: enterprise.name,
      uscc: enterprise.id,
      policies: judged.filter(({ verdict }) => verdict === 'yes'),
      toVerify: judged.filter(({ verdict }) => verdict === 'unknown'),
      land: sites.flatMap(({ code }) => fitting(code)),
      services: others.flatMap(({ code }) => fitting(code)),
      chain: [...chain]
        .map(([key, count]) => {
          const [industryClass, tag] = key.split('|') as [string, string];
          return { industryClass, tag, enterprises: count };
        })
        .sort((one, other) => other.enterprises - one.enterprises || (one.tag < other.tag ? -1 : 1)),
      needs: await needViewsFor(
        context,
        own.filter(({ state }) => state !== 'draft' || context.session?.enterprise?.uscc === enterprise.id),
      ),
      asOf: nowText(context),
    };
  },
};
