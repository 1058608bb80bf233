/**
 * A decimal figure of a result as two whole numbers: 12.50 is 1250 with two places. `digits` is a double where that is
 * exact, which saves almost every figure from wide arithmetic.
 */
export interface Figure {
  readonly digits: number | bigint;
  readonly places: number;
}

const mostSafeDigits = 15;
const pattern = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads a figure as results are written; `undefined` for what is none. */
export function readFigureText(text: string): Figure | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  const digits = sign + whole + fraction;
  const places = fraction.length;
  return digits.length - sign.length > mostSafeDigits
    ? { digits: BigInt(digits), places }
    : { digits: Number.parseInt(digits, 10), places };
}

/** -1, 0 or 1, as the left figure is below, at or above the right one. */
export function compareFigures(left: Figure, right: Figure): number {
  const isAlike = left.places === right.places;
  const one = isAlike ? left.digits : widened(left, right.places);
  const other = isAlike ? right.digits : widened(right, left.places);
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The digits of a figure with at least so many places. */
function widened({ digits, places }: Figure, wanted: number): bigint {
  return BigInt(digits) * 10n ** BigInt(Math.max(0, wanted - places));
}

/** Decimal text of a whole number with some places. */
export function printFigure(digits: number | bigint, places: number): string {
  const whole = BigInt(digits);
  const text = (whole < 0n ? -whole : whole).toString().padStart(places + 1, "0");
  const sign = whole < 0n ? "-" : "";
  if (places === 0) return sign + text;
  return `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}
