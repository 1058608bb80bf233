import type { Value } from "../plan.ts";
import { type Exact, whole } from "../quantity/exact.ts";
import { nearDouble } from "./double.ts";

/**
 * A function of few whole numbers, such as a look-up by fuel and year, kept as an array of doubles: what has been asked
 * for once is an index away. The function itself is that of the exact lane.
 */
export interface Tabulation {
  /** What tells the function from others of the same plan and frame. */
  readonly name: string;
  /** The double at an index; infinite where the function has none there. */
  readonly at: (index: number) => number;
  readonly exactAt: (index: number) => Value | undefined;
  /** The most decimal places that any number so far has; infinite where one is no decimal. */
  readonly scale: () => number;
  readonly pages: (Float64Array | undefined)[];
}

export const pageBits = 10;
export const pageMask = (1 << pageBits) - 1;
const mostPages = 1 << 14;

/** `find` gives what stands at an index, or nothing. */
export function startTabulation(
  name: string,
  find: (index: number) => Value | undefined,
): Tabulation {
  const pages: (Float64Array | undefined)[] = [];
  const values = new Map<number, Value>();
  let scale = 0;
  let held = 0;
  const fill = (index: number): number => {
    const found = find(index);
    const value = found === undefined ? Number.POSITIVE_INFINITY : doubleIn(found);
    if (found !== undefined && value !== Number.POSITIVE_INFINITY) {
      values.set(index, found);
      if (isFraction(found)) scale = Number.POSITIVE_INFINITY;
      else if (typeof found === "object") scale = Math.max(scale, (found as Exact).scale);
    }
    const page = index >> pageBits;
    if (pages[page] === undefined) {
      if (held >= mostPages) return value;
      held += 1;
      pages[page] = new Float64Array(1 << pageBits).fill(Number.NaN);
    }
    pages[page][index & pageMask] = value;
    return value;
  };
  const at = (index: number): number => {
    const known = pages[index >> pageBits]?.[index & pageMask];
    return known === undefined || Number.isNaN(known) ? fill(index) : known;
  };
  return {
    name,
    at,
    exactAt(index) {
      at(index);
      return values.get(index);
    },
    scale: () => scale,
    pages,
  };
}

function isFraction(value: Value): boolean {
  return typeof value === "object" && (value as Exact).divisor !== 1;
}

const widest = 1e15;
const mostBits = 2 ** 100;

/** The double of a value; infinite for what has none that a plan counts on. */
function doubleIn(value: Value): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const exact = value as Exact;
  if (exact.numerator === undefined) return Number.POSITIVE_INFINITY;
  const { value: near } = nearDouble(exact);
  const size = Math.abs(near);
  const isLarge =
    nearDouble(whole(exact.numerator)).value > mostBits ||
    nearDouble(whole(exact.numerator)).value < -mostBits ||
    nearDouble(whole(exact.divisor)).value > mostBits ||
    exact.scale > 30;
  return isLarge || size > widest || (size < 1 / widest && size !== 0)
    ? Number.POSITIVE_INFINITY
    : near;
}
