import type { Value } from "../plan.ts";
import { compare } from "../quantity/exact.ts";
import { isExact } from "./absent.ts";
import type { Operation } from "./arithmetic.ts";
import {
  absoluteEnds,
  addEnds,
  combine,
  divideEnds,
  type Enclosed,
  enclosed,
  endsOf,
  greatestEnds,
  leastEnds,
  multiplyEnds,
  narrowed,
  negateEnds,
  order,
  subtractEnds,
} from "./enclosure.ts";
import { failure } from "./failure.ts";
import type { Test } from "./logic.ts";
import type { Run } from "./run.ts";
import { hullOfValues } from "./several.ts";

/** Arithmetic and comparisons where a number is known by two ends. */
const operations = {
  add: addEnds,
  subtract: subtractEnds,
  multiply: multiplyEnds,
  divide: divideEnds,
  negate: negateEnds,
  absolute: absoluteEnds,
  least: leastEnds,
  greatest: greatestEnds,
} as const;

export function operate(run: Run, operation: Operation, values: readonly Value[]): Value {
  const numbers = values.map(enclosed);
  const result = combine(operations[operation], numbers);
  if (result !== undefined) return result;
  if (numbers.some((number) => !isExact(number) && number.kind === "span")) {
    return failure(run, "division-by-zero", { may: true });
  }
  const divisor = narrowed(numbers[numbers.length - 1] as Enclosed, 200);
  const isZero = divisor.low.numerator === 0 && divisor.high.numerator === 0;
  return isZero
    ? failure(run, "division-by-zero", { may: false })
    : failure(run, "not-settled", { digits: 200 });
}

export function compareEnclosed(run: Run, test: Test, a: Value, b: Value): Value {
  const sign = order(enclosed(a), enclosed(b));
  if (sign === "unsettled") return failure(run, "not-settled", { digits: 200 });
  if (sign !== "unsure") return test(sign);
  const one = endsOf(enclosed(a));
  const other = endsOf(enclosed(b));
  const outcomes: boolean[] = [];
  if (compare(one.low, other.high) < 0) outcomes.push(test(-1));
  if (compare(one.high, other.low) > 0) outcomes.push(test(1));
  if (compare(one.low, other.high) <= 0 && compare(other.low, one.high) <= 0) {
    outcomes.push(test(0));
  }
  return hullOfValues(outcomes);
}
