/** Resources, enterprises and projects as the plugin stores them. */
import { sameResourceKey } from '../src/rules/same-key.ts';
import { fieldSources } from './chongming-wording.mjs';
import { ofResources } from './chongming-particulars.mjs';
import { splitLimit } from './preset-conditions.mjs';

const periods = { 天: 'day', 晚: 'night', 周: 'week', 月: 'month', 季: 'quarter', 年: 'year', 小时: 'hour' };
const updatedAt = '2026-11-18T18:00:00+08:00';

const placeOf = (location) =>
  location === null || location === undefined
    ? null
    : {
        crs: location.crs,
        longitude: location.point.coordinates[0],
        latitude: location.point.coordinates[1],
        accuracyM: location.accuracyM,
      };

const bandsOf = ({ places }) => ({ places: places.map(([band, count]) => ({ band, count })) });

export function resourceFrom(source, config) {
  const { subjects, features, specs, school, perRequestMax } = ofResources[source.id];
  const limit = splitLimit(source.conditions);
  const { parcel } = source;
  return {
    id: source.id,
    code: source.id.toUpperCase(),
    type: source.type,
    title: source.title,
    provider: source.provider,
    steward: config.providers.find(({ code }) => code === source.provider).steward,
    unit: source.unit,
    per: periods[source.unit.split('/')[1]] ?? 'once',
    capacity: source.capacity,
    reserved: source.reserved,
    window: source.window,
    price: source.price,
    tags: source.tags,
    subjects,
    features,
    specs: Object.entries(specs ?? {}).map(([code, value]) => ({ code, value })),
    townCode: source.townCode,
    place: placeOf(source.location),
    conditions: limit.conditions,
    perRequestMax: perRequestMax ?? limit.perRequestMax,
    description: source.description,
    parcel: parcel === undefined ? null : parcelFrom(parcel),
    loan:
      source.loan === undefined
        ? null
        : {
            lender: source.loan.lender,
            rateDiscountBp: source.loan.rateDiscountBp,
            rateStatement: source.loan.rateStatement,
            reviewDocNo: source.loan.fairCompetitionReview,
          },
    trial:
      source.trial === undefined || source.trial.freeMonths === 0
        ? null
        : { freeMonths: source.trial.freeMonths, reminderDays: Number(/(\d+)天/.exec(source.trial.conversion)[1]) },
    school: school === undefined ? null : bandsOf(school),
    state: 'open',
    closedReason: null,
    sameKey: sameResourceKey(source.type, source.title, source.provider),
    updatedAt: source.updatedAt,
  };
}

function parcelFrom({ areaMu, far, landUse, demolitionDone, utilities, distanceToReserveM, distanceToYangtzeM }) {
  return { areaMu, far, landUse, demolitionDone, utilities, distanceToReserveM, distanceToYangtzeM };
}

export function enterpriseFrom(source) {
  const { facts } = source;
  return {
    id: source.uscc,
    name: source.name,
    shortName: source.shortName,
    facts: {
      kind: source.kind,
      foreignInvested: source.foreignInvested,
      industryCode: source.industryCode,
      scale: source.scale,
      employees: source.employees,
      foundedOn: source.foundedOn,
      townCode: source.townCode,
      tags: source.tags,
      qualifications: source.qualifications.map(({ type, from, to }) => ({ type, from, to })),
      annualRevenueCny: facts.annualRevenueCny,
      rdRatioPct: facts.rdRatioPct,
      annualEnergyTce: facts.annualEnergyTce,
      organicCertifiedMu: facts.organicCertifiedMu,
      ecoScore: facts.ecoScore,
      credit: facts.credit,
    },
    sources: Object.fromEntries(
      Object.entries(fieldSources).map(([field, [from, department]]) => [
        field,
        { source: from, department, asOf: '2026-10-31' },
      ]),
    ),
    place: placeOf(source.site),
    forecastOptOut: false,
    industryClass: source.industryCode.slice(0, 1),
    updatedAt,
  };
}

export function projectFrom(source) {
  return {
    id: source.id,
    uscc: source.enterpriseUscc,
    title: source.title,
    industryCodes: source.industryCodes,
    investmentCny: source.investmentCny,
    jobs: source.jobs,
    landMu: source.landMu,
    stage: source.stage,
    tier: source.tier,
    // A screening that could not decide is no answer.
    screenStatus: (source.screen?.status ?? 'undetermined') === 'undetermined' ? null : source.screen.status,
    place: placeOf(source.site),
    surveyed: source.site?.surveyed === true,
    distanceToReserveM: source.site?.distanceToReserveM ?? null,
    distanceToYangtzeM: source.site?.distanceToYangtzeM ?? null,
    updatedAt: source.milestones.reduce((latest, { actual }) => (actual > latest ? actual : latest), '2020-01-01'),
  };
}
