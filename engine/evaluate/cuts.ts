import type { Absent, Space } from "../plan.ts";
import { isAbsent } from "./absent.ts";
import { listAbsent } from "./lists.ts";
import { firstListSlot, type Run } from "./run.ts";
import { touch } from "./weakness.ts";

/**
 * Dates that cut the period. The pieces were laid out from the answers; here the dates are asked for, and while one is
 * not known nothing along its pieces is.
 */
export function askCuts(run: Run): void {
  for (const { date, list, mark } of run.plan.code.cuts) {
    if (mark !== undefined) touch(run, mark);
    if (list >= 0 && listAbsent(run, list) !== undefined) continue;
    const slot = firstListSlot + list;
    const count = list < 0 ? 1 : (run.sizes[slot] as number);
    for (let item = 0; item < count; item += 1) {
      run.at[slot] = item;
      const value = date(run);
      if (!isAbsent(value)) continue;
      run.uncut ??= [];
      run.uncut[list + 1] ??= [];
      (run.uncut[list + 1] as Absent[])[item] = value;
    }
  }
}

/** Why the parts at hand are not known: of the item at hand where items have their own, or of all. */
export function uncutAt({ uncut, at }: Run, own: number): Absent | undefined {
  return (
    uncut &&
    (uncut[0]?.[0] ?? (own < 0 ? undefined : uncut[own + 1]?.[at[firstListSlot + own] as number]))
  );
}

/** The same for a value at the axes at hand. */
export function uncutAlong(run: Run, { time, ownParts, list }: Space): Absent | undefined {
  return time === "parts" ? uncutAt(run, ownParts ? list : -1) : undefined;
}
