import { ZsError } from '@zhaoshang/kernel/errors.ts';
import type {
  Because,
  Forecast,
  ForecastEnterprise,
  ForecastHistory,
  ForecastModelOptions,
  ForecastOptions,
  Prediction,
} from '../forecast-types.ts';
import { type ItemModel, fitItemModel } from './item-model.ts';

const mostCategories = 2_000;
const usualK = 5;
const usualMinHistories = 20;
const mostReasons = 3;

/** Made once from a history; new enterprises need no new model. */
export interface ForecastModel {
  /** The enterprise itself may be part of the history or new. */
  forecast(enterprise: ForecastEnterprise, options?: ForecastOptions): Forecast;
}

/** One forecast from a history; for several enterprises make the model once. Throws `too-many-categories`, `aborted`. */
export function forecast(
  history: ForecastHistory,
  enterprise: ForecastEnterprise,
  options: ForecastOptions & ForecastModelOptions & { readonly signal?: AbortSignal } = {},
): Forecast {
  return createForecastModel(history, options).forecast(enterprise, options);
}

/** Learns which categories go together (OUT-2). O(categories³): some seconds for the most that are allowed, so make it in a worker. */
export function createForecastModel(
  { enterprises }: ForecastHistory,
  options: ForecastModelOptions & { readonly signal?: AbortSignal } = {},
): ForecastModel {
  const categories = [...new Set(enterprises.flatMap((one) => one.categories))].sort();
  if (categories.length > mostCategories) throw tooManyCategories(categories.length, mostCategories);
  const numbers = new Map(categories.map((category, number) => [category, number]));
  const basketOf = (one: ForecastEnterprise): number[] =>
    [...new Set(one.categories)].flatMap((category) => numbers.get(category) ?? []).sort((a, b) => a - b);
  const baskets = enterprises.map(basketOf);
  const telling = baskets.filter(({ length }) => length > 1).length;
  const lambda = Math.max(Number.MIN_VALUE, options.lambda ?? 0.5 * Math.max(1, Math.sqrt(baskets.length)));
  const model =
    telling < (options.minHistories ?? usualMinHistories)
      ? undefined
      : fitItemModel(baskets, categories.length, lambda, options.signal);

  return {
    forecast: (enterprise, { k = usualK } = {}) => {
      const had = basketOf(enterprise);
      const fromHistory = model === undefined ? [] : byHistory(model, had, categories);
      const known = new Set(fromHistory.map(({ category }) => category));
      const popular = byPopularity(enterprise, enterprises).filter(({ category }) => !known.has(category));
      const predictions = [...fromHistory, ...popular].slice(0, Math.max(0, Math.floor(k)));
      return { enterprise: enterprise.id, predictions };
    },
  };
}

const best = (one: Prediction, other: Prediction): number =>
  other.score - one.score || (one.category < other.category ? -1 : 1);

/** What goes together with what it had: only categories for which more speaks than against. */
function byHistory({ size, weights }: ItemModel, had: readonly number[], categories: readonly string[]): Prediction[] {
  const predictions: Prediction[] = [];
  for (let to = 0; to < size; to += 1) {
    if (had.includes(to)) continue;
    const terms = had.map((from) => ({ from, weight: weights[from * size + to] as number }));
    const score = terms.reduce((sum, { weight }) => sum + weight, 0);
    if (score <= 0) continue;
    const supporting = terms.filter(({ weight }) => weight > 0);
    const support = supporting.reduce((sum, { weight }) => sum + weight, 0);
    const because = supporting
      .sort((one, other) => other.weight - one.weight || one.from - other.from)
      .slice(0, mostReasons)
      .map(({ from, weight }): Because => ({
        kind: 'had',
        category: categories[from] as string,
        share: weight / support,
      }));
    predictions.push({ category: categories[to] as string, score, method: 'history', because });
  }
  return predictions.sort(best);
}

/** What others of the industry had; of all, when nobody else is of it. The enterprise itself does not count. */
function byPopularity(enterprise: ForecastEnterprise, all: readonly ForecastEnterprise[]): Prediction[] {
  const others = all.filter(({ id }) => id !== enterprise.id);
  const wanted = enterprise.industry ?? null;
  const alike = wanted === null ? [] : others.filter(({ industry }) => industry === wanted);
  const peers = alike.length === 0 ? others : alike;
  const industry = alike.length === 0 ? null : wanted;
  const counts = new Map<string, number>();
  for (const peer of peers)
    for (const category of new Set(peer.categories)) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts]
    .filter(([category]) => !enterprise.categories.includes(category))
    .map(([category, had]): Prediction => ({
      category,
      score: had / peers.length,
      method: 'popularity',
      because: [{ kind: 'popular', industry, had, of: peers.length }],
    }))
    .sort(best);
}

const tooManyCategories = (categories: number, limit: number): ZsError =>
  new ZsError('invalid', 'too-many-categories', `需求类别超过 ${limit} 个，无法预测，请先归并类别。`, {
    data: { categories, limit },
  });
