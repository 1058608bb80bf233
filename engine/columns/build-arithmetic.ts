import {
  add,
  bits,
  compare as compareExact,
  divide as divideExact,
  type Exact,
  multiply as multiplyExact,
  negate as negateExact,
  one,
  print,
  sign as signOf,
  subtract as subtractExact,
  tidy,
  whole,
} from "../quantity/exact.ts";
import { type Rounding, roundTo } from "../quantity/rounding.ts";
import { nearDouble } from "./double.ts";
import type { Recorder } from "./recorder.ts";
import { type ComparisonOperator, testBits } from "./step.ts";
import {
  type Flags,
  isConstant,
  type Numbers,
  type Sign,
  type Size,
  unsupported,
} from "./symbol.ts";

/**
 * Arithmetic on numbers of which some are columns: each operation becomes a step, its roundings are counted, and where
 * the count cannot bound the error any more, another step keeps a column of bounds.
 */
export type Figure = Exact | Numbers;

const mostDivisor = 2 ** 40;

function dividing(left: number, right: number, join: (a: number, b: number) => number): number {
  if (left === 0 || right === 0) return 0;
  const joined = join(left, right);
  return joined > mostDivisor ? 0 : joined;
}

function commonMultiple(left: number, right: number): number {
  let [larger, smaller] = [left, right];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return (left / larger) * right;
}

const perDigit = 3.33;

/** Errors: throws `Unsupported` where numbers could become too large for doubles, or for the exact lane's own limit. */
function checked(size: Size): Size {
  const { low, high, above, below, places } = size;
  if (low < -270 || high > 270) unsupported("numbers of this size");
  if (above > 3900 || below > 3900 || places > 1200) unsupported("fractions of this size");
  return size;
}

function sumSize(left: Size, right: Size): Size {
  const wide = (one: Size, other: Size) => one.above + other.below + perDigit * other.places;
  return checked({
    low: Math.min(left.low, right.low) - 17,
    high: Math.max(left.high, right.high) + 1,
    above: Math.max(wide(left, right), wide(right, left)) + 1,
    below: left.below + right.below,
    places: Math.max(left.places, right.places),
  });
}

function productSize(left: Size, right: Size): Size {
  return checked({
    low: left.low + right.low - 1,
    high: left.high + right.high,
    above: left.above + right.above,
    below: left.below + right.below,
    places: left.places + right.places,
  });
}

function quotientSize(left: Size, right: Size): Size {
  return checked({
    low: left.low - right.high - 1,
    high: left.high - right.low + 1,
    above: left.above + right.below + perDigit * right.places,
    below: left.below + right.above,
    places: left.places,
  });
}

function sizeOfExact(value: Exact): Size {
  const digits = Math.ceil(bits(value) / perDigit) + 1;
  return {
    low: -digits,
    high: digits,
    above: bits(value) + 4,
    below: value.divisor === 1 ? 0 : bits(value),
    places: value.scale,
  };
}

function divisorOf({ divisor }: Exact): number {
  return typeof divisor === "number" && divisor <= mostDivisor ? divisor : 0;
}

/** A constant as a column, for the kernels that take two columns. */
function columnOf(recorder: Recorder, value: Figure): Numbers {
  if (!isConstant(value)) return value;
  const { value: near, rounds } = nearDouble(value);
  const at = recorder.register();
  recorder.add({ kernel: "filled", out: at, value: near, exact: value });
  return {
    kind: "numbers",
    at,
    sign: near >= 0 ? 1 : -1,
    rounds,
    bound: 0,
    divisor: divisorOf(value),
    size: sizeOfExact(value),
  };
}

const negative = (sign: Sign): Sign => -sign as Sign;

export function scaled(recorder: Recorder, value: Numbers, factor: Exact): Numbers {
  const { value: near, rounds } = nearDouble(factor);
  if (near === 1 && rounds === 0) return value;
  const at = recorder.register();
  recorder.add({ kernel: "scaled", out: at, a: value.at, value: near, exact: factor });
  const isShift = rounds === 0 && (near === -1 || near === 2);
  const sign = (value.sign * signOf(factor)) as Sign;
  const size = productSize(value.size, sizeOfExact(factor));
  const divisor = dividing(value.divisor, divisorOf(factor), (a, b) => a * b);
  if (value.bound === 0) {
    const more = isShift ? 0 : 1 + rounds;
    return { kind: "numbers", at, sign, rounds: value.rounds + more, bound: 0, divisor, size };
  }
  const bound = recorder.bound("scaledBound", value, value, at, Math.abs(near));
  return { kind: "numbers", at, sign, rounds: 0, bound, divisor, size };
}

