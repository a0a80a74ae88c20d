/** The booking journey with the one classic script on Chromium 80, against the server and with the data in the page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asPersona } from '../support/api-client.ts';
import { localSessions, pagesOf } from '../support/browser-pages.ts';
import { startDemoServer, zone, type DemoServer } from '../support/demo-server.ts';
import { launchChromium80, noChromium80, type OldBrowser, type OldPage } from './chromium-80.ts';

let server: DemoServer;
let browser: OldBrowser | undefined;
beforeAll(async () => {
  server = await startDemoServer({ pages: [pagesOf('legacy')] });
  if (noChromium80 === undefined) browser = await launchChromium80();
});
afterAll(async () => {
  await browser?.close();
  await server.stop();
});

/** Looks through shadow roots, as a person does; told to the page once. */
const finders = `
  window.all = (selector, root = document) => {
    const found = [];
    const visit = (each) => {
      for (const element of each.querySelectorAll('*')) {
        if (element.matches(selector)) found.push(element);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(root);
    return found;
  };
  window.isSeen = (element) => element.getClientRects().length > 0;
  window.named = (selector, text) => all(selector).filter(isSeen).find((element) =>
    (element.getAttribute('aria-label') || element.textContent || '').replace(/\\s+/g, ' ').trim().match(text));
  window.type = (input, text) => {
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  };
`;

async function bookOn(page: OldPage): Promise<void> {
  await page.evaluate(finders);
  await page.until(`named('button', '^提交预约')`, 'the form');
  await page.until(`all('.zs-date').length > 0`, 'the dates');
  await page.evaluate(
    `all('.zs-date').find((each) => each.querySelector('.zs-date__day').textContent.includes('12月2日')).click()`,
  );
  await page.until(`named('label.zs-choice', '^建管委')`, 'the departments');
  await page.evaluate(`named('label.zs-choice', '^建管委').querySelector('input').click()`);
  await page.until(`named('button', '^10:00，.*，建管委$')`, 'the slots');
  await page.evaluate(`named('button', '^10:00，.*，建管委$').click()`);
  await page.until(`all('button[aria-pressed=true][data-start="10:00"]').length === 1`, 'the held slot');
  await page.evaluate(`
    const field = (label) => { const found = named('label', label); return found.getRootNode().getElementById(found.htmlFor); };
    type(field('^经办人$'), '文佳');
    type(field('^手机号码$'), '13800009301');
    const matter = field('^办理事项');
    matter.selectedIndex = 1;
    matter.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    named('label', '^我已阅读并同意').querySelector('input').click();
    named('button', '^提交预约').click();`);
  await page.until(`all('zs-visit-ticket').length && named('p', '^1202-[A-Z0-9]{5}$')`, 'the ticket');
  await page.evaluate(`
    URL.createObjectURL = ((make) => (blob) => { window.calendar = blob; return make.call(URL, blob); })(URL.createObjectURL);
    named('button', '^加入日历').click()`);
  await page.until(`window.calendar`, 'the calendar file');
  expect(await page.evaluate(`return new Response(window.calendar).text()`)).toMatch(
    /^BEGIN:VCALENDAR[^]*UID:[^]*DTSTART/,
  );
  await page.evaluate(`named('button', '^改期').click()`);
  await page.until(`named('button', '^14:00，余.*，建管委$')`, 'other times');
  await page.evaluate(`named('button', '^14:00，余.*，建管委$').click(); named('button', '^改到这个时段').click()`);
  await page.until(`named('*', '^已改到')`, 'the move');
  await page.evaluate(`named('button', '^取消预约$').click()`);
  await page.until(`all('[role=dialog], dialog').some(isSeen)`, 'the question');
  await page.evaluate(
    `all('button').filter(isSeen).filter((each) => each.textContent.trim() === '取消预约').pop().click()`,
  );
  await page.until(`named('*', '^这次预约已取消')`, 'the cancellation');
}

describe('on Chromium 80 with zs.legacy.js', () => {
  it('an enterprise books, moves and cancels at the server, without an error in the page', async (context) => {
    if (browser === undefined) return context.skip(noChromium80);
    expect(browser.version).toMatch(/Chrome\/80\./);
    const page = await browser.open();
    const { Cookie = '' } = (await asPersona(server.url, 'enterprise-yinglv')).headers;
    const url = server.url;
    await page.goto(`${url}legacy/old-portal.html`);
    // The cookie is HttpOnly at the server; the old browser gets it as one that the test sets.
    await page.evaluate(`document.cookie = ${JSON.stringify(`${Cookie}; path=/`)}`);
    await page.goto(`${url}legacy/old-portal.html?signed-in`);
    page.troubles.length = 0;
    await bookOn(page);
    expect(page.troubles).toEqual([]);
  }, 90_000);

  it('an enterprise books, moves and cancels with the data in the page', async (context) => {
    if (browser === undefined) return context.skip(noChromium80);
    const page = await browser.open();
    const session = JSON.stringify({ ...localSessions.enterprise(1), zone });
    const query = new URLSearchParams({ adapter: 'local', session, offset: String(server.clock.offset) });
    await page.goto(`${server.url}legacy/old-portal.html?${query.toString()}`);
    await bookOn(page);
    expect(page.troubles).toEqual([]);
  }, 90_000);
});
