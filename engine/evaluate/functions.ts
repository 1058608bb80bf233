import type { Value } from "../plan.ts";
import type { IrrationalFunction } from "../quantity/decimal.ts";
import {
  bits,
  compare,
  type Exact,
  one,
  power,
  print,
  reduce,
  sign,
  whole,
  zero,
} from "../quantity/exact.ts";
import { tenTo, type Whole, wholeOf } from "../quantity/whole.ts";
import { slopesOfPower, slopesOfRising } from "../range/slopes.ts";
import { gatherAbsent, isAbsent, isExact } from "./absent.ts";
import {
  combine,
  type Enclosed,
  type Ends,
  enclosed,
  endsOf,
  irrational,
  powerEnds,
  slopesOf,
  span,
} from "./enclosure.ts";
import { failure } from "./failure.ts";
import type { Run } from "./run.ts";

/**
 * `ln`, `log10`, `exp`, `sqrt` and `pow`. What stays a fraction stays exact: whole powers, roots of perfect powers, the
 * logarithm of 1 and of powers of ten, the exponential of 0. Everything else is enclosed by the decimal lane.
 */
export function ln(run: Run, value: Value): Value {
  if (isExact(value) && compare(value, one) === 0) return zero;
  return leave(run, "ln", [value]);
}

export function log10(run: Run, value: Value): Value {
  if (isExact(value) && sign(value) > 0) {
    const { numerator, divisor } = reduce(value);
    const up = wholeLogarithm(numerator);
    const down = wholeLogarithm(divisor);
    if (up !== undefined && down !== undefined) return whole(up - down);
  }
  return leave(run, "log10", [value]);
}

function wholeLogarithm(value: Whole): number | undefined {
  const places = value.toString().length - 1;
  return value === tenTo(places) ? places : undefined;
}

export function exp(run: Run, value: Value): Value {
  if (isExact(value) && value.numerator === 0) return one;
  return leave(run, "exp", [value]);
}

export function sqrt(run: Run, value: Value): Value {
  if (isExact(value)) {
    const root = exactRoot(value, 2);
    if (root !== undefined) return root;
  }
  return leave(run, "sqrt", [value]);
}

/** Exponents whose denominator is above this are not tried for an exact root. */
const mostRoots = 16;

export function pow(run: Run, base: Value, exponent: Value): Value {
  if (isAbsent(base) || isAbsent(exponent)) return leave(run, "pow", [base, exponent]);
  if (isExact(exponent)) {
    const { numerator, divisor } = reduce(exponent);
    const isSmall = numerator > -100_000 && numerator < 100_000;
    if (divisor === 1 && isSmall) return wholePower(run, enclosed(base), Number(numerator));
    if (isExact(base) && sign(base) >= 0 && divisor <= mostRoots && isSmall) {
      const root = exactRoot(base, Number(divisor));
      if (root !== undefined) return wholePower(run, root, Number(numerator));
    }
  }
  return leave(run, "pow", [base, exponent]);
}

function wholePower(run: Run, base: Enclosed, exponent: number): Value {
  const size = Math.max(...[endsOf(base).low, endsOf(base).high].map(bits));
  if (size * Math.abs(exponent) > 4 * run.mostBits) {
    return failure(run, "number-too-large", { bits: run.mostBits });
  }
  if (!isExact(base)) {
    const result = combine(powerEnds(exponent), [base]);
    return result ?? failure(run, "division-by-zero", { may: true });
  }
  if (exponent < 0 && base.numerator === 0) {
    return failure(run, "division-by-zero", { may: false });
  }
  return power(base, exponent);
}

/** The root of a fraction from 0 on, where it is a fraction. */
function exactRoot(value: Exact, degree: number): Exact | undefined {
  if (sign(value) < 0) return undefined;
  const { numerator, divisor } = reduce(value);
  const above = wholeRoot(BigInt(numerator), degree);
  const below = wholeRoot(BigInt(divisor), degree);
  if (above === undefined || below === undefined) return undefined;
  return { numerator: wholeOf(above), scale: 0, divisor: wholeOf(below) };
}

/** Newton's method on whole numbers; `undefined` where the root is not whole. */
function wholeRoot(value: bigint, degree: number): bigint | undefined {
  if (value < 2n || degree === 1) return value;
  const times = BigInt(degree);
  let root = 1n << BigInt(Math.floor((4 * value.toString(16).length) / degree) + 1);
  for (;;) {
    const next = ((times - 1n) * root + value / root ** (times - 1n)) / times;
    if (next >= root) break;
    root = next;
  }
  return root ** times === value ? root : undefined;
}

/** What leaves the fractions. */
function leave(run: Run, name: IrrationalFunction, values: readonly Value[]): Value {
  const absent = values.filter(isAbsent);
  if (absent.length > 0) return gatherAbsent(absent);
  const numbers = values.map(enclosed);
  const { decimal } = run.plan.code.lanes;
  if (decimal === undefined) {
    throw new Error(`${name} needs the decimal lane, which compile was not handed`);
  }
  const enclose = (ends: readonly Ends[], digits: number) => decimal.enclose(name, ends, digits);
  const isRange = numbers.some((number) => !isExact(number) && number.kind === "span");
  const made = isRange
    ? ranged(name, numbers, enclose(numbers.map(endsOf), 40))
    : irrational((digits) =>
        enclose(
          numbers.map((number) => narrowTo(number, digits)),
          digits,
        ),
      );
  if (made !== undefined) return made;
  const value = numbers.map((number) => (isExact(number) ? print(number) : "…")).join(", ");
  return failure(run, "outside-domain", { function: name, value: value.slice(0, 60) });
}

function ranged(
  name: IrrationalFunction,
  values: readonly Enclosed[],
  ends: Ends | undefined,
): Enclosed | undefined {
  if (ends === undefined) return undefined;
  const [base, exponent] = values as [Enclosed, Enclosed];
  // A power moves one way with its base where the exponent is known; how it moves with the exponent is not followed.
  const rule =
    name !== "pow" ? slopesOfRising : isExact(exponent) ? slopesOfPower(sign(exponent)) : undefined;
  return span(ends.low, ends.high, false, slopesOf(rule, [base]));
}

/** Arguments are brought nearer than the result is asked for, because functions may magnify what is left. */
function narrowTo(value: Enclosed, digits: number): Ends {
  if (isExact(value) || value.kind === "span") return endsOf(value);
  return digits + 8 <= value.recipe.digits ? value : value.recipe.narrow(digits + 8);
}
