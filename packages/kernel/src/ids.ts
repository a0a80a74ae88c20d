/** Identifiers: short prefix, then time and randomness, so that ids sort roughly by creation and cannot be guessed. */

const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

/** Random bytes fetched in one go, each used once: asking for a few at a time costs more than all else here. */
let pool = new Uint8Array(0);
let used = 0;

function randomByte(): number {
  if (used >= pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(1024));
    used = 0;
  }
  return pool[used++] as number;
}

/** `length` characters from an alphabet without look-alikes (0/o, 1/i/l), from the platform's secure randomness. */
export function randomCode(length: number): string {
  let code = '';
  while (code.length < length) {
    const byte = randomByte();
    if (byte < alphabet.length * 8) code += alphabet.charAt(byte % alphabet.length);
  }
  return code;
}

/** `prefix-<time><random>`, e.g. `bk-m2k4x7p9t3…`. */
export function newId(prefix: string, now: number = Date.now()): string {
  return `${prefix}-${now.toString(36)}${randomCode(10)}`;
}
