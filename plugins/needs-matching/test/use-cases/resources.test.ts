/** The list of a department (RES-1, RES-2, RES-8): changing, importing, exporting. */
import { beforeEach, describe, expect, it } from 'vitest';
import { resources, stocks } from '../../src/model/resources.ts';
import { centre, createWorld, refusal, staff, yinglv, type World } from '../matching-world.ts';
import { offeredNeed, resourceInput } from './journeys.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
const economy = staff('department', 'economy');
const planning = staff('department', 'planning');

describe('a resource', () => {
  it('is kept by its department and by the centre, by nobody else', async () => {
    const made = await world.call(economy, 'createResource', resourceInput());
    expect(made).toMatchObject({ steward: 'economy', available: 5, may: { edit: true } });
    expect(world.heard).toEqual(['needs-matching.resource-changed']);
    expect(
      (await refusal(world.call(planning, 'createResource', resourceInput({ code: 'T2', title: '另一个' })))).code,
    ).toBe('forbidden');
    const update = { resourceId: made.id, ...resourceInput({ title: '测试方舱三号' }) };
    expect((await refusal(world.call(planning, 'updateResource', update, made.version))).code).toBe('forbidden');
    expect((await refusal(world.call(yinglv, 'updateResource' as never, update as never, made.version))).code).toBe(
      'forbidden',
    );
    expect(await world.call(centre, 'updateResource', update, made.version)).toMatchObject({
      title: '测试方舱三号',
      version: 2,
    });
  });

  it('is there once: by its code, and by type, title and provider however they are spelt', async () => {
    const made = await world.call(economy, 'createResource', resourceInput());
    const again = (changes: object) => refusal(world.call(economy, 'createResource', resourceInput(changes)));
    expect(await again({ title: '别的' })).toMatchObject({ code: 'code-taken', data: { resourceId: made.id } });
    expect(await again({ code: 'T2', title: ' 测试方舱，二号 ' })).toMatchObject({ code: 'same-resource' });
  });

  it('says what a resource of its kind must say', async () => {
    const refused = async (changes: object) =>
      (await refusal(world.call(centre, 'createResource', resourceInput(changes)))).code;
    expect(await refused({ window: { from: '2027-01-01', to: '2026-01-01' } })).toBe('value-unfit');
    expect(await refused({ reserved: 6 })).toBe('value-unfit');
    expect(await refused({ provider: 'nobody' })).toBe('no-such-provider');
    expect(await refused({ tags: ['月球'] })).toBe('no-such-choice');
    const loan = { lender: 'px-bank-jy', rateDiscountBp: null, rateStatement: '', reviewDocNo: '公竞审' };
    // Criteria that nobody can read are favours (公平竞争审查条例 Art. 10).
    expect(await refused({ type: 'loan', unit: '元', subjects: [], loan })).toBe('value-unfit');
  });

  it('never promises more than it has: its capacity cannot fall below what is held', async () => {
    const need = await offeredNeed(world);
    const before = await world.call(economy, 'resource', { resourceId: 'rs-018' });
    expect(before.available).toBe(0);
    const { id, version, available, may, closedReason, state, steward, updatedAt, ageDays, ...entries } = before;
    void [id, version, available, may, closedReason, state, steward, updatedAt, ageDays];
    const { ready, missing, ...parcel } = { ready: null, missing: null, ...entries.parcel };
    void [ready, missing, parcel];
    const change = { ...entries, parcel: null, resourceId: 'rs-018', reserved: 0 };
    expect(
      await refusal(world.call(economy, 'updateResource', { ...change, capacity: 3 }, before.version)),
    ).toMatchObject({
      code: 'capacity-in-use',
      data: { taken: 4 },
    });
    const more = await world.call(economy, 'updateResource', { ...change, capacity: 6 }, before.version);
    expect(more.available).toBe(2);
    expect(need.state).toBe('offered');
  });

  it('that an offer was made of stays current in the form a department has open', async () => {
    const before = await world.call(economy, 'resource', { resourceId: 'rs-018' });
    await offeredNeed(world, 'rs-018', { quantity: 1 });
    expect((await world.call(economy, 'resource', { resourceId: 'rs-018' })).version).toBe(before.version);
  });

  it('is closed with a reason, offered to nobody, and opened again', async () => {
    const before = await world.call(economy, 'resource', { resourceId: 'rs-018' });
    const closed = await world.call(economy, 'closeResource', { resourceId: 'rs-018', reason: '检修' }, before.version);
    expect(closed).toMatchObject({ state: 'closed', closedReason: '检修' });
    expect((await refusal(offeredNeed(world))).code).toBe('resource-closed');
    expect((await world.call(yinglv, 'resources', { type: 'pilot', state: 'closed' })).items).toEqual([]);
    expect((await world.call(economy, 'resources', { type: 'pilot', state: 'closed' })).items).toHaveLength(1);
    await world.call(economy, 'reopenResource', { resourceId: 'rs-018' }, closed.version);
    expect((await offeredNeed(world)).state).toBe('offered');
  });

  it('tells once when little is left', async () => {
    await offeredNeed(world, 'rs-018', { quantity: 2 });
    // rs-018 had 4, the demo holds 2.
    expect((await world.all(stocks)).find(({ id }) => id === 'rs-018')).toMatchObject({ taken: 4_000, low: true });
  });
});

