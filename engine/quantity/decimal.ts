import { Decimal } from "decimal.js";
import { add, compare, divide, type Exact, subtract, zero } from "./exact.ts";
import { wholeQuotient } from "./rounding.ts";
import { readWhole, sizeOf } from "./whole.ts";

/**
 * What leaves the fractions: logarithms, exponentials, roots and powers that are not whole.
 *
 * Each function returns two fractions that enclose the true value for certain. Arguments are enclosures too, so a value
 * can be refined by asking again with more digits for everything below it. decimal.js rounds these functions to the
 * last digit or, for `pow`, almost always so; the enclosure is widened by a thousand units of the last of ten spare
 * digits, which covers both the argument's conversion and the function.
 */
export interface Enclosure {
  readonly low: Exact;
  readonly high: Exact;
}

export type IrrationalFunction = "ln" | "log10" | "exp" | "sqrt" | "pow";

/** What the evaluator is handed where a methodology leaves the fractions. */
export interface DecimalLane {
  /**
   * Encloses a function of enclosed arguments to about this many digits.
   *
   * Errors: `undefined` where an argument may lie outside the function's domain (a logarithm of 0 or less, a root of a
   * negative number) or the result is too large to write down.
   */
  enclose(
    name: IrrationalFunction,
    values: readonly Enclosure[],
    digits: number,
  ): Enclosure | undefined;
}

const spareDigits = 10;

/** Numbers beyond this many digits before the point are no figures of any methodology. */
const largestExponent = 400;

/** Nothing nearer to zero is written down; what would be lies between zero and this. */
const smallestExponent = -1600;

function toDecimal(context: typeof Decimal, value: Exact): Decimal {
  const above = new context(value.numerator.toString());
  const below = new context(value.divisor.toString());
  return above.div(below).div(new context(10).pow(value.scale));
}

/** An exact fraction of decimal text, exponents included. */
function fromDecimal(value: Decimal): Exact {
  const [whole, fraction = ""] = value.toFixed().split(".") as [string, string?];
  return { numerator: readWhole(whole + fraction), scale: fraction.length, divisor: 1 };
}

function evaluate(name: IrrationalFunction, values: readonly Decimal[]): Decimal {
  const [first, second] = values as [Decimal, Decimal];
  switch (name) {
    case "ln":
      return first.ln();
    case "log10":
      return first.log(10);
    case "exp":
      return first.exp();
    case "sqrt":
      return first.sqrt();
    case "pow":
      return first.pow(second);
  }
}

/** All pairs of ends; the functions are monotone in each argument, so the extremes are among them. */
function corners(values: readonly Enclosure[]): readonly (readonly Exact[])[] {
  let rows: readonly (readonly Exact[])[] = [[]];
  for (const { low, high } of values) {
    const ends = compare(low, high) === 0 ? [low] : [low, high];
    rows = rows.flatMap((row) => ends.map((end) => [...row, end]));
  }
  return rows;
}

function larger(left: Exact | undefined, right: Exact): Exact {
  return left === undefined || compare(right, left) > 0 ? right : left;
}

/** The lane that decimal.js computes. */
export const decimalLane: DecimalLane = {
  enclose(name, values, digits) {
    // Elsewhere outside its domain a function is no finite number; a power of a base below zero may be one.
    if (name === "pow" && (values[0] as Enclosure).low.numerator <= 0) return undefined;
    const context = Decimal.clone({
      precision: digits + spareDigits + 10,
      maxE: largestExponent,
      minE: smallestExponent,
    });
    let low: Exact | undefined;
    let high: Exact | undefined;
    for (const corner of corners(values)) {
      const decimals = corner.map((value) => toDecimal(context, value));
      const result = evaluate(name, decimals);
      if (!result.isFinite()) return undefined;
      if (result.isZero() && (name === "exp" || name === "pow")) {
        low = zero;
        high = larger(high, { numerator: 1, scale: 1 - smallestExponent, divisor: 1 });
        continue;
      }
      const value = fromDecimal(result.toSignificantDigits(digits + spareDigits));
      const slack = fromDecimal(slackOf(context, name, result, decimals, digits));
      const below = subtract(value, slack);
      const above = add(value, slack);
      if (low === undefined || compare(below, low) < 0) low = below;
      high = larger(high, above);
    }
    return { low, high } as Enclosure;
  },
};

/**
 * How far a computed value may be from the true one: relative to its size, and for functions that magnify the rounding
 * of their argument (`ln` near 1, `exp` and `pow` of large exponents) relative to that as well.
 */
function slackOf(
  context: typeof Decimal,
  name: IrrationalFunction,
  result: Decimal,
  values: readonly Decimal[],
  digits: number,
): Decimal {
  const unit = new context(10).pow(-(digits + spareDigits - 3));
  const size = result.abs();
  switch (name) {
    case "ln":
    case "log10":
      return unit.mul(size.add(1));
    case "exp":
      return unit.mul(size).mul((values[0] as Decimal).abs().add(1));
    case "pow":
      return unit
        .mul(size)
        .mul((values[1] as Decimal).abs().add(1))
        .mul(100);
    case "sqrt":
      return unit.mul(size).add(size.isZero() ? 0 : unit.mul(size));
  }
}

/** How many significant digits of an enclosed value are certain; infinitely many where both ends are one number. */
export function certainDigits(enclosure: Enclosure): number {
  const width = subtract(enclosure.high, enclosure.low);
  if (width.numerator === 0) return Number.POSITIVE_INFINITY;
  const sum = add(enclosure.low, enclosure.high);
  const ratio = wholeQuotient(divide(sum, add(width, width)), "toward_zero");
  return sizeOf(ratio).toString().length - 1;
}
