import type { Value } from "../plan.ts";
import { compare } from "../quantity/exact.ts";
import { isAbsent, isExact } from "./absent.ts";
import { apart } from "./arithmetic.ts";
import type { Evaluate, Run } from "./run.ts";
import { lift } from "./undecided.ts";

/** `min` and `max`: of numbers, dates, years, and of ordered members the later is the larger. */
export function chooseOf(
  run: Run,
  isLargest: boolean,
  isQuantity: boolean,
  a: Value,
  b: Value,
): Value {
  if (isExact(a) && isExact(b)) return compare(a, b) < 0 === isLargest ? b : a;
  if (isQuantity || isAbsent(a) || isAbsent(b)) {
    return apart(run, isLargest ? "greatest" : "least", a, b);
  }
  return lift(run, [a, b], (one, other) => (one < other === isLargest ? other : one));
}

export function choice(
  isLargest: boolean,
  isQuantity: boolean,
  values: readonly Evaluate[],
): Evaluate {
  return (run) =>
    values
      .map((value) => value(run))
      .reduce((chosen, value) => chooseOf(run, isLargest, isQuantity, chosen, value));
}
