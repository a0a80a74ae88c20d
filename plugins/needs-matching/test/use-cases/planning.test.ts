/** The whole zone at once (RES-9): locks, bans, doing what people chose; and bundles, all or none (RES-1). */
import { beforeEach, describe, expect, it } from 'vitest';
import { matches } from '../../src/model/matches.ts';
import { centre, createWorld, enterprise, refusal, specialist, staff, type World } from '../matching-world.ts';
import { matchingNeed, resourceInput, sp010 } from './journeys.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

describe('a plan of the zone', () => {
  it('assigns what passes, within what is left, and can be no better than its bound', async () => {
    const plan = await world.call(centre, 'assignmentPlan', {});
    expect(plan.pairs.length).toBeGreaterThan(10);
    expect(plan.total).toBe(plan.totalWithoutRules);
    expect(plan.total).toBeLessThanOrEqual(plan.bound + 1e-6);
    expect(plan.moved).toEqual([]);
    const taken = new Map<string, number>();
    for (const { resourceId, quantity } of plan.pairs) taken.set(resourceId, (taken.get(resourceId) ?? 0) + quantity);
    for (const [resourceId, quantity] of taken)
      expect((await world.call(centre, 'resource', { resourceId })).available).toBeGreaterThanOrEqual(quantity);
    // A need that nobody passes for is told apart from one that others came before.
    expect(plan.unassigned.find(({ needId }) => needId === 'nd-006')).toMatchObject({ reason: 'nothing-passes' });
  });

  it('shows before and after of a ban: who moves, and what it costs', async () => {
    const before = await world.call(centre, 'assignmentPlan', { category: 'land' });
    const [pair] = before.pairs;
    await world.call(centre, 'setPairRule', {
      needId: pair!.needId,
      resourceId: pair!.resourceId,
      kind: 'ban',
      reason: '邻避',
    });
    const after = await world.call(centre, 'assignmentPlan', { category: 'land' });
    expect(after.totalWithoutRules).toBe(before.total);
    expect(after.total).toBeLessThanOrEqual(before.total);
    expect(
      after.pairs.some(({ needId, resourceId }) => needId === pair!.needId && resourceId === pair!.resourceId),
    ).toBe(false);
    expect(after.moved.find(({ needId }) => needId === pair!.needId)).toMatchObject({ from: pair!.resourceId });
    expect(after.rules).toMatchObject([{ kind: 'ban', reason: '邻避' }]);
    const cleared = { needId: pair!.needId, resourceId: pair!.resourceId };
    expect(await world.call(centre, 'clearPairRule', cleared)).toEqual({ cleared: true });
    expect((await world.call(centre, 'assignmentPlan', { category: 'land' })).total).toBe(before.total);
  });

  it('locks a pair against a hard condition only with a written reason, and shows it', async () => {
    const lock = { needId: 'nd-023', resourceId: 'rs-006', kind: 'lock' as const };
    expect(await refusal(world.call(centre, 'setPairRule', { ...lock, reason: '' }))).toMatchObject({
      code: 'conditions-not-met',
      data: { constraints: ['features'] },
    });
    await world.call(centre, 'setPairRule', { ...lock, reason: '规划局同意分割' });
    const plan = await world.call(centre, 'assignmentPlan', { category: 'land' });
    expect(plan.pairs.find(({ needId }) => needId === 'nd-023')).toMatchObject({
      resourceId: 'rs-006',
      locked: true,
      against: { constraints: ['features'], reason: '规划局同意分割' },
    });
  });

  it('is made without the locks that do not fit any more, and says which: nobody is shut out of clearing them', async () => {
    // 15 MVA of 12.
    const tooMuch = { needId: 'nd-003', resourceId: 'rs-078' };
    await world.call(centre, 'setPairRule', { ...tooMuch, kind: 'lock', reason: '增容批复已到' });
    const fits = { needId: 'nd-012', resourceId: 'rs-032' };
    await world.call(centre, 'setPairRule', { ...fits, kind: 'lock', reason: '专家组已答应' });
    // A second lock of the same need.
    const second = { needId: 'nd-012', resourceId: 'rs-035' };
    await world.call(centre, 'setPairRule', { ...second, kind: 'lock', reason: '另一组也答应' });
    const plan = await world.call(centre, 'assignmentPlan', {});
    expect(plan.pairs.find(({ needId }) => needId === 'nd-012')).toMatchObject({ resourceId: 'rs-032', locked: true });
    expect(plan.rules.map(({ needId, resourceId, impossible }) => [needId, resourceId, impossible])).toEqual([
      ['nd-003', 'rs-078', true],
      ['nd-012', 'rs-032', false],
      ['nd-012', 'rs-035', true],
    ]);
    expect(plan.rules[0]).toMatchObject({ resourceTitle: '新海绿电专线增容' });
    expect(await world.call(centre, 'clearPairRule', tooMuch)).toEqual({ cleared: true });
    const { rules } = await world.call(centre, 'assignmentPlan', { category: 'energy' });
    expect(rules.some(({ needId }) => needId === 'nd-003')).toBe(false);
  });

  it('never crosses a red line, whatever the reason (RISK-5: 4.99 km no, 5.00 km and 5.01 km yes)', async () => {
    const parcel = (distanceToReserveM: number) =>
      resourceInput({
        code: `PARCEL-${distanceToReserveM}`,
        type: 'land',
        title: `示例地块 ${distanceToReserveM}`,
        provider: 'planning',
        unit: '宗',
        per: 'once',
        capacity: 1,
        subjects: ['一般工业'],
        trial: null,
        parcel: {
          areaMu: 40,
          far: 1.5,
          landUse: '工业',
          demolitionDone: true,
          utilities: [{ name: '道路', done: true }],
          distanceToReserveM,
          distanceToYangtzeM: 3_000,
        },
      });
    const lanting = enterprise('91310151MAYF786948', '上海蓝汀日化有限公司');
    const need = await matchingNeed(
      world,
      { category: 'land', subjects: [], quantity: 27, unit: '亩', projectId: 'pj-039', deadline: '2027-06-30' },
      lanting,
    );
    const made: { id: string }[] = [];
    for (const metres of [4_990, 5_000, 5_010]) made.push(await world.call(centre, 'createResource', parcel(metres)));
    const found = await world.call(lanting, 'proposals', { needId: need.id, limit: 20 });
    const ids = found.items.map(({ resource }) => resource.id);
    expect(made.map(({ id }) => ids.includes(id))).toEqual([false, true, true]);
    expect(found.nearMisses.some(({ resource }) => resource.id === made[0]!.id)).toBe(false);
    const near = { needId: need.id, resourceId: made[0]!.id };
    expect((await refusal(world.call(sp010, 'setPairRule', { ...near, kind: 'lock', reason: '投资大' }))).code).toBe(
      'red-line',
    );
    const offer = { ...near, message: '', reason: '投资大' };
    expect(await refusal(world.call(sp010, 'offerMatch', offer, need.version))).toMatchObject({
      code: 'red-line',
      data: { constraints: ['reserve'], labels: '距湿地保护区' },
    });
    const exactly = { ...near, resourceId: made[1]!.id, message: '', reason: '' };
    expect((await world.call(sp010, 'offerMatch', exactly, need.version)).state).toBe('offered');
  });

  it('is done pair by pair, by people: what is not possible any more is told', async () => {
    const need = await matchingNeed(world, { quantity: 2 });
    const pair = { needId: need.id, resourceId: 'rs-018', reason: '' };
    const { results } = await world.call(sp010, 'applyPlan', {
      message: '统筹对接',
      pairs: [
        pair,
        { needId: 'nd-001', resourceId: 'rs-008', reason: '' },
        { needId: 'nd-none', resourceId: 'rs-008', reason: '' },
      ],
    });
    expect(results.find(({ needId }) => needId === need.id)).toMatchObject({ refused: null });
    expect(results.find(({ needId }) => needId === 'nd-001')).toMatchObject({
      refused: 'not-responsible',
      matchId: null,
    });
    expect(results.find(({ needId }) => needId === 'nd-none')).toMatchObject({ refused: 'not-found' });
    const made = (await world.all(matches)).filter(({ needId }) => needId === need.id);
    expect(made).toHaveLength(1);
  });

  it('is seen by those who decide, not by departments', async () => {
    expect(
      (await refusal(world.call(staff('department', 'planning'), 'assignmentPlan' as never, {} as never))).code,
    ).toBe('forbidden');
    const plan = await world.call(staff('leader'), 'assignmentPlan', { category: 'school' });
    for (const { enterpriseName } of plan.pairs) expect(enterpriseName).toBe('');
  });
});

