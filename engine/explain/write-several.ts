import type { TypeTree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import type { ValueResult } from "../result/result.ts";
import { writePosition } from "./write-value.ts";

/** Of several dates, years, members or items the first and the last; tight where there is none between them. */
export function writeSeveral(
  plan: Plan,
  type: TypeTree,
  values: readonly (number | boolean)[],
): ValueResult {
  const ordered = [...values].sort((left, right) => (left === right ? 0 : left < right ? -1 : 1));
  const low = ordered[0];
  const high = ordered.at(-1);
  if (low === undefined || high === undefined) return { none: "missing" };
  if (low === high) return { value: writePosition(plan, type, low) };
  return {
    low: writePosition(plan, type, low),
    high: writePosition(plan, type, high),
    tight: true,
  };
}
