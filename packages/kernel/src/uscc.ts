/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters of an alphabet without I, O, S, V, Z; the last one is a check character.
 * Ten lines of arithmetic of the standard; a library of all the world's numbers would be carried by every page for it.
 */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character of the first 17, or `undefined` where one of them is not of the alphabet. */
export function usccCheckCharacter(body: string): string | undefined {
  if (body.length !== weights.length) return undefined;
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1) {
    const value = alphabet.indexOf(body.charAt(index));
    if (value < 0) return undefined;
    sum += value * (weights[index] as number);
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** True for a code in normal form (upper case, no spaces) whose check character is right. */
export function isUscc(code: string): boolean {
  return code.length === 18 && usccCheckCharacter(code.slice(0, 17)) === code.charAt(17);
}

/** What people paste: full-width characters, spaces, hyphens and lower case are put right. */
export function normaliseUscc(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}
