import { laneOf } from "../lanes/lanes.ts";
import type { RangedFigure, Several, Value } from "../plan.ts";
import { absentAmong } from "./absent.ts";
import type { Run } from "./run.ts";

/**
 * What may be one of several members, items, years or flags, as range mode has it: what is done to it is done to each,
 * and the lane for ranges holds the results together.
 */
export const either: Several = { kind: "several", values: [true, false] };

type Plain = number | boolean;

/** Several possible values as one: numbers as a range, others as several. */
export function hull(run: Run, values: readonly Value[]): Value {
  return laneOf(run.plan, "range").hull(values);
}

/** Evaluates at each item, member or year that a value may be. */
export function atEach(run: Run, value: Value, evaluate: (one: number) => Value): Value {
  return lift(run, [value], (one) => evaluate(Number(one)));
}

/** Applies a function of dates, years, members or items to all that its arguments may be. */
export function lift(
  run: Run,
  values: readonly Value[],
  apply: (...values: readonly Plain[]) => Value,
): Value {
  const absent = absentAmong(values);
  if (absent !== undefined) return absent;
  const isPlain = values.every((value) => typeof value !== "object");
  return isPlain
    ? apply(...(values as readonly Plain[]))
    : laneOf(run.plan, "range").lift(values, apply);
}

/** A figure; in range mode from the lower to the upper end that its source gives, or the end that is held. */
export function rangedFigure(run: Run, figure: RangedFigure, value: Value): Value {
  return run.isRanged ? laneOf(run.plan, "range").figureSpan(run, figure, value) : value;
}
