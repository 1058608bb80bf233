import type { Value } from "../plan.ts";
import { compare, type Exact, whole } from "../quantity/exact.ts";
import type { Enclosed } from "./absent.ts";
import { outside, unsettled } from "./key-holes.ts";
import { orderOf } from "./order-of.ts";
import type { Run } from "./run.ts";
import { type Found, readPlace, type Search } from "./search.ts";
import { descendNumber } from "./search-number.ts";
import type { KeyCode, RowCode } from "./table-keys.ts";
import { type Place, placeOfRows } from "./table-view.ts";

/** The remaining keys, intervals and numbers, in their order. */
export function descend(run: Run, search: Search, place: Place, from: number): Found {
  const { code } = search.view;
  for (let at = from; at < code.keys.length; at += 1) {
    const key = code.keys[at] as KeyCode;
    if (key.kind === "interval") return descendInterval(run, search, place, at, key);
    if (key.kind === "number") {
      return descendNumber(run, search, place, at, key, (next, after) =>
        descend(run, search, next, after),
      );
    }
  }
  return readPlace(run, search, place);
}

function numberOf(value: Value, key: KeyCode): Enclosed {
  return key.kind === "interval" && key.tree.unit === undefined
    ? whole(value as number)
    : (value as Enclosed);
}

function descendInterval(
  run: Run,
  search: Search,
  place: Place,
  at: number,
  key: Extract<KeyCode, { kind: "interval" }>,
): Found {
  const value = numberOf(search.keys[at] as Value, key);
  const includesLower = key.tree.includes === "lower";
  const rows: RowCode[] = [];
  let lowest: RowCode | undefined;
  let highest: RowCode | undefined;
  let isBelow = true;
  for (const row of place.rows) {
    const cell = row.keys[at];
    if (cell === undefined) {
      rows.push(row);
      continue;
    }
    if (cell.kind !== "interval") continue;
    const above = cell.low === undefined ? 1 : orderOf(run, value, cell.low);
    const below = cell.high === undefined ? -1 : orderOf(run, value, cell.high);
    if (typeof above !== "number" || typeof below !== "number") return unsettled;
    const isInside = includesLower ? above >= 0 && below < 0 : above > 0 && below <= 0;
    if (isInside) rows.push(row);
    if (above > 0) isBelow = false;
    if (lowest === undefined || isLower(cell.low, boundOf(lowest, at, "low"))) lowest = row;
    if (highest === undefined || isLower(boundOf(highest, at, "high"), cell.high)) highest = row;
  }
  if (rows.length > 0) {
    return rows.length === place.rows.length
      ? descend(run, search, place, at + 1)
      : descend(run, search, placeOfRows(rows), at + 1);
  }
  const end = isBelow ? lowest : highest;
  if (end !== undefined && key.tree.outside === "clamp") {
    return descend(run, search, placeOfRows([end]), at + 1);
  }
  const low = lowest === undefined ? undefined : boundOf(lowest, at, "low");
  const high = highest === undefined ? undefined : boundOf(highest, at, "high");
  return outside(search, at, low, high);
}

function boundOf(row: RowCode, at: number, end: "low" | "high"): Exact | undefined {
  const cell = row.keys[at];
  return cell?.kind === "interval" ? cell[end] : undefined;
}

/** An open end lies beyond all others, on either side. */
function isLower(left: Exact | undefined, right: Exact | undefined): boolean {
  if (left === undefined) return right !== undefined;
  return right !== undefined && compare(left, right) < 0;
}
