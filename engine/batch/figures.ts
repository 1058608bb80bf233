/**
 * The figure that was read last: its digits as a whole number, how many of them stand behind the point, and where what
 * stands behind it begins.
 */
export const lastFigure = { digits: 0, places: 0, end: 0 };

const mostDigits = 15;
const powers = Float64Array.from({ length: mostDigits + 1 }, (_, power) => 10 ** power);

/**
 * Reads plain decimal text of up to 15 digits in one pass: the nearest double is returned, and the digits are left in
 * `lastFigure` so that the same figure can be reckoned with exactly. NaN for anything else, which is read with care; a unit
 * may stand behind it.
 *
 * Both are whole numbers that doubles hold, and powers of ten up to 22 are doubles too, so the quotient is the nearest.
 */
export function readFigure(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative) at += 1;
  let digits = 0;
  let count = 0;
  let point = -1;
  for (; at < end; at += 1) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      count += 1;
    } else if (digit === -2 && point < 0 && count > 0) point = count;
    else break;
  }
  if (count === 0 || count > mostDigits || point === count) return Number.NaN;
  const places = point < 0 ? 0 : count - point;
  const signed = isNegative ? 0 - digits : digits;
  lastFigure.digits = signed;
  lastFigure.places = places;
  lastFigure.end = at;
  return places === 0 ? signed : signed / (powers[places] as number);
}
