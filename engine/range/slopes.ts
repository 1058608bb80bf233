import {
  add,
  compare,
  divide,
  type Exact,
  multiply,
  negate,
  one,
  sign,
  zero,
} from "../quantity/exact.ts";
import { round } from "../quantity/rounding.ts";

/**
 * How a range moves with each unknown that went into it.
 *
 * A slope holds every secant: for any two values of one unknown, whatever the others are, the difference of the results
 * over the difference of the unknown lies within it. So where a slope has one sign over the whole range, the result only
 * rises or only falls with that unknown, steps of a rounding included, and its ends are reached at the unknown's ends.
 *
 * A range without slopes hangs on unknowns in a way that was not followed (a branch that is not decided, a row that may
 * be one of several); nothing is said of it, nor of what is made from it.
 */
export interface Slope {
  /** Absent: there is no lower bound. */
  readonly low: Exact | undefined;
  /** Absent: there is no upper bound. */
  readonly high: Exact | undefined;
}

/** By unknown; what is not named has no influence. */
export type Slopes = ReadonlyMap<string, Slope>;

/** A number that was worked with: its ends and, where it is a range, its slopes. */
export interface Sloped {
  readonly low: Exact;
  readonly high: Exact;
  /** `undefined` where they are lost; empty for a number that hangs on no unknown. */
  readonly slopes: Slopes | undefined;
}

/** The slopes of a result from those of its operands. */
export type SlopeRule = (operands: readonly Sloped[]) => Slopes | undefined;

const digits = 24;
const none: Slope = { low: zero, high: zero };
const rising: Slope = { low: zero, high: undefined };
const falling: Slope = { low: undefined, high: zero };

/** The slopes of an unknown itself. */
export function ownSlope(unknown: string): Slopes {
  return new Map([[unknown, { low: one, high: one }]]);
}

/** Slopes are kept to so many digits, outwards. */
function slope(low: Exact | undefined, high: Exact | undefined): Slope {
  return { low: low && cut(low, "floor"), high: high && cut(high, "ceil") };
}

function cut(value: Exact, mode: "floor" | "ceil"): Exact {
  return value.numerator === 0 ? zero : round(value, { mode, digits });
}

function addSlope(left: Slope, right: Slope): Slope {
  return slope(
    left.low && right.low && add(left.low, right.low),
    left.high && right.high && add(left.high, right.high),
  );
}

function negateSlope({ low, high }: Slope): Slope {
  return { low: high && negate(high), high: low && negate(low) };
}

/** A slope times a range of numbers. */
function scaleSlope(one: Slope, low: Exact, high: Exact): Slope {
  if (sign(high) <= 0 && sign(low) < 0) {
    return negateSlope(scaleSlope(one, negate(high), negate(low)));
  }
  if (sign(low) < 0) {
    const size = scaleSlope(one, zero, compare(negate(low), high) > 0 ? negate(low) : high);
    return hullSlope(size, negateSlope(size));
  }
  // The factor is not negative: an end of the slope is largest at one end of the factor, by its own sign.
  return slope(
    one.low && multiply(one.low, sign(one.low) < 0 ? high : low),
    one.high && multiply(one.high, sign(one.high) > 0 ? high : low),
  );
}

function hullSlope(left: Slope, right: Slope): Slope {
  return {
    low: left.low && right.low && (compare(left.low, right.low) <= 0 ? left.low : right.low),
    high: left.high && right.high && (compare(left.high, right.high) >= 0 ? left.high : right.high),
  };
}

function mapSlopes(slopes: Slopes, change: (slope: Slope) => Slope): Slopes {
  return new Map([...slopes].map(([unknown, one]) => [unknown, change(one)]));
}

function joinSlopes(
  left: Slopes,
  right: Slopes,
  join: (left: Slope, right: Slope) => Slope,
  absent: (slope: Slope) => Slope,
): Slopes {
  const joined = new Map(left);
  for (const [unknown, one] of left) if (!right.has(unknown)) joined.set(unknown, absent(one));
  for (const [unknown, one] of right) {
    const other = left.get(unknown);
    joined.set(unknown, other === undefined ? absent(one) : join(other, one));
  }
  return joined;
}

const pair = (operands: readonly Sloped[]) => operands as readonly [Sloped, Sloped];

export const slopesOfSum: SlopeRule = (operands) => {
  const [{ slopes: left }, { slopes: right }] = pair(operands);
  return left && right && joinSlopes(left, right, addSlope, (one) => one);
};

