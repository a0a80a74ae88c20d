/** A small zone of random resources and needs, with unknown values, and what the words of the schema mean for one pair, told plainly. */
import fc from 'fast-check';
import type { NeedFacts, ResourceFacts } from '../../src/engine/types.ts';

export { schema, weights } from './zone-schema.ts';

const words = ['新能源', '储能', '食品', '文旅', '科创'];
const date = fc
  .integer({ min: 0, max: 40 })
  .map((day) => new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 10));
const unknownOr = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 5, nil: null });
const bag = fc.uniqueArray(fc.constantFrom(...words), { maxLength: 4 });
const condition = fc.constantFrom(
  null,
  { all: [] },
  { field: 'enterprise.employees', op: 'lte', value: 60 },
  {
    any: [
      { field: 'enterprise.scale', op: 'eq', value: '小型' },
      { field: 'enterprise.employees', op: 'gt', value: 100 },
    ],
  },
);

export const resource = (id: fc.Arbitrary<string>): fc.Arbitrary<ResourceFacts> =>
  fc.record({
    id,
    category: unknownOr(fc.constantFrom('land', 'loan')),
    capacity: unknownOr(fc.integer({ min: 0, max: 12 })),
    price: unknownOr(fc.integer({ min: 0, max: 12 })),
    from: unknownOr(date),
    to: unknownOr(date),
    tags: unknownOr(bag),
    features: unknownOr(bag),
    eco: unknownOr(fc.integer({ min: -20, max: 120 })),
    town: unknownOr(fc.constantFrom('城桥', '堡镇')),
    distance: unknownOr(fc.integer({ min: 4_990, max: 5_010 })),
    band: fc.constantFrom(0, 5),
    rules: condition,
    title: fc.constantFrom('储能测试方舱', '人才公寓', '共享冷库', ''),
  });

export const resources: fc.Arbitrary<ResourceFacts[]> = fc
  .array(resource(fc.constant('')), { maxLength: 40 })
  .map((list) => list.map((one, index) => ({ ...one, id: `rs-${String((index * 7) % 40).padStart(2, '0')}` })));

export const need: fc.Arbitrary<NeedFacts> = fc.record({
  id: fc.constant('nd-1'),
  values: fc.record({
    category: unknownOr(fc.constantFrom('land', 'loan')),
    quantity: unknownOr(fc.integer({ min: 0, max: 12 })),
    budget: unknownOr(fc.integer({ min: 0, max: 12 })),
    from: unknownOr(date),
    deadline: unknownOr(date),
    requires: unknownOr(fc.uniqueArray(fc.constantFrom(...words, '没有的'), { maxLength: 2 })),
    without: unknownOr(bag),
    oneOf: unknownOr(bag),
    clearance: fc.constantFrom(null, 5_000),
    tags: unknownOr(bag),
    town: unknownOr(fc.constantFrom('城桥', '堡镇', '横沙')),
  }),
  facts: fc.record({
    enterprise: fc.record({
      employees: unknownOr(fc.integer({ min: 1, max: 200 })),
      scale: unknownOr(fc.constantFrom('小型', '大型')),
    }),
  }),
});

export type Verdict = 'pass' | 'fail' | 'unknown';
type Values = Readonly<Record<string, unknown>>;
interface AskedValues {
  readonly category: string | null;
  readonly quantity: number | null;
  readonly budget: number | null;
  readonly from: string | null;
  readonly deadline: string | null;
  readonly requires: string[] | null;
  readonly without: string[] | null;
  readonly oneOf: string[] | null;
  readonly clearance: number | null;
  readonly tags: string[] | null;
  readonly town: string | null;
}
const listOf = (value: unknown): string[] => (value === null || value === undefined ? [] : [value].flat()) as string[];
const orUnknown = (value: unknown, test: () => boolean): Verdict =>
  value === null ? 'unknown' : test() ? 'pass' : 'fail';

