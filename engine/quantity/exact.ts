import {
  greatestCommonDivisor,
  negativeOf,
  productOf,
  quotientOf,
  readWhole,
  remainderOf,
  sizeOf,
  sumOf,
  tenTo,
  type Whole,
  wholeOf,
} from "./whole.ts";

/**
 * Exact numbers: fractions of two whole numbers.
 *
 * Decimals alone lose a digit at every division, and a lost digit can be a lost tonne: at forty digits, 1 / 3 * 3
 * rounds down to 0. So a division here only multiplies the divisor, and the quotient is taken once, where a rounding
 * asks for it.
 *
 * A value is `numerator / (10^scale × divisor)`. Most figures are decimals and most formulas only multiply and add them,
 * so the power of ten is kept apart from the divisor: without a division the divisor stays 1 and adding means aligning
 * scales. Nothing is reduced on the way, because that costs more than it saves; a sum of unlike quotients uses the least
 * common multiple of their divisors.
 */
export interface Exact {
  readonly numerator: Whole;
  readonly scale: number;
  /** At least 1. */
  readonly divisor: Whole;
}

/** The most digits that a figure may have where text comes in. */
export const mostDigits = 400;

export const zero: Exact = { numerator: 0, scale: 0, divisor: 1 };
export const one: Exact = { numerator: 1, scale: 0, divisor: 1 };

type Captured = readonly [all: string, sign: string, whole: string, fraction?: string];
const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads decimal text or a fraction of two such texts (`44/12`). No exponents, no separators, no white space.
 *
 * Errors: `undefined` for other text, for more than 400 digits and for a fraction over zero.
 */
export function readExact(text: string): Exact | undefined {
  const slash = text.indexOf("/");
  const above = readDecimal(slash === -1 ? text : text.slice(0, slash));
  if (slash === -1 || above === undefined) return above;
  const below = readDecimal(text.slice(slash + 1));
  return below === undefined || below.numerator === 0 ? undefined : divide(above, below);
}

function readDecimal(text: string): Exact | undefined {
  const found = decimalPattern.exec(text) as unknown as Captured | null;
  if (found === null) return undefined;
  const [, sign, whole, fraction = ""] = found;
  if (whole.length + fraction.length > mostDigits) return undefined;
  return { numerator: readWhole(sign + whole + fraction), scale: fraction.length, divisor: 1 };
}

/**
 * Reads a figure that is known to be one.
 *
 * Errors: throws for text that `readExact` does not read.
 *
 * @example
 * print(exact("0.0950")); // "0.095"
 */
export function exact(text: string): Exact {
  const value = readExact(text);
  if (value === undefined) throw new Error(`not a figure: ${text.slice(0, 80)}`);
  return value;
}

/**
 * Reads a decimal that is known to be one; the evaluator leaves fractions of two texts to those who have some.
 *
 * Errors: throws for other text.
 */
export function exactDecimal(text: string): Exact {
  const value = readDecimal(text);
  if (value === undefined) throw new Error(`not a figure: ${text.slice(0, 80)}`);
  return value;
}

/** A whole number. */
export function whole(value: Whole): Exact {
  return { numerator: wholeOf(value), scale: 0, divisor: 1 };
}

/** The sum, exactly. */
export function add(left: Exact, right: Exact): Exact {
  if (left.divisor === right.divisor) {
    const { divisor } = left;
    if (left.scale === right.scale) {
      return { numerator: sumOf(left.numerator, right.numerator), scale: left.scale, divisor };
    }
    if (left.scale < right.scale) return add(right, left);
    const aligned = productOf(right.numerator, tenTo(left.scale - right.scale));
    return { numerator: sumOf(left.numerator, aligned), scale: left.scale, divisor };
  }
  const shared = greatestCommonDivisor(left.divisor, right.divisor);
  return add(
    widen(left, quotientOf(right.divisor, shared)),
    widen(right, quotientOf(left.divisor, shared)),
  );
}

/** The same number with a numerator and divisor so many times as large. */
function widen({ numerator, scale, divisor }: Exact, times: Whole): Exact {
  return { numerator: productOf(numerator, times), scale, divisor: productOf(divisor, times) };
}

/** The difference, exactly. */
export function subtract(left: Exact, right: Exact): Exact {
  return add(left, negate(right));
}

export function negate(value: Exact): Exact {
  return { numerator: negativeOf(value.numerator), scale: value.scale, divisor: value.divisor };
}

