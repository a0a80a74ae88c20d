/** Needs and the matches that were made for them, with scores and hard conditions as the rules of the plugin judge them. */
import { addDays, createWorkCalendar, dueDate } from '@zhaoshang/workdays';
import { createMatcher } from '../src/engine/index.ts';
import { needFacts, resourceFacts } from '../src/rules/engine-facts.ts';
import { matchingSchema } from '../src/rules/matching-schema.ts';
import { matchable, usualQuantity } from '../src/rules/quantities.ts';
import { personalWords } from '../src/use-cases/need-entries.ts';
import { ofNeeds } from './chongming-particulars.mjs';

const never = '~';
const asOf = '2026-11-20';
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Six characters that stay the same from build to build. */
function codeOf(id) {
  let value = 0;
  for (const character of `${id}崇明`) value = (value * 31 + character.codePointAt(0)) % 2_147_483_647;
  let code = '';
  for (let place = 0; place < 6; place += 1) {
    code += codeAlphabet[value % codeAlphabet.length];
    value = Math.floor(value / codeAlphabet.length) + (place + 7) * 1_013;
  }
  return code;
}

const stamp = (date, time = '10:00:00') => `${date}T${time}+08:00`;
const laterOf = (one, other) => (one > other ? one : other);
const earlierOf = (one, other) => (one < other ? one : other);
const offeredStates = ['offered', 'accepted', 'fulfilled', 'confirmed'];
const waiting = ['submitted', 'assigned', 'matching', 'offered', 'accepted', 'unmet'];

/** Why nobody could meet a need, in the words of the settings. */
const unmetReasonOf = ({ id }) =>
  id === 'nd-084' ? 'red-line' : id === 'nd-080' ? 'conditions' : id === 'nd-009' ? 'outside' : 'no-such-resource';

export function needFrom(source, config, calendar) {
  const { subjects, features, specs, asked, personal } = ofNeeds[source.id];
  const submitted = source.submittedAt.slice(0, 10);
  const since = laterOf(addDays(submitted, { confirmed: 20, fulfilled: 14 }[source.status] ?? 3), submitted);
  const stateSince = stamp(earlierOf(since, asOf), '16:00:00');
  const offeredOn = offerDay(submitted);
  const record = personal === undefined ? null : personalFrom(personal);
  const [quantity, unit] = asked === undefined ? [source.quantity, source.unit] : (asked ?? [null, '']);
  const consents = config.consent;
  const sensitive = source.confidentiality === 'sensitive';
  const draft = source.status === 'draft';
  return {
    id: source.id,
    number: `XQ-${submitted.replace(/-/g, '')}-${codeOf(source.id)}`,
    uscc: source.enterpriseUscc,
    enterpriseName: source.enterpriseName,
    projectId: source.projectId,
    category: source.category,
    text: record === null ? source.text : personalWords(record),
    quantity,
    unit: unit.split('/')[0],
    deadline: source.deadline,
    urgency: source.urgency,
    townCode: source.townCode,
    tags: [],
    subjects,
    features,
    specs: Object.entries(specs ?? {}).map(([code, value]) => ({ code, value })),
    confidentiality: source.confidentiality,
    personal: record,
    consent: sensitive
      ? { version: consents.personal.version, guardian: record?.kind === 'school', at: source.submittedAt }
      : null,
    channel: source.channel,
    state: source.status,
    specialistId: draft || source.status === 'submitted' ? '' : source.specialistId,
    unmet:
      source.status === 'unmet'
        ? {
            reason: unmetReasonOf(source),
            note: source.note ?? '',
            answerBy: dueDate(calendar, { from: Date.parse(stamp('2026-11-18')), workdays: 5, offset: '+08:00' }).date,
            at: stateSince,
          }
        : null,
    fulfilment:
      source.status === 'fulfilled' || source.status === 'confirmed'
        ? { note: '已按需求落实，现场确认过', at: stateSince }
        : null,
    rating:
      source.id === 'nd-030'
        ? { score: 5, tags: ['讲得明白'], comment: '来看了一台电脑就讲清了', at: stateSince, supplement: null }
        : null,
    referredTo: [],
    offers: 0,
    silentOn: source.status === 'fulfilled' ? '2026-11-27' : never,
    staleOn: waiting.includes(source.status)
      ? addDays(offeredStates.includes(source.status) ? offeredOn : stateSince.slice(0, 10), config.staleDays)
      : never,
    staleAskedOn: null,
    eraseOn:
      record !== null && (source.status === 'confirmed' || source.status === 'withdrawn')
        ? addDays(stateSince.slice(0, 10), config.personalRetentionDays)
        : never,
    createdAt: source.submittedAt,
    submittedAt: draft ? null : source.submittedAt,
    stateSince,
  };
}

