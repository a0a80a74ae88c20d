/** The stories of the founding document that matching serves: S3, S10, S11, S13, S14 (S15 stands with the personal needs). */
import { beforeAll, describe, expect, it } from 'vitest';
import { centre, createWorld, enterprise, specialist, type World } from './matching-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

describe('S3: 高新资质自动匹配政策', () => {
  const luying = enterprise('91310151MAYFA5HC7L', '芦影生物医药（上海）有限公司');

  it('finds the R&D subsidy and the talent flats by the qualification, with the tree and the review', async () => {
    const { items } = await world.call(luying, 'policyMatches', { policyId: 'pl-life30', projectId: 'pj-013' });
    for (const clauseId of ['pl-life30-03', 'pl-life30-12']) {
      const clause = items.find((one) => one.clauseId === clauseId);
      expect(clause).toMatchObject({ verdict: 'yes', missing: [] });
      expect(clause!.reviewDocNo).toMatch(/^公竞审/);
      expect(clause!.groups.every(({ verdict }) => verdict === 'yes')).toBe(true);
    }
    const hasValid = items.find(({ clauseId }) => clauseId === 'pl-life30-03')!.groups[0]!.any[0];
    expect(hasValid).toMatchObject({ op: 'hasValid', required: '高新技术企业', verdict: 'yes' });
  });

  it('never shows what is expired, future or not reviewed', async () => {
    for (const session of [luying, null, centre]) {
      const { items } = await world.call(session, 'policyMatches', {});
      const ids = items.map(({ clauseId }) => clauseId);
      for (const hidden of ['pl-life30-10', 'pl-life30-17', 'pl-life30-28', 'pl-life30-29'])
        expect(ids).not.toContain(hidden);
    }
  });

  it('says 待核实 for what is not known, never 不符合, and asks a visitor for no name', async () => {
    const { items, counts } = await world.call(null, 'policyMatches', { policyId: 'pl-life30', tags: ['生命健康'] });
    expect(counts.unknown).toBeGreaterThan(5);
    const subsidy = items.find(({ clauseId }) => clauseId === 'pl-life30-03');
    expect(subsidy).toMatchObject({ verdict: 'unknown', missing: [{ label: '持有且在有效期内的资质' }] });
    const stated = { policyId: 'pl-life30', tags: ['生命健康'], qualifications: ['高新技术企业'] };
    const { items: told } = await world.call(null, 'policyMatches', stated);
    expect(told.find(({ clauseId }) => clauseId === 'pl-life30-03')).toMatchObject({ verdict: 'yes' });
  });

  it('shows a hospital and the trades around the site, nearest first', async () => {
    const card = await world.call(null, 'siteCard', { resourceId: 'rs-003' });
    expect(card.rings.map(({ radiusM }) => radiusM)).toEqual([5_000, 10_000, 20_000]);
    const all = card.rings.flatMap(({ pois }) => pois);
    expect(all.some(({ kind }) => kind === 'hospital')).toBe(true);
    expect([...all].sort((one, other) => one.distanceM - other.distanceM)).toEqual(all);
    for (const [index, { pois, radiusM }] of card.rings.entries())
      for (const { distanceM } of pois) {
        expect(distanceM).toBeLessThanOrEqual(radiusM);
        expect(distanceM).toBeGreaterThan(card.rings[index - 1]?.radiusM ?? -1);
      }
    expect(card.statement).toContain('不可作为审批');
  });

  it('tells on one page what the zone offers (INFO-7)', async () => {
    const page = await world.call(luying, 'benefits', {});
    expect(page.policies.map(({ clauseId }) => clauseId)).toEqual(
      expect.arrayContaining(['pl-life30-03', 'pl-life30-12']),
    );
    expect(page.land.length).toBeGreaterThan(0);
    for (const { parcel, available } of page.land) {
      expect(available).toBeGreaterThan(0);
      expect(parcel === null || parcel.ready).toBe(true);
    }
    expect(page.services.length).toBeGreaterThan(3);
    expect(page.chain.length).toBeGreaterThan(0);
  });
});

