import type { Node } from "../methodology/tree.ts";
import type { Exact } from "../quantity/exact.ts";
import type { RoundingMode } from "../quantity/rounding.ts";
import type { Tabulation } from "./tabulation.ts";

/**
 * One kernel and the registers it reads and writes. A plan is a list of these: nothing in it is code.
 *
 * A register is a column of a chunk of rows, by number. Register 0 holds zeros.
 */
export type Step =
  | {
      readonly kernel: "filled";
      readonly out: number;
      readonly value: number;
      readonly exact: Exact;
    }
  | {
      readonly kernel: "scaled";
      readonly out: number;
      readonly a: number;
      readonly value: number;
      readonly exact: Exact;
    }
  | {
      readonly kernel: "sum" | "difference" | "product" | "least" | "greatest";
      readonly out: number;
      readonly a: number;
      readonly b: number;
    }
  /** `b` comes with its bound, because a divisor that may be zero leaves a row undecided. */
  | {
      readonly kernel: "quotient";
      readonly out: number;
      readonly a: number;
      readonly b: number;
      readonly rightRounds: number;
      readonly rightBound: number;
    }
  | { readonly kernel: "absolute"; readonly out: number; readonly a: number }
  | BoundStep
  | RoundStep
  | CompareStep
  | {
      readonly kernel: "comparedWholes";
      readonly out: number;
      readonly a: number;
      readonly b: number;
      /** Bits by sign: 1 below, 2 equal, 4 above. */
      readonly test: number;
    }
  /** Of flags: whether both hold, or either. */
  | {
      readonly kernel: "both" | "either";
      readonly out: number;
      readonly a: number;
      readonly b: number;
    }
  | { readonly kernel: "filledWhole"; readonly out: number; readonly value: number }
  /** Where a row stands in a table of several keys, or of one that is a number; not a number for none of its places. */
  | { readonly kernel: "placed"; readonly out: number; readonly operands: readonly Operand[] }
  | TableStep;

/** A look-up by a column of whole numbers, of which there are `count` from `low` on. */
export interface TableStep {
  readonly kernel: "tabulated";
  readonly out: number;
  readonly table: Tabulation;
  readonly a: number;
  readonly low: number;
  readonly count: number;
}

export interface RoundStep {
  readonly kernel: "rounded" | "counted";
  readonly out: number;
  readonly a: number;
  readonly rounds: number;
  readonly bound: number;
  readonly divisor: number;
  readonly mode: RoundingMode;
  readonly to: Exact;
  /** `to` is `times / 10^places`. */
  readonly times: number;
  readonly places: number;
}

export interface CompareStep {
  readonly kernel: "compared";
  readonly out: number;
  readonly a: number;
  readonly b: number;
  readonly leftRounds: number;
  readonly rightRounds: number;
  readonly leftBound: number;
  readonly rightBound: number;
  /** Of the lattice that holds both; 0 for none. */
  readonly divisor: number;
  readonly test: number;
}

/** Bounds: they have no exact counterpart. `of` is the result whose bound it is. */
export interface BoundStep {
  readonly kernel: "sumBound" | "productBound" | "quotientBound" | "widerBound" | "scaledBound";
  readonly out: number;
  readonly a: number;
  readonly b: number;
  readonly leftRounds: number;
  readonly rightRounds: number;
  readonly leftBound: number;
  readonly rightBound: number;
  readonly of: number;
  readonly value: number;
}

/** What a table is looked up by: a column of whole numbers, or of numbers that must be whole. */
export interface Operand {
  readonly at: number;
  readonly low: number;
  readonly count: number;
  /** Of numbers: how far they can be off, and their lattice. */
  readonly numbers?: { readonly rounds: number; readonly bound: number; readonly divisor: number };
}

export type ComparisonOperator = Extract<Node, { kind: "comparison" }>["operator"];

/** Bits by sign for which a comparison is true. */
export const testBits: Readonly<Record<ComparisonOperator, number>> = {
  "<": 1,
  "<=": 3,
  ">": 4,
  ">=": 6,
  "==": 2,
  "!=": 5,
};

/** The registers that a step reads; 0, which holds zeros, is told like any other. */
export function readsOf(step: Step): readonly number[] {
  switch (step.kernel) {
    case "filled":
    case "filledWhole":
      return [];
    case "scaled":
    case "absolute":
    case "tabulated":
      return [step.a];
    case "rounded":
    case "counted":
      return [step.a, step.bound];
    case "quotient":
      return [step.a, step.b, step.rightBound];
    case "compared":
      return [step.a, step.b, step.leftBound, step.rightBound];
    case "placed":
      return step.operands.flatMap(({ at, numbers }) => [at, numbers?.bound ?? 0]);
    case "sumBound":
    case "productBound":
    case "quotientBound":
    case "widerBound":
    case "scaledBound":
      return [step.a, step.b, step.leftBound, step.rightBound, step.of];
    default:
      return [step.a, step.b];
  }
}

/** The same step with other registers to read. */
export function readingFrom(step: Step, of: (at: number) => number): Step {
  switch (step.kernel) {
    case "filled":
    case "filledWhole":
      return step;
    case "scaled":
    case "absolute":
    case "tabulated":
      return { ...step, a: of(step.a) };
    case "rounded":
    case "counted":
      return { ...step, a: of(step.a), bound: of(step.bound) };
    case "quotient":
      return { ...step, a: of(step.a), b: of(step.b), rightBound: of(step.rightBound) };
    case "compared":
      return {
        ...step,
        a: of(step.a),
        b: of(step.b),
        leftBound: of(step.leftBound),
        rightBound: of(step.rightBound),
      };
    case "placed":
      return {
        ...step,
        operands: step.operands.map(({ at, numbers, ...rest }) => ({
          ...rest,
          at: of(at),
          ...(numbers === undefined ? {} : { numbers: { ...numbers, bound: of(numbers.bound) } }),
        })),
      };
    case "sumBound":
    case "productBound":
    case "quotientBound":
    case "widerBound":
    case "scaledBound":
      return {
        ...step,
        a: of(step.a),
        b: of(step.b),
        leftBound: of(step.leftBound),
        rightBound: of(step.rightBound),
        of: of(step.of),
      };
    default:
      return { ...step, a: of(step.a), b: of(step.b) };
  }
}

/** A text that two steps share which come to the same from the same registers. */
export function nameOf(step: Step): string {
  const { out: _, ...rest } = step;
  return JSON.stringify(rest, (key, value) => {
    if (key === "table") return (value as Tabulation).name;
    return typeof value === "bigint" ? `${value}n` : (value as unknown);
  });
}
