/** What surrounds matching: freshness, looking ahead, corrections, todos, peers, forecasts. */
import { createRunner } from '@zhaoshang/runner';
import { beforeEach, describe, expect, it } from 'vitest';
import { enterprises } from '../../src/model/enterprises.ts';
import { proactiveTasks, todos } from '../../src/model/tasks.ts';
import {
  centre,
  createWorld,
  enterprise,
  monday,
  refusal,
  specialist,
  staff,
  yinglv,
  type World,
} from '../matching-world.ts';
import { matchingNeed, offeredNeed, resourceInput, sp010 } from './journeys.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
const economy = staff('department', 'economy');
const haimusi = enterprise('91310230MAYFYJ0G03', '海姆斯营养科技（上海）有限公司');

describe('a server', () => {
  it('is never staler than its store: what another process committed is in the next ranking', async () => {
    // A server of its own has settings of its own, and so its own copy of the resources.
    const plugin = { ...world.plugin, config: { ...world.config } };
    const other = createRunner({
      store: world.store,
      plugins: [plugin],
      zone: 'chongming',
      clock: { now: () => Date.parse(monday) },
    });
    const need = await matchingNeed(world);
    const ask = async () => {
      const request = {
        plugin: 'needs-matching',
        operation: 'proposals',
        kind: 'query' as const,
        input: { needId: need.id, limit: 20 },
      };
      const { items } = (await other.run(request, { session: sp010 })).output as {
        items: { resource: { id: string; available: number; title: string } }[];
      };
      return items.map(({ resource }) => [resource.title, resource.available]);
    };
    expect(await ask()).toEqual([['新海储能测试方舱', 2]]);
    await world.call(economy, 'createResource', resourceInput());
    expect(await ask()).toContainEqual(['测试方舱二号', 5]);
    await offeredNeed(world, 'rs-018', { quantity: 1 });
    expect((await ask()).some(([title]) => title === '新海储能测试方舱')).toBe(false);
    const mine = await world.call(sp010, 'proposals', { needId: need.id, limit: 20 });
    expect(mine.items.map(({ resource }) => [resource.title, resource.available])).toEqual(await ask());
  });

  it('does not learn what a command took back', async () => {
    const need = await matchingNeed(world, { quantity: 100 });
    const offer = { needId: need.id, resourceId: 'rs-018', message: '', reason: '多要一些' };
    expect((await refusal(world.call(sp010, 'offerMatch', offer, need.version))).code).toBe('capacity-short');
    expect((await world.call(null, 'resource', { resourceId: 'rs-018' })).available).toBe(2);
    const { items } = await world.call(null, 'previewMatches', {
      category: 'pilot',
      subjects: ['储能测试'],
      deadline: '2026-12-18',
    });
    expect([...items].some(({ resource }) => resource.available > 2)).toBe(false);
  });

  it('answers the same again and again, and shows a need what it already has as its own', async () => {
    const need = await offeredNeed(world);
    const first = await world.call(sp010, 'proposals', { needId: need.id });
    expect(first.items.map(({ resource }) => [resource.id, resource.available])).toEqual([['rs-018', 2]]);
    expect(await world.call(sp010, 'proposals', { needId: need.id })).toEqual(first);
    expect((await world.call(null, 'resource', { resourceId: 'rs-018' })).available).toBe(0);
  });
});

describe('looking thirty days ahead', () => {
  it('proposes what ends soon, each once, with its rule; a person takes it up or says why not', async () => {
    const first = await world.sweep();
    expect(first.proposedTasks).toBeGreaterThan(3);
    const second = await world.sweep();
    expect(second.proposedTasks).toBe(0);
    const tasks = await world.all(proactiveTasks);
    const fibre = tasks.find(
      ({ kind, reference, enterpriseName }) =>
        kind === 'qualification' && reference === '高新技术企业' && enterpriseName.includes('瀛碳'),
    );
    expect(fibre).toMatchObject({ endsOn: '2026-12-11', state: 'proposed' });
    for (const { endsOn, because } of tasks) {
      expect(endsOn >= '2026-11-23' && endsOn <= '2026-12-23').toBe(true);
      expect(because).not.toBe('');
    }
    const [task] = (await world.call(centre, 'proactiveTasks', {})).items;
    expect(
      (await refusal(world.call(centre, 'settleTask', { taskId: task!.id, act: 'dismiss', note: '' }, task!.version)))
        .code,
    ).toBe('reason-required');
    const taken = await world.call(sp010, 'settleTask', { taskId: task!.id, act: 'take', note: '' }, task!.version);
    expect(taken).toMatchObject({ state: 'taken', specialistId: 'sp-010' });
    expect((await world.call(sp010, 'proactiveTasks', { state: 'taken', mine: true })).items).toHaveLength(1);
    await world.sweep();
    expect((await world.all(proactiveTasks)).filter(({ id }) => id === task!.id)).toHaveLength(1);
  });

  it('tells a subscriber what fits, once per clause', async () => {
    const luying = enterprise('91310151MAYFA5HC7L', '芦影生物医药（上海）有限公司');
    await world.call(luying, 'subscribePolicy', { topic: 'pl-life30-03' });
    await world.call(luying, 'subscribePolicy', { topic: 'pl-life30-03' });
    expect((await world.call(luying, 'mySubscriptions', {})).items).toHaveLength(1);
    expect((await world.sweep()).policiesTold).toBeGreaterThan(0);
    expect((await world.sweep()).policiesTold).toBe(0);
    const { items } = await world.call(luying, 'myNotices', { limit: 100 });
    expect(items.filter(({ kind }) => kind === 'policy')).toHaveLength(1);
    expect((await refusal(world.call(luying, 'subscribePolicy', { topic: 'pl-life30-17' }))).code).toBe(
      'no-such-policy',
    );
    await world.call(luying, 'unsubscribePolicy', { topic: 'pl-life30-03' });
    expect((await world.call(luying, 'mySubscriptions', {})).items).toEqual([]);
  });
});

