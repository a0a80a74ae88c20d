import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import '../../src/elements/needs-matcher/define.ts';
import { deepAll, focused } from '@zhaoshang/testing/page/deep.ts';
import { NeedPage, until } from './need-page.ts';
import { another, clerk, hmos } from './real-matching.ts';

let page: NeedPage;
afterEach(() => page.remove());

const events = (name: string): unknown[] => {
  const heard: unknown[] = [];
  page.portal.addEventListener(name, (event) => heard.push((event as CustomEvent).detail));
  return heard;
};
const submit = (): void => page.one('button[type=submit]').click();

describe('stating a need', () => {
  it('goes step by step to a receipt with number, what comes next, and a promise kept by the calendar', async () => {
    page = await NeedPage.open({ attributes: { 'needs-href': '/needs' } });
    const submitted = events('zs-need-submitted');
    await page.fillHall();
    expect(page.text).to.include('600 平方米').and.to.include('2027年1月29日');
    submit();
    await page.shows('11月24日（星期二）前');
    expect(page.text).to.match(/需求已提交 ?XQ-20261123-[0-9A-Z]{6}/);
    expect(page.one<HTMLAnchorElement>('a.zs-btn--primary').getAttribute('href')).to.equal('/needs');
    await until(() => focused()?.matches('.zs-receipt__notice') === true, 'the receipt has the focus');
    const [draft, sent] = [page.backend.asked('draftNeed'), page.backend.asked('submitNeed')];
    expect([draft.length, sent.length]).to.deep.equal([1, 1]);
    expect(draft[0]?.input).to.deep.include({
      category: 'factory',
      quantity: 600,
      unit: '平方米',
      deadline: '2027-01-29',
      text: '想租一层做无人机总装，要能进九米的挂车',
      urgency: 'normal',
      confidentiality: 'internal',
      personal: null,
      consent: null,
    });
    expect(submitted).to.have.length(1);
    expect(submitted[0]).to.include({ category: 'factory', uscc: hmos.enterprise?.uscc });
    page.press('再提一条');
    await page.at('what');
    expect(page.form.values['category']).to.equal(undefined);
  });

  it('sends once, however often the button is pressed', async () => {
    page = await NeedPage.open();
    await page.fillHall();
    let go = (): void => undefined;
    page.backend.before['draftNeed'] = () => new Promise<void>((resolve) => (go = resolve));
    submit();
    await until(() => page.backend.asked('draftNeed').length === 1, 'it is sent');
    submit();
    page.one('form').dispatchEvent(new Event('submit', { cancelable: true }));
    await until(() => page.one<HTMLButtonElement>('button[type=submit]').disabled, 'the button is busy');
    go();
    await page.shows('需求已提交');
    expect(page.backend.asked('draftNeed')).to.have.length(1);
  });

  it('is not stated twice after an answer that was lost: the same key gives the same need', async () => {
    page = await NeedPage.open();
    await page.fillHall();
    page.backend.after['submitNeed'] = () => {
      throw new ZsError('unavailable', 'unavailable', '没有连上');
    };
    submit();
    await page.shows('没有收到回复');
    page.backend.after = {};
    submit();
    await page.shows('需求已提交');
    const [first, second] = page.backend.asked('draftNeed');
    expect(second?.idempotencyKey).to.equal(first?.idempotencyKey);
    const { output } = await page.backend.call({
      plugin: 'needs-matching',
      operation: 'myNeeds',
      kind: 'query',
      input: {},
    });
    const mine = (output as { items: { text: string }[] }).items.filter(({ text }) => text.includes('九米的挂车'));
    expect(mine).to.have.length(1);
  });

  it('lands what the backend refuses at its field', async () => {
    page = await NeedPage.open();
    await page.fillHall();
    page.backend.before['draftNeed'] = () => {
      throw new ZsError('invalid', 'deadline-past', '期限已经过去，请重新选择日期。');
    };
    submit();
    await until(() => page.all('.zs-error-summary').length === 1, 'it is summed up');
    page.press('期限已经过去');
    await page.at('when');
    await until(() => focused()?.id === 'field-deadline', 'the field has the focus');
  });

  it('asks who is not signed in to sign in, keeps everything, and goes on', async () => {
    page = await NeedPage.open({ who: null });
    const asked = events('zs-login-requested');
    await page.fillHall();
    expect(page.text).not.to.include('企业标签');
    submit();
    await page.shows('登录后再提交');
    expect(page.backend.asked('draftNeed')).to.have.length(0);
    page.press('重新登录');
    await until(() => asked.length === 1, 'the host page is asked');
    page.backend.who = hmos;
    await page.portal.portal.refreshSession();
    await until(() => page.form.values['recordTags'] !== undefined, 'the record is filled in');
    expect(page.flow.step).to.equal('review');
    expect(page.form.values['quantityFactory']).to.equal(600);
    submit();
    await page.shows('需求已提交');
  });

  it('comes back after a crash, where it was, and is gone once it is stated', async () => {
    page = await NeedPage.open();
    await page.at('what');
    page.choose('category', 'factory');
    await page.next('details');
    page.type('quantityFactory', '1200');
    await until(() => page.text.includes('自动保存在本机'), 'the draft is kept');
    const { zone, backend } = page;
    page.remove();
    page = await NeedPage.open({ backend }, zone);
    await page.shows('上次填到一半的内容还在');
    page.press('接着填');
    await page.at('details');
    expect(page.form.values['quantityFactory']).to.equal(1200);
    await until(() => page.backend.asked('previewMatches').length > 1, 'what fits is asked for again');
  });

  it('tells staff where calls are noted', async () => {
    page = await NeedPage.open({ who: clerk });
    await page.shows('企业在这里提需求');
    expect(page.all('zs-schema-form')).to.have.length(0);
  });
});