/** The product, exactly. */
export function multiply(left: Exact, right: Exact): Exact {
  return {
    numerator: productOf(left.numerator, right.numerator),
    scale: left.scale + right.scale,
    divisor: productOf(left.divisor, right.divisor),
  };
}

/**
 * The quotient, exactly.
 *
 * Errors: throws for a divisor of zero; whoever divides has looked.
 */
export function divide(left: Exact, right: Exact): Exact {
  if (right.numerator === 0) throw new Error("division by zero");
  const above = productOf(left.numerator, right.divisor);
  const numerator = right.numerator < 0 ? negativeOf(above) : above;
  const divisor = productOf(left.divisor, sizeOf(right.numerator));
  const scale = left.scale - right.scale;
  return scale >= 0
    ? { numerator, scale, divisor }
    : { numerator: productOf(numerator, tenTo(-scale)), scale: 0, divisor };
}

/**
 * A whole power.
 *
 * Errors: throws for a negative power of zero.
 */
export function power(value: Exact, exponent: number): Exact {
  if (exponent < 0) return divide(one, power(value, -exponent));
  const raised = (one: Whole) => wholeOf(BigInt(one) ** BigInt(exponent));
  return {
    numerator: raised(value.numerator),
    scale: value.scale * exponent,
    divisor: raised(value.divisor),
  };
}

/** Below zero -1, above zero 1, else 0. */
export function sign(value: Exact): -1 | 0 | 1 {
  return value.numerator < 0 ? -1 : value.numerator > 0 ? 1 : 0;
}

export function isZero(value: Exact): boolean {
  return value.numerator === 0;
}

/** -1 where the left is smaller, 1 where it is larger, 0 where both are the same number. */
export function compare(left: Exact, right: Exact): -1 | 0 | 1 {
  let above = left.numerator;
  let below = right.numerator;
  if (left.divisor !== right.divisor) {
    above = productOf(above, right.divisor);
    below = productOf(below, left.divisor);
  }
  if (left.scale > right.scale) below = productOf(below, tenTo(left.scale - right.scale));
  else if (left.scale < right.scale) above = productOf(above, tenTo(right.scale - left.scale));
  return above < below ? -1 : above > below ? 1 : 0;
}

/** The same number with a numerator and divisor that share no factor, and scale 0. */
export function reduce(value: Exact): Exact {
  const below = productOf(value.divisor, tenTo(value.scale));
  const shared = greatestCommonDivisor(sizeOf(value.numerator), below);
  return {
    numerator: quotientOf(value.numerator, shared),
    scale: 0,
    divisor: quotientOf(below, shared),
  };
}

/** How many bits the larger of numerator and denominator takes, within 4: a measure of cost. */
export function bits(value: Exact): number {
  const above = sizeOf(value.numerator).toString(16).length;
  const below = value.divisor === 1 ? 1 : value.divisor.toString(16).length;
  return 4 * Math.max(above, below) + Math.ceil(value.scale * 3.33);
}

/** The same number with as small a divisor as it has: 1 where the fraction terminates, so `1/1000` is 0.001. */
export function tidy(value: Exact): Exact {
  const reduced = reduce(value);
  const [twos, odd] = without(reduced.divisor, 2);
  const [fives, rest] = without(odd, 5);
  if (rest !== 1) return reduced;
  const scale = Math.max(twos, fives);
  const times = quotientOf(tenTo(scale), reduced.divisor);
  return { numerator: productOf(reduced.numerator, times), scale, divisor: 1 };
}

/**
 * Exact text: a decimal without trailing zeros where the fraction terminates, else a reduced fraction `n/d`.
 *
 * @example
 * print(divide(exact("44"), exact("12"))); // "11/3"
 */
export function print(value: Exact): string {
  const { numerator, scale, divisor } = tidy(value);
  return divisor === 1 ? printScaled(numerator, scale) : `${numerator}/${divisor}`;
}

/** How often a number can be divided by another, and what is left. */
function without(value: Whole, factor: number): readonly [times: number, rest: Whole] {
  let times = 0;
  let rest = value;
  while (remainderOf(rest, factor) === 0) {
    rest = quotientOf(rest, factor);
    times += 1;
  }
  return [times, rest];
}

/** Decimal text of `digits / 10^places`, with exactly that many places. */
export function printScaled(digits: Whole, places: number): string {
  if (places === 0) return digits.toString();
  const isNegative = digits < 0;
  const text = sizeOf(digits)
    .toString()
    .padStart(places + 1, "0");
  const point = text.length - places;
  return `${isNegative ? "-" : ""}${text.slice(0, point)}.${text.slice(point)}`;
}
