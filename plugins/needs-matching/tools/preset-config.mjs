/** The zone's settings, from the source data and the wording. */
import { categories, specs, unitAliases } from './chongming-categories.mjs';
import {
  consent,
  ecoLevels,
  fieldNames,
  fieldValues,
  painTypes,
  poiKinds,
  providerNames,
  screenDisclaimer,
  stewards,
  tagNames,
  townNames,
  unmetReasons,
} from './chongming-wording.mjs';
import { groupsOf } from './preset-conditions.mjs';

export function configFrom({ departments, specialists, resources, needs, policies, lists, geo }) {
  const names = new Map(resources.types.map(({ code, name }) => [code, name]));
  return {
    version: resources.version,
    effectiveFrom: '2026-01-01',
    zoneName: '崇明开发区',
    helpPhone: '021-5000 0000',
    utcOffset: '+08:00',
    weights: { tags: 40, capacity: 20, time: 15, location: 15, eco: 10 },
    scoring: { nearM: 5_000, farM: 60_000, textSharePct: 50, nearMissMaxFailed: 3, proposals: 5, ecoLevels },
    synonyms: lists.tags.map(({ label, synonyms }) => [label, ...synonyms]),
    hold: { days: resources.defaultHoldDays },
    staleDays: needs.staleAfterDays,
    silentConfirmWorkingDays: 5,
    personalRetentionDays: 180,
    unmetAnswerWorkingDays: 5,
    lookAheadDays: 30,
    lowCapacityPct: 10,
    poiRadiiM: [5_000, 10_000, 20_000],
    rating: {
      badAtMost: 2,
      contactWorkingDays: 1,
      tags: {
        1: ['答复不一致', '没有结果'],
        2: ['反复沟通', '与需求不符'],
        3: ['等候稍久', '说明不够细'],
        4: ['对接快', '有耐心'],
        5: ['一次对接成', '讲得明白', '主动跟进'],
      },
    },
    todo: { workingDays: 5, transfersToHub: 2 },
    plan: { maxNeeds: 2_000 },
    import: { maxRows: 1_000 },
    forecast: { proposals: 5, minHistories: 20 },
    hub: 'hub',
    categories: categories.map((category) => ({ ...category, name: names.get(category.code) })),
    specs,
    tags: lists.tags.map(({ id }) => ({ id, nameEn: tagNames[id] })),
    unitAliases,
    units: [...new Set(categories.flatMap(({ units }) => units))],
    channels: ['现场', '网页', '电话', '上门', '服务群'],
    unmetReasons,
    painTypes,
    providers: [
      ...departments.departments.map(({ code, name, shortName }) => provider(code, name, shortName, code)),
      ...departments.partners.map(({ code, name, aliases }) =>
        provider(code, name, aliases[0] ?? name, stewards[code]),
      ),
    ],
    specialists: specialists.specialists.map(({ id, name, homeDept, competence, active }) => ({
      id,
      subject: `specialist:${id}`,
      name,
      department: homeDept,
      competence,
      active,
    })),
    consent,
    geo: geoFrom(geo),
    screen: screenFrom(lists),
    policies: policiesFrom(policies),
    demoNow: '2026-11-23T09:20:00+08:00',
  };
}

const provider = (code, name, shortName, steward) => ({ code, name, shortName, nameEn: providerNames[code], steward });

function geoFrom(geo) {
  return {
    reserves: geo.reserves.map(({ id, name, approximate, accuracyM, boundaryVersion, geometry }) => ({
      id,
      name,
      approximate,
      accuracyM,
      version: boundaryVersion,
      rings: geometry.coordinates,
    })),
    waterLines: geo.waterLines.map(({ id, name, accuracyM, geometry }) => ({
      id,
      name,
      accuracyM,
      line: geometry.coordinates,
    })),
    towns: geo.towns.map(({ code, name, centre }) => ({ code, name, nameEn: townNames[code], centre })),
    pois: geo.pois.map(({ id, kind, name, coordinates }) => ({ id, kind, name, position: coordinates })),
    poiKinds,
    statement: geo.accuracy.statement,
  };
}

/** Rules that industry and place alone decide. Where the source wants more (a word, a figure, a person), the finding asks for a person. */
function screenFrom({ riskDictionary, investmentNegativeList, versions }) {
  const layers = { reserve: 'reserve', 'yangtze-bank': 'yangtze' };
  const isPlain = ({ industryPrefix, geo, ...more }) =>
    (industryPrefix ?? geo) !== undefined && Object.keys(more).length === 0;
  const placed = (geo) =>
    geo === undefined
      ? { layer: null, atLeastM: null }
      : { layer: layers[geo.layer], atLeastM: geo.op === 'inside' ? 0 : geo.meters };
  const fromDictionary = riskDictionary.classes
    .flatMap(({ items }) => items)
    .filter(({ trigger }) => trigger.geo !== undefined && isPlain(trigger))
    .map(({ id, title, trigger, onHit, remedy, basis, dept }) => ({
      id,
      title,
      industryPrefix: trigger.industryPrefix ?? null,
      ...placed(trigger.geo),
      effect: onHit,
      remedy,
      basis,
      department: dept,
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
    }));
  const fromNegativeList = investmentNegativeList
    .filter(({ match }) => match.industryPrefix !== undefined && match.geo === undefined)
    .map(({ code, title, match, alternative, basis, confirmation, effectiveFrom, effectiveTo }) => ({
      id: code,
      title,
      industryPrefix: match.industryPrefix,
      ...placed(undefined),
      effect: isPlain(match) && confirmation === '自动' ? 'veto' : 'restrict',
      remedy: alternative === '无' ? '没有替代方案，请另选项目' : alternative,
      basis,
      department: 'hub',
      effectiveFrom,
      effectiveTo,
    }));
  return {
    version: versions.find(({ list }) => list === 'risk').version,
    rules: [...fromDictionary, ...fromNegativeList],
    ...screenDisclaimer,
  };
}

function policiesFrom({ version, fields, policies }) {
  return {
    version,
    fields: fields.map(({ field, label }) => ({
      field,
      label,
      labelEn: fieldNames[field],
      ...(fieldValues[field] === undefined ? {} : { values: fieldValues[field] }),
    })),
    documents: policies.map(({ id, title, docNo, issuer, clauses }) => ({
      id,
      title,
      docNo,
      issuer,
      clauses: clauses.map((clause) => ({
        id: clause.id,
        no: clause.no,
        title: clause.title,
        conditions: groupsOf(clause.conditions),
        benefit: clause.benefit,
        amount: {
          formulaText: clause.amount.formulaText,
          formula: clause.amount.formula,
          capCny: clause.amount.capCny,
          noCash: clause.amount.noCash,
        },
        department: clause.dept,
        effectiveFrom: clause.effectiveFrom,
        effectiveTo: clause.effectiveTo,
        applyWindow: clause.applyWindow,
        review: {
          reviewed: clause.fairCompetitionReview.status === '已审查',
          docNo: clause.fairCompetitionReview.docNo,
        },
        materials: clause.materials,
      })),
    })),
  };
}
