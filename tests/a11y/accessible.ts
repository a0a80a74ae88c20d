/** What every state of an element must pass: axe in the ways it can be had, a narrow window, large text. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsIn } from './axe.ts';
import { displays, nameOf, show } from './display.ts';
import { clippedText, overflowOf } from './layout.ts';

/** Looks at what is open in every display, and whether it fits a narrow window and large text. */
export async function expectAccessible(page: Page, tag: string, among = displays): Promise<void> {
  const problems: string[] = [];
  for (const display of among) {
    await show(page, display);
    for (const { id, nodes } of await violationsIn(page, tag)) problems.push(`${nameOf(display)}: ${id} ${nodes[0]}`);
  }
  await show(page, { mode: 'standard', language: 'zh-CN', contrast: '' });
  await page.setViewportSize({ width: 320, height: 640 });
  for (const mode of ['standard', 'elder'] as const) {
    await show(page, { mode, language: 'zh-CN', contrast: '' });
    problems.push(...(await overflowOf(page)).map((problem) => `320 px, ${mode}: ${problem}`));
  }
  await show(page, { mode: 'standard', language: 'zh-CN', contrast: '' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  problems.push(...(await overflowOf(page)).map((problem) => `200 %: ${problem}`));
  problems.push(...(await clippedText(page)).map((text) => `200 %, cut off: ${text}`));
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  expect(problems).toEqual([]);
}
