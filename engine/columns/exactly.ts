import type { Value } from "../plan.ts";
import {
  add,
  compare,
  divide,
  type Exact,
  multiply,
  negate,
  one,
  subtract,
} from "../quantity/exact.ts";
import { roundTo, wholeQuotient } from "../quantity/rounding.ts";
import type { Operand, Step } from "./step.ts";

/**
 * The same steps for one row with exact numbers: what columns leave undecided is decided here, without reading the row
 * anew. `undefined` where a step comes to no value; then the exact lane says why.
 */
export function runExactly(step: Step, values: (Value | undefined)[]): boolean {
  const found = resultOf(step, values);
  if (found === undefined) return false;
  values[step.out] = found;
  return true;
}

function resultOf(step: Step, values: readonly (Value | undefined)[]): Value | undefined {
  const number = (at: number) => values[at] as Exact;
  switch (step.kernel) {
    case "filled":
      return step.exact;
    case "filledWhole":
      return step.value;
    case "scaled":
      return multiply(number(step.a), step.exact);
    case "sum":
      return add(number(step.a), number(step.b));
    case "difference":
      return subtract(number(step.a), number(step.b));
    case "product":
      return multiply(number(step.a), number(step.b));
    case "quotient":
      return number(step.b).numerator === 0 ? undefined : divide(number(step.a), number(step.b));
    case "least":
    case "greatest": {
      const isLess = compare(number(step.a), number(step.b)) < 0;
      return isLess === (step.kernel === "least") ? number(step.a) : number(step.b);
    }
    case "absolute": {
      const value = number(step.a);
      return value.numerator < 0 ? negate(value) : value;
    }
    case "rounded":
      return roundTo(number(step.a), step.mode, step.to);
    case "counted": {
      const count = wholeQuotient(divide(number(step.a), step.to), step.mode);
      return typeof count === "number" ? count : undefined;
    }
    case "compared": {
      const sign = compare(number(step.a), number(step.b));
      return (step.test & (sign < 0 ? 1 : sign > 0 ? 4 : 2)) !== 0;
    }
    case "comparedWholes": {
      const apart = wholeIn(values[step.a]) - wholeIn(values[step.b]);
      return (step.test & (apart < 0 ? 1 : apart > 0 ? 4 : 2)) !== 0;
    }
    case "both":
      return wholeIn(values[step.a]) * wholeIn(values[step.b]) === 1;
    case "either":
      return wholeIn(values[step.a]) + wholeIn(values[step.b]) > 0;
    case "placed": {
      const index = indexOf(step.operands, values);
      return index < 0 ? undefined : index;
    }
    case "tabulated": {
      const key = wholeIn(values[step.a]) - step.low;
      return key >= 0 && key < step.count ? step.table.exactAt(key) : undefined;
    }
    default:
      // A bound of what is exact.
      return one;
  }
}

/** A member, day, year or flag as a whole number. */
export function wholeIn(value: Value | undefined): number {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "number") throw new Error("a whole number was expected in a register");
  return value;
}

function indexOf(operands: readonly Operand[], values: readonly (Value | undefined)[]): number {
  let index = 0;
  for (const { at, low, count } of operands) {
    const value = values[at];
    const key = (typeof value === "object" ? wholeOf(value as Exact) : wholeIn(value)) - low;
    if (!(key >= 0 && key < count)) return -1;
    index = index * count + key;
  }
  return index;
}

/** A whole number that a double holds; none otherwise. */
function wholeOf(value: Exact): number {
  const whole = wholeQuotient(value, "floor");
  const isWhole = compare(value, { numerator: whole, scale: 0, divisor: 1 }) === 0;
  return isWhole && typeof whole === "number" ? whole : Number.NaN;
}
