/** A plan in words: why a need got what it got, and who moves because of locks and bans. */
import type { CategoryPlan, PlannedPair } from './category-plan.ts';
import type { MatchingContext, MatchingResult } from './matching-context.ts';

export function whyWords({ locale }: MatchingContext, { rather, score, rule }: PlannedPair): string {
  const zh = locale === 'zh-CN';
  if (rule !== undefined) return zh ? '由专员锁定' : 'locked by a specialist';
  if (rather === undefined) return zh ? '对它最合适的一项' : 'the best for it';
  const { title } = rather.shelf.resource;
  return zh
    ? `更合适的“${title}”（${rather.score} 分）给了全区收益更大的需求，这一项 ${score} 分`
    : `"${title}" (${rather.score}) serves others better; this one scores ${score}`;
}

/** Needs that get something else with the rules than without. */
export function planMoves(
  context: MatchingContext,
  withoutRules: CategoryPlan,
  withRules: CategoryPlan,
): MatchingResult<'assignmentPlan'>['moved'] {
  const got = (plan: CategoryPlan) => new Map(plan.pairs.map((pair) => [pair.need.id, pair]));
  const [before, after] = [got(withoutRules), got(withRules)];
  const all = new Map([...withoutRules.pairs, ...withRules.pairs].map(({ need }) => [need.id, need]));
  return [...all.values()].flatMap((need) => {
    const [was, is] = [before.get(need.id), after.get(need.id)];
    if (was?.shelf.resource.id === is?.shelf.resource.id) return [];
    return [
      {
        needId: need.id,
        number: need.number,
        from: was?.shelf.resource.id ?? null,
        fromTitle: was?.shelf.resource.title ?? '',
        to: is?.shelf.resource.id ?? null,
        toTitle: is?.shelf.resource.title ?? '',
        scoreChange: (is?.score ?? 0) - (was?.score ?? 0),
        why: is === undefined ? leftWords(context, withRules, need.id) : whyWords(context, is),
      },
    ];
  });
}

function leftWords({ locale }: MatchingContext, plan: CategoryPlan, needId: string): string {
  const banned = plan.unassigned.some(({ need, reason }) => need.id === needId && reason === 'banned');
  if (locale === 'zh-CN') return banned ? '合适的都被排除' : '合适的都给了别的需求';
  return banned ? 'everything that fits is banned' : 'everything that fits serves others';
}
