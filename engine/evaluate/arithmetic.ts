import { laneOf } from "../lanes/lanes.ts";
import type { Value } from "../plan.ts";
import { add, divide, type Exact, multiply, negate, one, subtract } from "../quantity/exact.ts";
import { productOf } from "../quantity/whole.ts";
import { isAbsent, isExact, together } from "./absent.ts";
import { failure } from "./failure.ts";
import type { Evaluate, Run } from "./run.ts";

/**
 * Arithmetic closures. Both operands are always evaluated, so that every question they need is asked; exact numbers take
 * the short way, whatever else a value can be the long one.
 *
 * The test for an exact number is written out here: a shared function would see values of every kind, and the engine's
 * compiler would make a slow general test of it.
 */
export function addition(left: Evaluate, right: Evaluate): Evaluate {
  return (run) => plus(run, left(run), right(run));
}

export function plus(run: Run, a: Value, b: Value): Value {
  if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
    return add(a as Exact, b as Exact);
  }
  return apart(run, "add", a, b);
}

export function subtraction(left: Evaluate, right: Evaluate): Evaluate {
  return (run) => minus(run, left(run), right(run));
}

export function minus(run: Run, a: Value, b: Value): Value {
  if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
    return subtract(a as Exact, b as Exact);
  }
  return apart(run, "subtract", a, b);
}

/** A product of several factors and of the numbers among them, which are multiplied once and for all. */
export function product(factors: readonly Evaluate[], constant: Exact): Evaluate {
  const [first, ...rest] = factors;
  if (first === undefined) return () => constant;
  if (rest.length === 0) return conversion(first, constant);
  const hasConstant = constant !== one;
  return (run) => {
    const start = first(run);
    let { numerator, scale, divisor } = start as Exact;
    let other: Value | undefined = numerator === undefined ? start : undefined;
    for (let place = 0; place < rest.length; place += 1) {
      const factor = (rest[place] as Evaluate)(run);
      if (other !== undefined) other = times(run, other, factor);
      else if ((factor as Exact).numerator === undefined) {
        other = times(run, { numerator, scale, divisor }, factor);
      } else {
        numerator = productOf(numerator, (factor as Exact).numerator);
        scale += (factor as Exact).scale;
        divisor = productOf(divisor, (factor as Exact).divisor);
      }
    }
    if (other !== undefined) return hasConstant ? times(run, other, constant) : other;
    if (hasConstant) {
      numerator = productOf(numerator, constant.numerator);
      scale += constant.scale;
      divisor = productOf(divisor, constant.divisor);
    }
    return { numerator, scale, divisor };
  };
}

export function times(run: Run, a: Value, b: Value): Value {
  if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
    return multiply(a as Exact, b as Exact);
  }
  return apart(run, "multiply", a, b);
}

export function division(left: Evaluate, right: Evaluate): Evaluate {
  return (run) => quotient(run, left(run), right(run));
}

export function quotient(run: Run, a: Value, b: Value): Value {
  if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
    const divisor = b as Exact;
    return divisor.numerator === 0
      ? failure(run, "division-by-zero", { may: false })
      : divide(a as Exact, divisor);
  }
  return apart(run, "divide", a, b);
}

export function negation(value: Evaluate): Evaluate {
  return (run) => {
    const a = value(run);
    if (isExact(a)) return negate(a);
    return apart(run, "negate", a);
  };
}

export function absolute(run: Run, a: Value): Value {
  if (isExact(a)) return a.numerator < 0 ? negate(a) : a;
  return apart(run, "absolute", a);
}

/** Multiplies by a factor that is known. */
export function conversion(value: Evaluate, factor: Exact): Evaluate {
  return (run) => {
    const a = value(run);
    if ((a as Exact).numerator !== undefined) return multiply(a as Exact, factor);
    return apart(run, "multiply", a, factor);
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
export function apart(run: Run, operation: Operation, ...values: readonly Value[]): Value {
  const absent = values.filter(isAbsent);
  if (absent.length > 0) return absent.reduce(together);
  return laneOf(run.plan, "range").operate(run, operation, values);
}
