import type { Irrational, Span, Value } from "../plan.ts";
import {
  add,
  compare,
  divide,
  type Exact,
  multiply,
  negate,
  one,
  power,
  sign,
  subtract,
  zero,
} from "../quantity/exact.ts";
import { round } from "../quantity/rounding.ts";
import {
  type SlopeRule,
  type Slopes,
  slopesOfAbsolute,
  slopesOfDifference,
  slopesOfGreatest,
  slopesOfLeast,
  slopesOfNegation,
  slopesOfPower,
  slopesOfProduct,
  slopesOfQuotient,
  slopesOfSum,
} from "../range/slopes.ts";
import { type Enclosed, type Ends, endsOf, isExact } from "./absent.ts";

export { type Enclosed, type Ends, endsOf };

/**
 * Arithmetic on numbers that are known by two ends: irrational ones, whose ends can be brought as near as is asked, and
 * ranges, whose ends stay. The result always holds every number that the operands hold.
 *
 * An irrational number keeps the recipe it was made from; asking for more digits follows the recipes down to the
 * functions that left the fractions. Ends are cut to the digits in use, outwards, so that they do not grow.
 */
/** Digits that are tried, one after the other, until a rounding or comparison is certain. */
export const digitSteps = [20, 40, 80, 160, 200] as const;

const spare = 12;

/** The ends of a number with at least so many digits, where it has a recipe. */
export function narrowed(value: Enclosed, digits: number): Ends {
  if (isExact(value) || value.kind === "span") return endsOf(value);
  return digits <= value.recipe.digits ? value : value.recipe.narrow(digits);
}

/** An irrational number made by an operation on ends; `undefined` where these ends do not allow it. */
export function irrational(
  make: (digits: number) => Ends | undefined,
  digits: number = digitSteps[0],
): Irrational | Exact | undefined {
  let known = digits;
  let ends = make(digits);
  for (const more of digitSteps) {
    if (ends !== undefined) break;
    if (more > known) {
      known = more;
      ends = make(more);
    }
  }
  if (ends === undefined) return undefined;
  if (compare(ends.low, ends.high) === 0) return ends.low;
  let narrowest = ends;
  const recipe = {
    digits: known,
    narrow(wanted: number): Ends {
      if (wanted <= known) return narrowest;
      const made = make(wanted);
      if (made === undefined) return narrowest;
      known = wanted;
      narrowest = made;
      return narrowest;
    },
  };
  return { kind: "irrational", low: ends.low, high: ends.high, recipe };
}

/** A range, or a number where both ends are one. */
export function span(low: Exact, high: Exact, tight: boolean, slopes?: Slopes): Span | Exact {
  if (compare(low, high) === 0) return low;
  return { kind: "span", low, high, tight, ...(slopes === undefined ? {} : { slopes }) };
}

/** Cuts ends outwards to the digits in use. */
export function trim({ low, high }: Ends, digits: number): Ends {
  return { low: trimmed(low, digits, "floor"), high: trimmed(high, digits, "ceil") };
}

function trimmed(value: Exact, digits: number, mode: "floor" | "ceil"): Exact {
  if (value.numerator === 0) return zero;
  return round(value, { mode, digits: digits + spare });
}

type EndsOperation = (values: readonly Ends[]) => Ends | undefined;

/** Applies an operation on ends to numbers of which at least one is not exact. */
export function combine(
  operation: EndsOperation,
  values: readonly Enclosed[],
): Enclosed | undefined {
  if (values.some((value) => !isExact(value) && value.kind === "span")) {
    const made = operation(values.map((value) => narrowed(value, digitSteps[1])));
    if (made === undefined) return undefined;
    const tight = reachesEnds(operation, values, made);
    return span(made.low, made.high, tight, slopesOf(slopeRules.get(operation), values));
  }
  return irrational((digits) => {
    const made = operation(values.map((value) => narrowed(value, digits)));
    return made === undefined ? undefined : trim(made, digits);
  });
}

/** Whether both ends of a result are reached: by a single range whose ends are, at one of its ends each. */
function reachesEnds(operation: EndsOperation, values: readonly Enclosed[], made: Ends): boolean {
  const [only, ...others] = values.filter((value) => !isExact(value));
  if (only === undefined || others.length > 0 || !isRange(only) || !only.tight) return false;
  const results = [only.low, only.high].map((end) =>
    operation(values.map((value) => endsOf(isExact(value) ? value : end))),
  );
  return [made.low, made.high].every((end) =>
    results.some((one) => one !== undefined && compare(one.low, end) === 0),
  );
}

/** How a result moves with the unknowns behind its operands, where a rule says so. */
export function slopesOf(
  rule: SlopeRule | undefined,
  values: readonly Enclosed[],
): Slopes | undefined {
  return rule?.(
    values.map((value) => {
      const { low, high } = narrowed(value, digitSteps[1]);
      const isRange = !isExact(value) && value.kind === "span";
      return { low, high, slopes: isRange ? value.slopes : new Map() };
    }),
  );
}