const personalFrom = (personal) =>
  personal.kind === 'school'
    ? { kind: 'school', places: personal.places.map(([band, count]) => ({ band, count })) }
    : personal;

/** Some days after it was asked; none so early that its hold would be over on the day the demo starts. */
const offerDay = (submitted) => earlierOf(laterOf(addDays(submitted, 5), '2026-11-05'), asOf);

export const calendarOf = () => createWorkCalendar();

/** Matches for everything that was offered; changes the needs they belong to. `taken` counts what is gone, by resource. */
export function matchesFrom(sources, needs, { resources, enterprises, projects, config, taken }) {
  const matches = [];
  for (const source of sources) {
    if (!offeredStates.includes(source.status)) continue;
    const need = needs.get(source.id);
    const resource = resources.get(source.candidateResourceId);
    const left = matchable(resource) / 1_000 - (taken.get(resource.id) ?? 0);
    const usual = source.id === 'nd-043' ? 300 : usualQuantity(config, need, resource);
    const quantity = Math.min(usual, left);
    if (quantity <= 0) throw new Error(`${source.id}: nothing is left of ${resource.id}.`);
    // What renews with its period is free again once it was used.
    const over = source.status === 'confirmed' && resource.per !== 'once';
    if (!over) taken.set(resource.id, (taken.get(resource.id) ?? 0) + quantity);
    const explained = explain(config, need, resource, left, { resources, enterprises, projects });
    const open = explained.checks.filter(({ verdict }) => verdict !== 'pass').map(({ name }) => name);
    const offeredOn = offerDay(source.submittedAt.slice(0, 10));
    const state = { offered: 'held', confirmed: 'fulfilled' }[source.status] ?? source.status;
    const specialist = config.specialists.find(({ id }) => id === need.specialistId);
    matches.push({
      id: `mt-${source.id.slice(3)}`,
      needId: need.id,
      resourceId: resource.id,
      uscc: need.uscc,
      steward: resource.steward,
      state,
      quantity,
      score: explained.score,
      of: explained.of,
      parts: explained.parts.map(({ name, points, weight }) => ({ name, points, weight })),
      against: open.length === 0 ? null : { constraints: open, reason: source.note ?? '已与提供方当面商定' },
      message: '',
      bundleId: null,
      by: specialist?.subject ?? '',
      byName: specialist?.name ?? '',
      holdExpiresAt: state === 'held' ? stamp(addDays(offeredOn, config.hold.days)) : never,
      stateReason: null,
      trial: null,
      trialRemindOn: never,
      activeKey: over ? null : `${need.id}|${resource.id}`,
      createdAt: stamp(offeredOn),
    });
    needs.set(need.id, { ...need, offers: 1, referredTo: [resource.steward] });
  }
  return matches;
}

/** As an offer judges it: this need, this resource with what is left of it, among the others of its category. */
function explain(config, need, resource, available, { resources, enterprises, projects }) {
  const category = config.categories.find(({ code }) => code === need.category);
  const matcher = createMatcher({
    schema: matchingSchema(config, category),
    weights: config.weights,
    synonyms: config.synonyms,
  });
  const others = [...resources.values()].filter((one) => one.type === resource.type && one.id !== resource.id);
  matcher.upsert(others.map((one) => resourceFacts(config, one, matchable(one) / 1_000)));
  matcher.upsert([resourceFacts(config, resource, available)]);
  const surroundings = {
    enterprise: enterprises.get(need.uscc),
    project: need.projectId === null ? undefined : projects.get(need.projectId),
  };
  return matcher.explain(needFacts(config, need, surroundings, asOf), resource.id);
}
