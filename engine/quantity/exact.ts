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
  readonly numerator: bigint;
  readonly scale: number;
  /** At least 1. */
  readonly divisor: bigint;
}

/** The most digits that a figure may have where text comes in. */
export const mostDigits = 400;

const powersOfTen: bigint[] = [1n];

/** 10 to a whole power from 0 on. */
export function tenTo(power: number): bigint {
  const known = powersOfTen[power];
  if (known !== undefined) return known;
  const value = 10n ** BigInt(power);
  if (power < 1024) powersOfTen[power] = value;
  return value;
}

export const zero: Exact = { numerator: 0n, scale: 0, divisor: 1n };
export const one: Exact = { numerator: 1n, scale: 0, divisor: 1n };

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads decimal text or a fraction of two such texts (`44/12`). No exponents, no separators, no white space.
 *
 * Errors: `undefined` for other text, for more than 400 digits and for a fraction over zero.
 */
export function readExact(text: string): Exact | undefined {
  if (text.length > 2 * mostDigits + 8) return undefined;
  const slash = text.indexOf("/");
  if (slash < 0) return readDecimal(text);
  const above = readDecimal(text.slice(0, slash));
  const below = readDecimal(text.slice(slash + 1));
  if (above === undefined || below === undefined || below.numerator === 0n) return undefined;
  return divide(above, below);
}

function readDecimal(text: string): Exact | undefined {
  const match = decimalPattern.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = ""] = match;
  if (whole.length + fraction.length > mostDigits) return undefined;
  const digits = BigInt(whole + fraction);
  return { numerator: sign === "-" ? -digits : digits, scale: fraction.length, divisor: 1n };
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

/** A whole number. */
export function whole(value: bigint | number): Exact {
  return { numerator: BigInt(value), scale: 0, divisor: 1n };
}

/** The sum, exactly. */
export function add(left: Exact, right: Exact): Exact {
  if (left.divisor === right.divisor) {
    if (left.scale === right.scale) {
      return {
        numerator: left.numerator + right.numerator,
        scale: left.scale,
        divisor: left.divisor,
      };
    }
    return left.scale > right.scale
      ? {
          numerator: left.numerator + right.numerator * tenTo(left.scale - right.scale),
          scale: left.scale,
          divisor: left.divisor,
        }
      : {
          numerator: left.numerator * tenTo(right.scale - left.scale) + right.numerator,
          scale: right.scale,
          divisor: left.divisor,
        };
  }
  const shared = greatestCommonDivisor(left.divisor, right.divisor);
  const leftFactor = right.divisor / shared;
  const rightFactor = left.divisor / shared;
  return add(
    {
      numerator: left.numerator * leftFactor,
      scale: left.scale,
      divisor: left.divisor * leftFactor,
    },
    {
      numerator: right.numerator * rightFactor,
      scale: right.scale,
      divisor: right.divisor * rightFactor,
    },
  );
}

/** The difference, exactly. */
export function subtract(left: Exact, right: Exact): Exact {
  return add(left, negate(right));
}

export function negate(value: Exact): Exact {
  return { numerator: -value.numerator, scale: value.scale, divisor: value.divisor };
}

/** The product, exactly. */
export function multiply(left: Exact, right: Exact): Exact {
  return {
    numerator: left.numerator * right.numerator,
    scale: left.scale + right.scale,
    divisor: left.divisor === 1n ? right.divisor : left.divisor * right.divisor,
  };
}

/**
 * The quotient, exactly.
 *
 * Errors: throws for a divisor of zero; whoever divides has looked.
 */
export function divide(left: Exact, right: Exact): Exact {
  if (right.numerator === 0n) throw new Error("division by zero");
  const isNegative = right.numerator < 0n;
  const below = isNegative ? -right.numerator : right.numerator;
  let numerator = isNegative ? -left.numerator : left.numerator;
  if (right.divisor !== 1n) numerator *= right.divisor;
  const divisor = left.divisor === 1n ? below : left.divisor * below;
  const scale = left.scale - right.scale;
  return scale >= 0
    ? { numerator, scale, divisor }
    : { numerator: numerator * tenTo(-scale), scale: 0, divisor };
}

/**
 * A whole power.
 *
 * Errors: throws for a negative power of zero.
 */
export function power(value: Exact, exponent: number): Exact {
  if (exponent < 0) return divide(one, power(value, -exponent));
  const times = BigInt(exponent);
  return {
    numerator: value.numerator ** times,
    scale: value.scale * exponent,
    divisor: value.divisor ** times,
  };
}

/** Below zero -1, above zero 1, else 0. */
export function sign(value: Exact): -1 | 0 | 1 {
  return value.numerator === 0n ? 0 : value.numerator < 0n ? -1 : 1;
}

export function isZero(value: Exact): boolean {
  return value.numerator === 0n;
}

/** -1 where the left is smaller, 1 where it is larger, 0 where both are the same number. */
export function compare(left: Exact, right: Exact): -1 | 0 | 1 {
  let above = left.numerator;
  let below = right.numerator;
  if (left.divisor !== right.divisor) {
    above *= right.divisor;
    below *= left.divisor;
  }
  if (left.scale > right.scale) below *= tenTo(left.scale - right.scale);
  else if (left.scale < right.scale) above *= tenTo(right.scale - left.scale);
  return above < below ? -1 : above > below ? 1 : 0;
}

/** The same number with a numerator and divisor that share no factor, and scale 0. */
export function reduce(value: Exact): Exact {
  const below = value.divisor * tenTo(value.scale);
  const shared = greatestCommonDivisor(absolute(value.numerator), below);
  return { numerator: value.numerator / shared, scale: 0, divisor: below / shared };
}

/** How many bits the larger of numerator and denominator takes, within 4: a measure of cost. */
export function bits(value: Exact): number {
  const above = absolute(value.numerator).toString(16).length;
  const below = value.divisor === 1n ? 1 : value.divisor.toString(16).length;
  return 4 * Math.max(above, below) + Math.ceil(value.scale * 3.33);
}

/**
 * Exact text: a decimal without trailing zeros where the fraction terminates, else a reduced fraction `n/d`.
 *
 * @example
 * print(divide(exact("44"), exact("12"))); // "11/3"
 */
export function print(value: Exact): string {
  const { numerator, divisor } = reduce(value);
  if (divisor === 1n) return numerator.toString();
  let rest = divisor;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  if (rest !== 1n) return `${numerator}/${divisor}`;
  const places = Math.max(twos, fives);
  const digits = numerator * 2n ** BigInt(places - twos) * 5n ** BigInt(places - fives);
  return printScaled(digits, places);
}

/** Decimal text of `digits / 10^places`, with exactly that many places. */
export function printScaled(digits: bigint, places: number): string {
  if (places === 0) return digits.toString();
  const isNegative = digits < 0n;
  const text = absolute(digits)
    .toString()
    .padStart(places + 1, "0");
  const point = text.length - places;
  return `${isNegative ? "-" : ""}${text.slice(0, point)}.${text.slice(point)}`;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Euclid's, for numbers from 0 on; of 0 and n it is n. */
export function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let larger = left;
  let smaller = right;
  while (smaller !== 0n) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return larger === 0n ? 1n : larger;
}
