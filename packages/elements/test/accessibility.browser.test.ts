import 'axe-core';
import type Axe from 'axe-core';
import { expect } from 'chai';
import '../src/mode-bar/define.ts';
import '../src/portal/define.ts';
import { define, modes } from '../src/index.ts';
import type { PortalElement } from '../src/portal/portal-element.ts';
import { FakeAdapter, until } from './fake-adapter.ts';
import { ShowcaseElement } from './showcase-element.ts';

// The package is a classic script: it leaves itself on the window.
const { axe } = window as unknown as { axe: typeof Axe };
let portal: PortalElement;
let showcase: ShowcaseElement;
before(() => define('zs-showcase', ShowcaseElement));
afterEach(() => {
  portal.remove();
  localStorage.clear();
});

async function showAll(lang: string): Promise<void> {
  portal = document.createElement('zs-portal');
  portal.adapter = new FakeAdapter();
  portal.locale = lang as 'zh-CN' | 'en';
  portal.innerHTML = '<h1>组件一览</h1><zs-mode-bar></zs-mode-bar>';
  showcase = document.createElement('zs-showcase') as ShowcaseElement;
  portal.append(showcase);
  document.body.append(portal);
  await until(() => showcase.shadowRoot?.querySelector('#submit') !== null, 'it is shown');
  await showcase.form.check();
  showcase.toast.show({ text: showcase.msg('moved'), action: { label: showcase.msg('again'), run: () => undefined } });
  await showcase.updateComplete;
}

async function violations(): Promise<string[]> {
  const result = await axe.run(portal, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  });
  // Not a test of nothing: the rules were applied, inside the shadow roots too.
  expect(result.passes.find(({ id }) => id === 'label')?.nodes.length ?? 0).to.be.greaterThan(5);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe('accessibility of every control', () => {
  for (const lang of ['zh-CN', 'en'])
    for (const mode of modes)
      for (const contrast of ['', 'high'] as const)
        it(`has no violations in ${mode} mode, ${contrast === 'high' ? 'high' : 'normal'} contrast, ${lang}`, async function () {
          this.timeout(30_000);
          await showAll(lang);
          portal.mode = mode;
          portal.contrast = contrast;
          await until(() => showcase.dataset['zsContrast'] === contrast, 'contrast is mirrored');
          await new Promise((resolve) => setTimeout(resolve, 60));
          expect(await violations()).to.deep.equal([]);
        });

  it('has no violations in an open dialog', async () => {
    await showAll('zh-CN');
    showcase.dialog.open();
    await until(() => showcase.shadowRoot?.querySelector('dialog')?.open === true, 'it is open');
    expect(await violations()).to.deep.equal([]);
  });
});

describe('<zs-mode-bar>', () => {
  it('changes the mode of the portal and keeps the choice for the next page', async () => {
    await showAll('zh-CN');
    const bar = portal.querySelector('zs-mode-bar');
    const buttons = () => [...(bar?.shadowRoot?.querySelectorAll('button') ?? [])];
    await until(() => buttons().length === 4, 'the bar is shown');
    buttons()[2]?.click();
    await until(() => portal.dataset['zsMode'] === 'elder', 'the mode is elder');
    await until(() => buttons()[2]?.getAttribute('aria-pressed') === 'true', 'the button is pressed');
    portal.remove();
    await showAll('zh-CN');
    await until(() => portal.dataset['zsMode'] === 'elder', 'the mode is elder again');
  });
});
