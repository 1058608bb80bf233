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
    if (list < 0) {
      const value = date(run);
      if (isAbsent(value)) noteUncut(run, keyOf(-1, 0), value);
      continue;
    }
    if (listAbsent(run, list) !== undefined) continue;
    const slot = firstListSlot + list;
    const { count } = run.frame.lists[list] ?? { count: 0 };
    for (let item = 0; item < count; item += 1) {
      run.at[slot] = item;
      const value = date(run);
      if (isAbsent(value)) noteUncut(run, keyOf(list, item), value);
    }
  }
}

function noteUncut(run: Run, key: string, why: Absent): void {
  run.uncut ??= new Map();
  run.uncut.set(key, why);
}

function keyOf(list: number, item: number): string {
  return `${list} ${item}`;
}

/** Why the parts at hand are not known: of the item at hand where items have their own, or of all. */
export function uncutAt(run: Run, own: number): Absent | undefined {
  if (run.uncut === undefined) return undefined;
  const shared = run.uncut.get(keyOf(-1, 0));
  if (shared !== undefined || own < 0) return shared;
  return run.uncut.get(keyOf(own, run.at[firstListSlot + own] as number));
}

/** The same for a value at the axes at hand. */
export function uncutAlong(run: Run, space: Space): Absent | undefined {
  if (space.time !== "parts") return undefined;
  return uncutAt(run, space.ownParts ? space.list : -1);
}
