/** Importing a sheet (RES-8): every row is judged by itself, a wrong one stops no other, and nothing is written in a preview. */
import { z } from '@zhaoshang/kernel/schema.ts';
import { resources, type Resource } from '../model/resources.ts';
import { resourceFields } from '../operations/terms.ts';
import { sameResourceKey } from '../rules/same-key.ts';
import {
  keeps,
  nowText,
  stewardOf,
  type MatchingContext,
  type MatchingResult,
  type MatchingUseCase,
} from './matching-context.ts';
import { problemsOf, resourceFromEntries, type ResourceEntries } from './resource-entries.ts';
import { entriesFromRow, sheetColumns, type Row } from './sheet-columns.ts';
import { StockRoom } from './stock.ts';

type RowView = MatchingResult<'importResources'>['rows'][number];
type Issue = RowView['issues'][number];

const entriesSchema = z.object(resourceFields);

interface Judged {
  readonly view: RowView;
  readonly entries: ResourceEntries | undefined;
  readonly before: Resource | undefined;
}

export const importResources: MatchingUseCase<'importResources'> = {
  execute: async ({ mode, onDuplicate, rows }, context) => {
    const { maxRows } = context.config.import;
    if (rows.length > maxRows) context.fail('too-many-rows', { maximum: maxRows });
    const seen = new Map<string, number>();
    const judged: Judged[] = [];
    for (const [index, row] of rows.entries()) judged.push(await judge(context, row, index + 1, seen, onDuplicate));
    if (mode === 'apply') await apply(context, judged);
    const count = (outcome: RowView['outcome']): number => judged.filter(({ view }) => view.outcome === outcome).length;
    return {
      rows: judged.map(({ view }) => view),
      created: count('create'),
      updated: count('update'),
      skipped: count('duplicate'),
      invalid: count('invalid'),
    };
  },
};

async function judge(
  context: MatchingContext,
  row: Row,
  number: number,
  seen: Map<string, number>,
  onDuplicate: 'skip' | 'update',
): Promise<Judged> {
  const first = entriesFromRow(row, undefined);
  const [code, type, title, provider] = [first.code, first.type, first.title, first.provider].map(String) as [
    string,
    string,
    string,
    string,
  ];
  const sameKey = sameResourceKey(type, title, provider);
  const before = await thereAlready(context, code, sameKey);
  const raw = entriesFromRow(row, before);
  const view = { row: number, title, resourceId: before?.id ?? null, sameAs: null, issues: [] as Issue[] };
  const parsed = entriesSchema.safeParse(raw);
  const issues: Issue[] = parsed.success
    ? problemsOf(context.config, parsed.data).map(({ field, code: rule, message }) => issueOf(field, rule, message))
    : (parsed.error.issues as readonly { path: readonly PropertyKey[]; code?: string | undefined }[]).map((issue) =>
        issueOf(String(issue.path[0] ?? ''), issue.code ?? 'unfit', '内容缺失或写法不对。'),
      );
  const steward = before?.steward ?? stewardOf(context.config, provider);
  if (issues.length === 0 && (steward === undefined || !keeps(context, steward)))
    issues.push(issueOf('provider', 'forbidden', '这个提供方的资源不由您维护。'));
  if (issues.length > 0 || !parsed.success)
    return { view: { ...view, outcome: 'invalid', issues: issues.slice(0, 20) }, entries: undefined, before };
  const twice = seen.get(`code|${code}`) ?? seen.get(`same|${sameKey}`);
  if (twice !== undefined)
    return { view: { ...view, outcome: 'duplicate', sameAs: `第 ${twice} 行` }, entries: undefined, before };
  seen.set(`code|${code}`, number);
  seen.set(`same|${sameKey}`, number);
  if (before === undefined) return { view: { ...view, outcome: 'create' }, entries: parsed.data, before };
  return onDuplicate === 'skip'
    ? { view: { ...view, outcome: 'duplicate', sameAs: before.id }, entries: undefined, before }
    : { view: { ...view, outcome: 'update', sameAs: before.id }, entries: parsed.data, before };
}

/** By its code, else by type, title and provider. */
async function thereAlready(context: MatchingContext, code: string, sameKey: string): Promise<Resource | undefined> {
  if (code !== '') {
    const [coded] = await context.tx.find(resources, { index: 'code', equals: [code] });
    if (coded !== undefined) return coded;
  }
  const [same] = await context.tx.find(resources, { index: 'same', equals: [sameKey] });
  return same;
}

function issueOf(field: string, rule: string, message: string): Issue {
  const column = field === 'window' ? 'from' : field === 'place' ? 'longitude' : field;
  return { column: sheetColumns.find(({ name }) => name === column)?.label ?? column, rule, message };
}

async function apply(context: MatchingContext, judged: Judged[]): Promise<void> {
  const stock = new StockRoom(context);
  const told = { created: 0, updated: 0 };
  let provider = '';
  for (const [index, { view, entries, before }] of judged.entries()) {
    if (entries === undefined) continue;
    provider ||= entries.provider;
    const facts = resourceFromEntries(context.config, entries, nowText(context));
    if (before === undefined) {
      const id = context.newId('rs');
      await stock.add({ ...facts, id, state: 'open', closedReason: null });
      judged[index] = { view: { ...view, resourceId: id }, entries, before };
      told.created += 1;
      continue;
    }
    const short = await stock.promisedBeyond({ ...before, ...facts });
    if (short !== undefined) {
      const issue = issueOf('capacity', 'capacity-in-use', `已对接出去 ${short}，容量不能低于这个数。`);
      judged[index] = { view: { ...view, outcome: 'invalid', issues: [issue] }, entries: undefined, before };
      continue;
    }
    await stock.change({ ...before, ...facts });
    told.updated += 1;
  }
  if (told.created + told.updated === 0) return;
  // Told once for all: a thousand events would tell nobody more.
  context.emit('needs-matching.resources-imported', { provider, ...told, revision: await stock.revision() });
}
