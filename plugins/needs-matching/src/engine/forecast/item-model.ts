import { stopIfAborted } from '../engine-error.ts';
import { invertSymmetric } from './cholesky.ts';

/** Which category speaks how strongly for which: weight of `from` for `to` at `from × size + to`, 0 on the diagonal. */
export interface ItemModel {
  readonly size: number;
  readonly weights: Float64Array;
}

/**
 * EASE (Steck, 2019): the linear item model without self-similarity, in closed form. With G = XᵀX + λI and P = G⁻¹ the weights are
 * −P[i][j] ÷ P[j][j]. `baskets` are ascending category numbers, one list per enterprise.
 */
export function fitItemModel(
  baskets: readonly (readonly number[])[],
  size: number,
  lambda: number,
  signal?: AbortSignal,
): ItemModel {
  const weights = new Float64Array(size * size);
  for (const basket of baskets) for (const one of basket) for (const other of basket) weights[one * size + other]! += 1;
  for (let item = 0; item < size; item += 1) weights[item * size + item]! += lambda;
  invertSymmetric(weights, size, () => stopIfAborted(signal));
  const diagonal = Float64Array.from({ length: size }, (_, item) => weights[item * size + item] as number);
  for (let from = 0; from < size; from += 1)
    for (let to = 0; to < size; to += 1)
      weights[from * size + to] = from === to ? 0 : -(weights[from * size + to] as number) / (diagonal[to] as number);
  return { size, weights };
}
