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

/** Bits of the divisor, and of the numerator, which is the number itself times divisor and power of ten. */
const below = ({ under }: Size) => [...under.values()].reduce((sum, bits) => sum + bits, 0);
const above = (size: Size) => perDigit * (Math.max(size.high, 0) + size.places) + below(size) + 8;

/** Errors: throws `Unsupported` where numbers could become too large for doubles, or for the exact lane's own limit. */
function checked(size: Size): Size {
  if (size.low < -270 || size.grain < -290 || size.high > 270) unsupported("numbers of this size");
  if (above(size) > 3900 || size.places > 1200) unsupported("fractions of this size");
  return size;
}

/** What a sum or product is divided by. */
function joinedUnder(
  left: Size,
  right: Size,
  join: (a: number, b: number) => number,
): Size["under"] {
  if (right.under.size === 0) return left.under;
  const under = new Map(left.under);
  for (const [name, bits] of right.under) under.set(name, join(under.get(name) ?? 0, bits));
  return under;
}

const plain = (a: number, b: number) => a + b;

function sumSize(left: Size, right: Size, isOneSign: boolean): Size {
  const most = Math.max(left.high, right.high);
  const least = Math.min(left.high, right.high);
  const grain = Math.min(left.grain, right.grain);
  return checked({
    low: isOneSign ? Math.min(left.low, right.low) : grain,
    high: most + Math.log10(1 + 10 ** (least - most)) + 0.001,
    grain,
    places: Math.max(left.places, right.places),
    under: joinedUnder(left, right, Math.max),
  });
}

function productSize(left: Size, right: Size): Size {
  const low = left.low + right.low - 0.001;
  return checked({
    low,
    high: left.high + right.high + 0.001,
    grain: low - 17,
    places: left.places + right.places,
    under: joinedUnder(left, right, plain),
  });
}

/** `by` is the register of the divisor. */
function quotientSize(left: Size, right: Size, by: number): Size {
  const low = left.low - right.high - 0.001;
  const under = new Map(left.under);
  under.set(`by ${by}`, (under.get(`by ${by}`) ?? 0) + above(right));
  return checked({
    low,
    high: left.high - right.low + 0.001,
    grain: low - 17,
    places: left.places + right.places,
    under,
  });
}

function sizeOfExact(value: Exact): Size {
  const near = Math.abs(nearDouble(value).value);
  const power = near === 0 ? 0 : Math.log10(near);
  return {
    low: power - 0.001,
    high: power + 0.001,
    grain: power - 17,
    places: value.scale,
    under: value.divisor === 1 ? new Map() : new Map([[`of ${value.divisor}`, bits(value)]]),
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
  const dividend = columnOf(recorder, left);
  const at = recorder.register();
  recorder.add({
    kernel: "quotient",
    out: at,
    a: dividend.at,
    b: right.at,
    rightRounds: right.rounds,
    rightBound: right.bound,
  });
  const sign = (dividend.sign * right.sign) as Sign;
  const size = quotientSize(dividend.size, right.size, right.at);
  const rounds = dividend.rounds + right.rounds + 1;
  if (dividend.bound === 0 && right.bound === 0) {
    return { kind: "numbers", at, sign, rounds, bound: 0, divisor: 0, size };
  }
  const bound = recorder.bound("quotientBound", dividend, right, at);
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
  const divisor = dividing(left.divisor, right.divisor, commonMultiple);
  const other = kernel === "sum" ? right.sign : negative(right.sign);
  const sign = left.sign === other ? left.sign : 0;
  const size = sumSize(left.size, right.size, sign !== 0);
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
    grain: Math.min(a.size.grain, b.size.grain),
    places: Math.max(a.size.places, b.size.places),
    under: joinedUnder(a.size, b.size, Math.max),
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
      high: Math.max(high + 1, 1),
      grain: -places - 18,
      places: to.scale,
      under: to.divisor === 1 ? new Map() : new Map([["multiple", bits(to)]]),
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

/** Whether both flags hold, or either. */
export function joined(
  recorder: Recorder,
  kernel: "both" | "either",
  left: Flags,
  right: Flags,
): Flags {
  const out = recorder.register();
  recorder.add({ kernel, out, a: left.at, b: right.at });
  return { kind: "flags", at: out };
}
