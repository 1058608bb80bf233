import type { Exact } from "../quantity/exact.ts";

/**
 * What an expression is while a plan for columns is made: a value that is the same in every row, or a column.
 *
 * A column of numbers is float64 beside the exact numbers that it stands for. How far both can be apart is told by two
 * things that add up: a count of roundings of the value itself, known when the plan is made, and, after a subtraction, a
 * column of bounds.
 */
export type Symbolic = Exact | number | boolean | Stopped | Column;

export type Column = Numbers | Wholes | Flags;

/** No value, because a branch said so. */
export interface Stopped {
  readonly kind: "stopped";
}

export const stopped: Stopped = { kind: "stopped" };

/** -1: no number is above zero; 1: none is below; 0: nobody knows. */
export type Sign = -1 | 0 | 1;

export interface Numbers {
  readonly kind: "numbers";
  /** The register that holds it. */
  readonly at: number;
  readonly sign: Sign;
  /** How many roundings, each of half a unit in the last place, lie between a value and the exact number. */
  readonly rounds: number;
  /** The register of a bound that comes on top; 0, which holds zeros, for none. */
  readonly bound: number;
  /**
   * The lattice: every number is a multiple of 1 / (divisor × 10^scale), the scale that of the chunk at hand. 0 where
   * there has been a division by a column.
   */
  readonly divisor: number;
  readonly size: Size;
}

/** How large numbers and their fractions can become at most: what is beyond is left to the exact lane. */
export interface Size {
  /** Powers of ten that hold the size of every number that is not zero, and of its double. */
  readonly low: number;
  readonly high: number;
  /** A power of ten below the last place of every double. */
  readonly grain: number;
  /** Decimal places, as the exact lane would hold them. */
  readonly places: number;
  /** Bits of the divisor by what it was divided by: what two numbers were divided by alike, their sum has once. */
  readonly under: ReadonlyMap<string, number>;
}

/** Members, items, fiscal years or days, as whole doubles. */
export interface Wholes {
  readonly kind: "wholes";
  readonly at: number;
  /** The least value, and how many there can be. */
  readonly low: number;
  readonly count: number;
}

/** 1 for true, 0 for false. */
export interface Flags {
  readonly kind: "flags";
  readonly at: number;
}

export function isColumn(value: Symbolic): value is Column {
  const { kind } = value as Column;
  return kind === "numbers" || kind === "wholes" || kind === "flags";
}

export function isStopped(value: Symbolic): value is Stopped {
  return (value as Stopped).kind === "stopped";
}

export function isConstant(value: Symbolic): value is Exact {
  return typeof value === "object" && (value as Exact).numerator !== undefined;
}

/** What the kernels do not know: it is thrown while a plan is made, and ends in a path for the exact lane. */
export class Unsupported extends Error {}

export function unsupported(what: string): never {
  throw new Unsupported(what);
}
