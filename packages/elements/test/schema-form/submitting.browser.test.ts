import { ZsError } from '@zhaoshang/kernel';
import { expect } from 'chai';
import { FormPage, MemoryDrafts, person, until } from './form-page.ts';

let page: FormPage;
afterEach(() => page.remove());

const archive = {
  'enterprise.name': { value: '瀛洲生物医药有限公司', source: '企业档案', asOf: '2026-11-16' },
  'enterprise.uscc': { value: '91310230MA1K31T203', source: '企业档案', asOf: '2026-11-16' },
} as const;

describe('submitting', () => {
  it('happens once, however often the button is pressed', async () => {
    let answer: (value: unknown) => void = () => undefined;
    page = new FormPage();
    page.send = () => new Promise((resolve) => (answer = resolve));
    await page.fill();
    const button = page.find('button[type=submit]');
    button.click();
    button.click();
    await until(() => button.getAttribute('aria-busy') === 'true', 'the button is busy');
    page.find('form').dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.submitted).to.have.length(1);
    answer({ title: '需求已登记', body: '编号 XQ-1' });
    await until(() => page.text.includes('编号 XQ-1'), 'the receipt is shown');
    await until(() => page.focused?.id === 'outcome', 'the receipt has the focus');
    expect(page.find('form')).to.equal(null);
  });

  it('goes out under the same key after a lost answer, and keeps every word', async () => {
    const drafts = new MemoryDrafts();
    page = new FormPage({ drafts });
    page.send = () => Promise.reject(new ZsError('unavailable', 'no-network', '网络断开了'));
    await page.fill();
    page.press('提交需求');
    await until(() => page.text.includes('没有收到回复'), 'it is told');
    await until(() => page.focused?.id === 'outcome', 'what is told has the focus');
    expect(drafts.kept.size).to.equal(1);
    page.send = () => Promise.resolve({ title: '需求已登记' });
    page.press('提交需求');
    await until(() => page.text.includes('需求已登记'), 'it is done');
    const [first, second] = page.submitted;
    expect(first?.idempotencyKey).to.equal(second?.idempotencyKey);
    expect(first?.submission.values).to.deep.equal(second?.submission.values);
  });

  it('that the backend refuses lands on the fields, on whichever step they are', async () => {
    page = new FormPage({ setUp: (form) => (form.fieldNames = { quantity: 'area' }) });
    page.send = () =>
      Promise.reject(
        new ZsError('invalid', 'invalid-input', '有内容需要改一下', {
          fields: [
            { pointer: '/need/quantity', rule: 'max', message: '园区最大的厂房是 900 平方米' },
            { pointer: '/contact/phone', rule: 'blocked', message: '这个号码已停用' },
          ],
        }),
      );
    await page.fill();
    page.press('提交需求');
    await until(() => page.find('.zs-error-summary') !== null, 'the summary is shown');
    await until(() => page.focused === page.find('.zs-error-summary'), 'the summary has the focus');
    expect(page.text).to.include('还有 2 处要改').and.to.include('这个号码已停用');
    page.press('园区最大的厂房');
    await page.shown('具体要求');
    await until(() => page.focused === page.find('#field-area'), 'the focus is at the field');
    expect(page.find('#field-area-error').textContent).to.include('园区最大的厂房是 900 平方米');
    page.type('area', '800');
    page.press('改好了，回到核对');
    await page.shown('企业和联系人');
    await until(() => page.find('#field-phone-error') !== null, 'the other one is said at its field');
    page.type('phone', '13987654321');
    page.press('改好了，回到核对');
    await page.shown('核对提交');
    page.send = () => Promise.resolve(undefined);
    page.press('提交需求');
    await until(() => page.text.includes('已提交'), 'it is done');
  });

  it('that is refused for another reason says the reason above the form', async () => {
    page = new FormPage();
    page.send = () => Promise.reject(new ZsError('quota', 'too-many', '每家企业最多 20 条需求。'));
    await page.fill();
    page.press('提交需求');
    await until(() => page.text.includes('每家企业最多 20 条需求。'), 'it is told');
    expect(page.text).to.include('您填写的内容都在');
  });

  it('under a key whose first attempt was received says so instead of doing it twice', async () => {
    page = new FormPage();
    page.send = () => Promise.reject(new ZsError('invalid', 'key-reused', '…'));
    await page.fill();
    page.press('提交需求');
    await until(() => page.text.includes('先前那次提交已经收到'), 'it is told');
    page.press('丢弃，重新填');
    await page.shown('需要什么');
    await page.fill();
    page.press('提交需求');
    await until(() => page.submitted.length === 2, 'the new one is sent');
    expect(page.submitted[0]?.idempotencyKey).not.to.equal(page.submitted[1]?.idempotencyKey);
  });

  it('keeps everything when the sign-in has expired, and goes on after signing in again', async () => {
    page = new FormPage();
    let asked = 0;
    page.portal.addEventListener('zs-login-requested', (event) => {
      asked += 1;
      event.preventDefault();
    });
    page.send = () => Promise.reject(new ZsError('unauthenticated', 'session-required', '请先登录'));
    await page.fill();
    page.press('提交需求');
    await until(() => page.text.includes('登录后再提交'), 'it is told');
    page.press('重新登录');
    await until(() => asked === 1, 'the page is asked to sign in');
    page.send = () => Promise.resolve(undefined);
    page.press('提交需求');
    await until(() => page.text.includes('已提交'), 'it is done');
    expect(page.submitted[1]?.submission.values['detail']).to.equal('需要层高 6 米以上的厂房');
  });

  it('is not reached when the sign-in expires before: what was typed stays, and is on the device', async () => {
    const drafts = new MemoryDrafts();
    page = new FormPage({ drafts });
    page.adapter.who = { ...person('enterprise'), expiresAt: new Date(Date.now() + 400).toISOString() };
    await page.shown('需要什么');
    page.choose('category', 'site');
    page.press('下一步');
    await page.shown('具体要求');
    page.type('detail', '写到一半');
    await until(() => page.text.includes('登录已过期'), 'it is told');
    expect(page.find<HTMLTextAreaElement>('#field-detail').value).to.equal('写到一半');
    await until(() => JSON.stringify([...drafts.kept.values()]).includes('写到一半'), 'it is kept');
    page.type('detail', '写到一半，接着写');
    expect(page.flow.input('detail')).to.equal('写到一半，接着写');
  });

  it('is said to go nowhere where nobody hears it', async () => {
    page = new FormPage();
    page.form.addEventListener('zs-form-submit', (event) => event.stopImmediatePropagation(), { capture: true });
    await page.fill();
    page.press('提交需求');
    await until(() => page.text.includes('页面没有接收这份表单'), 'it is told');
  });

  it('never leaves the owner: the answers do not bubble into the host page', async () => {
    page = new FormPage();
    let heard = 0;
    document.addEventListener('zs-form-submit', () => (heard += 1));
    await page.fill();
    page.press('提交需求');
    await until(() => page.text.includes('需求已登记'), 'it is done');
    expect(heard).to.equal(0);
  });
});

