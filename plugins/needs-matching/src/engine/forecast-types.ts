/** Who needed what so far. Leave out whoever opted out (OUT-2): what is not here is not learnt from. */
export interface ForecastHistory {
  readonly enterprises: readonly {
    readonly id: string;
    /** For the popularity of the same industry when there is no history. */
    readonly industry?: string | null;
    /** Categories of needs it had; order and repetitions do not count. */
    readonly categories: readonly string[];
  }[];
}

export interface ForecastOptions {
  /** Default 5. */
  readonly k?: number;
  /** Strength of the ridge; default 0.5 × √enterprises, at least 0.5. */
  readonly lambda?: number;
  /** Fewer enterprises with history than this: popularity only. Default 20. */
  readonly minHistories?: number;
}

/** Likely next needs of one enterprise, a proposal to its specialist (OUT-2). */
export interface Forecast {
  readonly enterprise: string;
  readonly predictions: readonly Prediction[];
}

export interface Prediction {
  readonly category: string;
  /** Comparable within one forecast only. */
  readonly score: number;
  readonly method: 'history' | 'popularity';
  /** Largest first. */
  readonly because: readonly Because[];
}

export type Because =
  /** It had this category, which goes together with the predicted one. */
  | { readonly kind: 'had'; readonly category: string; readonly share: number }
  /** So many of the enterprises of its industry (or of all, without an industry) had it. */
  | { readonly kind: 'popular'; readonly industry: string | null; readonly had: number; readonly of: number };
