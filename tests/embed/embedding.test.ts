/** The script on pages that know nothing of it: in any order, twice, late, hidden, in a shadow root, beside hostile styles. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, pagesOf, visit, type Visitor } from '../support/browser-pages.ts';
import { root, startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { book, bookingReady, element } from '../support/enterprise-at-portal.ts';

let server: DemoServer;
let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  const copy = { mount: '/kit-copy/', folder: join(root, 'dist') };
  server = await startDemoServer({ pages: [pagesOf('embed'), copy] });
  browser = await launchBrowser();
  visitor = await visit(browser, server, { persona: 'enterprise-yinglv' });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Opens a page, looks, and expects that nothing was complained about. */
async function on<Result>(path: string, look: (page: Page) => Promise<Result>): Promise<Result> {
  const page = await visitor.open(`embed/${path}`);
  visitor.troubles.length = 0;
  const result = await look(page);
  expect(visitor.troubles).toEqual([]);
  await page.close();
  return result;
}

const insertTag = (page: Page, place: string): Promise<void> =>
  page.evaluate((selector) => {
    const portal = document.createElement('zs-portal');
    portal.setAttribute('zone', 'chongming');
    portal.append(document.createElement('zs-service-booking'));
    (document.querySelector(selector) as Element).append(portal);
  }, place);

describe('the script and the tags, in any order', () => {
  it.each(['script-before.html', 'script-after.html'])('%s works', (path) => on(path, bookingReady));

  it('a script that is loaded three times, twice as a module and once as a classic one, works and throws nothing', () =>
    on('script-twice.html', async (page) => {
      await bookingReady(page);
      expect(await element(page).count()).toBe(1);
      expect(await element(page).getByRole('button', { name: '提交预约' }).count()).toBe(1);
      await book(page, '12月2日', [{ department: '水务局', time: '10:00' }]);
    }));

  it('a tag that is inserted late is taken up', () =>
    on('no-tags.html', async (page) => {
      await page.waitForTimeout(300);
      await insertTag(page, 'body');
      await bookingReady(page);
    }));

  it('a tag in a hidden tab of the page is ready when the tab is shown', () =>
    on('no-tags.html', async (page) => {
      await page.evaluate(() => {
        const tab = document.createElement('section');
        tab.id = 'tab';
        tab.hidden = true;
        document.body.append(tab);
      });
      await insertTag(page, '#tab');
      await page.waitForTimeout(500);
      await page.evaluate(() => {
        (document.querySelector('#tab') as HTMLElement).hidden = false;
      });
      await bookingReady(page);
      // Columns are as wide as the place is now, not as it was while hidden.
      const { width } = (await element(page).boundingBox()) ?? { width: 0 };
      expect(width).toBeGreaterThan(600);
    }));

  it('a tag inside somebody’s shadow root is taken up by load()', () =>
    on('no-tags.html', async (page) => {
      await page.evaluate(() => {
        const host = document.createElement('div');
        document.body.append(host);
        const inner = host.attachShadow({ mode: 'open' });
        const portal = document.createElement('zs-portal');
        portal.setAttribute('zone', 'chongming');
        portal.append(document.createElement('zs-service-booking'));
        inner.append(portal);
      });
      // As text: the test runner would put its own words in place of an import.
      await page.evaluate(`import('/kit/zs.js').then(({ load }) => load('zs-service-booking'))`);
      await bookingReady(page);
    }));

  it('a tag that is taken out and put back goes on working', () =>
    on('script-after.html', async (page) => {
      await bookingReady(page);
      await page.evaluate(() => {
        const portal = document.querySelector('zs-portal') as Element;
        portal.remove();
        document.body.prepend(portal);
      });
      await bookingReady(page);
      await element(page).getByRole('checkbox', { name: '水务局' }).check();
    }));
});

/** Styles of the host's own markup, and of the page itself. */
const stylesOfHost = (page: Page): Promise<Record<string, string>[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, body, h1, .plain, .plain *')].map((element) => {
      const style = getComputedStyle(element);
      return Object.fromEntries(
        [...style]
          // Lengths of the page change with what is on it.
          .filter((name) => !/^(block-size|inline-size|width|height|perspective-origin|transform-origin)$/.test(name))
          .map((name) => [name, style.getPropertyValue(name)]),
      );
    }),
  );

