/**
 * Decimal arithmetic on plain numbers. DMN 1.3 §10.3.2.3.1 asks for decimals of 34 digits. A number here stands for the shortest
 * decimal that reads back as it, and +, -, * and / are exact for decimals whose scaled integers stay below 2^53: both
 * operands are scaled to integers, worked on exactly, and scaled back by one correctly rounded division. Beyond that (more than 15
 * significant digits, 1/3) a result is the nearest binary number, as everywhere in JavaScript.
 */
const largest = Number.MAX_SAFE_INTEGER;
const powers = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
];

/** Decimal places of a number of at most 15 significant digits; -1 for any other. */
export function decimalPlaces(value: number): number {
  for (let places = 0; places <= 15; places += 1) {
    const power = powers[places] as number;
    const scaled = Math.round(value * power);
    if (Math.abs(scaled) > 1e15) return -1;
    if (scaled / power === value) return places;
  }
  return -1;
}

const scale = (value: number, places: number): number => Math.round(value * (powers[places] as number));

export function add(left: number, right: number): number {
  const plain = left + right;
  if (Number.isInteger(left) && Number.isInteger(right)) return plain;
  const leftPlaces = decimalPlaces(left);
  const rightPlaces = decimalPlaces(right);
  if (leftPlaces < 0 || rightPlaces < 0) return plain;
  const places = Math.max(leftPlaces, rightPlaces);
  const a = scale(left, leftPlaces) * (powers[places - leftPlaces] as number);
  const b = scale(right, rightPlaces) * (powers[places - rightPlaces] as number);
  return isExact(a) && isExact(b) && isExact(a + b) ? (a + b) / (powers[places] as number) : plain;
}

export const subtract = (left: number, right: number): number => add(left, -right);

export function multiply(left: number, right: number): number {
  // `+ 0` makes 0 of -0
  const plain = left * right + 0;
  if (Number.isInteger(left) && Number.isInteger(right)) return plain;
  const leftPlaces = decimalPlaces(left);
  const rightPlaces = decimalPlaces(right);
  const places = leftPlaces + rightPlaces;
  if (leftPlaces < 0 || rightPlaces < 0 || places > 22) return plain;
  const product = scale(left, leftPlaces) * scale(right, rightPlaces);
  return isExact(product) ? product / (powers[places] as number) + 0 : plain;
}

/** `right` is not 0. */
export function divide(left: number, right: number): number {
  const plain = left / right + 0;
  if (Number.isInteger(left) && Number.isInteger(right)) return plain;
  const leftPlaces = decimalPlaces(left);
  const rightPlaces = decimalPlaces(right);
  if (leftPlaces < 0 || rightPlaces < 0) return plain;
  const places = Math.max(leftPlaces, rightPlaces);
  const a = scale(left, leftPlaces) * (powers[places - leftPlaces] as number);
  const b = scale(right, rightPlaces) * (powers[places - rightPlaces] as number);
  return isExact(a) && isExact(b) ? a / b + 0 : plain;
}

/** Whole powers by repeated exact multiplication, all others in binary. */
export function power(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 64 || base === 0) return base ** exponent;
  let product = 1;
  for (let count = Math.abs(exponent); count > 0; count -= 1) product = multiply(product, base);
  return exponent < 0 ? divide(1, product) : product;
}

export type Rounding = 'floor' | 'ceiling' | 'up' | 'down' | 'half-up' | 'half-down' | 'half-even';

/**
 * Rounds the decimal that a number stands for: 1.005 half up to two places is 1.01. Half up and half down are away from and towards
 * zero (DMN 1.3 table 75). Binary noise beyond 15 digits is taken off first.
 */
export function round(value: number, places: number, mode: Rounding): number {
  const clean = decimalPlaces(value) < 0 ? Number(value.toPrecision(15)) : value;
  const factor = powers[Math.abs(places)] as number;
  const scaled = places < 0 ? divide(clean, factor) : multiply(clean, factor);
  if (!isExact(scaled)) return value;
  const whole = roundToInteger(scaled, mode);
  return (places < 0 ? whole * factor : whole / factor) + 0;
}

/** How many places `round` can be asked for, either way. */
export const mostPlaces = 22;

export const isExact = (value: number): boolean => value <= largest && value >= -largest;

function roundToInteger(value: number, mode: Rounding): number {
  const below = Math.floor(value);
  if (mode === 'floor' || below === value) return below;
  if (mode === 'ceiling') return below + 1;
  const nearer = value < 0 ? below + 1 : below;
  const farther = value < 0 ? below : below + 1;
  if (mode === 'up') return farther;
  if (mode === 'down') return nearer;
  const part = Math.abs(subtract(value, nearer));
  if (part !== 0.5) return part > 0.5 ? farther : nearer;
  if (mode === 'half-even') return nearer % 2 === 0 ? nearer : farther;
  return mode === 'half-up' ? farther : nearer;
}
