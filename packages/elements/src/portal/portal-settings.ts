/** Reads the page's settings from inline JSON; what is wrong there is reported with its path, and never stops the page. */
import { locales } from '@zhaoshang/kernel';
import { reportProblem } from '../diagnostics.ts';
import { page } from '../page.ts';
import { modes } from './portal-options.ts';
import type { PortalOptions } from './portal-options.ts';

const text = (value: unknown) => typeof value === 'string';
const checks: Record<string, readonly [(value: unknown) => boolean, string]> = {
  adapter: [text, '"http"、"local" 或已登记的名字'],
  baseUrl: [text, '一个网址'],
  zone: [text, '园区代码'],
  locale: [(value) => locales.some((locale) => locale === value), locales.join('、')],
  mode: [(value) => modes.some((mode) => mode === value), modes.join('、')],
  contrast: [(value) => value === '' || value === 'high', '"" 或 "high"'],
  config: [(value) => value !== null && typeof value === 'object' && !Array.isArray(value), '一个对象'],
};

/** Checks settings that did not come through the compiler; only what is right comes back. */
export function checkSettings(source: unknown, path: string): PortalOptions {
  const right: Record<string, unknown> = {};
  if (source === null || typeof source !== 'object' || Array.isArray(source)) {
    reportProblem({ code: 'config-invalid', path, message: '应为一个 JSON 对象。' });
    return right;
  }
  for (const [name, value] of Object.entries(source)) {
    const check = Object.prototype.hasOwnProperty.call(checks, name) ? checks[name] : undefined;
    if (check === undefined)
      reportProblem({
        code: 'config-unknown',
        path: `${path}.${name}`,
        message: `没有这个设置。可用的是 ${Object.keys(checks).join('、')}。`,
      });
    else if (check[0](value)) right[name] = value;
    else
      reportProblem({
        code: 'config-invalid',
        path: `${path}.${name}`,
        message: `应为${check[1]}，现在是 ${JSON.stringify(value)}。`,
      });
  }
  return right;
}

const seen = new WeakSet<Element>();

/** Takes `<script type="application/json" data-zs-portal>` once; `configurePortal` wins over it. */
export function readInlineSettings(script: Element): void {
  if (seen.has(script)) return;
  seen.add(script);
  const path = 'script[data-zs-portal]';
  try {
    page().options = { ...checkSettings(JSON.parse(script.textContent ?? ''), path), ...page().options };
  } catch (error) {
    reportProblem({ code: 'config-invalid', path, message: `JSON 写错了，请改正：${String(error)}` });
  }
}