describe('what fits while a need is written', () => {
  it('is asked once the typing pauses; the older question is given up and nothing waits for it', async () => {
    page = await NeedPage.open();
    await page.at('what');
    page.choose('category', 'factory');
    await page.shows('堡镇绿色装备园3号楼二层');
    expect(page.text).to.include('比对了 5 项').and.to.include('还没填期限，先按');
    const signals: (AbortSignal | undefined)[] = [];
    page.backend.before['previewMatches'] = ({ signal }) => {
      signals.push(signal);
      return new Promise<void>((resolve) => setTimeout(resolve, 60));
    };
    await page.next('details');
    const before = page.backend.asked('previewMatches').length;
    for (const value of ['1', '12', '120', '1200']) page.type('quantityFactory', value);
    await until(() => page.backend.asked('previewMatches').length > before, 'it is asked');
    page.type('quantityFactory', '3600');
    await until(() => page.text.includes('差 1,680 平方米'), 'the gap is shown');
    const asked = page.backend.asked('previewMatches').slice(before);
    expect(asked.map(({ input }) => (input as { quantity: number }).quantity)).to.deep.equal([1200, 3600]);
    expect(signals.map((signal) => signal?.aborted)).to.deep.equal([true, false]);
  });

  it('says why, by the shared templates', async () => {
    page = await NeedPage.open();
    await page.at('what');
    page.choose('category', 'factory');
    await page.shows('堡镇绿色装备园3号楼二层');
    page.press('看依据');
    await until(() => page.all('[role=table]').length > 0, 'the conditions are there');
    expect(page.all('.zs-bar').length).to.be.greaterThan(0);
  });

  it('never keeps anybody from stating the need', async () => {
    page = await NeedPage.open();
    page.backend.before['previewMatches'] = () => {
      throw new ZsError('unavailable', 'unavailable', '没有连上');
    };
    await page.fillHall();
    await page.shows('不影响填写');
    submit();
    await page.shows('需求已提交');
  });
});

