/** Identifiers: short prefix, then time and randomness, so that ids sort roughly by creation and cannot be guessed. */

const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** `length` characters from an alphabet without look-alikes (0/o, 1/i/l), from the platform's secure randomness. */
export function randomCode(length: number): string {
  let code = '';
  while (code.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
      if (byte < alphabet.length * 8 && code.length < length) code += alphabet.charAt(byte % alphabet.length);
    }
  }
  return code;
}

/** `prefix-<time><random>`, e.g. `bk-m2k4x7p9t3…`. */
export function newId(prefix: string, now: number = Date.now()): string {
  return `${prefix}-${now.toString(36)}${randomCode(10)}`;
}
