import type { Irrational, Span } from "../plan.ts";
import { add, compare, divide, type Exact, print, subtract } from "../quantity/exact.ts";
import { type Rounding, round, wholeQuotient } from "../quantity/rounding.ts";
import { sizeOf } from "../quantity/whole.ts";
import { slopesOfRising } from "../range/slopes.ts";
import { isExact } from "./absent.ts";
import { digitSteps, type Enclosed, narrowed, slopesOf, span } from "./enclosure.ts";

/**
 * Rounding and writing numbers that are known by two ends. A rounding is certain when both ends round to the same
 * number; until then the ends are brought nearer.
 */

/** `undefined` where 200 digits do not settle an irrational number. Both ends of a range are rounded. */
export function roundEnclosed(value: Enclosed, rounding: Rounding): Exact | Span | undefined {
  if (isExact(value)) return round(value, rounding);
  if (value.kind === "span") {
    const slopes = slopesOf(slopesOfRising, [value]);
    return span(round(value.low, rounding), round(value.high, rounding), value.tight, slopes);
  }
  for (const digits of digitSteps) {
    const { low, high } = narrowed(value, digits);
    const below = round(low, rounding);
    if (compare(below, round(high, rounding)) === 0) return below;
  }
  return undefined;
}

/** Decimal text of an irrational number with as many digits, up to 20, as are certain. */
export function writeIrrational(value: Irrational): {
  readonly value: string;
  readonly digits: number;
} {
  for (const step of digitSteps) {
    if (step < 40) continue;
    const { low, high } = narrowed(value, step);
    for (let digits = Math.min(20, certainDigits(low, high)); digits > 0; digits -= 1) {
      const written = round(low, { mode: "half_up", digits });
      const same = compare(written, round(high, { mode: "half_up", digits })) === 0;
      if (same) return { value: print(written), digits };
    }
  }
  // So near to zero that not even the sign is certain.
  return { value: "0", digits: 0 };
}

function certainDigits(low: Exact, high: Exact): number {
  const width = subtract(high, low);
  if (width.numerator === 0) return 20;
  const ratio = wholeQuotient(divide(add(low, high), add(width, width)), "toward_zero");
  return sizeOf(ratio).toString().length;
}