describe('a need in one paragraph', () => {
  it('is read: kind, town and quantity follow the words until somebody answers them', async () => {
    page = await NeedPage.open({ attributes: { way: 'words' } });
    await page.at('say');
    page.type('text', '想在陈家镇租一层三千六百平米的厂房做无人机总装');
    await page.shows('按您写的，选了“厂房”');
    expect(page.form.values).to.include({ category: 'factory', quantityFactory: 3600, town: '310151110' });
    page.type('category', 'pilot');
    page.type('text', '想在陈家镇租一层两千平米的厂房做无人机总装，年底前');
    expect(page.form.values['category']).to.equal('pilot');
    page.type('deadline', '2026-12-31');
    page.type('category', 'factory');
    await until(() => page.form.values['quantityFactory'] === 2000, 'the quantity follows');
    await page.next('review');
    submit();
    await page.shows('需求已提交');
    expect(page.backend.asked('draftNeed')[0]?.input).to.include({ quantity: 2000, unit: '平方米' });
  });

  it('becomes steps and back without losing a word', async () => {
    page = await NeedPage.open({ attributes: { way: 'words' } });
    await page.at('say');
    page.type('text', '想租一层三千六百平米的厂房');
    await until(() => page.form.values['category'] === 'factory', 'the kind is read');
    page.press('一步一步填');
    await page.at('what');
    expect(page.one<HTMLInputElement>('input[value=factory]').checked).to.equal(true);
    expect(page.form.values['text']).to.equal('想租一层三千六百平米的厂房');
    page.press('一段话说清');
    await page.at('say');
    expect(page.one<HTMLTextAreaElement>('#field-text').value).to.equal('想租一层三千六百平米的厂房');
  });

  it('is to be without words where it is about a child', async () => {
    page = await NeedPage.open({ attributes: { way: 'words' } });
    await page.at('say');
    page.type('text', '员工王小明要转学，孩子上小学三年级');
    await page.shows('“王小明”看起来是姓名，请删去');
    expect(page.form.values['category']).to.equal('school');
    submit();
    await until(() => page.all('.zs-error-summary').length === 1, 'it is summed up');
    expect(page.text).to.include('请删去这段话');
    page.press('删去这段话');
    await until(() => page.form.values['text'] === undefined, 'the words are gone');
    page.choose('bands', 'primary');
    await until(() => page.all('#field-placesPrimary').length === 1, 'the count is asked for');
    page.type('placesPrimary', '1');
    page.type('deadline', '2027-01-29');
    page.one('#field-consentPersonal').click();
    page.one('#field-guardian').click();
    await page.next('review');
    submit();
    await page.shows('需求已提交');
    const input = page.backend.asked('draftNeed')[0]?.input as Record<string, unknown>;
    expect(input['text']).to.equal('');
    expect(input['confidentiality']).to.equal('sensitive');
    expect(input['personal']).to.deep.equal({ kind: 'school', places: [{ band: 'primary', count: 1 }] });
    expect(input['consent']).to.deep.equal({ version: '敏感信息告知书-2026.1', guardian: true });
    // No word of it went out with the comparisons either, once the kind was known.
    const compared = page.backend.asked('previewMatches').map((request) => JSON.stringify(request.input));
    expect(compared.filter((each) => each.includes('王小明'))).to.deep.equal([]);
  });
});

describe('needs about a person, and what a text must not hold', () => {
  it('refuses an identity number, and warns of a name without keeping anybody from going on', async () => {
    page = await NeedPage.open();
    await page.at('what');
    page.choose('category', 'housing');
    await page.next('details');
    await page.next('when');
    page.type('deadline', '2027-01-29');
    await page.next('words');
    page.type('text', '证件号 11010519491231002X 的员工要一间');
    submit();
    await until(() => page.all('.zs-error-summary').length === 1, 'it is refused');
    page.type('text', '员工王小明要一间，离公司近');
    await page.shows('“王小明”看起来是姓名');
    await page.next('record');
  });

  it('asks of a doctor’s appointment the department and the time, and keeps neither on the device', async () => {
    page = await NeedPage.open();
    await page.at('what');
    page.choose('category', 'medical');
    await until(() => page.all('#field-about').length === 1, 'for whom is asked');
    page.choose('about', 'person');
    await page.next('least');
    page.type('medicalDepartment', '心内科');
    await until(() => page.text.includes('自动保存在本机'), 'the draft is kept');
    expect(page.flow.form.keepable()).not.to.have.property('medicalDepartment');
    await page.next('details');
    expect(page.all('#field-text')).to.have.length(0);
    await page.next('when');
    page.type('deadline', '2026-11-30');
    await page.next('record');
    expect(page.text).to.include('敏感个人信息告知书');
    submit();
    await until(() => page.all('.zs-error-summary').length === 1, 'nothing goes without consent');
  });
});

