import type { Value } from "../plan.ts";
import { compare } from "../quantity/exact.ts";
import { isAbsent, isExact } from "./absent.ts";
import { apart } from "./arithmetic.ts";
import type { Evaluate, Run } from "./run.ts";
import { lift } from "./undecided.ts";

/** `min`, `max` and `clamp`: of numbers, dates, years, and of ordered members the later is the larger. */
export function chooseOf(
  run: Run,
  isLargest: boolean,
  isQuantity: boolean,
  a: Value,
  b: Value,
): Value {
  if (isExact(a) && isExact(b)) return compare(a, b) < 0 === isLargest ? b : a;
  if (typeof a === "number" && typeof b === "number") {
    return isLargest ? Math.max(a, b) : Math.min(a, b);
  }
  if (isQuantity || isAbsent(a) || isAbsent(b)) {
    return apart(run, isLargest ? "greatest" : "least", a, b);
  }
  return lift(run, [a, b], (one, other) =>
    isLargest ? Math.max(Number(one), Number(other)) : Math.min(Number(one), Number(other)),
  );
}

export function choice(
  isLargest: boolean,
  isQuantity: boolean,
  values: readonly Evaluate[],
): Evaluate {
  const [first, ...rest] = values as [Evaluate, ...Evaluate[]];
  return (run) => {
    let chosen = first(run);
    for (const value of rest) {
      chosen = chooseOf(run, isLargest, isQuantity, chosen, value(run));
    }
    return chosen;
  };
}

/** The nearest number between two. */
export function clamp(value: Evaluate, low: Evaluate, high: Evaluate): Evaluate {
  return (run) => {
    const raised = chooseOf(run, true, true, value(run), low(run));
    return chooseOf(run, false, true, raised, high(run));
  };
}
