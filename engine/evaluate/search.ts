import type { Value } from "../plan.ts";
import { compare, type Exact, whole } from "../quantity/exact.ts";
import { ownSlope } from "../range/slopes.ts";
import { figureUnknown } from "../range/unknowns.ts";
import { isExact } from "./absent.ts";
import { type Enclosed, order, span } from "./enclosure.ts";
import { type Hole, noRow, noYear, openCell, outside, unsettled } from "./holes.ts";
import type { Run } from "./run.ts";
import { descendNumber } from "./search-number.ts";
import type { KeyCode, RowCode } from "./table-keys.ts";
import { markCell } from "./table-marks.ts";
import {
  type Cell,
  type ColumnView,
  cellOf,
  columnView,
  type Place,
  placeAt,
  placeOfRows,
  type TableCode,
  type TableView,
  yearSlotOf,
} from "./table-view.ts";

/**
 * The way to a cell: member and year keys by counting, then intervals and numbers, one key after the other.
 */
export type Found = Value | Hole;

export type Descend = (place: Place, from: number) => Found;

/** One look-up in a column: what its keys came to. */
export interface Search {
  readonly view: TableView;
  readonly column: ColumnView;
  readonly keys: readonly Value[];
  /** The column whose rows give a slope along a key, and that key; the column itself otherwise. */
  readonly slope: { readonly key: number; readonly includes: "lower" | "upper" } | undefined;
  /** The year whose row stands in for the year asked for. */
  carried: number | undefined;
  /** Row of the cell, or -1 where it is made from several. */
  row: number;
}

/** Begins a look-up in a column; of a slope, in the column whose rows it is taken from. */
export function startSearch(
  run: Run,
  code: TableCode,
  column: number,
  keys: readonly Value[],
): Search {
  const view = run.tables[code.position] as TableView;
  const slope = code.tree.columns[column]?.slope;
  if (slope === undefined) {
    const made = columnView(view, column);
    return { view, column: made, keys, slope: undefined, carried: undefined, row: -1 };
  }
  return {
    view,
    column: columnView(view, code.columns.get(slope.of) as number),
    keys,
    slope: {
      key: code.keys.findIndex(({ tree }) => tree.id === slope.along),
      includes: slope.includes,
    },
    carried: undefined,
    row: -1,
  };
}

/** The cell behind these keys, or a hole. */
export function find(run: Run, search: Search): Found {
  const { view, column, keys } = search;
  const { code } = view;
  let index = 0;
  const dense: (number | undefined)[] = [];
  let yearKey = -1;
  for (let at = 0; at < keys.length; at += 1) {
    const key = code.keys[at] as KeyCode;
    if (key.kind === "enum") {
      index = index * key.size + (keys[at] as number);
      dense.push(keys[at] as number);
    } else if (key.kind === "fiscal_year") {
      index = index * key.size + yearSlotOf(key, keys[at] as number);
      dense.push(keys[at] as number);
      yearKey = at;
    } else dense.push(undefined);
  }
  const place = placeAt(view, column, index, dense);
  if (place !== null) return descend(run, search, place, 0);
  if (yearKey < 0) return noRow(search);
  return findEarlier(run, search, yearKey, dense);
}

/** A year that the table has not: the last one before it, where a clause or the mode allows that. */
function findEarlier(
  run: Run,
  search: Search,
  yearKey: number,
  dense: readonly (number | undefined)[],
): Found {
  const { view, column } = search;
  const { code } = view;
  const key = code.keys[yearKey] as Extract<KeyCode, { kind: "fiscal_year" }>;
  const wanted = dense[yearKey] as number;
  for (let year = Math.min(wanted - 1, key.first + key.size - 3); year >= key.first; year -= 1) {
    let index = 0;
    const moved = dense.map((one, at) => (at === yearKey ? year : one));
    for (let at = 0; at < moved.length; at += 1) {
      const one = code.keys[at] as KeyCode;
      if (one.kind === "enum") index = index * one.size + (moved[at] as number);
      if (one.kind === "fiscal_year")
        index = index * one.size + yearSlotOf(one, moved[at] as number);
    }
    const place = placeAt(view, column, index, moved);
    if (place === null) continue;
    if (run.isOfficial && code.tree.carryOver === undefined) {
      return noYear(search, wanted, year);
    }
    search.carried = year;
    return descend(run, search, place, 0);
  }
  const hasOthers = view.rowCodes.length > 0;
  return hasOthers ? noYear(search, wanted, undefined) : noRow(search);
}

/** The remaining keys, intervals and numbers, in their order. */
function descend(run: Run, search: Search, place: Place, from: number): Found {
  const { code } = search.view;
  for (let at = from; at < code.keys.length; at += 1) {
    const key = code.keys[at] as KeyCode;
    if (key.kind === "interval") return descendInterval(run, search, place, at, key);
    if (key.kind === "number")
      return descendNumber(run, search, place, at, key, (next, after) =>
        descend(run, search, next, after),
      );
  }
  return readPlace(run, search, place);
}

function readPlace(run: Run, search: Search, place: Place): Found {
  const row = place.rows[0] as RowCode;
  search.row = row.row;
  place.cell ??= cellOf(run.plan, search.view, row.row, search.column.column);
  const { cell } = place;
  if (cell.value === undefined) return openCell(search);
  if (cell.weak !== 0) {
    run.weak |= cell.weak;
    markCell(run, search, cell);
  }
  return run.isRanged ? rangedCell(run, search, cell) : cell.value;
}

/** In range mode: from the lower to the upper end that the source gives, or the one that is held. */
function rangedCell(run: Run, search: Search, cell: Cell): Value {
  const value = cell.value as Value;
  if (!isExact(value) || (cell.low === undefined && cell.high === undefined)) return value;
  const table = search.view.code.position;
  const column = search.column.column;
  const { row } = cell;
  const figure = { kind: "cell", table, row, column } as const;
  run.rangedFigures.set(`${table} ${row} ${column}`, figure);
  const low = cell.low ?? value;
  const high = cell.high ?? value;
  const end = run.end?.(figure);
  if (end !== undefined) return end === "low" ? low : high;
  return span(low, high, true, ownSlope(figureUnknown(figure)));
}

function numberOf(_run: Run, value: Value, key: KeyCode): Enclosed {
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
  const value = numberOf(run, search.keys[at] as Value, key);
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
    const above = cell.low === undefined ? 1 : order(value, cell.low);
    const below = cell.high === undefined ? -1 : order(value, cell.high);
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
