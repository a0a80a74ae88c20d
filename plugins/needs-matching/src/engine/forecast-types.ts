/** Who needed what so far. Leave out whoever opted out (OUT-2): what is not here is not learnt from. */
export interface ForecastHistory {
  readonly enterprises: readonly ForecastEnterprise[];
}

export interface ForecastEnterprise {
  readonly id: string;
  /** For the popularity within the same industry when the history says too little. */
  readonly industry?: string | null;
  /** Categories of needs it had; order and repetitions do not count. */
  readonly categories: readonly string[];
}

export interface ForecastOptions {
  /** Default 5. */
  readonly k?: number;
}

export interface ForecastModelOptions {
  /** Strength of the ridge, above 0. Default: 0.5, and more the more enterprises there are (0.5 × √enterprises). */
  readonly lambda?: number;
  /** With fewer enterprises that had two categories or more than this, only popularity is told. Default 20. */
  readonly minHistories?: number;
}

/** Likely next needs of one enterprise: a proposal to its specialist, never a decision (OUT-2, OUT-7). */
export interface Forecast {
  readonly enterprise: string;
  /** Best first; only categories it has not had. */
  readonly predictions: readonly Prediction[];
}

export interface Prediction {
  readonly category: string;
  /** Comparable within one method of one forecast only. */
  readonly score: number;
  readonly method: 'history' | 'popularity';
  /** Largest first, at most three. */
  readonly because: readonly Because[];
}

export type Because =
  /** It had this category, which goes together with the predicted one; `share` of what speaks for it. */
  | { readonly kind: 'had'; readonly category: string; readonly share: number }
  /** So many of the other enterprises of its industry (of all, without one) had it. */
  | { readonly kind: 'popular'; readonly industry: string | null; readonly had: number; readonly of: number };
