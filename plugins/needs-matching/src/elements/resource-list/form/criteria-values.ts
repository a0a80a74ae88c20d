/** The criteria that the form has fields for; any others of a resource stay as they are. */
import type { Resource } from '../resource-types.ts';

type Groups = Resource['conditions'];
type Leaf = Groups[number]['any'][number];

export interface CriteriaValues {
  /** 生态定位评分 at least. */
  ecoScore: string;
  /** 信用等级. */
  credit: string;
  /** At most so many employees. */
  employees: string;
  /** One of these tags. */
  anyTag: readonly string[];
}

const score = { field: 'enterprise.facts.ecoScore', op: 'gte' } as const;
const credit = { field: 'enterprise.facts.credit', op: 'eq' } as const;
const employees = { field: 'enterprise.employees', op: 'lte' } as const;
const tags = { field: 'enterprise.tags', op: 'hasAny' } as const;
const known = [score, credit, employees, tags];

type Kind = Pick<Leaf, 'field' | 'op'>;
const isOf = (leaf: Kind, { field, op }: Kind): boolean => leaf.field === field && leaf.op === op;

/** The first condition of each kind has a field; the others are kept. */
function split(groups: Groups): { readonly leaves: readonly Leaf[]; readonly others: Groups } {
  const leaves: Leaf[] = [];
  const others = groups.filter(({ any }) => {
    const [leaf] = any;
    const hasField =
      any.length === 1 &&
      leaf !== undefined &&
      known.some((kind) => isOf(leaf, kind)) &&
      !leaves.some((each) => isOf(each, leaf));
    if (hasField) leaves.push(leaf);
    return !hasField;
  });
  return { leaves, others };
}

export const otherCriteria = (groups: Groups): Groups => split(groups).others;

export function criteriaValues(groups: Groups): CriteriaValues {
  const { leaves } = split(groups);
  const text = (kind: Kind): string => {
    const value = leaves.find((leaf) => isOf(leaf, kind))?.value;
    return value === undefined ? '' : String(value);
  };
  const list = leaves.find((leaf) => isOf(leaf, tags))?.value;
  return {
    ecoScore: text(score),
    credit: text(credit),
    employees: text(employees),
    anyTag: Array.isArray(list) ? list.map(String) : [],
  };
}

export function criteriaOf(values: CriteriaValues, before: Groups): Groups {
  const leaves: Leaf[] = [];
  if (values.ecoScore.trim() !== '') leaves.push({ ...score, value: Number(values.ecoScore) });
  if (values.credit.trim() !== '') leaves.push({ ...credit, value: values.credit.trim() });
  if (values.employees.trim() !== '') leaves.push({ ...employees, value: Number(values.employees) });
  if (values.anyTag.length > 0) leaves.push({ ...tags, value: [...values.anyTag] });
  return [...leaves.map((leaf) => ({ any: [leaf] })), ...otherCriteria(before)];
}