describe('the shared record in the form', () => {
  it('shows source and date; a correction becomes a ticket and the need goes on', async () => {
    page = await NeedPage.open();
    await page.at('what');
    page.choose('category', 'factory');
    await page.next('details');
    await page.next('when');
    page.type('deadline', '2027-01-29');
    await page.next('words');
    await page.next('record');
    expect(page.text).to.include('来自：社保参保人数 2026-10-31');
    page.type('recordEmployees', '168');
    await page.shows('已更正。社保参保人数 2026-10-31 登记的是：156 人');
    await page.next('review');
    submit();
    await page.shows('更正已转去核对');
    expect(page.text).to.include('从业人数：');
    expect(page.backend.asked('correctProfile').map(({ input }) => input)).to.deep.equal([
      { field: 'employees', value: 168, note: '' },
    ]);
  });

  it('does not take the need back where a correction is not taken, and says which', async () => {
    page = await NeedPage.open();
    page.backend.before['correctProfile'] = () => {
      throw new ZsError('conflict', 'already-open', '这一项已经提过，正在核对，请等答复。');
    };
    await page.fillHall();
    await page.flow.goTo('record');
    await page.at('record');
    page.type('recordEmployees', '168');
    await page.next('review');
    submit();
    await page.shows('从业人数：这一项已经提过');
    expect(page.text).to.match(/XQ-20261123-/);
  });
});

describe('changing a need', () => {
  const open = async (): Promise<string> => {
    page = await NeedPage.open({ who: another });
    const { output } = await page.backend.call({
      plugin: 'needs-matching',
      operation: 'myNeeds',
      kind: 'query',
      input: { limit: 50 },
    });
    const { items } = output as { items: { id: string; may: { edit: boolean }; personal: unknown }[] };
    return items.find(({ may, personal }) => may.edit && personal === null)?.id ?? '';
  };

  it('opens what the list on the same page asks for, over the bus, and saves the change', async () => {
    const id = await open();
    expect(id).not.to.equal('');
    await page.at('what');
    expect(page.portal.portal.bus.ask('needs-matching.need-edit-wanted', { needId: id })).to.equal(true);
    await page.shows('修改需求');
    await until(() => page.flow?.step === 'what' && page.form.values['category'] !== undefined, 'it is filled in');
    const { version } = (
      await page.backend.call({ plugin: 'needs-matching', operation: 'need', kind: 'query', input: { needId: id } })
    ).output as { version: number };
    const text = page.flow.input('text');
    page.flow.set('text', `${String(text)}，补充一句`);
    page.flow.set('deadline', '2027-03-01');
    await page.flow.goTo('review');
    submit();
    await page.shows('修改已保存');
    const [edited] = page.backend.asked('editNeed');
    expect(edited?.expectedVersion).to.equal(version);
    expect(edited?.input).to.include({ needId: id, deadline: '2027-03-01', text: `${String(text)}，补充一句` });
    expect(page.backend.asked('draftNeed')).to.have.length(0);
  });

  it('is asked for by the list of needs: both tags on one page, and nothing but the bus between them', async () => {
    const id = await open();
    const matcher = document.createElement('zs-needs-matcher');
    matcher.need = id;
    page.portal.append(matcher);
    const button = (): HTMLElement | undefined =>
      deepAll(matcher, 'button').find((each) => (each.textContent ?? '').includes('修改需求'));
    await until(() => button() !== undefined, 'the list has a need that can be changed', 600);
    button()?.click();
    await page.shows('修改需求 编号 XQ-');
  });

  it('opens what the address of the page names, as the link of a list on another page does', async () => {
    const id = await open();
    page.remove();
    const before = location.href;
    history.replaceState(null, '', `${location.pathname}?need=${id}`);
    page = await NeedPage.open({ who: another });
    history.replaceState(null, '', before);
    await page.shows('修改需求 编号 XQ-');
    expect(page.element.needId).to.equal(id);
  });

  it('says so where a need can no longer be changed, and offers a new one', async () => {
    page = await NeedPage.open({ who: hmos, attributes: { 'need-id': 'nd-075' } });
    await page.shows('这条需求现在不能改');
    page.press('提一条新需求');
    await page.at('what');
  });

  it('says so where there is no such need for this account', async () => {
    page = await NeedPage.open({ who: another, attributes: { 'need-id': 'nd-075' } });
    await page.shows('没有找到要修改的需求');
    await page.at('what');
  });
});