describe('parcels', () => {
  it('are 熟地 only when cleared and every utility is done', async () => {
    const { items } = await world.call(null, 'resources', { type: 'land', limit: 100 });
    expect(items).toHaveLength(10);
    for (const { parcel } of items)
      expect(parcel!.ready).toBe(parcel!.demolitionDone && parcel!.utilities.every(({ done }) => done));
    const notReady = items.filter(({ parcel }) => !parcel!.ready);
    expect(notReady.length).toBeGreaterThan(0);
    for (const { parcel } of notReady) expect(parcel!.missing.length).toBeGreaterThan(0);
    const ready = await world.call(null, 'resources', { type: 'land', readyOnly: true, limit: 100 });
    expect(ready.items).toHaveLength(10 - notReady.length);
  });
});

describe('lists of resources', () => {
  it('come in pages without gaps or repetitions', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await world.call(null, 'resources', {
        limit: 7,
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(79);
    expect(new Set(seen).size).toBe(79);
  });

  it('find words in titles, descriptions and particulars', async () => {
    const { items } = await world.call(null, 'resources', { search: '插班学位' });
    expect(items[0]).toMatchObject({ id: 'rs-041' });
    expect((await world.call(null, 'resources', { search: '净化车间', type: 'factory' })).items[0]).toMatchObject({
      id: 'rs-014',
    });
  });
});

describe('an import', () => {
  const row = (changes: Record<string, string | number | null> = {}) => ({
    编码: 'IM-1',
    类别: 'testing',
    名称: '盐雾试验箱',
    提供方: 'px-lab',
    容量: '1,200',
    单位: '样/天',
    周期: 'day',
    开始日期: '2026/9/1',
    结束日期: '2027年8月31日',
    标签: '新材料、储能',
    事项: '盐雾试验',
    ...changes,
  });
  const market = staff('department', 'market-regulation');

  it('says in a preview what would become of each row and writes nothing', async () => {
    const preview = await world.call(market, 'importResources', {
      mode: 'preview',
      onDuplicate: 'skip',
      rows: [
        row(),
        row({ 编码: 'IM-2', 名称: ' 盐雾 试验箱 ' }),
        row({ 编码: 'IM-3', 名称: '爆破压力', 容量: '很多' }),
        row({ 编码: 'RS-056', 名称: '水质36项检测', 事项: '水质与理化' }),
        row({ 编码: 'IM-5', 名称: '别家的', 提供方: 'planning' }),
        row({ 编码: 'IM-6', 名称: '别样', 标签: '月球' }),
        {},
      ],
    });
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual([
      'create',
      'duplicate',
      'invalid',
      'duplicate',
      'invalid',
      'invalid',
      'invalid',
    ]);
    expect(preview.rows[1]).toMatchObject({ sameAs: '第 1 行' });
    expect(preview.rows[2]!.issues).toMatchObject([{ column: '容量' }]);
    expect(preview.rows[3]).toMatchObject({ sameAs: 'rs-056' });
    expect(preview.rows[4]!.issues).toMatchObject([{ column: '提供方', rule: 'forbidden' }]);
    expect(preview.rows[5]!.issues).toMatchObject([{ column: '标签', rule: 'no-such-choice' }]);
    expect(preview.rows[6]!.issues.length).toBeGreaterThan(3);
    expect(await world.all(resources)).toHaveLength(79);
    expect(world.heard).toEqual([]);
  });

  it('applies the good rows, updates by code, and is found by the next search', async () => {
    const rows = [
      row(),
      row({ 编码: 'RS-056', 名称: '水质40项检测', 容量: 30, 事项: '水质与理化' }),
      row({ 编码: 'X', 名称: '' }),
    ];
    const done = await world.call(market, 'importResources', { mode: 'apply', onDuplicate: 'update', rows });
    expect(done).toMatchObject({ created: 1, updated: 1, invalid: 1 });
    expect(world.heard).toEqual(['needs-matching.resources-imported']);
    const found = await world.call(null, 'previewMatches', {
      category: 'testing',
      subjects: ['盐雾试验'],
      quantity: 20,
      unit: '样',
      deadline: '2026-12-05',
    });
    expect(found.items.map(({ resource }) => resource.title)).toEqual(['盐雾试验箱']);
    expect(found.items[0]!.resource).toMatchObject({
      capacity: 1_200,
      window: { from: '2026-09-01', to: '2027-08-31' },
    });
    expect(await world.call(null, 'resource', { resourceId: 'rs-056' })).toMatchObject({
      title: '水质40项检测',
      capacity: 30,
    });
  });

  it('does not take away what is promised', async () => {
    const done = await world.call(market, 'importResources', {
      mode: 'apply',
      onDuplicate: 'update',
      rows: [row({ 编码: 'RS-056', 名称: '水质36项检测', 容量: 2, 事项: '水质与理化' })],
    });
    expect(done).toMatchObject({ updated: 0, invalid: 1, rows: [{ issues: [{ rule: 'capacity-in-use' }] }] });
  });

  it('reads what an export wrote, and leaves it as it was', async () => {
    const { columns, rows } = await world.call(market, 'exportResources', {});
    const back = rows.map((cells) =>
      Object.fromEntries(columns.map(({ label }, index) => [label, cells[index] as string])),
    );
    expect(back.length).toBeGreaterThan(3);
    const before = await world.all(resources);
    const done = await world.call(market, 'importResources', { mode: 'apply', onDuplicate: 'update', rows: back });
    expect(done).toMatchObject({ updated: back.length, invalid: 0, created: 0 });
    const strip = (list: typeof before) =>
      list.map(({ version, updatedAt, ...kept }) => (void version, void updatedAt, kept));
    expect(strip(await world.all(resources))).toEqual(strip(before));
  });

  it('refuses more rows than the settings allow, politely', async () => {
    const rows = Array.from({ length: 1_001 }, () => ({}));
    expect(
      await refusal(world.call(market, 'importResources', { mode: 'preview', onDuplicate: 'skip', rows })),
    ).toMatchObject({
      code: 'too-many-rows',
      data: { maximum: 1_000 },
    });
  });
});

describe('an export', () => {
  it('is a text that no spreadsheet runs', async () => {
    await world.call(
      economy,
      'createResource',
      resourceInput({ description: '=HYPERLINK("http://example.invalid")', price: '-1+2', title: '他说“好”,\n真的' }),
    );
    const { csv } = await world.call(economy, 'exportResources', { type: 'pilot' });
    expect(csv.startsWith('\uFEFF编码,类别,名称')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://example.invalid"")"`);
    expect(csv).toContain("'-1+2");
    expect(csv.split('\r\n').length).toBeGreaterThan(3);
  });

  it('is of the own department only', async () => {
    expect((await refusal(world.call(economy, 'exportResources', { steward: 'planning' }))).code).toBe('forbidden');
    const { rows } = await world.call(staff('auditor'), 'exportResources', {});
    expect(rows).toHaveLength(79);
  });
});
