import 'axe-core';
import type Axe from 'axe-core';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { modes } from '../../src/index.ts';
import { treeSource } from '../../src/schema-form/option-source.ts';
import { FormPage, until } from './form-page.ts';
import { sampleForm } from './sample-form.ts';

// The package is a classic script: it leaves itself on the window.
const { axe } = window as unknown as { axe: typeof Axe };
let page: FormPage;
afterEach(() => page.remove());

async function violations(): Promise<string[]> {
  const result = await axe.run(page.portal, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  // Not a test of nothing: the rules were applied, inside the shadow root too.
  expect(result.passes.find(({ id }) => id === 'button-name')?.nodes.length ?? 0).to.be.greaterThan(2);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

const whole = {
  ...sampleForm,
  steps: [
    {
      id: 'tree',
      title: '行业和日期',
      fields: [
        { id: 'industry', kind: 'cascade' as const, source: 'industry', label: '所属行业', levels: ['门类', '大类'] },
        { id: 'day', kind: 'workday' as const, label: '见面日期' },
      ],
    },
    ...sampleForm.steps,
  ],
};
const tree = treeSource([
  { code: 'A', parent: null, label: '农、林、牧、渔业' },
  { code: 'A01', parent: 'A', label: '农业' },
]);

describe('accessibility of a form', () => {
  for (const locale of ['zh-CN', 'en'] as const)
    for (const mode of modes)
      it(`has no violations on any step, with what is wrong said, in ${mode} mode, ${locale}`, async function () {
        this.timeout(40_000);
        const setUp = (form: FormPage['form']) => (form.sources = { industry: () => Promise.resolve(tree) });
        page = new FormPage({ locale, description: whole, setUp });
        page.portal.mode = mode;
        page.portal.contrast = mode === 'large' ? 'high' : '';
        await until(() => page.find('#field-industry') !== null, 'the tree is there');
        await until(() => page.form.dataset['zsMode'] === mode, 'the mode is mirrored');
        const found: string[] = [];
        const look = async () => {
          page.find('button[type=submit]').click();
          await until(() => page.focused?.matches('.zs-error-summary') === true, 'what is wrong is said');
          await new Promise((resolve) => setTimeout(resolve, 60));
          found.push(...(await violations()));
        };
        page.find('#field-day-open').click();
        await until(() => page.find('.zs-month') !== null, 'the month is open');
        await look();
        page.flow.set('industry', { codes: ['A', 'A01'], complete: true });
        page.type('day', '2026-11-25');
        await page.flow.goTo('what');
        await look();
        page.flow.set('category', 'land');
        await page.flow.goTo('details');
        await look();
        await page.flow.goTo('contact');
        page.flow.set('files', [{ name: 'a.pdf', size: 1200, type: 'application/pdf' }]);
        await look();
        await page.flow.goTo('review');
        await look();
        expect(found).to.deep.equal([]);
      });

  it('is filled in with the keyboard alone', async () => {
    page = new FormPage();
    await page.shown('需要什么');
    page.find('#field-category input').focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => page.flow.input('category') === 'land', 'the arrow chooses the next');
    await sendKeys({ press: 'Enter' });
    await page.shown('具体要求');
    await until(() => page.focused === page.find('#step-heading'), 'the heading has the focus');
    await sendKeys({ press: 'Tab' });
    expect(page.focused?.id).to.equal('field-area');
    await sendKeys({ type: '2500' });
    await sendKeys({ press: 'Tab' });
    expect(page.focused?.id).to.equal('field-budget');
    expect(page.find<HTMLInputElement>('#field-area').value).to.equal('2,500');
    await sendKeys({ press: 'Enter' });
    await until(() => page.focused?.matches('.zs-error-summary') === true, 'the summary has the focus');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => page.focused?.id === 'field-by', 'its first line leads to the field');
  });
});
