import { parseDay } from "../methodology/period.ts";
import { type Exact, readExact, whole } from "../quantity/exact.ts";
import type { KeyCode, RowCode } from "./table-keys.ts";

/** What a key cell holds that is an interval or a printed number; an open end is absent. */
export interface Bounds {
  readonly low: Exact | undefined;
  readonly high: Exact | undefined;
}

const known = new WeakMap<RowCode, (Bounds | undefined)[]>();

/** The ends of an interval, or a number as both; `undefined` for `*`. Each cell is read once. */
export function boundsIn(row: RowCode, at: number, { kind }: KeyCode): Bounds | undefined {
  const cell = String(row.keys[at] ?? "*");
  if (cell === "*") return undefined;
  const all = known.get(row) ?? [];
  known.set(row, all);
  const [low = "", high = low] = kind === "interval" ? cell.split("..") : [cell];
  all[at] ??= { low: bound(low), high: bound(high) };
  return all[at];
}

/** A number or a date, as a number. */
function bound(text: string): Exact | undefined {
  const day = parseDay(text.trim());
  return day === undefined ? readExact(text.trim()) : whole(day);
}