function hull(values: readonly Exact[]): Ends {
  let low = values[0] as Exact;
  let high = low;
  for (const value of values) {
    if (compare(value, low) < 0) low = value;
    if (compare(value, high) > 0) high = value;
  }
  return { low, high };
}

const pair = (values: readonly Ends[]) => values as readonly [Ends, Ends];

export const addEnds: EndsOperation = (values) => {
  const [left, right] = pair(values);
  return { low: add(left.low, right.low), high: add(left.high, right.high) };
};

export const subtractEnds: EndsOperation = (values) => {
  const [left, right] = pair(values);
  return { low: subtract(left.low, right.high), high: subtract(left.high, right.low) };
};

export const multiplyEnds: EndsOperation = (values) => {
  const [left, right] = pair(values);
  return hull([
    multiply(left.low, right.low),
    multiply(left.low, right.high),
    multiply(left.high, right.low),
    multiply(left.high, right.high),
  ]);
};

/** `undefined` where the divisor may be zero. */
export const divideEnds: EndsOperation = (values) => {
  const [left, right] = pair(values);
  if (sign(right.low) <= 0 && sign(right.high) >= 0) return undefined;
  return multiplyEnds([left, { low: divide(one, right.high), high: divide(one, right.low) }]);
};

export const negateEnds: EndsOperation = ([value]) => {
  const { low, high } = value as Ends;
  return { low: negate(high), high: negate(low) };
};

export const absoluteEnds: EndsOperation = ([value]) => {
  const { low, high } = value as Ends;
  if (sign(low) >= 0) return { low, high };
  if (sign(high) <= 0) return { low: negate(high), high: negate(low) };
  const below = negate(low);
  return { low: zero, high: compare(below, high) > 0 ? below : high };
};

const lesser = (left: Exact, right: Exact) => (compare(left, right) <= 0 ? left : right);
const greater = (left: Exact, right: Exact) => (compare(left, right) >= 0 ? left : right);

export const leastEnds: EndsOperation = (values) => {
  const [left, right] = pair(values);
  return { low: lesser(left.low, right.low), high: lesser(left.high, right.high) };
};

export const greatestEnds: EndsOperation = (values) => {
  const [left, right] = pair(values);
  return { low: greater(left.low, right.low), high: greater(left.high, right.high) };
};

/** Whole powers. `undefined` for a negative power of what may be zero. */
export function powerEnds(exponent: number): EndsOperation {
  const operation: EndsOperation = (values) => {
    const { low, high } = values[0] as Ends;
    if (exponent < 0) {
      const below = powerEnds(-exponent)(values);
      return below === undefined ? undefined : divideEnds([{ low: one, high: one }, below]);
    }
    const crosses = sign(low) < 0 && sign(high) > 0;
    if (exponent % 2 === 0 && crosses) {
      return { low: zero, high: greater(power(low, exponent), power(high, exponent)) };
    }
    return hull([power(low, exponent), power(high, exponent)]);
  };
  slopeRules.set(operation, slopesOfPower(exponent));
  return operation;
}

const slopeRules: WeakMap<EndsOperation, SlopeRule> = new WeakMap([
  [addEnds, slopesOfSum],
  [subtractEnds, slopesOfDifference],
  [multiplyEnds, slopesOfProduct],
  [divideEnds, slopesOfQuotient],
  [negateEnds, slopesOfNegation],
  [absoluteEnds, slopesOfAbsolute],
  [leastEnds, slopesOfLeast],
  [greatestEnds, slopesOfGreatest],
]);

/**
 * Which of two numbers is larger: -1, 0 or 1. `unsure` where ranges overlap, `unsettled` where 200 digits do not part
 * two irrational numbers.
 */
export function order(left: Enclosed, right: Enclosed): -1 | 0 | 1 | "unsure" | "unsettled" {
  if (isExact(left) && isExact(right)) return compare(left, right);
  for (const digits of digitSteps) {
    const one = narrowed(left, digits);
    const other = narrowed(right, digits);
    if (compare(one.high, other.low) < 0) return -1;
    if (compare(one.low, other.high) > 0) return 1;
    if (isRange(left) || isRange(right)) break;
  }
  return isRange(left) || isRange(right) ? "unsure" : "unsettled";
}

function isRange(value: Enclosed): value is Span {
  return !isExact(value) && value.kind === "span";
}

/** The smallest range that holds all of these numbers. */
export function hullOf(values: readonly Enclosed[]): Enclosed {
  const [first] = values;
  if (first !== undefined && values.every((value) => value === first)) return first;
  const all = values.flatMap((value) => {
    const { low, high } = narrowed(value, digitSteps[1]);
    return [low, high];
  });
  const { low, high } = hull(all);
  return span(low, high, false);
}

export function isEnclosed(value: Value): value is Enclosed {
  if (isExact(value)) return true;
  const kind = (value as Irrational | Span).kind;
  return kind === "irrational" || kind === "span";
}

/** Errors: throws where a value is no number, which the checker rules out. */
export function enclosed(value: Value): Enclosed {
  if (!isEnclosed(value)) throw new Error("a number was expected of an expression that has none");
  return value;
}