/** What each constraint that the need asks about says of a resource; written from the contract, not from the engine. */
export function judge(asked: NeedFacts, row: Values): Record<string, Verdict> {
  const v = asked.values as unknown as AskedValues;
  const verdicts: Record<string, Verdict> = {};
  if (v.category !== null) verdicts.category = orUnknown(row.category, () => row.category === v.category);
  if (v.quantity !== null)
    verdicts.capacity = orUnknown(row.capacity, () => (row.capacity as number) >= (v.quantity as number));
  if (v.budget !== null)
    verdicts.price = row.price === null ? 'pass' : (row.price as number) <= v.budget ? 'pass' : 'fail';
  if (v.from !== null || v.deadline !== null) {
    const [from, to] = [row.from as string | null, row.to as string | null];
    const tooLate = from !== null && v.deadline !== null && from > v.deadline;
    const tooEarly = to !== null && v.from !== null && to < v.from;
    verdicts.window = tooLate || tooEarly ? 'fail' : from === null || to === null ? 'unknown' : 'pass';
  }
  const features = row.features as string[] | null;
  const tags = row.tags as string[] | null;
  if (listOf(v.requires).length > 0)
    verdicts.features = orUnknown(features, () => listOf(v.requires).every((word) => features!.includes(word)));
  if (listOf(v.without).length > 0)
    verdicts.excluded = orUnknown(tags, () => !listOf(v.without).some((word) => tags!.includes(word)));
  if (listOf(v.oneOf).length > 0)
    verdicts.any = orUnknown(tags, () => listOf(v.oneOf).some((word) => tags!.includes(word)));
  if (v.clearance !== null) {
    const metres = row.distance as number | null;
    verdicts.reserve =
      metres === null || Math.abs(metres - v.clearance) < (row.band as number)
        ? 'unknown'
        : metres >= v.clearance
          ? 'pass'
          : 'fail';
  }
  verdicts.rules = rulesOf(row.rules, (asked.facts as { enterprise: Values }).enterprise);
  return verdicts;
}

function rulesOf(tree: unknown, { employees, scale }: Values): Verdict {
  if (tree === null || JSON.stringify(tree) === '{"all":[]}') return 'pass';
  if ('field' in (tree as object)) return orUnknown(employees, () => (employees as number) <= 60);
  const small = orUnknown(scale, () => scale === '小型');
  const many = orUnknown(employees, () => (employees as number) > 100);
  return small === 'pass' || many === 'pass' ? 'pass' : small === 'unknown' || many === 'unknown' ? 'unknown' : 'fail';
}

/** Exact points of each part, before rounding; `null`: not known. */
export function shares(asked: NeedFacts, row: Values): (number | null)[] {
  const v = asked.values as unknown as AskedValues;
  const wanted = [...new Set(listOf(v.tags))];
  const tags = row.tags as string[] | null;
  const capacity = row.capacity as number | null;
  const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  const start = v.from ?? v.deadline;
  const end = v.deadline ?? v.from;
  const later = (one: string, other: string): string => (one > other ? one : other);
  const earlier = (one: string, other: string): string => (one < other ? one : other);
  return [
    wanted.length === 0
      ? 1
      : tags === null
        ? null
        : wanted.filter((word) => tags.includes(word)).length / wanted.length,
    v.quantity === null
      ? 1
      : capacity === null
        ? null
        : capacity === 0 || v.quantity === 0
          ? Number(capacity >= v.quantity)
          : Math.min(capacity / v.quantity, v.quantity / capacity),
    start === null || end === null || end < start
      ? 1
      : row.from === null || row.to === null
        ? null
        : Math.max(0, days(later(start, row.from as string), earlier(end, row.to as string))) / days(start, end),
    v.town === null ? 1 : row.town === null ? null : Number(row.town === v.town),
    row.eco === null ? null : Math.max(0, Math.min(1, (row.eco as number) / 100)),
  ];
}
