import {
  compare,
  divide,
  type Exact,
  exact,
  multiply,
  power,
  printScaled,
  whole,
} from "./exact.ts";
import { productOf, quotientOf, remainderOf, sizeOf, sumOf, tenTo, type Whole } from "./whole.ts";

/**
 * Roundings: the only place where a quotient is carried out.
 *
 * Units: a multiple is in the unit of the value, so 1 means whole tonnes only for a value in tonnes.
 *
 * Source: this file knows no rule. Each rounding in a methodology cites the clause that asks for it.
 */
export type RoundingMode =
  | "floor"
  | "ceil"
  | "half_up"
  | "half_even"
  | "toward_zero"
  | "away_from_zero";

export type Rounding =
  | { readonly mode: RoundingMode; readonly to: Exact }
  | { readonly mode: RoundingMode; readonly digits: number };

/**
 * Rounds to a multiple, or to significant digits. `half_up` moves a tie away from zero, as 四捨五入 does.
 *
 * Errors: none. A multiple is above zero and digits at least 1; the checker has seen to it.
 *
 * @example
 * print(round(exact("12.35"), { mode: "half_up", to: exact("0.1") })); // "12.4"
 */
export function round(value: Exact, rounding: Rounding): Exact {
  const to = "to" in rounding ? rounding.to : lastDigit(value, rounding.digits);
  return roundTo(value, rounding.mode, to);
}

/** Rounds to a multiple. */
export function roundTo(value: Exact, mode: RoundingMode, to: Exact): Exact {
  return multiply(to, whole(wholeQuotient(divide(value, to), mode)));
}

/**
 * Rounds down to a multiple, towards minus infinity.
 *
 * @example
 * print(floor(exact("12.9"), exact("1"))); // "12"
 */
export function floor(value: Exact, multiple: Exact): Exact {
  return roundTo(value, "floor", multiple);
}

/** The whole number that a value is rounded to. */
export function wholeQuotient(value: Exact, mode: RoundingMode): Whole {
  const below = productOf(value.divisor, tenTo(value.scale));
  const towardsZero = quotientOf(value.numerator, below);
  const rest = remainderOf(value.numerator, below);
  if (rest === 0) return towardsZero;
  const isNegative = value.numerator < 0;
  const twice = productOf(sizeOf(rest), 2);
  const isTieAway = mode === "half_up" || remainderOf(towardsZero, 2) !== 0;
  const isAway = mode.startsWith("half")
    ? twice > below || (twice === below && isTieAway)
    : mode === "away_from_zero" || mode === (isNegative ? "floor" : "ceil");
  return isAway ? sumOf(towardsZero, isNegative ? -1 : 1) : towardsZero;
}

/** The place value of the last of so many significant digits; 1 for zero. */
function lastDigit(value: Exact, digits: number): Exact {
  const size = { ...value, numerator: sizeOf(value.numerator) };
  if (size.numerator === 0) return whole(1);
  const ten = whole(10);
  // A number of so many digits over one of so many is below the next power of ten, so only a lower one may be meant.
  let exponent = size.numerator.toString().length - size.divisor.toString().length - size.scale;
  while (compare(size, power(ten, exponent)) < 0) exponent -= 1;
  return power(ten, exponent - digits + 1);
}

/**
 * Decimal text rounded for display, with as many decimal places as `to` has. It never feeds back into a calculation.
 *
 * @example
 * display(exact("12.3"), "0.01", "half_up"); // "12.30"
 */
export function display(value: Exact, to: string, mode: RoundingMode): string {
  const places = to.includes(".") ? to.length - to.indexOf(".") - 1 : 0;
  const rounded = roundTo(value, mode, exact(to));
  return printScaled(wholeQuotient(multiply(rounded, whole(tenTo(places))), "half_up"), places);
}
