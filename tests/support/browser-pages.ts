/** Pages in a real browser that remember everything that went wrong in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Session } from '@zhaoshang/kernel';
import { chromeArgs, chromePath } from '../../scripts/browser.ts';
import { asPersona } from './api-client.ts';
import { root, type DemoServer } from './demo-server.ts';
import { exampleUscc } from './identity-provider.ts';

export type AdapterName = 'http' | 'local';

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromePath(), args: [...chromeArgs] });

export interface VisitorOptions {
  readonly adapter?: AdapterName;
  /** `http`: id of one of the server's personas. Nobody by default. */
  readonly persona?: string;
  /** `local`: the session that the host page gives. */
  readonly session?: Omit<Session, 'zone'>;
  /** `local`: the visitor whose browser this one uses too, in tabs of his own: the stored data is shared. */
  readonly beside?: Visitor;
  readonly context?: BrowserContextOptions;
  /** Answers that the test provokes, e.g. refusals: the browser logs them as errors of its own. */
  readonly expectedStatuses?: readonly number[];
}

export interface Visitor {
  readonly context: BrowserContext;
  /** Opens a page of the portal in a tab of its own. */
  open(path: string): Promise<Page>;
  /** Errors of the console, uncaught errors, and violations of the page's policy. */
  readonly troubles: string[];
  close(): Promise<void>;
}

/** One person at a browser; people at the server have cookies of their own, people in the page a tab of their own. */
export async function visit(browser: Browser, server: DemoServer, options: VisitorOptions = {}): Promise<Visitor> {
  const { adapter = 'http', persona, session, beside, expectedStatuses = [] } = options;
  const context =
    beside?.context ?? (await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options.context }));
  context.setDefaultTimeout(25_000);
  const troubles: string[] = [];
  if (persona !== undefined) {
    const { Cookie = '' } = (await asPersona(server.url, persona)).headers;
    const [name = '', value = ''] = Cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
  }
  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await watch(page, troubles, expectedStatuses);
    const choice = { adapter, persona: null, session: session ?? null, offset: server.clock.offset, open: false };
    if (adapter === 'local') await page.addInitScript(chooseOnce, { choice });
    await page.goto(`${server.url}${path}`);
    return page;
  };
  return { context, open, troubles, close: () => context.close() };
}

/** Collects what a page complains about from now on. */
export async function watch(page: Page, troubles: string[], expectedStatuses: readonly number[] = []): Promise<void> {
  await page.exposeBinding('reportViolation', (_, text: string) => void troubles.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        const report = (window as unknown as { reportViolation(text: string): void }).reportViolation;
        report(`${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`);
      },
    );
  });
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const status = Number(/status of (\d{3})/.exec(message.text())?.[1]);
    if (!expectedStatuses.includes(status)) troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.stack ?? String(error)}`));
}

/** What the demo console would remember of somebody's choice; one made later in the tab stays. */
function chooseOnce({ choice }: { readonly choice: object }): void {
  if (sessionStorage.getItem('demo.console') === null) sessionStorage.setItem('demo.console', JSON.stringify(choice));
}

/** Moves the clock for all pages and loads them again, as the demo console does. */
export async function moveClockTo(server: DemoServer, instant: number, pages: readonly Page[]): Promise<void> {
  server.clock.moveTo(instant);
  for (const page of pages) {
    await page.evaluate((offset) => {
      const choice = JSON.parse(sessionStorage.getItem('demo.console') ?? '{}') as object;
      sessionStorage.setItem('demo.console', JSON.stringify({ ...choice, offset }));
    }, server.clock.offset);
    await page.reload();
  }
}

/** Sessions that a host page would give where the data is in the page. */
export const localSessions = {
  enterprise: (number: number): Omit<Session, 'zone'> => ({
    subject: `local-enterprise-${number}`,
    displayName: `第${number}家`,
    roles: ['enterprise'],
    enterprise: { uscc: exampleUscc(number), name: `示例企业${number}` },
  }),
  department: (department: string): Omit<Session, 'zone'> => ({
    subject: `local-${department}`,
    displayName: '值台',
    roles: ['department'],
    department,
  }),
  centre: { subject: 'local-centre', displayName: '中心', roles: ['centre'] } as Omit<Session, 'zone'>,
} as const;

/** What a failed test left on the screens, in `.cache/screens/`. */
export async function keepScreens(name: string, pages: Readonly<Record<string, Page>>): Promise<void> {
  const file = (page: string): string => join(root, '.cache/screens', `${name}-${page}.png`.replace(/[^\w.-]+/g, '-'));
  for (const [title, page] of Object.entries(pages)) await page.screenshot({ path: file(title), fullPage: true });
}

/** Folder with pages of a test, to be served beside the demo. */
export const pagesOf = (folder: string): { mount: string; folder: string } => ({
  mount: `/${folder}/`,
  folder: join(root, 'tests', folder, 'pages'),
});

/** The built script as one text, for tests that put it where a portal would. */
export const builtScript = (name: string): string => readFileSync(join(root, 'dist', name), 'utf8');
