/** The ways a reader can have a page: three sizes, two languages, high contrast. */
import type { Page } from 'playwright-core';

export interface Display {
  readonly mode: 'standard' | 'large' | 'elder';
  readonly language: 'zh-CN' | 'en';
  readonly contrast: '' | 'high';
}

export const displays: readonly Display[] = [
  ...(['standard', 'large', 'elder'] as const).flatMap((mode) =>
    (['zh-CN', 'en'] as const).map((language): Display => ({ mode, language, contrast: '' })),
  ),
  { mode: 'standard', language: 'zh-CN', contrast: 'high' },
];

/** Each mode, both languages and high contrast, in three looks: for states whose parts are looked at in every display elsewhere. */
export const threeLooks: readonly Display[] = [
  { mode: 'standard', language: 'zh-CN', contrast: '' },
  { mode: 'large', language: 'zh-CN', contrast: 'high' },
  { mode: 'elder', language: 'en', contrast: '' },
];

/** Each mode, each language and high contrast once: for pages of the portal's own. */
export const oneOfEach: readonly Display[] = [
  { mode: 'standard', language: 'zh-CN', contrast: '' },
  { mode: 'large', language: 'en', contrast: '' },
  { mode: 'elder', language: 'zh-CN', contrast: '' },
  { mode: 'standard', language: 'en', contrast: 'high' },
];

export const nameOf = ({ mode, language, contrast }: Display): string =>
  [mode, language, contrast].filter(Boolean).join(' ');

/** Turns the portal, and with it the elements, without loading the page again: what is open stays open. */
export async function show(page: Page, display: Display): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { portal } = window as unknown as { portal: { setDisplay(change: object): void } };
    portal.setDisplay(wanted);
    // Messages of the other language come over the network.
    if (document.querySelector('zs-portal') !== null) await new Promise((resolve) => setTimeout(resolve, 150));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, display);
}