describe('an offer', () => {
  it('against a hard condition needs a reason, which stays with it', async () => {
    const responsible = specialist('sp-009');
    const need = await world.call(responsible, 'need', { needId: 'nd-081' });
    // nd-081 is submitted; the centre gives it to a specialist first.
    const assigned = await world.call(
      centre,
      'assignSpecialist',
      { needId: 'nd-081', specialistId: 'sp-009', reason: '' },
      need.version,
    );
    const offer = { needId: 'nd-081', resourceId: 'rs-013', quantity: 300, message: '' };
    expect(
      await refusal(world.call(responsible, 'offerMatch', { ...offer, reason: '' }, assigned.version)),
    ).toMatchObject({
      code: 'conditions-not-met',
      data: { labels: '具体要求' },
    });
    const offered = await world.call(
      responsible,
      'offerMatch',
      { ...offer, reason: '改进标准厂房，排水另接' },
      assigned.version,
    );
    expect(offered.matches).toMatchObject([
      { against: { constraints: ['features'], reason: '改进标准厂房，排水另接' }, quantity: 300 },
    ]);
    const { items } = await world.call(responsible, 'needHistory', { needId: 'nd-081' });
    expect(items.some(({ reason }) => reason === '改进标准厂房，排水另接')).toBe(true);
  });

  it('keeps the points that its specialist was shown', async () => {
    const need = await matchingNeed(world, {
      category: 'expert',
      subjects: [],
      quantity: 1,
      unit: '次',
      text: '储能热失控',
      tags: ['储能'],
    });
    const { items } = await world.call(sp010, 'proposals', { needId: need.id });
    const [best] = items;
    const offer = { needId: need.id, resourceId: best!.resource.id, message: '', reason: '' };
    const { matches: made } = await world.call(sp010, 'offerMatch', offer, need.version);
    expect(made[0]).toMatchObject({ score: best!.score, of: best!.of });
    expect(made[0]!.parts).toEqual(best!.parts.map(({ name, points, weight }) => ({ name, points, weight })));
  });

  it('of a parcel takes all of it and holds it for the days of the settings', async () => {
    const responsible = specialist('sp-004');
    const need = await world.call(responsible, 'need', { needId: 'nd-001' });
    const offered = await world.call(
      responsible,
      'offerMatch',
      { needId: 'nd-001', resourceId: 'rs-008', message: '', reason: '' },
      need.version,
    );
    expect(offered.matches).toMatchObject([{ quantity: 1, holdExpiresAt: '2026-12-23T09:20:00+08:00' }]);
    expect((await world.call(null, 'resource', { resourceId: 'rs-008' })).available).toBe(0);
  });
});

