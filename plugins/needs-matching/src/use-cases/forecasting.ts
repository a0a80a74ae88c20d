/** Likely next needs (OUT-2): for the desk to think about, never without a because, never about those who opted out. */
import { createForecastModel } from '../engine/index.ts';
import type { Because } from '../engine/types.ts';
import { enterprises } from '../model/enterprises.ts';
import { needs } from '../model/needs.ts';
import { categoryOf, type MatchingContext, type MatchingUseCase } from './matching-context.ts';

/** Needs and records that are learnt from. */
const mostNeeds = 20_000;
const mostEnterprises = 5_000;

export const forecast: MatchingUseCase<'forecast'> = {
  execute: async ({ uscc }, context) => {
    const { tx, config } = context;
    const record = (await tx.get(enterprises, uscc)) ?? context.fail('no-such-enterprise');
    if (record.forecastOptOut) return { uscc, optedOut: true, predictions: [] };
    const all = await tx.find(enterprises, { index: 'byName', equals: [], limit: mostEnterprises });
    const history = await tx.find(needs, { index: 'byTime', equals: [], limit: mostNeeds });
    const had = new Map<string, string[]>();
    // Personal and sensitive needs are nobody's pattern.
    for (const need of history)
      if (need.state !== 'draft' && need.confidentiality !== 'sensitive')
        had.set(need.uscc, [...(had.get(need.uscc) ?? []), need.category]);
    const entry = (id: string, industry: string) => ({ id, industry, categories: had.get(id) ?? [] });
    const model = createForecastModel(
      {
        enterprises: all
          .filter(({ forecastOptOut }) => !forecastOptOut)
          .map(({ id, industryClass }) => entry(id, industryClass)),
      },
      { minHistories: config.forecast.minHistories },
    );
    const { predictions } = model.forecast(entry(uscc, record.industryClass), { k: config.forecast.proposals });
    return {
      uscc,
      optedOut: false,
      predictions: predictions.map(({ category, score, method, because }) => ({
        category,
        score: Math.round(score * 1_000) / 1_000,
        method,
        because: because.map((one) => becauseWords(context, one)),
      })),
    };
  },
};

function becauseWords({ config, locale }: MatchingContext, because: Because): string {
  const zh = locale === 'zh-CN';
  if (because.kind === 'had') {
    const category = categoryOf(config, because.category);
    const share = Math.round(because.share * 100);
    return zh
      ? `提过“${category?.name ?? because.category}”（占依据 ${share}%）`
      : `it asked for ${category?.nameEn ?? because.category} (${share}% of the reasons)`;
  }
  const { had, of, industry } = because;
  return zh
    ? `${industry === null ? '全区' : '同行业'} ${of} 家企业中有 ${had} 家提过`
    : `${had} of ${of} enterprises ${industry === null ? 'of the zone' : 'of its industry'} asked for it`;
}
