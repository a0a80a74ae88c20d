/** What a resource must say before it is kept (RES-1, RES-2, RES-3): known choices, a window that is one, public criteria for loans. */
import type { Draft } from '@zhaoshang/kernel';
import type { NeedsMatchingConfig } from '../model/config.ts';
import type { Resource } from '../model/resources.ts';
import { sameResourceKey } from '../rules/same-key.ts';
import type { MatchingInput } from './matching-context.ts';

export type ResourceEntries = MatchingInput<'createResource'>;

/** One thing that is wrong, with the code of the refusal. */
export interface EntryProblem {
  readonly field: string;
  readonly code: 'no-such-category' | 'no-such-choice' | 'no-such-provider' | 'value-unfit';
  readonly value: string;
  /** For the rows of an import; an operation answers with the code's own sentence. */
  readonly message: string;
}

export function problemsOf(config: NeedsMatchingConfig, entries: ResourceEntries): EntryProblem[] {
  const problems: EntryProblem[] = [];
  const category = config.categories.find(({ code }) => code === entries.type);
  if (category === undefined)
    problems.push({ field: 'type', code: 'no-such-category', value: entries.type, message: '没有这个类别。' });
  if (!config.providers.some(({ code }) => code === entries.provider))
    problems.push({
      field: 'provider',
      code: 'no-such-provider',
      value: entries.provider,
      message: '没有这个提供方。',
    });
  const choose = (field: string, values: readonly string[], choices: readonly string[]): void => {
    const stranger = values.find((value) => !choices.includes(value));
    if (stranger !== undefined)
      problems.push({ field, code: 'no-such-choice', value: stranger, message: `“${stranger}”不在可选项里。` });
  };
  choose(
    'tags',
    entries.tags,
    config.tags.map(({ id }) => id),
  );
  choose(
    'townCode',
    entries.townCode === null ? [] : [entries.townCode],
    config.geo.towns.map(({ code }) => code),
  );
  if (category !== undefined) {
    choose('subjects', entries.subjects, category.subjects);
    choose('features', entries.features ?? [], category.features);
    const specs = config.specs.filter(({ categories }) => categories.includes(category.code));
    choose(
      'specs',
      entries.specs.map(({ code }) => code),
      specs.map(({ code }) => code),
    );
  }
  const unfit = (field: string, value: unknown, message: string): void =>
    void problems.push({ field, code: 'value-unfit', value: String(value), message });
  if (entries.window.from > entries.window.to) unfit('window', entries.window.to, '结束日期早于开始日期。');
  if (entries.reserved > entries.capacity) unfit('reserved', entries.reserved, '已预留超过容量。');
  if (entries.parcel !== null && entries.capacity !== 1) unfit('capacity', entries.capacity, '一宗地的容量是 1。');
  if (entries.parcel !== null && category?.site === false) unfit('parcel', '', '这个类别不是用地。');
  // 公平竞争审查条例 Art. 10: an advantage is for all who meet public criteria, so there must be some.
  if (entries.loan !== null && entries.conditions.length === 0)
    unfit('conditions', '', '贷款产品须写明公开的准入条件。');
  return problems;
}

/** The record as it is kept; what is computed is computed here and nowhere else. */
export function resourceFromEntries(
  config: NeedsMatchingConfig,
  entries: ResourceEntries,
  at: string,
): Omit<Draft<Resource>, 'id' | 'state' | 'closedReason'> {
  return {
    ...entries,
    title: entries.title.trim(),
    steward: config.providers.find(({ code }) => code === entries.provider)?.steward ?? config.hub,
    tags: [...new Set(entries.tags)],
    subjects: [...new Set(entries.subjects)],
    features: entries.features === null ? null : [...new Set(entries.features)],
    sameKey: sameResourceKey(entries.type, entries.title, entries.provider),
    updatedAt: at,
  };
}
