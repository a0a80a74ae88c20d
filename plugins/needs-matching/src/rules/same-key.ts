/** Whether two rows of a list mean the same resource (RES-8). */

/** Spaces, width, case and punctuation do not make another title. */
export const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');

export const sameResourceKey = (type: string, title: string, provider: string): string =>
  `${type}|${plainTitle(title)}|${provider}`;
