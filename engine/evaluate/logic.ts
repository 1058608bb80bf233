import type { ComparisonOperator, LogicalOperator } from "../expression/syntax.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { Value } from "../plan.ts";
import { compare, type Exact } from "../quantity/exact.ts";
import { absentAmong } from "./absent.ts";
import type { Evaluate, Run } from "./run.ts";
import { either, lift } from "./undecided.ts";

/** Comparisons, and Kleene's logic: what one side decides stands, whatever the other is. */
export type Test = (sign: number) => boolean;

/** Whether a comparison holds, by the sign of the difference. */
export const tests: Readonly<Record<ComparisonOperator, Test>> = {
  "<": (sign) => sign < 0,
  "<=": (sign) => sign <= 0,
  ">": (sign) => sign > 0,
  ">=": (sign) => sign >= 0,
  "==": (sign) => sign === 0,
  "!=": (sign) => sign !== 0,
};

export function comparison(
  operator: ComparisonOperator,
  isQuantity: boolean,
  left: Evaluate,
  right: Evaluate,
): Evaluate {
  const test = tests[operator];
  if (isQuantity) {
    return (run) => {
      const a = left(run);
      const b = right(run);
      if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
        return test(compare(a as Exact, b as Exact));
      }
      return compareApart(run, test, a, b);
    };
  }
  return (run) => {
    const a = left(run);
    const b = right(run);
    if (typeof a !== "object" && typeof b !== "object") return test(Number(a) - Number(b));
    return lift(run, [a, b], (one, other) => test(Number(one) - Number(other)));
  };
}

function compareApart(run: Run, test: Test, a: Value, b: Value): Value {
  return absentAmong([a, b]) ?? laneOf(run.plan, "range").compare(run, test, a, b);
}

export function logical(operator: LogicalOperator, left: Evaluate, right: Evaluate): Evaluate {
  const decided = operator === "or";
  return (run) => {
    const a = left(run);
    if (a === decided) return decided;
    const b = right(run);
    if (a === !decided || b === decided) return b;
    return absentAmong([a, b]) ?? either;
  };
}

export function not(value: Evaluate): Evaluate {
  return (run) => {
    const a = value(run);
    return typeof a === "boolean" ? !a : a;
  };
}