describe('the shared record', () => {
  it('fills what it knows, names its source, and marks what was corrected (INFO-13)', async () => {
    page = new FormPage({ setUp: (form) => (form.record = archive) });
    await page.shown('需要什么');
    page.choose('category', 'money');
    page.press('下一步');
    await page.shown('具体要求');
    page.type('by', '2027-03-01');
    page.type('detail', '流动资金贷款');
    page.press('下一步');
    await page.shown('企业和联系人');
    expect(page.find<HTMLInputElement>('#field-enterprise').value).to.equal('瀛洲生物医药有限公司');
    expect(page.find('#field-enterprise-hint').textContent).to.include('来自：企业档案 2026-11-16');
    page.type('enterprise', '瀛洲生物医药（上海）有限公司');
    await until(
      () =>
        page.find('#field-enterprise-hint').textContent?.includes('已更正。企业档案 2026-11-16 登记的是：瀛洲生物') ===
        true,
      'it is marked',
    );
    page.type('contact', '张三');
    page.type('contact-role', '经理');
    page.type('phone', '13812345678');
    page.find<HTMLInputElement>('#field-consent').click();
    page.press('下一步');
    await page.shown('核对提交');
    page.press('提交需求');
    await until(() => page.submitted.length === 1, 'it is sent');
    const { corrections, counts } = page.submitted[0]?.submission ?? {};
    expect(corrections).to.deep.equal([
      {
        field: 'enterprise',
        record: 'enterprise.name',
        was: '瀛洲生物医药有限公司',
        now: '瀛洲生物医药（上海）有限公司',
        asOf: '2026-11-16',
      },
    ]);
    // category, budget, by, detail, enterprise, uscc, contact, phone, files, consent; the record lacks the phone.
    expect(counts).to.deep.equal({ shown: 10, prefilled: 2, corrected: 1, askedAgain: 1 });
  });

  it('that comes late does not overwrite what was typed', async () => {
    page = new FormPage();
    await page.shown('需要什么');
    page.flow.set('enterprise', '自己写的名称');
    page.form.record = archive;
    await page.form.updateComplete;
    expect(page.flow.input('enterprise')).to.equal('自己写的名称');
    expect(page.flow.input('uscc')).to.equal('91310230MA1K31T203');
  });
});

describe('another person at the same page', () => {
  it('sees nothing of what was typed', async () => {
    page = new FormPage();
    await page.fill();
    page.adapter.who = person('enterprise', 'somebody-else');
    page.portal.session = person('enterprise', 'somebody-else');
    await page.shown('需要什么');
    expect(page.flow.input('detail')).to.equal('');
  });
});