describe('the shared record', () => {
  it('shows every value with its source; a correction is a ticket, not an overwriting', async () => {
    const before = await world.call(yinglv, 'profile', {});
    expect(before.fields.find(({ field }) => field === 'employees')).toMatchObject({
      value: '286',
      department: 'hrss',
      disputed: true,
    });
    expect(
      (await refusal(world.call(yinglv, 'correctProfile', { field: 'employees', value: 300, note: '' }))).code,
    ).toBe('already-open');
    expect((await refusal(world.call(yinglv, 'correctProfile', { field: 'ecoScore', value: 99, note: '' }))).code).toBe(
      'value-unfit',
    );
    const raised = await world.call(yinglv, 'correctProfile', { field: 'scale', value: '大型', note: '今年达标' });
    expect((await world.call(yinglv, 'profile', {})).fields.find(({ field }) => field === 'scale')).toMatchObject({
      value: '中型',
      disputed: true,
    });
    expect(
      (
        await refusal(
          world.call(
            staff('department', 'planning'),
            'settleTicket',
            { ticketId: raised.id, accepted: true, answer: '好' },
            raised.version,
          ),
        )
      ).code,
    ).toBe('forbidden');
    const settled = await world.call(
      economy,
      'settleTicket',
      { ticketId: raised.id, accepted: true, answer: '统计口径已更新' },
      raised.version,
    );
    expect(settled.state).toBe('accepted');
    const after = await world.call(yinglv, 'profile', {});
    expect(after.fields.find(({ field }) => field === 'scale')).toMatchObject({
      value: '大型',
      asOf: '2026-11-23',
      disputed: false,
    });
    expect((await refusal(world.call(yinglv, 'profile', { uscc: '91310230MAYFYJ0G03' }))).code).toBe('not-found');
  });
});

describe('a pain point', () => {
  const pain = {
    uscc: '91310230MAYFYJ0G03',
    needId: null,
    painType: 'material-twice',
    severity: 'high' as const,
    department: 'commerce',
    text: '同一份材料交了三次',
  };

  it('is one todo however often it is tagged, and goes its way', async () => {
    const todo = await world.call(sp010, 'tagPainPoint', pain);
    expect((await world.call(centre, 'tagPainPoint', { ...pain, text: '又交了一次' })).id).toBe(todo.id);
    const commerce = staff('department', 'commerce');
    expect(
      (await refusal(world.call(economy, 'advanceTodo', { todoId: todo.id, act: 'sign', note: '' }, todo.version)))
        .code,
    ).toBe('forbidden');
    const signed = await world.call(commerce, 'advanceTodo', { todoId: todo.id, act: 'sign', note: '' }, todo.version);
    const done = await world.call(
      commerce,
      'advanceTodo',
      { todoId: todo.id, act: 'finish', note: '已改为共享' },
      signed.version,
    );
    expect(
      (await refusal(world.call(commerce, 'advanceTodo', { todoId: todo.id, act: 'confirm', note: '' }, done.version)))
        .code,
    ).toBe('wrong-state');
    expect(
      (await world.call(centre, 'advanceTodo', { todoId: todo.id, act: 'confirm', note: '' }, done.version)).state,
    ).toBe('confirmed');
    // What was settled may hurt again: then it is a new one.
    expect((await world.call(sp010, 'tagPainPoint', pain)).id).not.toBe(todo.id);
  });

  it('that is handed on twice is the centre’s (COMM-8)', async () => {
    const todo = await world.call(sp010, 'tagPainPoint', pain);
    const first = await world.call(
      staff('department', 'commerce'),
      'advanceTodo',
      { todoId: todo.id, act: 'transfer', department: 'taxation', note: '不归我们' },
      todo.version,
    );
    expect(first).toMatchObject({ department: 'taxation', transfers: 1 });
    const second = await world.call(
      staff('department', 'taxation'),
      'advanceTodo',
      { todoId: todo.id, act: 'transfer', department: 'economy', note: '也不归我们' },
      first.version,
    );
    expect(second).toMatchObject({ department: 'hub', transfers: 2, state: 'open' });
    expect((await world.all(todos)).filter(({ key }) => key.startsWith('pain|91310230MAYFYJ0G03'))).toHaveLength(1);
  });
});

