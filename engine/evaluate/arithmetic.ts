import type { Value } from "../plan.ts";
import { add, divide, type Exact, multiply, negate, one, subtract } from "../quantity/exact.ts";
import { isAbsent, isExact, together } from "./absent.ts";
import {
  absoluteEnds,
  addEnds,
  combine,
  divideEnds,
  type Enclosed,
  type Ends,
  isEnclosed,
  multiplyEnds,
  narrowed,
  negateEnds,
  subtractEnds,
} from "./enclosure.ts";
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
  return apart(run, addEnds, a, b);
}

export function subtraction(left: Evaluate, right: Evaluate): Evaluate {
  return (run) => minus(run, left(run), right(run));
}

export function minus(run: Run, a: Value, b: Value): Value {
  if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
    return subtract(a as Exact, b as Exact);
  }
  return apart(run, subtractEnds, a, b);
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
        numerator *= (factor as Exact).numerator;
        scale += (factor as Exact).scale;
        if ((factor as Exact).divisor !== 1n) divisor *= (factor as Exact).divisor;
      }
    }
    if (other !== undefined) return hasConstant ? times(run, other, constant) : other;
    if (hasConstant) {
      numerator *= constant.numerator;
      scale += constant.scale;
      if (constant.divisor !== 1n) divisor *= constant.divisor;
    }
    return { numerator, scale, divisor };
  };
}

export function times(run: Run, a: Value, b: Value): Value {
  if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
    return multiply(a as Exact, b as Exact);
  }
  return apart(run, multiplyEnds, a, b);
}

export function division(left: Evaluate, right: Evaluate): Evaluate {
  return (run) => quotient(run, left(run), right(run));
}

export function quotient(run: Run, a: Value, b: Value): Value {
  if ((a as Exact).numerator !== undefined && (b as Exact).numerator !== undefined) {
    const divisor = b as Exact;
    return divisor.numerator === 0n
      ? failure(run, "division-by-zero", { may: false })
      : divide(a as Exact, divisor);
  }
  return apart(run, divideEnds, a, b);
}

export function negation(value: Evaluate): Evaluate {
  return (run) => {
    const a = value(run);
    if (isExact(a)) return negate(a);
    return apart(run, negateEnds, a);
  };
}

export function absolute(run: Run, a: Value): Value {
  if (isExact(a)) return a.numerator < 0n ? negate(a) : a;
  return apart(run, absoluteEnds, a);
}

/** Multiplies by a factor that is known. */
export function conversion(value: Evaluate, factor: Exact): Evaluate {
  return (run) => {
    const a = value(run);
    if ((a as Exact).numerator !== undefined) return multiply(a as Exact, factor);
    return apart(run, multiplyEnds, a, factor);
  };
}

/** The long way: absent values, irrational numbers and ranges. */
export function apart(
  run: Run,
  operation: (values: readonly Ends[]) => Ends | undefined,
  ...values: readonly Value[]
): Value {
  const absent = values.filter(isAbsent);
  if (absent.length > 0) return absent.reduce(together);
  const numbers = values.map(enclosed);
  const result = combine(operation, numbers);
  if (result !== undefined) return result;
  if (numbers.some((number) => !isExact(number) && number.kind === "span")) {
    return failure(run, "division-by-zero", { may: true });
  }
  const divisor = narrowed(numbers[numbers.length - 1] as Enclosed, 200);
  const isZero = divisor.low.numerator === 0n && divisor.high.numerator === 0n;
  return isZero
    ? failure(run, "division-by-zero", { may: false })
    : failure(run, "not-settled", { digits: 200 });
}

/** Errors: throws where a value is no number, which the checker rules out. */
export function enclosed(value: Value): Enclosed {
  if (!isEnclosed(value)) throw new Error("a number was expected of an expression that has none");
  return value;
}