export const slopesOfNegation: SlopeRule = ([value]) =>
  value?.slopes && mapSlopes(value.slopes, negateSlope);

export const slopesOfDifference: SlopeRule = (operands) => {
  const [left, right] = pair(operands);
  return slopesOfSum([left, { ...right, slopes: slopesOfNegation([right]) }]);
};

/** f(u)g(u) − f(v)g(v) = f(u)(g(u) − g(v)) + g(v)(f(u) − f(v)). */
export const slopesOfProduct: SlopeRule = (operands) => {
  const [left, right] = pair(operands);
  if (left.slopes === undefined || right.slopes === undefined) return undefined;
  return joinSlopes(
    mapSlopes(left.slopes, (one) => scaleSlope(one, right.low, right.high)),
    mapSlopes(right.slopes, (one) => scaleSlope(one, left.low, left.high)),
    addSlope,
    (one) => one,
  );
};

/** f/g as the product of f and 1/g, where 1/g(u) − 1/g(v) = −(g(u) − g(v)) / (g(u) g(v)); g does not reach zero. */
export const slopesOfQuotient: SlopeRule = (operands) => {
  const [left, right] = pair(operands);
  if (right.slopes === undefined) return undefined;
  const low = divide(one, right.high);
  const high = divide(one, right.low);
  const squares = [multiply(low, low), multiply(high, high)] as const;
  const [least, most] = compare(...squares) <= 0 ? squares : [squares[1], squares[0]];
  const slopes = mapSlopes(right.slopes, (one) => scaleSlope(one, negate(most), negate(least)));
  return slopesOfProduct([left, { low, high, slopes }]);
};

export const slopesOfAbsolute: SlopeRule = ([value]) => {
  if (value?.slopes === undefined) return undefined;
  if (sign(value.low) >= 0) return value.slopes;
  if (sign(value.high) <= 0) return slopesOfNegation([value]);
  return mapSlopes(value.slopes, (one) => hullSlope(one, negateSlope(one)));
};

/** The lesser or greater of two moves with one of them; where they do not overlap, with that one. */
function slopesOfChoice(isFirst: (left: Sloped, right: Sloped) => boolean): SlopeRule {
  return (operands) => {
    const [left, right] = pair(operands);
    if (isFirst(left, right)) return left.slopes;
    if (isFirst(right, left)) return right.slopes;
    if (left.slopes === undefined || right.slopes === undefined) return undefined;
    return joinSlopes(left.slopes, right.slopes, hullSlope, (one) => hullSlope(one, none));
  };
}

export const slopesOfLeast = slopesOfChoice((left, right) => compare(left.high, right.low) <= 0);
export const slopesOfGreatest = slopesOfChoice((left, right) => compare(left.low, right.high) >= 0);

/** Of a function that never falls (a rounding, `exp`, `sqrt`, `ln`): only the sign is kept. */
export const slopesOfRising: SlopeRule = ([value]) =>
  value?.slopes && mapSlopes(value.slopes, signOnly);

/** Of a function that never rises, such as a power below zero of what is above it. */
export const slopesOfFalling: SlopeRule = ([value]) =>
  value?.slopes && mapSlopes(value.slopes, (one) => negateSlope(signOnly(one)));

/** Of a whole power, or of another one of a base above zero, where the sign of the exponent is all that counts. */
export function slopesOfPower(exponent: number): SlopeRule {
  return ([base]) => {
    if (base === undefined || exponent === 0) return undefined;
    const isOdd = exponent % 2 !== 0;
    if (exponent > 0 && (isOdd || sign(base.low) >= 0)) return slopesOfRising([base]);
    if (exponent < 0 && sign(base.low) > 0) return slopesOfFalling([base]);
    if (exponent < 0 && sign(base.high) < 0) {
      return isOdd ? slopesOfFalling([base]) : slopesOfRising([base]);
    }
    return exponent > 0 && sign(base.high) <= 0 ? slopesOfFalling([base]) : undefined;
  };
}

function signOnly(one: Slope): Slope {
  switch (direction(one)) {
    case 0:
      return none;
    case 1:
      return rising;
    case -1:
      return falling;
    default:
      return { low: undefined, high: undefined };
  }
}

/** 1 where a result never falls with an unknown, -1 where it never rises, 0 for neither; `undefined` if not known. */
export function direction({ low, high }: Slope): -1 | 0 | 1 | undefined {
  const rises = low !== undefined && sign(low) >= 0;
  const falls = high !== undefined && sign(high) <= 0;
  return rises ? (falls ? 0 : 1) : falls ? -1 : undefined;
}
