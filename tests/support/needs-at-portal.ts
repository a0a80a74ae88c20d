/** What people do on the pages of needs and resources, by the names that they read. */
import type { Locator, Page } from 'playwright-core';
import personas from '@zhaoshang/kit/personas.json' with { type: 'json' };
import { needsMatchingOutline } from '@zhaoshang/needs-matching/contract.outline.ts';
import type { Session } from '@zhaoshang/kernel';

export const matcher = (page: Page): Locator => page.locator('zs-needs-matcher');
export const matchDesk = (page: Page): Locator => page.locator('zs-match-desk');

/** The session that a persona of the demo has, for pages whose data is in the page. */
export function sessionOf(persona: string): Omit<Session, 'zone'> {
  const found = personas.find(({ id }) => id === persona);
  if (found === undefined || found.session === null) throw new Error(`No persona "${persona}" with a session.`);
  return found.session as Omit<Session, 'zone'>;
}

/** A need of two test shifts, as an enterprise writes it; `changes` replaces entries. */
export const pilotNeed = (changes: Readonly<Record<string, unknown>> = {}) => ({
  category: 'pilot',
  text: '储能舱热失控试验，想借方舱一个台班',
  quantity: 1,
  unit: '台班',
  deadline: '2026-12-18',
  urgency: 'high',
  townCode: '310151114',
  projectId: null,
  tags: [],
  subjects: ['储能测试'],
  features: [],
  specs: [],
  confidentiality: 'internal',
  personal: null,
  consent: null,
  ...changes,
});

export interface Called {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
}

/** Calls an operation as the page's own elements do: through the portal, by whichever adapter it has. */
export function callInPage<Output = any>(
  page: Page,
  operation: string,
  input: unknown,
  expectedVersion?: number,
): Promise<{ output?: Output; code?: string }> {
  return page.evaluate(
    async ({ outline, name, given, version }) => {
      type Client = Readonly<Record<string, (input: unknown, options?: object) => Promise<unknown>>>;
      const { portal } = document.querySelector('zs-portal') as unknown as {
        portal: { client(outline: object): Client };
      };
      const call = portal.client(outline)[name];
      if (call === undefined) throw new Error(`No operation "${name}".`);
      try {
        const output = await call(given, version === undefined ? {} : { expectedVersion: version });
        return { output: output as never };
      } catch (error) {
        const { code } = error as { code?: string };
        if (code === undefined) throw error;
        return { code };
      }
    },
    { outline: needsMatchingOutline, name: operation, given: input, version: expectedVersion },
  );
}

export const needsForm = (page: Page): Locator => page.locator('zs-needs-form');

/** States a need of test shifts step by step in the form, as its enterprise does; returns what was submitted. */
export async function stateByForm(page: Page, text: string): Promise<Called> {
  const form = needsForm(page);
  const next = (): Promise<void> => form.getByRole('button', { name: /^下一步/ }).click();
  await form.getByRole('radio', { name: /^中试场地/ }).check();
  await next();
  await form.getByRole('checkbox', { name: '储能测试' }).check();
  await form.getByLabel(/^数量/).fill('1');
  await form.getByLabel(/^单位/).selectOption('台班');
  await next();
  await form.getByRole('textbox', { name: /^最晚什么时候要/ }).fill('2026-12-18');
  await next();
  await form.getByRole('textbox', { name: /^用自己的话说说/ }).fill(text);
  await next();
  await form.getByRole('checkbox', { name: /同意/ }).first().check();
  await next();
  await form.getByRole('heading', { name: /核对提交/ }).waitFor();
  await form.getByRole('button', { name: /^提交/ }).click();
  await form.getByText('需求已提交').first().waitFor();
  const { output } = await callInPage<{ items: readonly (Called & { text: string })[] }>(page, 'myNeeds', {});
  const stated = output?.items.find((need) => need.text === text);
  if (stated === undefined) throw new Error('The need that was submitted is not among those of the enterprise.');
  await openOwnNeed(page, text, stated.number);
  return stated;
}

/** States a need and submits it with the button of its page. */
export async function stateNeed(page: Page, entries: { readonly text: string }): Promise<Called> {
  const { output, code } = await callInPage<Called>(page, 'draftNeed', entries);
  if (output === undefined) throw new Error(`The need was refused: ${code}`);
  await openOwnNeed(page, entries.text, output.number);
  await matcher(page).getByRole('button', { name: '提交需求' }).click();
  await matcher(page).getByText('已提交，专员会联系您').first().waitFor();
  return output;
}

/** Opens one of the enterprise's needs by its words; waits until the number is there. */
export async function openOwnNeed(page: Page, text: string, number: string): Promise<void> {
  await matcher(page).locator('zs-own-needs li').getByRole('button').filter({ hasText: text }).click();
  await matcher(page).getByText(`需求 ${number}`).first().waitFor();
}

/** Opens a need on the desk's list, among those that nobody has taken up, those of the specialist, or all. */
export async function openOnDesk(
  page: Page,
  scope: '我负责的' | '待分派' | '未满足' | '全部',
  number: string,
): Promise<void> {
  const desk = matchDesk(page);
  await desk.getByRole('button', { name: scope, exact: true }).click();
  await desk.getByRole('searchbox', { name: '找需求' }).fill(number);
  await desk.locator('tr').filter({ hasText: number }).getByRole('button').first().click();
  await desk.getByText(`需求 ${number}`).first().waitFor();
}

export const resourceList = (page: Page): Locator => page.locator('zs-resource-list');

const sheetHead = '编码,类别,名称,提供方,容量,单位,周期,已预留,开始日期,结束日期';

/** A sheet of the ecology bureau: two rows that are wrong, one twice, one new. */
export const faultySheet = [
  sheetHead,
  'HB-1,没有这一类,土壤会诊,生态环境局,1,次,每月,0,2026-01-01,2027-12-31',
  'HB-2,技术支持,噪声会诊,生态环境局,很多,次,每月,0,2026-01-01,2027-12-31',
  'HB-3,技术支持,油烟现场会诊,生态环境局,3,次,每月,0,2026-01-01,2027-12-31',
  'HB-3,技术支持,油烟现场会诊,生态环境局,3,次,每月,0,2026-01-01,2027-12-31',
].join('\n');

/** Chooses a sheet on the page of the department's list and waits until its rows have been judged. */
export async function judgeSheet(page: Page, csv: string): Promise<void> {
  const list = resourceList(page);
  await list.getByRole('button', { name: '导入表格' }).click();
  const file = { name: '资源.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await list.locator('input[type=file]').setInputFiles(file);
  await list.getByRole('group', { name: '按核对结果看' }).waitFor();
}

/** What a click saves, as text. */
export async function saved(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const stream = await download.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** Serves a page as its editor would have written it with other tags. */
export async function withoutTag(page: Page, path: string, tag: string): Promise<void> {
  await page.route(`**/${path}`, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replace(new RegExp(`<${tag}[\\s>][\\s\\S]*?</${tag}\\s*>`), '');
    if (body === text) throw new Error(`There is no <${tag}> in ${path}.`);
    await route.fulfill({ response, body });
  });
}

/** Everything a page has put by in its browser, as one text. */
export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name as string);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames)
        kept.push(
          await new Promise((resolve, reject) => {
            const reading = database.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => resolve(reading.result);
            reading.onerror = () => reject(reading.error);
          }),
        );
      database.close();
    }
    return JSON.stringify(kept);
  });
}
