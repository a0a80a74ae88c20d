import 'axe-core';
import type Axe from 'axe-core';
import { sendKeys } from '@web/test-runner-commands';
import { modes } from '@zhaoshang/elements';
import { expect } from 'chai';
import { deepAll, focused } from '@zhaoshang/testing/page/deep.ts';
import { NeedPage, until } from './need-page.ts';

// The package is a classic script: it leaves itself on the window.
const { axe } = window as unknown as { axe: typeof Axe };
let page: NeedPage;
afterEach(() => page.remove());

async function violations(): Promise<string[]> {
  await new Promise((resolve) => setTimeout(resolve, 60));
  const result = await axe.run(page.portal, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  });
  // Not a test of nothing: the rules were applied, inside the shadow roots too.
  expect(result.passes.find(({ id }) => id === 'button-name')?.nodes.length ?? 0).to.be.greaterThan(1);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Elements whose content sticks out of what they have: nothing may need scrolling sideways (WCAG 1.4.10). */
function tooWide(): string[] {
  const limit = page.element.getBoundingClientRect().right + 1;
  return deepAll(page.element, '*')
    .filter((each) => each.getBoundingClientRect().right > limit && !each.matches('.zs-vh, .zs-vh *, input'))
    .map((each) => `${each.localName}.${each.className} ${Math.round(each.getBoundingClientRect().right - limit)}px`);
}

const consent = (id: string): void => page.one(`#field-${id}`).click();

/** Every step with something on it, the review, the receipt. */
async function walk(look: () => Promise<void>): Promise<void> {
  await page.at('what');
  page.choose('category', 'medical');
  await until(() => page.all('#field-about').length === 1, 'for whom is asked');
  page.choose('about', 'staff');
  await until(() => page.all('.zs-rank, .zs-near').length > 0, 'what fits is shown');
  await look();
  page.choose('about', 'person');
  await page.next('least');
  page.type('medicalDepartment', '心内科，有糖尿病');
  await look();
  await page.flow.goTo('what');
  await page.at('what');
  page.choose('category', 'factory');
  await page.next('details');
  page.type('quantityFactory', 'x');
  page.one('button[type=submit]').click();
  await until(() => page.all('.zs-error-summary').length === 1, 'what is wrong is summed up');
  await look();
  page.type('quantityFactory', '3600');
  await page.next('when');
  page.type('deadline', '2027-01-29');
  await look();
  await page.next('words');
  page.type('text', '员工王小明想租一层放钠电');
  await until(() => page.all('#advice-tags button').length === 1, 'a tag is suggested');
  await look();
  await page.next('record');
  page.type('recordEmployees', '168');
  consent('consentMatching');
  await look();
  await page.next('review');
  await look();
  page.one('button[type=submit]').click();
  await until(() => page.all('.zs-receipt__no').length === 1, 'the receipt is shown');
  await look();
}

describe('accessibility of the form for needs', () => {
  for (const locale of ['zh-CN', 'en'] as const)
    for (const mode of modes)
      it(`has no violations on any step, ${mode}, ${locale}`, async function () {
        this.timeout(60_000);
        const contrast = mode === 'large' ? 'high' : '';
        page = await NeedPage.open({
          locale,
          setUp: (_backend, portal) => {
            portal.mode = mode;
            portal.contrast = contrast;
          },
        });
        const found: string[] = [];
        await walk(async () => void found.push(...(await violations())));
        expect(found).to.deep.equal([]);
      });

  for (const [width, mode, size] of [
    ['320px', 'standard', ''],
    ['320px', 'elder', ''],
    ['640px', 'standard', '32px'],
  ] as const)
    it(`needs no scrolling sideways at ${width}, ${mode}${size === '' ? '' : ', text at 200 %'}`, async function () {
      this.timeout(60_000);
      page = await NeedPage.open({
        width,
        setUp: (_backend, portal) => {
          portal.mode = mode;
          if (size !== '') portal.style.setProperty('--zs-theme-size', size);
        },
      });
      const found: string[] = [];
      await walk(async () => {
        await new Promise((resolve) => setTimeout(resolve, 60));
        found.push(...tooWide());
      });
      expect(found).to.deep.equal([]);
    });

  it('in one paragraph, too', async () => {
    page = await NeedPage.open({ attributes: { way: 'words' }, width: '320px' });
    await page.at('say');
    page.type('text', '员工王小明的孩子要转学到陈家镇小学');
    await until(() => page.all('#advice-text button').length === 1, 'it is remarked on');
    page.one('button[type=submit]').click();
    await until(() => page.all('.zs-error-summary').length === 1, 'what is wrong is summed up');
    expect(await violations()).to.deep.equal([]);
    expect(tooWide()).to.deep.equal([]);
  });

  it('is filled in and sent with the keyboard alone', async function () {
    this.timeout(30_000);
    page = await NeedPage.open();
    await page.at('what');
    const press = async (key: string, times = 1): Promise<void> => {
      for (let at = 0; at < times; at += 1) await sendKeys({ press: key });
    };
    const tabTo = async (test: () => boolean, what: string): Promise<void> => {
      for (let at = 0; at < 40 && !test(); at += 1) await press('Tab');
      if (!test()) throw new Error(`the focus does not reach ${what}`);
    };
    const onField = (id: string) => () => focused()?.closest(`#field-${id}`) !== null && focused() !== document.body;
    page.one('.zs-title').focus();
    await tabTo(onField('category'), 'the kinds');
    await press('Space');
    await press('ArrowDown');
    await until(() => page.form.values['category'] === 'factory', 'the arrow chooses the next');
    await press('Enter');
    await page.at('details');
    await until(() => focused()?.id === 'step-heading', 'the heading has the focus');
    await tabTo(onField('quantityFactory'), 'the area');
    await sendKeys({ type: '600' });
    await press('Enter');
    await page.at('when');
    await until(() => focused()?.id === 'step-heading', 'the heading has the focus');
    await tabTo(onField('deadline'), 'the deadline');
    await sendKeys({ type: '01292027' });
    await press('Enter');
    await page.at('words');
    await until(() => focused()?.id === 'step-heading', 'the heading has the focus');
    await tabTo(onField('text'), 'the words');
    await sendKeys({ type: '要放钠电' });
    await tabTo(() => focused()?.closest('#advice-tags') !== null, 'the suggested tag');
    await press('Enter');
    await until(() => (page.form.values['tags'] as string[] | undefined)?.includes('储能') === true, 'it is added');
    const onNext = (): boolean => (focused() as HTMLButtonElement | null)?.type === 'submit';
    await tabTo(onNext, 'the way on');
    await press('Enter');
    await page.at('record');
    await until(() => focused()?.id === 'step-heading', 'the heading has the focus');
    await tabTo(onNext, 'the way on');
    await press('Enter');
    await page.at('review');
    await until(() => focused()?.id === 'step-heading', 'the heading has the focus');
    await tabTo(onNext, 'the last button');
    await press('Enter');
    await until(() => page.all('.zs-receipt__no').length === 1, 'the receipt is shown');
    await until(() => focused()?.matches('.zs-receipt__notice') === true, 'the receipt has the focus');
  });
});
