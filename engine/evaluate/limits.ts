import type { Absent } from "../plan.ts";
import { failure } from "./failure.ts";
import type { Run } from "./run.ts";

/** Limits, so that a hostile methodology or answer ends in an issue and not in a frozen page. */
export const limits = {
  /** Evaluations of one node. */
  steps: 20_000_000,
  /** Bits of a numerator or denominator. */
  bits: 4096,
  /** Values of all formulas along their axes. */
  values: 5_000_000,
} as const;

/** A number that is too large to go on with. */
export function tooLarge(run: Run): Absent {
  return failure(run, "number-too-large", { bits: run.mostBits });
}

/** What every value is once the steps are used up: one issue, named after the formula where it happened. */
export function exhaust(run: Run): Absent {
  run.exhausted ??= failure(run, "too-many-steps", { most: run.mostSteps });
  return run.exhausted;
}
