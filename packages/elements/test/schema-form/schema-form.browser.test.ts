import { expect } from 'chai';
import { FormPage, until } from './form-page.ts';

let page: FormPage;
afterEach(() => page.remove());

describe('<zs-schema-form>', () => {
  it('leads through the steps, says where one is, and goes back without a loss', async () => {
    page = new FormPage();
    await page.shown('需要什么');
    expect(page.heading).to.equal('第 1 步，共 4 步：需要什么');
    page.choose('category', 'site');
    page.press('下一步：具体要求');
    await page.shown('具体要求');
    await until(() => page.focused === page.find('#step-heading'), 'the heading has the focus');
    page.type('area', '1200');
    page.press('上一步');
    await page.shown('需要什么');
    expect(page.find<HTMLInputElement>('#field-category input[value=site]').checked).to.equal(true);
    page.press('下一步');
    await page.shown('具体要求');
    expect(page.find<HTMLInputElement>('#field-area').value).to.equal('1,200');
  });

  it('sums up what is wrong; the summary takes the focus, leads to the fields, and shrinks as they are mended', async () => {
    page = new FormPage();
    await page.shown('需要什么');
    page.press('下一步');
    await until(() => page.find('.zs-error-summary') !== null, 'the summary is shown');
    await until(() => page.focused === page.find('.zs-error-summary'), 'the summary has the focus');
    expect(page.find('.zs-error-summary').getAttribute('role')).to.equal('alert');
    expect(page.find('.zs-error-summary').textContent).to.include('还有 1 处要改').and.to.include('请选择需求类别');
    page.find('.zs-error-summary .zs-link').click();
    await until(() => page.focused?.matches('#field-category input') === true, 'the focus is at the field');
    page.choose('category', 'land');
    await until(() => page.find('.zs-error-summary') === null, 'the summary is gone');
  });

  it('shows a field only where its condition is true, and says what a check of the description wants', async () => {
    page = new FormPage();
    await page.shown('需要什么');
    page.choose('category', 'money');
    page.press('下一步');
    await page.shown('具体要求');
    expect(page.find('#field-area')).to.equal(null);
    page.press('上一步');
    await page.shown('需要什么');
    page.choose('category', 'land');
    page.press('下一步');
    await page.shown('具体要求');
    page.type('area', '1999');
    page.find('#field-budget').focus();
    await until(() => page.text.includes('土地不少于 2,000 平方米'), 'the check is said');
    expect(page.find('#field-area').getAttribute('aria-invalid')).to.equal('true');
    const described = (page.find('#field-area').getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => page.find(`#${id}`)?.textContent ?? '').join()).to.include('土地不少于');
  });

  it('shows everything once more, masked, changes one answer and comes back', async () => {
    page = new FormPage();
    await page.fill();
    expect(page.text).to.include('138****5678').and.to.include('欧阳*，行政经理').and.not.to.include('13812345678');
    page.press('显示完整内容');
    await until(() => page.text.includes('13812345678'), 'it is shown in full');
    page.press('修改面积');
    await page.shown('具体要求');
    await until(() => page.focused === page.find('#field-area'), 'the focus is at the field to change');
    page.type('area', '1500');
    page.press('改好了，回到核对');
    await page.shown('核对提交');
    expect(page.text).to.include('1,500 平方米');
  });

  it('submits typed values, without hidden ones', async () => {
    page = new FormPage();
    await page.shown('需要什么');
    page.choose('category', 'site');
    page.press('下一步');
    await page.shown('具体要求');
    page.type('area', '1200');
    page.press('上一步');
    await page.shown('需要什么');
    page.choose('category', 'money');
    page.press('下一步');
    await page.shown('具体要求');
    page.type('budget', '1，250.5');
    page.type('by', '2027-03-01');
    page.type('detail', '流动资金贷款');
    page.press('下一步');
    await page.shown('企业和联系人');
    page.type('enterprise', ' 瀛洲生物医药 ');
    page.type('uscc', '9131 0230 ma1k 31t2 03');
    page.type('contact', '张三');
    page.type('contact-role', '经理');
    page.type('phone', '138 1234 5678');
    page.find<HTMLInputElement>('#field-consent').click();
    page.press('下一步');
    await page.shown('核对提交');
    page.press('提交需求');
    await until(() => page.text.includes('需求已登记'), 'it is done');
    const { form, version, values } = page.submitted[0]?.submission ?? {};
    expect([form, version]).to.deep.equal(['sample.need', 3]);
    const { consent, ...others } = values ?? {};
    expect(others).to.deep.equal({
      category: 'money',
      budget: 1_250_500_000,
      by: '2027-03-01',
      detail: '流动资金贷款',
      enterprise: '瀛洲生物医药',
      uscc: '91310230MA1K31T203',
      contact: { name: '张三', role: '经理' },
      phone: '13812345678',
    });
    expect(consent).to.include({ purpose: '联系您办理这项需求', version: '2026-11' });
    expect(Date.parse((consent as { at: string }).at)).to.be.greaterThan(0);
  });
});
