/**
 * The figure that was read last: its digits as a whole number, how many of them stand behind the point, and where what
 * stands behind it begins.
 */
export const lastFigure = { digits: 0, places: 0, end: 0 };

const mostDigits = 15;
/** So many digits are a whole number of 32 bits, which is quicker to reckon with. */
const fewDigits = 9;
const powers = Float64Array.from({ length: mostDigits + 1 }, (_, power) => 10 ** power);

const minus = 0x2d;
const point = 0x2e;

/**
 * Reads plain decimal text of up to 15 digits in one pass: the nearest double is returned, and the digits are left in
 * `lastFigure` so that the same figure can be reckoned with exactly. NaN for anything else, which is read with care; a unit
 * may stand behind it.
 *
 * Both are whole numbers that doubles hold, and powers of ten up to 22 are doubles too, so the quotient is the nearest.
 */
export function readFigure(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = start < end && bytes[start] === minus;
  const first = isNegative ? start + 1 : start;
  let digits = 0;
  let at = first;
  for (; at < end; at += 1) {
    const digit = digitOf(bytes[at] as number);
    if (digit > 9) break;
    digits = (Math.imul(digits, 10) + digit) | 0;
  }
  let count = at - first;
  if (count === 0) return Number.NaN;
  let places = 0;
  if (at < end && bytes[at] === point) {
    const behind = at + 1;
    for (at = behind; at < end; at += 1) {
      const digit = digitOf(bytes[at] as number);
      if (digit > 9) break;
      digits = (Math.imul(digits, 10) + digit) | 0;
    }
    places = at - behind;
    if (places === 0) return Number.NaN;
    count += places;
  }
  if (count > mostDigits) return Number.NaN;
  const all = count > fewDigits ? digitsBetween(bytes, first, at) : digits;
  const signed = isNegative ? 0 - all : all;
  lastFigure.digits = signed;
  lastFigure.places = places;
  lastFigure.end = at;
  return places === 0 ? signed : signed / (powers[places] as number);
}

/** The digits between two places, whose point is passed over. */
function digitsBetween(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at += 1) {
    const digit = digitOf(bytes[at] as number);
    if (digit <= 9) digits = digits * 10 + digit;
  }
  return digits;
}

/** Above 9 for what is no digit. */
function digitOf(byte: number): number {
  return (byte - 0x30) & 0xff;
}
