/**
 * What a resource consists of. The engine knows no field of its own: a zone, a company directory or a reader's CSV declares theirs.
 * `null`, a missing property, an empty string and `NaN` all mean "not known"; none of them ever means "no".
 */
export type ResourceField =
  /** One word of a small set (category, town, provider). */
  | { readonly kind: 'word' }
  /** A finite number. Money in 分 or 元 as integers, areas, headcounts. */
  | { readonly kind: 'number' }
  /** A calendar date `YYYY-MM-DD`. */
  | { readonly kind: 'date' }
  /** A list of words: tags, industry codes, features. Words are compared whole. */
  | { readonly kind: 'words' }
  /** `{ lon, lat, accuracyM? }` in WGS-84 degrees; convert GCJ-02 and BD-09 with `toWgs84` first. */
  | { readonly kind: 'point' }
  /** Text for people, searched and highlighted. */
  | { readonly kind: 'text' }
  /** A condition tree of `@zhaoshang/rules`, evaluated against the facts of the need. */
  | { readonly kind: 'condition' };

export interface Position {
  readonly lon: number;
  readonly lat: number;
  /** Radius in metres within which the true place lies; 0 for a surveyed point. */
  readonly accuracyM?: number;
}

/** One resource: its id and the values of the fields the schema declares; other properties are ignored. */
export interface ResourceFacts {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** One need: values that constraints and score parts read by name, free text, and the facts that condition trees are about. */
export interface NeedFacts {
  readonly id: string;
  /** Free text in the words of whoever asks; its matches count within the tags part. */
  readonly text?: string;
  /** Values by the names that `MatcherSchema.constraints` and `.parts` use. `null` or absent: the need does not ask. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Day the question is about, `YYYY-MM-DD`: conditions on qualifications in force need it. There is no hidden clock. */
  readonly asOf?: string;
  /** Facts of the enterprise, project and need, nested as condition trees name them: `{ enterprise: { scale: '小型' } }`. */
  readonly facts?: Readonly<Record<string, unknown>>;
}
