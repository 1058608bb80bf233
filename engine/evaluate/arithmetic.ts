import { laneOf } from "../lanes/lanes.ts";
import type { Value } from "../plan.ts";
import { add, divide, type Exact, multiply, negate, subtract } from "../quantity/exact.ts";
import { productOf } from "../quantity/whole.ts";
import { absentAmong } from "./absent.ts";
import { indexAt } from "./axes.ts";
import { failure } from "./failure.ts";
import type { Evaluate, Run } from "./run.ts";

/**
 * Arithmetic. Both operands are always evaluated, so that every question they need is asked; exact numbers take the
 * short way, whatever else a value can be the long one.
 *
 * The test for an exact number is written out here: a shared function would see values of every kind, and the engine's
 * compiler would make a slow general test of it.
 */
export function plus(run: Run, a: Value, b: Value): Value {
  if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
    return add(a as Exact, b as Exact);
  }
  return apart(run, "add", a, b);
}

export function minus(run: Run, a: Value, b: Value): Value {
  if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
    return subtract(a as Exact, b as Exact);
  }
  return apart(run, "subtract", a, b);
}

export function times(run: Run, a: Value, b: Value): Value {
  if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
    return multiply(a as Exact, b as Exact);
  }
  return apart(run, "multiply", a, b);
}

export function quotient(run: Run, a: Value, b: Value): Value {
  if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
    return (b as Exact).numerator === 0
      ? failure(run, "division-by-zero", { may: false })
      : divide(a as Exact, b as Exact);
  }
  return apart(run, "divide", a, b);
}

const operations = { "+": plus, "-": minus, "/": quotient } as const;

/** A sum, difference or quotient. */
export function operation(
  operator: keyof typeof operations,
  left: Evaluate,
  right: Evaluate,
): Evaluate {
  const apply = operations[operator];
  return (run) => apply(run, left(run), right(run));
}

/** Factors of a product, parted by whether they stay while something at hand moves. */
export interface Parted {
  readonly staying: Evaluate;
  /** What the staying ones move with after all. */
  readonly slots: readonly number[];
  readonly moving: readonly Evaluate[];
}

/**
 * A product of several factors and of the numbers among them, which are multiplied once and for all.
 *
 * Factors that stay are multiplied once for a run and a place of theirs, after the whole product has been evaluated in
 * its written order there: so all is asked and noted in that order. Where reads are recorded nothing is left out.
 */
export function product(factors: readonly Evaluate[], constant: Exact, parted?: Parted): Evaluate {
  let kept = { value: constant, weak: 0, place: -1, run: 0 };
  const keep = (run: Run, { staying }: Parted, place: number): void => {
    const { weak } = run;
    run.weak = 0;
    const value = staying(run) as Exact;
    if (value.numerator !== undefined) kept = { value, weak: run.weak, place, run: run.number };
    run.weak = weak;
  };
  return (run) => {
    if (parted === undefined || run.reads !== null) return productAt(run, factors, constant);
    const place = indexAt(run, parted.slots);
    if (place === kept.place && run.number === kept.run) {
      run.weak |= kept.weak;
      return productAt(run, parted.moving, kept.value);
    }
    const value = productAt(run, factors, constant);
    keep(run, parted, place);
    return value;
  };
}

function productAt(run: Run, factors: readonly Evaluate[], constant: Exact): Value {
  let { numerator, scale, divisor } = constant;
  let other: Value | undefined;
  for (let at = 0; at < factors.length; at += 1) {
    const value = (factors[at] as Evaluate)(run);
    const factor = value as Exact;
    if (factor.numerator === undefined) {
      other = other === undefined ? value : times(run, other, value);
    } else {
      numerator = productOf(numerator, factor.numerator);
      scale += factor.scale;
      if (factor.divisor !== 1) divisor = productOf(divisor, factor.divisor);
    }
  }
  const exactly = { numerator, scale, divisor };
  return other === undefined ? exactly : times(run, other, exactly);
}

export function negation(value: Evaluate): Evaluate {
  return (run) => {
    const a = value(run);
    return (a as Exact).numerator !== undefined ? negate(a as Exact) : apart(run, "negate", a);
  };
}

export type Operation =
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "negate"
  | "absolute"
  | "least"
  | "greatest";

/** The long way: absent values, and numbers that are known by two ends. */
export function apart(run: Run, name: Operation, ...values: readonly Value[]): Value {
  return absentAmong(values) ?? laneOf(run.plan, "range").operate(run, name, values);
}
