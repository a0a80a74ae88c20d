/** Steps that many tests take on the way to what they are about. */
import type { InputOf } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../../src/contract.ts';
import { centre, specialist, yinglv, type World } from '../matching-world.ts';

type Operations = NeedsMatchingContract['operations'];
export type NeedInput = InputOf<Operations['draftNeed']>;
export type ResourceInput = InputOf<Operations['createResource']>;

/** A complete need; `changes` replaces entries. */
export const needInput = (changes: Partial<NeedInput> = {}): NeedInput => ({
  category: 'pilot',
  text: '想借方舱做两个台班的热失控试验',
  quantity: 2,
  unit: '台班',
  deadline: '2026-12-18',
  urgency: 'high',
  townCode: '310151114',
  projectId: null,
  tags: [],
  subjects: ['储能测试'],
  features: [],
  specs: [],
  confidentiality: 'internal',
  personal: null,
  consent: null,
  ...changes,
});

/** A complete resource of the economy department. */
export const resourceInput = (changes: Partial<ResourceInput> = {}): ResourceInput => ({
  code: 'TEST-1',
  type: 'pilot',
  title: '测试方舱二号',
  provider: 'economy',
  unit: '台班/周',
  per: 'week',
  capacity: 5,
  reserved: 0,
  window: { from: '2026-10-01', to: '2027-09-30' },
  price: '免费',
  tags: ['储能'],
  subjects: ['储能测试'],
  features: [],
  specs: [],
  townCode: '310151114',
  place: null,
  conditions: [],
  perRequestMax: null,
  description: '热失控试验方舱',
  parcel: null,
  loan: null,
  trial: { freeMonths: 3, reminderDays: 14 },
  school: null,
  ...changes,
});

export const sp010 = specialist('sp-010');

/** A need of the enterprise that its specialist has taken up. */
export async function matchingNeed(world: World, changes: Partial<NeedInput> = {}, session = yinglv) {
  const draft = await world.call(session, 'draftNeed', needInput(changes));
  const submitted = await world.call(session, 'submitNeed', { needId: draft.id }, draft.version);
  const assigned = await world.call(
    centre,
    'assignSpecialist',
    { needId: draft.id, specialistId: 'sp-010', reason: '' },
    submitted.version,
  );
  return world.call(sp010, 'startMatching', { needId: draft.id }, assigned.version);
}

/** The same need with an offer that holds capacity. */
export async function offeredNeed(
  world: World,
  resourceId = 'rs-018',
  changes: Partial<NeedInput> = {},
  session = yinglv,
) {
  const need = await matchingNeed(world, changes, session);
  return world.call(sp010, 'offerMatch', { needId: need.id, resourceId, message: '', reason: '' }, need.version);
}