describe('peers', () => {
  it('hear who the other is when both agreed, and not before', async () => {
    const need = await matchingNeed(world, { confidentiality: 'internal' });
    const about = { aboutAsking: '一家做储能柜的企业，要测试', aboutPeer: '一家做营养食品的企业' };
    const named = { needId: need.id, peerUscc: haimusi.enterprise!.uscc, ...about, aboutPeer: '海姆斯营养' };
    expect((await refusal(world.call(sp010, 'askPeers', named))).code).toBe('peer-unfit');
    await world.call(sp010, 'askPeers', { needId: need.id, peerUscc: haimusi.enterprise!.uscc, ...about });
    const version = world.config.consent.peer.version;
    const [asked] = (await world.call(haimusi, 'pairings', {})).items;
    expect(asked).toMatchObject({ side: 'peer', peerName: '', peerUscc: '', needId: '', about: about.aboutAsking });
    await world.call(
      haimusi,
      'answerPairing',
      { pairingId: asked!.id, agreed: true, consentVersion: version },
      asked!.version,
    );
    const [own] = (await world.call(yinglv, 'pairings', {})).items;
    expect(own).toMatchObject({ side: 'asking', peerName: '', otherConsented: true });
    const outdated = world.call(
      yinglv,
      'answerPairing',
      { pairingId: own!.id, agreed: true, consentVersion: 'old' },
      own!.version,
    );
    expect((await refusal(outdated)).code).toBe('consent-outdated');
    const agreed = await world.call(
      yinglv,
      'answerPairing',
      { pairingId: own!.id, agreed: true, consentVersion: version },
      own!.version,
    );
    expect(agreed).toMatchObject({ state: 'agreed', peerName: '海姆斯营养科技（上海）有限公司' });
    expect((await world.call(haimusi, 'pairings', {})).items[0]).toMatchObject({
      peerName: expect.stringContaining('瀛绿'),
    });
    expect((await world.call(enterprise('91310151MAYF5JH349'), 'pairings', {})).items).toEqual([]);
  });
});

describe('a forecast', () => {
  it('is for the desk, says because, and is nothing about whoever opted out', async () => {
    const { uscc } = yinglv.enterprise!;
    const found = await world.call(sp010, 'forecast', { uscc });
    expect(found.predictions.length).toBeGreaterThan(0);
    for (const { because } of found.predictions) expect(because.length).toBeGreaterThan(0);
    expect((await refusal(world.call(yinglv, 'forecast' as never, { uscc } as never))).code).toBe('forbidden');
    await world.call(yinglv, 'setForecastOptOut', { optedOut: true });
    expect(await world.call(sp010, 'forecast', { uscc })).toEqual({ uscc, optedOut: true, predictions: [] });
    expect((await world.all(enterprises)).find(({ id }) => id === uscc)).toMatchObject({ forecastOptOut: true });
  });
});

describe('what departments are shown', () => {
  it('is demand they cannot serve, with no words of confidential needs', async () => {
    const { items } = await world.call(economy, 'unservedDemand', {});
    const energy = items.find(({ category }) => category === 'energy')!;
    expect(energy.quantities).toContainEqual({ unit: '兆伏安', asked: 15, available: 11 });
    expect(energy.examples.map(({ needId }) => needId)).not.toContain('nd-003');
    expect((await refusal(world.call(economy, 'unservedDemand', { department: 'planning' }))).code).toBe('forbidden');
  });

  it('is what was offered of their own resources', async () => {
    const { items } = await world.call(staff('department', 'education'), 'matchesOfDepartment', {});
    expect(items.map(({ match }) => match.resourceId)).toEqual(['rs-041']);
    expect(items[0]!.need).toMatchObject({ masked: false, matches: [] });
    const others = await world.call(specialist('sp-001'), 'matchesOfDepartment', { department: 'education' });
    expect(others.items[0]!.need).toMatchObject({ masked: true, enterpriseName: '' });
  });
});
