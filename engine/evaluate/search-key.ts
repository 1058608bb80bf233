import type { KeyTree } from "../methodology/tree.ts";
import type { Value } from "../plan.ts";
import { compare, type Exact, whole } from "../quantity/exact.ts";
import type { Enclosed } from "./absent.ts";
import { boundsIn } from "./key-cells.ts";
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
  return key.kind === "interval" && !("unit" in key.tree)
    ? whole(value as number)
    : (value as Enclosed);
}

function descendInterval(run: Run, search: Search, place: Place, at: number, key: KeyCode): Found {
  const value = numberOf(search.keys[at] as Value, key);
  const { includes, outside: beyond } = key.tree as Extract<KeyTree, { kind: "interval" }>;
  const includesLower = includes === "lower";
  const rows: RowCode[] = [];
  let lowest: RowCode | undefined;
  let highest: RowCode | undefined;
  let isBelow = true;
  for (const row of place.rows) {
    const cell = boundsIn(row, at, key);
    if (cell === undefined) {
      rows.push(row);
      continue;
    }
    const above = cell.low === undefined ? 1 : orderOf(run, value, cell.low);
    const below = cell.high === undefined ? -1 : orderOf(run, value, cell.high);
    if (typeof above !== "number" || typeof below !== "number") return unsettled;
    const isInside = includesLower ? above >= 0 && below < 0 : above > 0 && below <= 0;
    if (isInside) rows.push(row);
    if (above > 0) isBelow = false;
    if (lowest === undefined || isLower(cell.low, boundsIn(lowest, at, key)?.low)) lowest = row;
    if (highest === undefined || isLower(boundsIn(highest, at, key)?.high, cell.high))
      highest = row;
  }
  if (rows.length > 0) {
    return rows.length === place.rows.length
      ? descend(run, search, place, at + 1)
      : descend(run, search, placeOfRows(rows), at + 1);
  }
  const end = isBelow ? lowest : highest;
  if (end !== undefined && beyond === "clamp") {
    return descend(run, search, placeOfRows([end]), at + 1);
  }
  const low = lowest === undefined ? undefined : boundsIn(lowest, at, key)?.low;
  const high = highest === undefined ? undefined : boundsIn(highest, at, key)?.high;
  return outside(search, at, low, high);
}

/** An open end lies beyond all others, on either side. */
function isLower(left: Exact | undefined, right: Exact | undefined): boolean {
  if (left === undefined) return right !== undefined;
  return right !== undefined && compare(left, right) < 0;
}
