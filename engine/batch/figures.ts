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
 * The nearest double of plain decimal text of up to 15 digits; the digits are left in `lastFigure`, so that the same figure
 * can be reckoned with exactly. NaN for anything else, which is read with care.
 */
export function readFigure(bytes: Uint8Array, start: number, end: number): number {
  return findFigure(bytes, start, end) ? nearest(lastFigure.digits, lastFigure.places) : Number.NaN;
}

/**
 * The nearest double of digits with so many behind the point.
 *
 * Both are whole numbers that doubles hold, and powers of ten up to 22 are doubles too, so the quotient is the nearest.
 */
export function nearest(digits: number, places: number): number {
  return places === 0 ? digits : digits / (powers[places] as number);
}

/** Reads such text in one pass into `lastFigure`; a unit may stand behind it. False for anything else. */
export function findFigure(bytes: Uint8Array, start: number, end: number): boolean {
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
  if (count === 0) return false;
  let places = 0;
  if (at < end && bytes[at] === point) {
    const behind = at + 1;
    for (at = behind; at < end; at += 1) {
      const digit = digitOf(bytes[at] as number);
      if (digit > 9) break;
      digits = (Math.imul(digits, 10) + digit) | 0;
    }
    places = at - behind;
    if (places === 0) return false;
    count += places;
  }
  if (count > mostDigits) return false;
  const all = count > fewDigits ? digitsBetween(bytes, first, at) : digits;
  const signed = isNegative ? 0 - all : all;
  lastFigure.digits = signed;
  lastFigure.places = places;
  lastFigure.end = at;
  return true;
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
