/** Pages in a real browser that remember everything that went wrong in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { chromeArgs, chromePath } from '../../scripts/browser.ts';
import { asPersona } from './api-client.ts';
import { root, type DemoServer } from './demo-server.ts';

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromePath(), args: [...chromeArgs] });

export interface Visitor {
  readonly context: BrowserContext;
  /** Opens a page of the portal in a tab of its own. */
  open(path: string): Promise<Page>;
  /** Errors of the console, uncaught errors, failed requests of our own, and violations of the page's policy. */
  readonly troubles: string[];
  close(): Promise<void>;
}

export interface VisitorOptions {
  /** Id of a persona: of the server's for `http`, of `demo/assets/demo.json` for `local`. Nobody by default. */
  readonly persona?: string;
  readonly adapter?: 'http' | 'local';
  readonly context?: BrowserContextOptions;
  /** Answers of the server that the test provokes, e.g. refusals: the browser logs them as errors of its own. */
  readonly expectedStatuses?: readonly number[];
}

interface LocalPersona {
  readonly id: string;
  readonly session: object | null;
}
const settings = JSON.parse(readFileSync(join(root, 'demo/assets/demo.json'), 'utf8')) as {
  readonly personas: readonly LocalPersona[];
};

/** One person at a browser: tabs share cookies and stored data, nothing is shared with other visitors. */
export async function visit(browser: Browser, server: DemoServer, options: VisitorOptions = {}): Promise<Visitor> {
  const { persona, adapter = 'http', expectedStatuses = [] } = options;
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options.context });
  context.setDefaultTimeout(15_000);
  const troubles: string[] = [];
  await context.exposeBinding('reportViolation', (_, text: string) => void troubles.push(`policy: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        const report = (window as unknown as { reportViolation(text: string): void }).reportViolation;
        report(`${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`);
      },
    );
  });
  if (adapter === 'local') await context.addInitScript(chooseLocal, localChoice(server, persona));
  else if (persona !== undefined) {
    const { Cookie = '' } = (await asPersona(server.url, persona)).headers;
    const [name = '', value = ''] = Cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
  }
  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const status = Number(/status of (\d{3})/.exec(message.text())?.[1]);
      if (!expectedStatuses.includes(status)) troubles.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => troubles.push(`uncaught: ${String(error.stack ?? error)}`));
    await page.goto(`${server.url}${path}`);
    return page;
  };
  return { context, open, troubles, close: () => context.close() };
}

function localChoice(server: DemoServer, persona: string | undefined) {
  const chosen = settings.personas.find(({ id }) => id === (persona ?? 'visitor'));
  if (chosen === undefined) throw new Error(`No persona "${persona}" for the data in the page.`);
  return {
    choice: { adapter: 'local', persona: chosen.id, session: chosen.session, offset: server.clock.offset, open: false },
  };
}

/** What the demo console would remember of somebody's choice; a choice made later in the tab stays. */
function chooseLocal({ choice }: { readonly choice: object }): void {
  if (sessionStorage.getItem('demo.console') === null) sessionStorage.setItem('demo.console', JSON.stringify(choice));
}
