import { previewLimit } from '../../../forms/need-values.ts';

/** How many resources a need that is being written would have, in a word. */
export interface Fit {
  readonly items: number;
  readonly toVerify: number;
  readonly near: number;
}

/** `20+` where no more are counted. */
export const countText = (count: number): number | string => (count < previewLimit ? count : `${count}+`);