describe('styles', () => {
  it.each([
    ['plain.html', 'script-after.html'],
    ['hostile-plain.html', 'hostile.html'],
  ])('of the host are as without us: %s, %s', async (without, withUs) => {
    const before = await on(without, stylesOfHost);
    const after = await on(withUs, async (page) => {
      await bookingReady(page);
      return stylesOfHost(page);
    });
    const lengths = (styles: Record<string, string>[]) => styles.slice(2);
    expect(lengths(after)).toEqual(lengths(before));
  });

  it('of a hostile host do not come in', async () => {
    const look = async (page: Page) => {
      await bookingReady(page);
      // Our sizes follow the reader's font size; a host whose root is 62.5 % says what one is.
      await page.evaluate(() => {
        (document.querySelector('zs-portal') as HTMLElement).style.setProperty('--zs-theme-size', '16px');
      });
      return element(page)
        .getByRole('button', { name: '提交预约' })
        .evaluate((button) => {
          const texts = (button.getRootNode() as ShadowRoot).querySelectorAll<HTMLElement>(
            'h2, h3, p, label, input, button',
          );
          const read = (each: Element): Record<string, string> => {
            const style = getComputedStyle(each);
            const names = [
              'letterSpacing',
              'textTransform',
              'fontStyle',
              'textAlign',
              'color',
              'backgroundColor',
              'padding',
              'float',
              'borderRadius',
              'display',
              'boxSizing',
              'fontFamily',
            ] as const;
            return Object.fromEntries(names.map((name) => [name, style[name]]));
          };
          return [...texts].slice(0, 40).map(read);
        });
    };
    const calm = await on('script-after.html', look);
    const hostile = await on('hostile.html', look);
    expect(hostile).toEqual(calm);
  });

  it('keep their size where the host’s root is 62.5 %, once it says so', () =>
    on('hostile.html', async (page) => {
      await bookingReady(page);
      await page.evaluate(() =>
        (document.querySelector('zs-portal') as HTMLElement).style.setProperty('--zs-theme-size', '16px'),
      );
      const size = await element(page)
        .getByRole('button', { name: '提交预约' })
        .evaluate((button) => getComputedStyle(button).fontSize);
      expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16);
    }));
});

describe('the page', () => {
  it('has no new globals but the documented ones', async () => {
    const names = (page: Page): Promise<string[]> => page.evaluate(() => Object.getOwnPropertyNames(window));
    const before = new Set(await on('plain.html', names));
    const after = async (path: string): Promise<string[]> =>
      on(path, async (page) => {
        await bookingReady(page);
        return (await names(page)).filter((name) => !before.has(name) && !/^\d+$/.test(name));
      });
    expect((await after('script-after.html')).sort()).toEqual(libraryMarks);
    // The classic script may be one variable more.
    expect((await after('script-before.html')).sort().filter((name) => name !== 'zhaoshang')).toEqual(libraryMarks);
  });

  it('has prototypes and built-ins as before', async () => {
    const shapes = (page: Page): Promise<string[]> =>
      page.evaluate(() =>
        [Object, Array, String, Promise, Map, Set, Date, Math, JSON, Node, Element, Document, Event].flatMap((each) => [
          ...Reflect.ownKeys(each).map((key) => `${String((each as { name?: string }).name)}.${String(key)}`),
          ...('prototype' in each ? Reflect.ownKeys(each.prototype as object) : []).map(String),
        ]),
      );
    const before = await on('plain.html', shapes);
    const after = await on('script-before.html', async (page) => {
      await bookingReady(page);
      return shapes(page);
    });
    expect(after).toEqual(before);
  });

  it('may have listeners that throw: the element goes on, and the error stays the host’s', async () => {
    const page = await visitor.open('embed/throwing.html');
    visitor.troubles.length = 0;
    await book(page, '12月2日', [{ department: '教育局', time: '9:30' }]);
    expect(visitor.troubles.length).toBeGreaterThan(0);
    expect(visitor.troubles.filter((text) => !text.includes('门户自己的错误'))).toEqual([]);
    await page.close();
  });
});

/** What Lit leaves so that a second copy of it can tell. */
const libraryMarks: readonly string[] = [
  'litElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'reactiveElementVersions',
];
