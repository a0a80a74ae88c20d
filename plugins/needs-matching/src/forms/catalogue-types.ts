/** What the form is made from; types only, so no schema reaches the page. */
import type { InputOf, OutputOf } from '@zhaoshang/kernel';
import type { NeedsMatchingContract } from '../contract.ts';

type Operations = NeedsMatchingContract['operations'];

export type Catalogue = OutputOf<Operations['catalogue']>;
export type Category = Catalogue['categories'][number];
export type Need = OutputOf<Operations['need']>;
export type Profile = OutputOf<Operations['profile']>;
export type NeedInput = Omit<InputOf<Operations['editNeed']>, 'needId'>;
export type PreviewInput = InputOf<Operations['previewMatches']>;
export type CorrectionInput = InputOf<Operations['correctProfile']>;
