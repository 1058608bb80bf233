import type { Exact } from "../quantity/exact.ts";
import { tenTo, type Whole } from "../quantity/whole.ts";

/** A double near an exact number, and how many roundings lie between both at most. */
export interface NearDouble {
  readonly value: number;
  /** 0 where the double is the number itself. */
  readonly rounds: number;
}

const largest = Number.MAX_SAFE_INTEGER;

/** The double of an exact number: the nearest one, or one beside it where numerator or denominator have none. */
export function nearDouble({ numerator, scale, divisor }: Exact): NearDouble {
  const above = doubleOf(numerator);
  const power = tenTo(scale);
  const isSmall =
    typeof numerator === "number" &&
    typeof divisor === "number" &&
    typeof power === "number" &&
    divisor * power <= largest;
  const below = isSmall ? divisor * power : doubleOf(BigInt(divisor) * BigInt(power));
  const value = above / below;
  if (!isSmall) return { value, rounds: 3 };
  // A product of whole numbers that doubles hold is exact, so this tells whether the quotient is.
  return { value, rounds: Number.isInteger(value) && value * below === above ? 0 : 1 };
}

/** The nearest double of a whole number of any size. */
function doubleOf(value: Whole): number {
  return Number(value);
}
