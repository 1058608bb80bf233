import {
  addMonths,
  endOfFiscalYear,
  fiscalYearOf,
  monthsBetween,
  startOfFiscalYear,
  yearsBetween,
} from "../methodology/period.ts";
import type { Node } from "../methodology/tree.ts";
import type { Value } from "../plan.ts";
import { type Exact, print, reduce, whole } from "../quantity/exact.ts";
import { isAbsent, isExact } from "./absent.ts";
import { failure } from "./failure.ts";
import type { Evaluate, Run } from "./run.ts";
import { lift } from "./undecided.ts";

/** Dates as day numbers and fiscal years as numbers: moved by whole terms, taken apart, counted between. */
type Move = Extract<Node, { kind: "move" }>;
type Calendar = Extract<Node, { kind: "calendar" }>["function"];

/** Terms beyond this many days reach outside the years that can be written. */
const farthest = 4_000_000;
const firstDay = -719_528;
const lastDay = 2_932_896;

export function move(node: Move, value: Evaluate, by: Evaluate): Evaluate {
  const sign = node.operator === "+" ? 1 : -1;
  const { of, unit } = node;
  return (run) => {
    const from = value(run);
    const term = by(run);
    if (!isExact(term)) {
      return isAbsent(term) || isAbsent(from)
        ? lift(run, [from, term], () => 0)
        : failure(run, "range-too-wide", {});
    }
    const count = wholeOf(term);
    if (count === undefined) {
      return failure(run, "term-not-whole", { value: print(term).slice(0, 60), unit });
    }
    if (Math.abs(count) > farthest) return failure(run, "date-out-of-reach", {});
    return lift(run, [from], (start) => moved(run, of, unit, Number(start), sign * count));
  };
}

function wholeOf(value: Exact): number | undefined {
  const { numerator, divisor } = reduce(value);
  return divisor === 1 ? Number(numerator) : undefined;
}

function moved(run: Run, of: Move["of"], unit: Move["unit"], from: number, count: number): Value {
  if (of === "fiscal_year") {
    const year = from + count;
    return year < 0 || year > 9999 ? failure(run, "date-out-of-reach", {}) : year;
  }
  const months = unit === "yr" ? 12 * count : count;
  const day = unit === "day" ? from + count : addMonths(from, months);
  return day < firstDay || day > lastDay ? failure(run, "date-out-of-reach", {}) : day;
}

/** `date − date` in days, `fiscal_year − fiscal_year` in years. */
export function distance(left: Evaluate, right: Evaluate): Evaluate {
  return (run) => lift(run, [left(run), right(run)], (a, b) => whole(Number(a) - Number(b)));
}

const calendars: Readonly<Record<Calendar, (first: number, second: number) => Value>> = {
  fiscal_year: (day) => fiscalYearOf(day),
  start_of: (year) => startOfFiscalYear(year),
  end_of: (year) => endOfFiscalYear(year),
  years_between: (from, to) => whole(yearsBetween(from, to)),
  months_between: (from, to) => whole(monthsBetween(from, to)),
};

export function calendar(name: Calendar, values: readonly Evaluate[]): Evaluate {
  const apply = calendars[name];
  const [first, second] = values as [Evaluate, Evaluate?];
  if (second === undefined) {
    return (run) => {
      const a = first(run);
      return typeof a === "number" ? apply(a, 0) : lift(run, [a], (one) => apply(Number(one), 0));
    };
  }
  return (run) => {
    const a = first(run);
    const b = second(run);
    return typeof a === "number" && typeof b === "number"
      ? apply(a, b)
      : lift(run, [a, b], (one, other) => apply(Number(one), Number(other)));
  };
}