describe('a bundle', () => {
  it('holds everything or nothing', async () => {
    await world.call(staff('department', 'economy'), 'createResource', resourceInput({ capacity: 1 }));
    const pilot = (await world.call(null, 'resources', { search: '测试方舱二号' })).items[0]!;
    const first = await matchingNeed(world, { quantity: 1 });
    const second = await matchingNeed(world, { quantity: 3 });
    const item = (needId: string, resourceId: string) => ({ needId, resourceId, reason: '' });
    const bundle = { title: '二期资源包', projectId: 'pj-002', message: '' };
    const tooMuch = { ...bundle, items: [item(first.id, pilot.id), item(second.id, 'rs-018')] };
    expect((await refusal(world.call(sp010, 'createBundle', tooMuch))).code).toBe('capacity-short');
    expect((await world.call(null, 'resource', { resourceId: pilot.id })).available).toBe(1);
    const edited = await matchingNeed(world, { quantity: 2 });
    const made = await world.call(sp010, 'createBundle', {
      ...bundle,
      items: [item(first.id, pilot.id), item(edited.id, 'rs-018')],
    });
    expect(made.items).toHaveLength(2);
    expect((await world.call(null, 'resource', { resourceId: pilot.id })).available).toBe(0);
    const released = await world.call(sp010, 'releaseBundle', { bundleId: made.id, reason: '项目改期' }, made.version);
    expect(released.items.every(({ state }) => state === 'released')).toBe(true);
    expect((await world.call(null, 'resource', { resourceId: pilot.id })).available).toBe(1);
  });
});
