import type { Absent, Value } from "../plan.ts";
import { gatherAbsent, isAbsent, isSeveral } from "./absent.ts";
import { type Enclosed, hullOf } from "./enclosure.ts";

/**
 * What is not decided in range mode: one of several members, years or dates, or either of both booleans. What is done
 * to it is done to each, and the results are held together again.
 */
/** Holds several possible values together: numbers in a range, others as several. */
export function hullOfValues(values: readonly Value[]): Value {
  const absent = values.filter(isAbsent);
  if (absent.length > 0) return gatherAbsent(absent);
  const plain: (number | boolean)[] = [];
  const numbers: Enclosed[] = [];
  for (const value of values) {
    if (typeof value === "number" || typeof value === "boolean") plain.push(value);
    else if (isSeveral(value)) plain.push(...value.values);
    else numbers.push(value as Enclosed);
  }
  if (numbers.length > 0) return hullOf(numbers);
  const different = [...new Set(plain)];
  return different.length === 1
    ? (different[0] as number | boolean)
    : { kind: "several", values: different };
}

/** The values that a value may be. */
export function possible(value: Exclude<Value, Absent>): readonly (number | boolean)[] {
  return typeof value === "object" && isSeveral(value) ? value.values : [value as number | boolean];
}

/** Applies a function of dates, years, members or items to every combination that its arguments may be. */
export function lift(
  values: readonly Value[],
  apply: (...values: readonly (number | boolean)[]) => Value,
): Value {
  const absent = values.filter(isAbsent);
  if (absent.length > 0) return gatherAbsent(absent);
  let rows: readonly (readonly (number | boolean)[])[] = [[]];
  for (const value of values) {
    const choices = possible(value as Exclude<Value, Absent>);
    rows = rows.flatMap((row) => choices.map((choice) => [...row, choice]));
  }
  return hullOfValues(rows.map((row) => apply(...row)));
}
