import { expect } from 'chai';
import { treeSource, type OptionSource } from '../../src/schema-form/option-source.ts';
import { FormPage, until } from './form-page.ts';

let page: FormPage;
afterEach(() => page.remove());

const industries = treeSource([
  { code: 'A', parent: null, label: '农、林、牧、渔业' },
  { code: 'A01', parent: 'A', label: '农业' },
  { code: 'A011', parent: 'A01', label: '谷物种植' },
  { code: 'C', parent: null, label: '制造业' },
  { code: 'C26', parent: 'C', label: '化学原料和化学制品制造业' },
  { code: 'C261', parent: 'C26', label: '基础化学原料制造' },
  { code: 'C43', parent: 'C', label: '金属制品、机械和设备修理业' },
]);
const description = {
  id: 'tree',
  version: 1,
  steps: [
    {
      id: 'industry',
      title: '行业',
      fields: [
        {
          id: 'industry',
          kind: 'cascade' as const,
          source: 'industry',
          label: '所属行业',
          levels: ['门类', '大类', '中类'],
          record: 'enterprise.industry',
        },
      ],
    },
  ],
};
function open(source: () => Promise<OptionSource>, setUp: (form: FormPage['form']) => void = () => undefined): void {
  page = new FormPage({
    description,
    setUp: (form) => {
      form.sources = { industry: source };
      setUp(form);
    },
  });
}
const level = (n: number) => page.find<HTMLSelectElement>(`#field-industry${n === 0 ? '' : `-${n}`}`);
async function choose(n: number, code: string): Promise<void> {
  await until(() => level(n) !== null, `level ${n} is there`);
  level(n).value = code;
  level(n).dispatchEvent(new Event('change', { bubbles: true }));
}

describe('one code out of a tree', () => {
  it('is chosen level by level, and says which level is still open', async () => {
    open(() => Promise.resolve(industries));
    await choose(0, 'C');
    await choose(1, 'C26');
    await until(() => level(2) !== null, 'the third level is there');
    page.press('下一步');
    await until(() => page.text.includes('请继续选到中类'), 'it is said');
    page.find('.zs-error-summary .zs-link').click();
    await until(() => page.focused === level(2), 'the focus is at the open level');
    await choose(2, 'C261');
    await until(() => page.find('.zs-error-summary') === null, 'nothing is wrong any more');
    page.press('下一步');
    await page.shown('核对提交');
    await until(() => page.text.includes('基础化学原料制造（C261）'), 'its name is shown');
    page.press('提交');
    await until(() => page.submitted.length === 1, 'it is sent');
    expect(page.submitted[0]?.submission.values).to.deep.equal({ industry: 'C261' });
  });

  it('is enough where nothing is below, whatever the level', async () => {
    open(() => Promise.resolve(industries));
    await choose(0, 'C');
    await choose(1, 'C43');
    page.press('下一步');
    await page.shown('核对提交');
  });

  it('begins afresh below a level that is changed', async () => {
    open(() => Promise.resolve(industries));
    await choose(0, 'C');
    await choose(1, 'C26');
    await choose(0, 'A');
    await until(() => page.text.includes('A01 农业'), 'the levels below are those of the new one');
    expect(page.flow.input('industry')).to.deep.equal({ codes: ['A'], complete: false });
  });

  it('is found by its name, with the way to it, and the focus goes to where it stands', async () => {
    open(() => Promise.resolve(industries));
    await until(() => page.find('#field-industry-search') !== null, 'the search is there');
    page.type('industry-search', '基础化学');
    await until(() => page.text.includes('找到 1 项'), 'one is found');
    page.find('.zs-cascade__found button').click();
    await until(() => page.focused === level(2), 'the focus is at its level');
    expect([level(0).value, level(1).value, level(2).value]).to.deep.equal(['C', 'C26', 'C261']);
    expect(page.find('.zs-cascade__found')).to.equal(null);
  });

  it('that is prefilled shows the way to it', async () => {
    open(
      () => Promise.resolve(industries),
      (form) => (form.record = { 'enterprise.industry': { value: 'A011', source: '企业档案', asOf: '2026-11-16' } }),
    );
    await until(() => level(2)?.value === 'A011', 'all levels are chosen');
    expect(page.text).to.include('来自：企业档案 2026-11-16');
    page.press('下一步');
    await page.shown('核对提交');
    await until(() => page.text.includes('谷物种植（A011）'), 'its name is shown');
  });

  it('whose tree does not come says so, and comes with the retry', async () => {
    let tries = 0;
    open(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(industries);
    });
    await until(() => page.text.includes('选项没有读出来'), 'it is said');
    page.press('重试');
    await choose(0, 'C');
    await until(() => level(1) !== null, 'the levels come');
    expect(tries).to.equal(2);
  });
});
