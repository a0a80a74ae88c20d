import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { DeskPage } from './test/desk-page.ts';
import { FakeMatchDesk } from './test/fake-match-desk.ts';

let fake: FakeMatchDesk;
let page: DeskPage;

const press = (key: string): Promise<unknown> => sendKeys({ press: key });

/** Tab by Tab, as somebody without a mouse does. */
async function tabTo(isThere: (at: HTMLElement) => boolean, what: string): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await press('Tab');
    if (page.focused !== null && isThere(page.focused)) return;
  }
  throw new Error(`sixty tabs do not lead to ${what}`);
}

describe('<zs-match-desk>, without a mouse', () => {
  beforeEach(async () => {
    fake = new FakeMatchDesk();
    page = new DeskPage(fake);
    await page.until(() => page.all('.zs-table--work').length > 0, 'the list is shown');
  });
  afterEach(() => page.remove());

  it('leads from the list to an offer that is sent, taken back and on to the next need', async () => {
    await tabTo(({ id }) => id === 'need-search', 'the search');
    await sendKeys({ type: '洁净台' });
    await page.untilSays('1 条，共 17 条');
    await tabTo(({ id }) => id === 'need-nd-028', 'the need that was found');
    await press('Enter');
    await page.until(() => page.focused?.id === 'need-title', 'the need has the focus');

    await press('2');
    await page.until(() => page.focused?.id === 'offer-rs-019', 'the second resource is chosen');
    await press('Enter');
    await page.until(() => page.focused?.textContent?.trim() === '发出对接', 'sending has the focus');
    await press('Enter');
    await page.untilSays('已对接港沿智能装备联合试验场，保留到11月30日');
    expect(fake.input<{ resourceId: string }>('offerMatch').resourceId).to.equal('rs-019');

    await page.until(() => page.all('dialog[open]').length === 0, 'the dialog is closed');
    await tabTo((at) => at.getAttribute('aria-label') === '撤回港沿智能装备联合试验场', 'taking it back');
    await press('Enter');
    await page.until(() => page.all('#field-releaseReason').length === 1, 'the reason is asked for');
    await tabTo(({ id }) => id === 'field-releaseReason', 'the reason');
    await sendKeys({ type: '企业要改期 12' });
    expect(page.one<HTMLTextAreaElement>('#field-releaseReason').value).to.equal('企业要改期 12');
    await tabTo((at) => at.textContent?.trim() === '撤回对接', 'sending');
    await press('Enter');
    await page.untilSays('已撤回港沿智能装备联合试验场，余量放回');

    await press('/');
    await page.until(() => page.focused?.id === 'need-search', 'the search has the focus again');
    expect(page.one<HTMLInputElement>('#need-search').value).to.equal('洁净台');
  });

  it('closes every dialog by Escape and gives the focus back', async () => {
    await tabTo(({ id }) => id === 'tab-needs', 'the tabs');
    await press('?');
    await page.until(() => page.all('dialog[open]').length === 1, 'the shortcuts are listed');
    await press('Escape');
    await page.until(() => page.all('dialog[open]').length === 0, 'they are closed');
    expect(page.focused?.id).to.equal('tab-needs');
  });
});