export function times(recorder: Recorder, left: Figure, right: Figure): Figure {
  if (isConstant(left)) {
    if (isConstant(right)) return multiplyExact(left, right);
    return left.numerator === 0 ? whole(0) : scaled(recorder, right, tidyOf(left));
  }
  if (isConstant(right)) return times(recorder, right, left);
  const at = recorder.register();
  recorder.add({ kernel: "product", out: at, a: left.at, b: right.at });
  const sign = (left.sign * right.sign) as Sign;
  const size = productSize(left.size, right.size);
  const divisor = dividing(left.divisor, right.divisor, (a, b) => a * b);
  const rounds = left.rounds + right.rounds + 1;
  if (left.bound === 0 && right.bound === 0) {
    return { kind: "numbers", at, sign, rounds, bound: 0, divisor, size };
  }
  const bound = recorder.bound("productBound", left, right, at);
  return { kind: "numbers", at, sign, rounds: 0, bound, divisor, size };
}

function tidyOf(value: Exact): Exact {
  return value.divisor === 1 ? value : tidy(value);
}

/** Errors: a divisor of zero in every row is left to the exact lane. */
export function over(recorder: Recorder, left: Figure, right: Figure): Figure {
  if (isConstant(right)) {
    if (right.numerator === 0) unsupported("a division by zero");
    if (isConstant(left)) return divideExact(left, right);
    return scaled(recorder, left, tidyOf(divideExact(one, right)));
  }
  const above = columnOf(recorder, left);
  const at = recorder.register();
  recorder.add({
    kernel: "quotient",
    out: at,
    a: above.at,
    b: right.at,
    rightRounds: right.rounds,
    rightBound: right.bound,
  });
  const sign = (above.sign * right.sign) as Sign;
  const size = quotientSize(above.size, right.size);
  const rounds = above.rounds + right.rounds + 1;
  if (above.bound === 0 && right.bound === 0) {
    return { kind: "numbers", at, sign, rounds, bound: 0, divisor: 0, size };
  }
  const bound = recorder.bound("quotientBound", above, right, at);
  return { kind: "numbers", at, sign, rounds: 0, bound, divisor: 0, size };
}

export function plus(recorder: Recorder, left: Figure, right: Figure): Figure {
  if (isConstant(left) && isConstant(right)) return add(left, right);
  if (isConstant(left) && left.numerator === 0) return right;
  if (isConstant(right) && right.numerator === 0) return left;
  return added(recorder, "sum", columnOf(recorder, left), columnOf(recorder, right));
}

export function minus(recorder: Recorder, left: Figure, right: Figure): Figure {
  if (isConstant(left) && isConstant(right)) return subtractExact(left, right);
  if (isConstant(right) && right.numerator === 0) return left;
  return added(recorder, "difference", columnOf(recorder, left), columnOf(recorder, right));
}

function added(
  recorder: Recorder,
  kernel: "sum" | "difference",
  left: Numbers,
  right: Numbers,
): Numbers {
  const at = recorder.register();
  recorder.add({ kernel, out: at, a: left.at, b: right.at });
  const size = sumSize(left.size, right.size);
  const divisor = dividing(left.divisor, right.divisor, commonMultiple);
  const other = kernel === "sum" ? right.sign : negative(right.sign);
  const sign = left.sign === other ? left.sign : 0;
  // Where both have one sign the result is at least as large as either, and so is its error.
  if (sign !== 0 && left.bound === 0 && right.bound === 0) {
    const rounds = Math.max(left.rounds, right.rounds) + 1;
    return { kind: "numbers", at, sign, rounds, bound: 0, divisor, size };
  }
  const bound = recorder.bound("sumBound", left, right, at);
  return { kind: "numbers", at, sign, rounds: 0, bound, divisor, size };
}

export function negated(recorder: Recorder, value: Figure): Figure {
  return isConstant(value) ? negateExact(value) : scaled(recorder, value, whole(-1));
}

export function absolute(recorder: Recorder, value: Figure): Figure {
  if (isConstant(value)) return value.numerator < 0 ? negateExact(value) : value;
  const at = recorder.register();
  recorder.add({ kernel: "absolute", out: at, a: value.at });
  return { ...value, at, sign: 1 };
}

