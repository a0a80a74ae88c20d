/** A person with a keyboard and nothing else: Tab, Shift+Tab, Enter, Space, arrows and letters. */
import type { Page } from 'playwright-core';

/** Name, role and text of what has the focus, through shadow roots. */
export function focused(page: Page): Promise<{ name: string; tag: string; type: string; visible: boolean }> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active === null) return { name: '', tag: '', type: '', visible: false };
    const root = active.getRootNode() as Document | ShadowRoot;
    const labelled = active.getAttribute('aria-labelledby');
    const label =
      active.getAttribute('aria-label') ??
      (labelled === null ? undefined : root.getElementById(labelled)?.textContent) ??
      (active as HTMLInputElement).labels?.[0]?.textContent ??
      active.textContent ??
      '';
    const { width, height } = active.getBoundingClientRect();
    const face = (active as HTMLInputElement).labels?.[0] ?? active;
    const style = getComputedStyle(active);
    const shown = face.getClientRects().length > 0 && style.visibility !== 'hidden';
    return {
      name: label.replace(/\s+/g, ' ').trim(),
      tag: active.localName,
      type: active.getAttribute('type') ?? '',
      visible: shown && width + height >= 0,
    };
  });
}

/** Presses Tab until what has the focus is so named; throws with everything that was met on the way. */
export async function tabTo(
  page: Page,
  name: RegExp,
  options: { readonly key?: 'Tab' | 'Shift+Tab'; most?: number } = {},
) {
  const met: string[] = [];
  for (let step = 0; step < (options.most ?? 150); step += 1) {
    const now = await focused(page);
    if (name.test(now.name) && now.tag !== 'body') {
      if (!now.visible) throw new Error(`"${now.name}" has the focus and cannot be seen.`);
      return now;
    }
    met.push(now.name.slice(0, 24));
    await page.keyboard.press(options.key ?? 'Tab');
  }
  throw new Error(`No Tab leads to ${name}; met: ${met.join(' | ')}`);
}

/** Arrow keys within a group of radio buttons until one is so named. */
export async function arrowTo(page: Page, name: RegExp): Promise<void> {
  const met: string[] = [];
  for (let step = 0; step < 12; step += 1) {
    const { name: now } = await focused(page);
    if (name.test(now)) return;
    met.push(now);
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`No arrow leads to ${name}; met: ${met.join(' | ')}`);
}

export async function pressOn(page: Page, name: RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

export async function typeInto(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}
