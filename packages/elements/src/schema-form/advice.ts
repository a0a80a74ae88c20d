/** What the owner of a form remarks on an answer beside what its description checks: a suggestion, a warning, a refusal. */
import type { FormValues } from './values.ts';

export interface AdviceAct {
  /** The word on its button. */
  readonly word: string;
  run(): void;
}

export interface FieldAdvice {
  /** In the language of the page. */
  readonly text: string;
  /** True: it is what is wrong with the answer, and the form is not submitted with it. */
  readonly refuses?: boolean;
  /** What can be done about it at once. */
  readonly acts?: readonly AdviceAct[];
}

/** Asked at each rendering about each field shown, so it answers at once. */
export type FieldAdviser = (field: string, values: FormValues) => FieldAdvice | undefined;
