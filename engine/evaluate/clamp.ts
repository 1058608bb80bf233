import type { Value } from "../plan.ts";
import { negate } from "../quantity/exact.ts";
import { isExact } from "./absent.ts";
import { apart } from "./arithmetic.ts";
import { chooseOf } from "./choose.ts";
import type { Run } from "./run.ts";

/** `abs` and `clamp`. */
export function abs(run: Run, value: Value): Value {
  if (isExact(value)) return value.numerator < 0 ? negate(value) : value;
  return apart(run, "absolute", value);
}

/** The nearest number between two. */
export function clamp(run: Run, value: Value, low: Value, high: Value): Value {
  return chooseOf(run, false, true, chooseOf(run, true, true, value, low), high);
}
