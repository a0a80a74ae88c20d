import 'axe-core';
import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import { DeskPage, type ShowOptions } from './test/desk-page.ts';
import { FakeMatchDesk, matchOf, needRow } from './test/fake-match-desk.ts';
import { needRows } from './test/sample-needs.ts';

let fake: FakeMatchDesk;
let page: DeskPage;
const cabin = '对接 新海储能测试方舱';

async function open(options: ShowOptions = {}): Promise<void> {
  page = new DeskPage(fake, { need: 'nd-028', ...options });
  await page.until(() => page.all('#need-title').length > 0, 'the need is shown');
}
const dialogText = (): string => page.all('dialog[open]')[0]?.textContent?.replace(/\s+/g, ' ') ?? '';
const isClosed = (): Promise<void> => page.until(() => page.all('dialog[open]').length === 0, 'the dialog is closed');
const offers = (): Record<string, unknown>[] =>
  fake.asked('offerMatch').map(({ input }) => input as Record<string, unknown>);

describe('<zs-match-desk>, one need', () => {
  beforeEach(() => {
    fake = new FakeMatchDesk();
  });
  afterEach(() => page.remove());

  it('shows the enterprise’s words, its facts, and proposals whose parts add up to the total', async () => {
    await open();
    expect(page.says('动物房不要，只要洁净台和负八十冰箱，三个月')).to.equal(true);
    expect(page.says('可用资源 3 项')).to.equal(true);
    for (const item of page.all('.zs-rank')) {
      const total = Number(
        /^[\d.]+/.exec(item.querySelector('.zs-score__total [aria-hidden]')?.textContent?.trim() ?? '')?.[0],
      );
      const parts = [...item.querySelectorAll('.zs-parts dd')].map(({ textContent }) => parseFloat(textContent ?? ''));
      expect(parts).to.have.length(5);
      expect(parts.reduce((sum, each) => sum + each, 0)).to.equal(total);
    }
    expect(page.says('待核实 1 项')).to.equal(true);
    expect(page.says('少 1 工位（50%）')).to.equal(true);
    expect(page.says('另有 13 项不符合：数量不足 7、用途不符 4、距湿地保护区不足 5 公里 2。')).to.equal(true);
  });

  it('offers with the keyboard alone: a number, Enter, Enter', async () => {
    await open();
    await page.until(() => page.focused?.id === 'need-title', 'the title has the focus');
    page.key('2');
    await page.until(() => page.focused?.id === 'offer-rs-019', 'the second resource is chosen');
    expect(page.says('选中第 2 项，港沿智能装备联合试验场。按 Enter 打开确认。')).to.equal(true);
    // What Enter does on a button.
    page.focused?.click();
    await page.until(() => page.focused?.textContent?.trim() === '发出对接', 'Enter would send it');
    expect(page.one<HTMLInputElement>('#field-offerQuantity').value).to.equal('1');
    expect(page.one<HTMLTextAreaElement>('#field-offerMessage').value).to.include('港沿智能装备联合试验场');
    page.focused?.click();
    await isClosed();
    expect(offers()).to.have.length(1);
    expect(offers()[0]).to.include({ needId: 'nd-028', resourceId: 'rs-019', quantity: 1, reason: '' });
    expect(fake.asked('offerMatch')[0]?.expectedVersion).to.equal(1);
    await page.untilSays('已对接港沿智能装备联合试验场，保留到11月30日');
    await page.untilSays('占用 1 台班，保留到11月30日');
    await page.until(() => page.focused !== document.body && page.focused !== null, 'the focus is in the desk');
  });

  it('never takes a number typed into a field for a shortcut, nor one while shortcuts are off', async () => {
    await open();
    await page.press(cabin);
    await page.until(() => page.all('#field-offerQuantity').length === 1, 'the dialog is open');
    page.one('#field-offerQuantity').focus();
    page.key('3');
    expect(page.focused?.id).to.equal('field-offerQuantity');
    await page.press('先不对接');
    await isClosed();
    page.desk.keysOn = false;
    await page.desk.updateComplete;
    await page.until(() => !page.says('按 1 至 9 选资源'), 'the keys are not spoken of');
    page.one('#need-title').focus();
    page.key('1');
    expect(page.focused?.id).to.equal('need-title');
  });

  it('shows the next best where the capacity is gone meanwhile, and keeps what was typed', async () => {
    await open();
    await page.press(cabin);
    await page.until(() => page.all('#field-offerMessage').length === 1, 'the dialog is open');
    page.type('#field-offerMessage', '请下周一来看场地。');
    fake.taken = { 'rs-018': 3 };
    await page.press('发出对接');
    await page.untilSays('现在还有 1 台班。可以减少数量，或者换下面的。');
    expect(page.one<HTMLTextAreaElement>('#field-offerMessage').value).to.equal('请下周一来看场地。');
    await page.press('改为对接 芦汀孵化器材料中试间 75.5');
    await page.until(() => dialogText().includes('对接芦汀孵化器材料中试间'), 'the dialog speaks of the other');
    expect(page.one<HTMLTextAreaElement>('#field-offerMessage').value).to.equal('请下周一来看场地。');
    await page.press('发出对接');
    await isClosed();
    expect(offers().pop()).to.include({ resourceId: 'rs-017', message: '请下周一来看场地。' });
  });

  it('asks for a written reason where a hard condition is not met or not known', async () => {
    await open();
    await page.press('写明理由后对接：长兴岛装备中试基地 2 号车间');
    await page.until(() => page.focused?.id === 'field-offerReason', 'the reason comes first');
    expect(dialogText()).to.include('消防等级');
    await page.press('发出对接');
    await page.until(() => dialogText().includes('请写明理由'), 'it is not sent without');
    expect(offers()).to.have.length(0);
    page.type('#field-offerReason', '产权方 11月25日答复，先占位。');
    await page.press('发出对接');
    await isClosed();
    expect(offers()[0]).to.include({ resourceId: 'rs-021', reason: '产权方 11月25日答复，先占位。' });
    await page.untilSays('不按这些硬性条件：消防等级。理由：产权方 11月25日答复，先占位。');
  });

  it('says what has become of the need where somebody was faster, and sends then', async () => {
    await open();
    await page.press(cabin);
    await page.until(() => page.all('#field-offerMessage').length === 1, 'the dialog is open');
    fake.change('nd-028', { state: 'offered' });
    await page.press('发出对接');
    await page.untilSays('这条需求刚被改过：现在是“等企业答复”，由柏若溪负责。您填的内容还在，看过再发。');
    await page.press('发出对接');
    await isClosed();
    expect(fake.asked('offerMatch').map(({ expectedVersion }) => expectedVersion)).to.deep.equal([1, 2]);
  });

  it('takes an offer back by the toast’s own button, with the reason', async () => {
    await open();
    await page.press(cabin);
    await page.press('发出对接');
    await isClosed();
    await page.press('撤回');
    await page.until(() => dialogText().includes('撤回对接新海储能测试方舱'), 'the reason is asked for');
    await page.press('撤回对接');
    await page.until(() => dialogText().includes('请写明理由'), 'not without a reason');
    page.type('#field-releaseReason', '选错了资源');
    await page.press('撤回对接');
    await isClosed();
    expect(fake.asked('releaseMatch')[0]?.input).to.include({ reason: '选错了资源' });
    await page.untilSays('已撤回新海储能测试方舱，余量放回');
  });

  it('leads back to the need where its undo is pressed from another view', async () => {
    await open();
    await page.press(cabin);
    await page.press('发出对接');
    await isClosed();
    await page.press('主动办');
    await page.untilSays('主动办 1 件');
    const undo = page.all('.zs-toast__act')[0];
    expect(undo?.textContent?.trim()).to.equal('撤回');
    undo?.click();
    await page.untilSays('占用 2 台班，保留到11月30日');
  });

  it('takes up what nobody has taken up, and starts', async () => {
    const [row = []] = needRows;
    fake.needs = [needRow([...row.slice(0, 8), '', 'submitted'])];
    await open({ need: 'nd-001' });
    await page.press('我来负责');
    await page.untilSays('现在由您负责');
    expect(fake.asked('assignSpecialist')[0]?.input).to.deep.equal({
      needId: 'nd-001',
      specialistId: 'sp-010',
      reason: '',
    });
    await page.press('开始对接');
    await page.untilSays('已开始对接');
    expect(fake.need('nd-001').state).to.equal('matching');
  });

  it('hands over with the reason only, and leaves unmet with reason and note', async () => {
    await open();
    await page.press('转办');
    await page.until(() => page.all('#field-assignTo').length === 1, 'the dialog is there');
    page.type('#field-assignTo', 'sp-009');
    await page.press('交给专员');
    await page.until(() => dialogText().includes('请写明理由'), 'not without a reason');
    await page.press('先不办');
    await isClosed();
    await page.press('留为未满足');
    await page.until(() => page.all('#field-unmetReason').length === 1, 'the dialog is there');
    page.type('#field-unmetReason', 'no-resource');
    page.type('#field-unmetNote', '岛内没有负八十度冰箱的公用台位。');
    await page.press('留为未满足');
    await isClosed();
    await page.untilSays('未满足，招商中心在 11月27日前答复企业');
    await page.press('重新对接');
    await page.until(() => page.all('#field-reopenReason').length === 1, 'the dialog is there');
    page.type('#field-reopenReason', '孵化器新到两台冰箱');
    await page.press('重新对接');
    await isClosed();
    expect(fake.need('nd-028').state).to.equal('matching');
  });

  it('records that an accepted match was delivered, with the first day of its trial', async () => {
    const need = fake.need('nd-028');
    const match = matchOf(need, 'rs-018', {
      state: 'accepted',
      may: { accept: false, decline: false, release: true, fulfil: true },
    });
    fake.change('nd-028', { state: 'accepted', matches: [match] });
    await open();
    await page.press('记录落实：新海储能测试方舱');
    await page.until(() => page.all('#field-fulfilNote').length === 1, 'the dialog is there');
    page.type('#field-fulfilNote', '已签使用协议');
    page.type('#field-trialFrom', '2026-12-01');
    await page.press('记录落实');
    await isClosed();
    expect(fake.asked('recordFulfilment')[0]?.input).to.include({ note: '已签使用协议', trialFrom: '2026-12-01' });
  });

  it('tags a pain point in one dialog, with the department of the category filled in', async () => {
    await open();
    await page.press('标痛点');
    await page.until(() => page.all('#field-painType').length === 1, 'the dialog is there');
    expect(page.one<HTMLSelectElement>('#field-painDepartment').value).to.equal('economy');
    page.type('#field-painType', 'land');
    page.type('#field-painText', '场地只租三个月，没人愿意接。');
    await page.press('标痛点并生成待办');
    await isClosed();
    expect(fake.asked('tagPainPoint')[0]?.input).to.include({
      needId: 'nd-028',
      severity: 'medium',
      department: 'economy',
    });
    await page.untilSays('已生成待办，经发局，11月30日前办');
  });

  it('offers several needs of one enterprise together, all or nothing', async () => {
    const { uscc } = fake.need('nd-028');
    fake.change('nd-033', { uscc });
    await open();
    await page.press('打包对接');
    await page.until(() => page.all('dialog select').length === 2, 'both needs are listed');
    page.type('#bundle-nd-033', 'rs-017');
    page.type('#field-bundleName', '细胞工程一揽子');
    fake.override['createBundle'] = () => {
      throw new ZsError('conflict', 'capacity-short', '余量不够：现在还有 0 台班。', { data: {} });
    };
    await page.press('一起对接');
    await page.untilSays('没有占用任何资源。余量不够：现在还有 0 台班。');
    delete fake.override['createBundle'];
    fake.change('nd-033', { quantity: 1 });
    await page.press('一起对接');
    await isClosed();
    const { items } = fake.input<{ items: { needId: string; resourceId: string }[] }>('createBundle', 1);
    expect(items.map(({ needId, resourceId }) => `${needId} ${resourceId}`).sort()).to.deep.equal([
      'nd-028 rs-018',
      'nd-033 rs-017',
    ]);
    await page.untilSays('已打包对接 2 项，等企业答复');
  });

  it('asks peers for consent in words that name nobody', async () => {
    await open();
    await page.press('找上下游');
    await page.until(() => page.all('dialog input[type=radio]').length === 1, 'candidates are there');
    page.one<HTMLInputElement>('dialog input[type=radio]').click();
    await page.until(
      () => page.one<HTMLTextAreaElement>('#field-aboutPeer').value.includes('能配套储能变流器'),
      'the other side is described',
    );
    page.type('#field-aboutAsking', '上海澜木细胞工程有限公司在找洁净台');
    await page.press('分别征求双方同意');
    await page.until(() => dialogText().includes('请去掉企业名称'), 'a name is not let through');
    page.type('#field-aboutAsking', '本区一家细胞企业在找洁净台');
    await page.press('分别征求双方同意');
    await isClosed();
    expect(fake.asked('askPeers')).to.have.length(1);
    await page.press('找上下游');
    await page.untilSays('这条需求已经征求过：1 家等答复。');
  });

  it('shows the shared record with its sources, and a forecast with because, or that it is not wanted', async () => {
    await open();
    expect(fake.asked('profile')).to.have.length(0);
    await page.press('企业档案');
    await page.untilSays('市场监管登记');
    expect(page.says('企业有异议，在核对')).to.equal(true);
    await page.press('下一步可能需要');
    await page.untilSays('因为：同类 12 家储能企业里 9 家在投产前半年提出增容');
    fake.override['forecast'] = ({ uscc }: { uscc: string }) => ({ uscc, optedOut: true, predictions: [] });
    fake.push('needs-matching.record-changed', { uscc: fake.need('nd-028').uscc, ticketId: null });
    await page.untilSays('这家企业不愿被推测，已按它的意愿停用');
    expect(page.says('同类 12 家储能企业')).to.equal(false);
  });

  it('keeps what is being typed while others change the need', async () => {
    await open();
    await page.press(cabin);
    await page.until(() => page.all('#field-offerMessage').length === 1, 'the dialog is open');
    page.type('#field-offerMessage', '写到一半');
    fake.change('nd-028', { urgency: 'urgent' });
    fake.push('needs-matching.need-changed', {
      needId: 'nd-028',
      uscc: '',
      category: 'pilot',
      state: 'matching',
      specialistId: 'sp-010',
    });
    await page.until(() => fake.asked('need').length > 1, 'the need is read again');
    await page.untilSays('紧急');
    expect(page.one<HTMLTextAreaElement>('#field-offerMessage').value).to.equal('写到一半');
    expect(page.focused?.id).to.equal('field-offerMessage');
  });

  it('lets those who supervise look, and offers them nothing to do', async () => {
    fake.who = { subject: 's-leader', displayName: '领导', roles: ['leader'], zone: 'default' };
    await open();
    await page.untilSays('可用资源 3 项');
    expect(page.hasButton(cabin)).to.equal(false);
    expect(page.hasButton('标痛点')).to.equal(false);
    expect(page.says('下一步可能需要')).to.equal(false);
  });

  it('asks the booking of the same page for a visit, over the bus alone', async () => {
    await open();
    let wanted: unknown;
    page.portal.portal.bus.on('service-day.visit-wanted', ({ payload }) => (wanted = payload));
    await page.press('约办：新海储能测试方舱');
    expect(wanted).to.include({ department: 'economy', topic: '中试场地咨询', from: '需求 XQ-20261109-ND-028' });
  });

  for (const [mode, lang, width] of [
    ['standard', 'zh-CN', '1180px'],
    ['elder', 'zh-CN', '390px'],
    ['large', 'en', '320px'],
  ] as const)
    it(`is accessible in ${mode} mode, ${lang}, at ${width}, with an open dialog too`, async () => {
      await open({ lang, width });
      await page.turnTo(mode);
      expect(await page.violations()).to.deep.equal([]);
      expect(page.overflowing).to.deep.equal([]);
      page.one<HTMLButtonElement>('#offer-rs-016').click();
      await page.until(() => page.all('#field-offerReason').length === 1, 'the dialog is open');
      expect(await page.violations()).to.deep.equal([]);
    });
});
