import 'axe-core';
import type Axe from 'axe-core';
import '@zhaoshang/elements/portal/define.ts';
import { configurePortal, modes } from '@zhaoshang/elements';
import type { PortalElement } from '@zhaoshang/elements/portal/portal-element.ts';
import { expect } from 'chai';
import '../define.ts';
import '../../policy-match/define.ts';
import { deepAll, deepOne, settle, textOf, until } from '@zhaoshang/testing/page/deep.ts';
import { FakeMatching } from './fake-matching.ts';
import { sampleNow } from './sample-zone.ts';

// The package is a classic script: it leaves itself on the window.
const { axe } = window as unknown as { axe: typeof Axe };

let portal: PortalElement;
let element: HTMLElement;
let box: HTMLElement;

interface Scene {
  readonly name: string;
  readonly tag: 'zs-needs-matcher' | 'zs-policy-match';
  readonly view?: string;
  readonly visitor?: boolean;
  /** Selector that is there once the scene is. */
  readonly ready: string;
  act?(): Promise<void>;
}

const click = (selector: string): void => deepOne(element, selector).click();
const there = (selector: string): Promise<void> =>
  until(() => deepAll(element, selector).length > 0, `${selector} is there`);

const scenes: readonly Scene[] = [
  {
    name: 'own needs with an offer',
    tag: 'zs-needs-matcher',
    ready: '.zs-rank',
    act: async () => {
      click('.zs-rank .zs-rank__act .zs-btn[aria-expanded=false]');
      await settle();
    },
  },
  {
    name: 'rating',
    tag: 'zs-needs-matcher',
    ready: '#pick-nd-005',
    act: async () => {
      click('#pick-nd-005');
      await there('#rate button');
      click('#rate button');
      await there('textarea');
    },
  },
  { name: 'benefits', tag: 'zs-needs-matcher', view: 'benefits', ready: '.zs-table' },
  {
    name: 'the quick try',
    tag: 'zs-needs-matcher',
    visitor: true,
    ready: '#field-category',
    act: async () => {
      const select = deepOne<HTMLSelectElement>(element, '#field-category');
      select.value = 'pilot';
      select.dispatchEvent(new Event('change'));
      await there('.zs-rank');
      click('.zs-near .zs-btn');
      await there('.zs-near .zs-notice');
    },
  },
  {
    name: 'policies of an enterprise',
    tag: 'zs-policy-match',
    ready: '.zs-policy',
    act: async () => {
      deepAll(element, '.zs-segment button')[1]?.click();
      await there('.zs-lacks');
      click('.zs-policy .zs-btn');
      deepOne<HTMLDetailsElement>(element, 'details').open = true;
      await there('.zs-choice-of');
    },
  },
  { name: 'policies for a visitor', tag: 'zs-policy-match', visitor: true, ready: '#field-employees' },
];

async function show(scene: Scene, lang: string, width = ''): Promise<void> {
  const backend = new FakeMatching();
  if (scene.visitor === true) backend.who = null;
  portal = document.createElement('zs-portal');
  portal.adapter = backend;
  portal.locale = lang as 'zh-CN' | 'en';
  portal.innerHTML = '<h1>需求匹配</h1>';
  element = document.createElement(scene.tag);
  if (scene.view !== undefined) element.setAttribute('view', scene.view);
  portal.append(element);
  box = document.createElement('div');
  box.style.width = width;
  box.append(portal);
  document.body.append(box);
  await there(scene.ready);
  if (width !== '') await until(() => element.hasAttribute('narrow'), 'it measured itself');
  await scene.act?.();
  await settle();
}

async function violations(): Promise<string[]> {
  const result = await axe.run(portal, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  });
  // Not a test of nothing: the rules were applied, inside the shadow roots too.
  expect(result.passes.find(({ id }) => id === 'button-name')?.nodes.length ?? 0).to.be.greaterThan(3);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Elements whose content sticks out of what they have: nothing may need scrolling sideways (WCAG 1.4.10). */
function tooWide(): string[] {
  const limit = element.getBoundingClientRect().right + 1;
  return deepAll(element, '*')
    .filter((each) => each.getBoundingClientRect().right > limit && !each.matches('.zs-vh, .zs-vh *'))
    .map((each) => `${each.localName}.${each.className} ${Math.round(each.getBoundingClientRect().right - limit)}px`);
}

describe('accessibility of matching', () => {
  before(() => configurePortal({ clock: { now: () => sampleNow } }));
  beforeEach(() => localStorage.clear());
  afterEach(() => box.remove());

  for (const scene of scenes) {
    for (const lang of ['zh-CN', 'en'])
      for (const mode of modes)
        for (const contrast of ['', 'high'] as const)
          it(`has no violations: ${scene.name}, ${mode}, ${contrast === 'high' ? 'high' : 'normal'} contrast, ${lang}`, async function () {
            this.timeout(30_000);
            await show(scene, lang);
            portal.mode = mode;
            portal.contrast = contrast;
            await until(() => element.dataset['zsContrast'] === contrast, 'contrast is mirrored');
            await new Promise((resolve) => setTimeout(resolve, 60));
            expect(await violations()).to.deep.equal([]);
          });

    for (const mode of modes)
      for (const lang of ['zh-CN', 'en'])
        it(`fits into 320 pixels: ${scene.name}, ${mode}, ${lang}`, async () => {
          await show(scene, lang, '320px');
          portal.mode = mode;
          await new Promise((resolve) => setTimeout(resolve, 80));
          expect(tooWide()).to.deep.equal([]);
        });

    it(`fits with text twice as large: ${scene.name}`, async () => {
      await show(scene, 'zh-CN', '640px');
      box.style.setProperty('--zs-theme-size', '32px');
      await new Promise((resolve) => setTimeout(resolve, 80));
      expect(tooWide()).to.deep.equal([]);
    });

    it(`gives every control a target of 24 pixels or more: ${scene.name}`, async () => {
      await show(scene, 'zh-CN');
      const small = deepAll(element, 'button, select, textarea, summary, a, input:not([type=file])').filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24);
      });
      expect(small.map((each) => each.outerHTML.slice(0, 120))).to.deep.equal([]);
    });
  }

  it('has no violations in the dialogs', async function () {
    this.timeout(30_000);
    const [own, , , , policies] = scenes as [Scene, Scene, Scene, Scene, Scene];
    await show(own, 'zh-CN');
    for (const label of ['接受：瀛东', '不合适：长兴岛', '同意对接']) {
      const opener = deepAll(element, 'button').find(
        (each) => each.getAttribute('aria-label')?.includes(label) === true,
      );
      opener?.click();
      await there('dialog[open] .zs-dialog__foot');
      expect(await violations()).to.deep.equal([]);
      click('dialog[open] .zs-btn--icon');
      await until(() => deepAll(element, 'dialog[open]').length === 0, `${label} is closed`);
    }
    box.remove();
    await show(policies, 'zh-CN');
    deepAll(element, 'button.zs-link')
      .find((each) => textOf(each) === '补充')
      ?.click();
    await there('dialog[open] .zs-dialog__foot');
    expect(await violations()).to.deep.equal([]);
  });
});