/** The lesser or greater of two numbers. */
export function chosen(
  recorder: Recorder,
  isLargest: boolean,
  left: Figure,
  right: Figure,
): Figure {
  if (isConstant(left) && isConstant(right)) {
    return compareExact(left, right) < 0 === isLargest ? right : left;
  }
  const a = columnOf(recorder, left);
  const b = columnOf(recorder, right);
  const at = recorder.register();
  recorder.add({ kernel: isLargest ? "greatest" : "least", out: at, a: a.at, b: b.at });
  const strong: Sign = isLargest ? 1 : -1;
  const isStrong = a.sign === strong || b.sign === strong;
  const sign: Sign = isStrong ? strong : a.sign === b.sign ? a.sign : 0;
  const divisor = dividing(a.divisor, b.divisor, commonMultiple);
  const size: Size = {
    low: Math.min(a.size.low, b.size.low),
    high: Math.max(a.size.high, b.size.high),
    above: Math.max(a.size.above, b.size.above),
    below: Math.max(a.size.below, b.size.below),
    places: Math.max(a.size.places, b.size.places),
  };
  const rounds = Math.max(a.rounds, b.rounds);
  // Where either could be the result both are as large, so the larger count bounds the error of whichever it is.
  if (a.bound === 0 && b.bound === 0) {
    return { kind: "numbers", at, sign, rounds, bound: 0, divisor, size };
  }
  const bound = recorder.bound("widerBound", a, b, at);
  return { kind: "numbers", at, sign, rounds: 0, bound, divisor, size };
}

/** A rounding to a multiple, or with `counted` how many of them that are. */
export function rounded(
  recorder: Recorder,
  value: Numbers,
  rounding: Rounding,
  kernel: "rounded" | "counted" = "rounded",
): Numbers {
  if (!("to" in rounding)) unsupported("significant digits");
  const { to, mode } = rounding as Extract<Rounding, { readonly to: Exact }>;
  const { times: multiple, places } = partsOf(to);
  const at = recorder.register();
  recorder.add({
    kernel,
    out: at,
    a: value.at,
    rounds: value.rounds,
    bound: value.bound,
    divisor: value.divisor,
    mode,
    to,
    times: multiple,
    places,
  });
  const { high } = value.size;
  return {
    kind: "numbers",
    at,
    sign: value.sign,
    rounds: kernel === "counted" || (multiple === 1 && places === 0) ? 0 : 2,
    bound: 0,
    divisor: 1,
    size: checked({
      low: -places - 1,
      high: Math.max(high + 1, 16),
      above: perDigit * (Math.max(high, 0) + 2) + bits(to) + 8,
      below: to.divisor === 1 ? 0 : bits(to),
      places: to.scale,
    }),
  };
}

/** A multiple as `times / 10^places`, both small. */
export function partsOf(to: Exact): { readonly times: number; readonly places: number } {
  const text = print(to);
  const match = /^(\d{1,6})(?:\.(\d{1,9}))?$/.exec(text);
  if (match === null) return unsupported("a rounding to such a multiple");
  const [, integer = "", fraction = ""] = match;
  const times = Number.parseInt(integer + fraction, 10);
  return times >= 1 && times < 1e9
    ? { times, places: fraction.length }
    : unsupported("a rounding to such a multiple");
}

/** The same for a constant. */
export function roundedConstant(value: Exact, rounding: Rounding): Exact {
  return "to" in rounding
    ? roundTo(value, rounding.mode, rounding.to)
    : unsupported("significant digits");
}

export function compared(
  recorder: Recorder,
  operator: ComparisonOperator,
  left: Figure,
  right: Figure,
): boolean | Flags {
  const test = testBits[operator];
  if (isConstant(left) && isConstant(right)) {
    const order = compareExact(left, right);
    return (test & (order < 0 ? 1 : order > 0 ? 4 : 2)) !== 0;
  }
  const a = columnOf(recorder, left);
  const b = columnOf(recorder, right);
  const out = recorder.register();
  recorder.add({
    kernel: "compared",
    out,
    a: a.at,
    b: b.at,
    leftRounds: a.rounds,
    rightRounds: b.rounds,
    leftBound: a.bound,
    rightBound: b.bound,
    divisor: dividing(a.divisor, b.divisor, commonMultiple),
    test,
  });
  return { kind: "flags", at: out };
}
