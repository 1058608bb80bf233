import { isExact, isSpan } from "../evaluate/absent.ts";
import type { TypeTree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { compare, type Exact, exact, negate, print, sign } from "../quantity/exact.ts";
import { round } from "../quantity/rounding.ts";
import type { ValueResult } from "../result/result.ts";
import { writeValue } from "./write-value.ts";

/** A value of a step, with a rounded decimal beside exact text that nobody reads: a fraction, or very many digits. */
export function writeReadable(plan: Plan, type: TypeTree, value: Value): ValueResult {
  if (isExact(value)) {
    const text = print(value);
    const decimal = decimalOf(value, text);
    return decimal === undefined ? { value: text } : { value: text, decimal };
  }
  const written = writeValue(plan, type, value);
  if (!isSpan(value) || !("low" in written)) return written;
  const low = decimalOf(value.low, written.low);
  const high = decimalOf(value.high, written.high);
  return {
    ...written,
    ...(low === undefined ? {} : { decimal_low: low }),
    ...(high === undefined ? {} : { decimal_high: high }),
  };
}

/** Ten significant digits, or the whole number where it alone has more; absent where the text itself is readable. */
function decimalOf(value: Exact, text: string): string | undefined {
  if (!text.includes("/") && text.length <= 16) return undefined;
  const size = sign(value) < 0 ? negate(value) : value;
  const isLarge = compare(size, exact("10000000000")) >= 0;
  const rounded = print(
    round(value, isLarge ? { mode: "half_up", to: exact("1") } : { mode: "half_up", digits: 10 }),
  );
  return rounded === text ? undefined : rounded;
}
