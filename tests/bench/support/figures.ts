/** Medians, spreads and ratios: every figure of a benchmark is told with the runs it comes from. */

export interface Series {
  readonly runs: readonly number[];
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** A measured figure against its peer of the same run. Nothing asserts it: machines differ, and a shared one swings. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly ours: Series;
  readonly peer: Series;
  readonly peerName: string;
  /** Median of the pairwise ratios ours ÷ peer, each pair measured one right after the other. */
  readonly ratio: Series;
  /** What the issue asks of the ratio. */
  readonly target: { readonly atLeast: number } | { readonly atMost: number };
  readonly reached: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** The value below which a share of the values lies; `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function series(runs: readonly number[]): Series {
  const rounded = runs.map(fourDigits);
  return { runs: rounded, median: fourDigits(median(runs)), min: Math.min(...rounded), max: Math.max(...rounded) };
}

export function figure(facts: {
  readonly name: string;
  readonly unit: string;
  readonly ours: readonly number[];
  readonly peer: readonly number[];
  readonly peerName: string;
  readonly target: Figure['target'];
}): Figure {
  const ratio = series(facts.ours.map((value, run) => value / (facts.peer[run] as number)));
  const reached =
    'atLeast' in facts.target ? ratio.median >= facts.target.atLeast : ratio.median <= facts.target.atMost;
  return { ...facts, ours: series(facts.ours), peer: series(facts.peer), ratio, reached };
}

/** Four significant digits: more would pretend a precision that a shared machine does not have. */
export function fourDigits(value: number): number {
  return Number(value.toPrecision(4));
}
