/** One session of a matcher, told as text: the same in page, worker and Node. */
import type { Matcher, NeedFacts, ResourceFacts } from '../../src/engine/types.ts';

const titles = ['储能测试方舱', '人才公寓青禾楼', '共享冷库', '中试工位 100L', '标准厂房三期'];
const tags = ['新能源', '储能', '食品', '文旅', '科创'];

/** Numbers from a fixed rule instead of a generator, so that nothing but the engine can differ. */
export const sampleRows: ResourceFacts[] = Array.from({ length: 500 }, (_, index) => ({
  id: `rs-${String(index).padStart(3, '0')}`,
  category: index % 3 === 0 ? 'land' : 'loan',
  capacity: index % 11 === 0 ? null : (index * 37) % 97,
  from: `2026-${String(1 + (index % 12)).padStart(2, '0')}-15`,
  to: `2027-${String(1 + ((index * 5) % 12)).padStart(2, '0')}-01`,
  tags: tags.filter((_tag, bit) => (index >> bit) & 1),
  eco: (index * 13) % 100,
  town: index % 2 === 0 ? '城桥' : '堡镇',
  rules: index % 7 === 0 ? { field: 'enterprise.employees', op: 'lte', value: 60 } : null,
  title: `${titles[index % titles.length]}${index}号`,
}));

export const sampleNeeds: NeedFacts[] = Array.from({ length: 20 }, (_, index) => ({
  id: `nd-${String(index).padStart(2, '0')}`,
  text: `想找${titles[index % titles.length]}，越快越好`,
  values: {
    category: index % 2 === 0 ? 'land' : 'loan',
    quantity: 5 + index,
    deadline: '2026-12-31',
    tags: tags.slice(index % 3),
    town: '城桥',
  },
  facts: { enterprise: { employees: index * 10 } },
}));

type Session = {
  readonly [Name in 'upsert' | 'remove' | 'rank' | 'search']: (...args: Parameters<Matcher[Name]>) => unknown;
};
export interface AnyMatcher extends Session {
  assign(needs: readonly NeedFacts[]): unknown;
}

export async function sessionOf(matcher: AnyMatcher): Promise<string> {
  const told: unknown[] = [await matcher.upsert(sampleRows)];
  told.push(await matcher.remove(sampleRows.slice(100, 130).map(({ id }) => id)));
  told.push(await matcher.upsert(sampleRows.slice(120, 125)));
  for (const need of sampleNeeds) told.push(await matcher.rank(need), await matcher.search(need.text ?? ''));
  const { pairs, total, prices } = (await matcher.assign(sampleNeeds)) as ReturnType<Matcher['assign']>;
  told.push(pairs, total, prices);
  // The evaluated trees belong to the rules, which have tests of their own.
  return JSON.stringify(told, (name, value: unknown) => (name === 'condition' ? undefined : value));
}

/** FNV-1a over UTF-16 units: enough to tell whether two texts are the same. */
export function digestOf(text: string): string {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}

/** What the session comes to; changes when an answer of the engine changes, here and in every browser. */
export const sessionDigest = '333370-8140c692';