describe('S11: 化工项目距湿地 4.99、5.00、5.01 公里', () => {
  it('is decided by the survey: 4,990 m no, 5,000 m yes, 5,010 m yes', async () => {
    const statuses = [];
    for (const metres of [4_990, 5_000, 5_010])
      statuses.push(
        (
          await world.call(null, 'selfCheck', {
            industryCode: 'C2682',
            surveyedReserveM: metres,
            surveyedYangtzeM: metres,
          })
        ).status,
      );
    expect(statuses).toEqual(['vetoed', 'pass', 'pass']);
  });

  it('cannot be decided by coordinates within what is uncertain about the boundary', async () => {
    for (const longitude of [121.910507, 121.9103989, 121.9102908]) {
      const site = { crs: 'WGS-84' as const, longitude, latitude: 31.518, accuracyM: 0 };
      const found = await world.call(null, 'selfCheck', { industryCode: 'C2682', ...site });
      expect(found.status).toBe('undetermined');
      const reserve = found.distances.find(({ layer }) => layer === 'reserve')!;
      expect(Math.abs(reserve.metres - 5_000)).toBeLessThanOrEqual(11);
      expect(found.disclaimer).toContain('不作为审批依据');
    }
  });

  it('is measured in the declared system: the same numbers in GCJ-02 are another place', async () => {
    const site = { longitude: 121.9103989, latitude: 31.518, accuracyM: 0 };
    const metresIn = async (crs: 'WGS-84' | 'GCJ-02') =>
      (await world.call(null, 'selfCheck', { industryCode: 'C2682', ...site, crs })).distances.find(
        ({ layer }) => layer === 'reserve',
      )!.metres;
    expect(Math.abs((await metresIn('WGS-84')) - (await metresIn('GCJ-02')))).toBeGreaterThan(200);
  });

  it('concerns chemistry only, and is never a pass where the site is not known', async () => {
    expect((await world.call(null, 'selfCheck', { industryCode: 'C2682' })).status).toBe('undetermined');
    expect(
      (await world.call(null, 'selfCheck', { industryCode: 'I6550', surveyedReserveM: 100, surveyedYangtzeM: 100 }))
        .status,
    ).toBe('pass');
    expect((await world.call(null, 'selfCheck', { industryCode: 'C2211' })).status).toBe('vetoed');
  });
});

describe('S10: 新材料易燃助剂优化仓储', () => {
  it('was met by the emergency bureau’s guidance, with the premium that was saved', async () => {
    const need = await world.call(centre, 'need', { needId: 'nd-058' });
    expect(need).toMatchObject({ state: 'fulfilled', matches: [{ resourceId: 'rs-066', state: 'fulfilled' }] });
    const { items } = await world.call(centre, 'outcomes', { needId: 'nd-058' });
    expect(items).toMatchObject([{ kind: 'economic', changeBp: -1_800 }]);
  });
});

describe('S13: 有机农业带动乡村旅游增收三成', () => {
  it('shows economic and ecological benefit side by side, +30 %', async () => {
    const { items } = await world.call(centre, 'outcomes', { needId: 'nd-s13' });
    expect(items.find(({ kind }) => kind === 'economic')).toMatchObject({ metric: '乡村旅游收入', changeBp: 3_000 });
    expect(items.find(({ kind }) => kind === 'ecological')).toMatchObject({ changeBp: 5_000 });
    for (const { evidence } of items) expect(evidence).not.toBe('');
  });
});

describe('S14: 中试场地三个月免费试用', () => {
  it('begins on 30 November and ends on the last day of February', async () => {
    const yadian = enterprise('91310151MAYFE36X52', '上海芽点概念验证中心有限公司');
    const need = await world.call(yadian, 'need', { needId: 'nd-066' });
    const [match] = need.matches;
    const accepted = await world.call(yadian, 'acceptMatch', { matchId: match!.id }, match!.version);
    const responsible = specialist(need.specialist!.id);
    const done = await world.call(
      responsible,
      'recordFulfilment',
      { matchId: match!.id, note: '已入驻', trialFrom: '2026-11-30' },
      accepted.matches[0]!.version,
    );
    expect(done.matches[0]!.trial).toEqual({ from: '2026-11-30', to: '2027-02-28' });
    // Fourteen days before it ends somebody is told, once.
    world.at('2027-02-14T09:00:00+08:00');
    await world.sweep();
    await world.sweep();
    const { items } = await world.call(centre, 'proactiveTasks', { limit: 100 });
    expect(items.filter(({ kind }) => kind === 'trial-end')).toMatchObject([
      { endsOn: '2027-02-28', reference: match!.id },
    ]);
    world.at('2026-11-23T09:20:00+08:00');
  });
});
