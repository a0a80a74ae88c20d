/**
 * Decimal arithmetic on plain numbers. DMN 1.3 §10.3.2.3.1 asks for decimals of 34 digits. A number here stands for the shortest
 * decimal that reads back as it, and +, -, * and / are exact for decimals whose scaled integers stay below 2^53: both
 * operands are scaled to integers, worked on exactly, and scaled back by one correctly rounded division. Beyond that (more than 15
 * significant digits, 1/3) a result is the nearest binary number, as everywhere in JavaScript.
 */

// `10 ** n` is not exact in every engine
const powers = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
// No places (NaN) have no power, and make NaN of what is scaled by it
const powerOfTen = (exponent: number): number => powers[exponent] as number;

/** Decimal places of a number of at most 15 significant digits; NaN for any other. */
function decimalPlaces(value: number): number {
  if (Number.isInteger(value)) return 0;
  let most = 15;
  while (most > 0 && Math.abs(value) * powerOfTen(most) > 1e15) most -= 1;
  const isDecimal = (places: number): boolean => Math.round(value * powerOfTen(places)) / powerOfTen(places) === value;
  // What has not 15 digits altogether need not be tried with fewer
  if (!isDecimal(most)) return Number.NaN;
  let places = 0;
  while (!isDecimal(places)) places += 1;
  return places;
}

/** Scales both operands to integers and combines these; the binary result where they are whole already or do not fit. */
function exactly(
  left: number,
  right: number,
  binary: number,
  combine: (left: number, right: number, scale: number) => number,
): number {
  if (Number.isInteger(left) && Number.isInteger(right)) return binary + 0;
  const places = decimalPlaces(left);
  // NaN fails as well
  if (!(places >= 0)) return binary;
  const scale = powerOfTen(Math.max(places, decimalPlaces(right)));
  const a = Math.round(left * scale);
  const b = Math.round(right * scale);
  return isExact(a) && isExact(b) && isExact(a + b) ? combine(a, b, scale) + 0 : binary;
}

export const add = (left: number, right: number): number =>
  exactly(left, right, left + right, (a, b, scale) => (a + b) / scale);

export const multiply = (left: number, right: number): number =>
  exactly(left, right, left * right, (a, b, scale) =>
    isExact(a * b) && scale < 1e12 ? (a * b) / (scale * scale) : left * right,
  );

/** `right` is not 0. */
export const divide = (left: number, right: number): number => exactly(left, right, left / right, (a, b) => a / b);

/** Whole powers by repeated exact multiplication, all others in binary. */
export function power(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 64 || base === 0) return base ** exponent;
  let product = 1;
  for (let count = Math.abs(exponent); count > 0; count -= 1) product = multiply(product, base);
  return exponent < 0 ? divide(1, product) : product;
}

/** Rounds the decimal that a number stands for, by a rule for whole numbers: 1.005 half up to two places is 1.01. */
export function round(value: number, places: number, rule: (value: number) => number): number {
  const scale = powerOfTen(Math.abs(places));
  // Binary noise beyond 15 digits is taken off first
  const clean = Number(value.toPrecision(15));
  const scaled = places < 0 ? divide(clean, scale) : multiply(clean, scale);
  return isExact(scaled) ? (places < 0 ? rule(scaled) * scale : rule(scaled) / scale) + 0 : value;
}

export const isExact = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;
