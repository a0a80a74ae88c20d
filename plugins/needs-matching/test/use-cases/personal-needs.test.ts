/** Needs about people keep the least and are seen by the fewest (RES-11, COMM-11; S15). */
import { beforeEach, describe, expect, it } from 'vitest';
import { needs } from '../../src/model/needs.ts';
import { centre, createWorld, enterprise, refusal, specialist, staff, type World } from '../matching-world.ts';
import { needInput, type NeedInput } from './journeys.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
const beixi = enterprise('91310151MAYF8Q3J1J', '北汐医疗设备（中国）有限公司');

const school = (changes: Partial<NeedInput> = {}): NeedInput =>
  needInput({
    category: 'school',
    text: '',
    quantity: 2,
    unit: '个',
    deadline: '2027-02-28',
    subjects: [],
    confidentiality: 'sensitive',
    personal: { kind: 'school', places: [{ band: 'primary', count: 2 }] },
    consent: { version: world.config.consent.personal.version, guardian: true },
    ...changes,
  });

describe('a school need', () => {
  it('keeps band and count, no words', async () => {
    const need = await world.call(beixi, 'draftNeed', school());
    expect(need).toMatchObject({ text: '小学 2 名', confidentiality: 'sensitive' });
    expect((await refusal(world.call(beixi, 'draftNeed', school({ text: '王小明，三年级' })))).code).toBe(
      'personal-text-not-kept',
    );
    expect((await refusal(world.call(beixi, 'draftNeed', school({ personal: null })))).code).toBe(
      'personal-record-required',
    );
    // Whatever the form said about confidentiality.
    expect((await world.call(beixi, 'draftNeed', school({ confidentiality: 'public' }))).confidentiality).toBe(
      'sensitive',
    );
  });

  it('needs the guardian and the notice in force', async () => {
    const version = world.config.consent.personal.version;
    expect(
      (await refusal(world.call(beixi, 'draftNeed', school({ consent: { version, guardian: false } })))).code,
    ).toBe('guardian-consent-required');
    expect((await refusal(world.call(beixi, 'draftNeed', school({ consent: null })))).code).toBe('consent-outdated');
    expect(
      (await refusal(world.call(beixi, 'draftNeed', school({ consent: { version: '告知书-2020', guardian: true } }))))
        .code,
    ).toBe('consent-outdated');
  });

  it('is masked for everybody but its specialist, and for the provider until it was referred', async () => {
    const id = 'nd-076';
    for (const session of [
      centre,
      staff('leader'),
      staff('auditor'),
      staff('department', 'hrss'),
      staff('department', 'education'),
      specialist('sp-001'),
    ]) {
      const seen = await world.call(session, 'need', { needId: id });
      expect(seen).toMatchObject({ masked: true, enterpriseName: '', uscc: '', text: '', personal: null, matches: [] });
      expect((await refusal(world.call(session, 'proposals', { needId: id }))).code).toMatch(/forbidden/);
      expect((await refusal(world.call(session, 'needHistory', { needId: id }))).code).toBe('forbidden');
    }
    const own = (await world.all(needs)).find((need) => need.id === id)!;
    const responsible = specialist(own.specialistId);
    const seen = await world.call(responsible, 'need', { needId: id });
    expect(seen).toMatchObject({ masked: false, personal: { kind: 'school' } });
    const offered = await world.call(
      responsible,
      'offerMatch',
      { needId: id, resourceId: 'rs-041', message: '', reason: '' },
      seen.version,
    );
    expect(offered.state).toBe('offered');
    // The school's places are kept by the education bureau: now it may see what it is asked for.
    expect(await world.call(staff('department', 'education'), 'need', { needId: id })).toMatchObject({ masked: false });
    expect(await world.call(staff('department', 'hrss'), 'need', { needId: id })).toMatchObject({ masked: true });
  });

  it('is named by no event together with its enterprise, whatever is done with it', async () => {
    const draft = await world.call(beixi, 'draftNeed', school());
    const sent = await world.call(beixi, 'submitNeed', { needId: draft.id }, draft.version);
    const assign = { needId: draft.id, specialistId: 'sp-013', reason: '' };
    const assigned = await world.call(centre, 'assignSpecialist', assign, sent.version);
    const wenqi = specialist('sp-013', 'hrss');
    const offer = { needId: draft.id, resourceId: 'rs-041', message: '', reason: '' };
    const [match] = (await world.call(wenqi, 'offerMatch', offer, assigned.version)).matches;
    const back = await world.call(beixi, 'declineMatch', { matchId: match!.id, reason: '太远' }, match!.version);
    await world.call(wenqi, 'leaveUnmet', { needId: draft.id, reason: 'outside', note: '区外协调' }, back.version);
    const { uscc } = beixi.enterprise!;
    const told = (await world.store.eventsAfter(0, 1_000)).map(({ event }) => event);
    expect(told.length).toBeGreaterThan(6);
    for (const { name, payload } of told) {
      const { needId, uscc: named } = payload as { needId?: string; uscc?: string };
      if (needId === draft.id) expect(named, name).toBe('');
      else if (named === uscc) expect(name).toBe('needs-matching.notice-sent');
    }
    const todo = (await world.call(centre, 'todos', { limit: 100 })).items.find(({ needId }) => needId === draft.id);
    expect(todo).toMatchObject({ enterpriseName: '', uscc: '' });
    // Nor can it be found out by trying.
    const guess = {
      uscc,
      needId: draft.id,
      painType: 'other',
      severity: 'low' as const,
      department: 'education',
      text: '试',
    };
    expect((await refusal(world.call(centre, 'tagPainPoint', guess))).code).toBe('not-found');
  });

  it('is nowhere with a name: not in records, not in what departments are shown', async () => {
    const records = (await world.all(needs)).filter(({ category }) => category === 'school');
    expect(records.length).toBeGreaterThan(2);
    for (const { text, personal, consent } of records) {
      expect(text).toMatch(/^(小学|初中|高中|幼儿园) \d+ 名(，(小学|初中|高中|幼儿园) \d+ 名)*$/);
      expect(Object.keys(personal!)).toEqual(['kind', 'places']);
      expect(consent).toMatchObject({ guardian: true });
    }
    const demand = await world.call(staff('department', 'education'), 'unservedDemand', {});
    for (const { category, examples } of demand.items) if (category === 'school') expect(examples).toEqual([]);
  });
});

describe('a medical need', () => {
  it('keeps department and time only', async () => {
    const medical = needInput({
      category: 'medical',
      text: '',
      quantity: 1,
      unit: '人次',
      subjects: ['专家门诊'],
      confidentiality: 'sensitive',
      personal: { kind: 'medical', department: '心内科', when: '周三上午' },
      consent: { version: world.config.consent.personal.version, guardian: false },
    });
    expect(await world.call(beixi, 'draftNeed', medical)).toMatchObject({ text: '心内科，周三上午' });
    expect((await refusal(world.call(beixi, 'draftNeed', { ...medical, text: '冠心病复查' }))).code).toBe(
      'personal-text-not-kept',
    );
  });
});

describe('a confidential need', () => {
  it('is for its specialist and the centre; others see that there is one', async () => {
    expect(await world.call(centre, 'need', { needId: 'nd-003' })).toMatchObject({ masked: false });
    expect(await world.call(staff('department', 'economy'), 'need', { needId: 'nd-003' })).toMatchObject({
      masked: true,
      category: 'energy',
      enterpriseName: '',
    });
  });
});
