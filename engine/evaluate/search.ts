import { laneOf } from "../lanes/lanes.ts";
import { printFiscalYear } from "../methodology/period.ts";
import type { Value } from "../plan.ts";
import { type Hole, isHole, noRow, noYear, openCell } from "./holes.ts";
import type { Run } from "./run.ts";
import type { KeyCode, RowCode } from "./table-keys.ts";
import { markCell } from "./table-marks.ts";
import {
  type ColumnView,
  cellOf,
  columnView,
  type Place,
  placeAt,
  type TableCode,
  type TableView,
} from "./table-view.ts";
import { rangedFigure } from "./undecided.ts";

/**
 * The way to a cell: member and year keys by counting, then intervals and numbers, one key after the other.
 */
export type Found = Value | Hole;

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
  if (code.tree.away === true) noteAway(run, code);
  const tree = code.tree.columns[column]?.slope;
  const slope = tree && {
    key: code.keys.findIndex(({ tree: { id } }) => id === tree.along),
    includes: tree.includes,
  };
  const of = tree === undefined ? column : (code.columns.get(tree.of) as number);
  return { view, column: columnView(view, of), keys, slope, carried: undefined, row: -1 };
}

/** Its rows are still to be loaded: whoever reads the issue brings them and evaluates again. */
function noteAway({ issues }: Run, { tree: { id } }: TableCode): void {
  if (issues.some(({ code, facts }) => code === "table-away" && facts.table === id)) return;
  const facts = { table: id };
  issues.push({ code: "table-away", severity: "error", path: [], facts });
}

/** The cell behind these keys, or a hole. */
export function find(run: Run, search: Search): Found {
  const { view, column, keys } = search;
  const { code } = view;
  const place = placeAt(view, column, keys);
  if (place !== null) return follow(run, search, place);
  const yearKey = code.keys.findIndex(({ kind }) => kind === "fiscal_year");
  return yearKey < 0 ? noRow(search) : findEarlier(run, search, yearKey);
}

/** Members and years have led to a place; keys that are intervals or numbers may follow. */
function follow(run: Run, search: Search, place: Place): Found {
  return search.view.code.isCounted
    ? readPlace(run, search, place)
    : laneOf(run.plan, "rare").descend(run, search, place, 0);
}

/**
 * A year that the table has not: the last one before it that has a value, where a clause or the mode allows that. A cell
 * that its source leaves open is no value.
 */
function findEarlier(run: Run, search: Search, yearKey: number): Found {
  const { view, column, keys } = search;
  const { code } = view;
  const key = code.keys[yearKey] as Extract<KeyCode, { kind: "fiscal_year" }>;
  const wanted = keys[yearKey] as number;
  const placeIn = (year: number) => placeAt(view, column, keys.with(yearKey, year));
  const held = (): readonly string[] => heldYears(key, (year) => placeIn(year) !== null);
  let open: Found | undefined;
  for (let year = Math.min(wanted - 1, key.first + key.size - 3); year >= key.first; year -= 1) {
    const place = placeIn(year);
    if (place === null) continue;
    if (run.isOfficial && code.tree.carryOver === undefined) {
      return noYear(search, wanted, year, held);
    }
    const found = follow(run, search, place);
    if (isHole(found) && found.isOpenCell === true) {
      open ??= found;
      continue;
    }
    search.carried = year;
    return found;
  }
  if (open !== undefined) return open;
  const hasOthers = view.rowCodes.length > 0;
  return hasOthers ? noYear(search, wanted, undefined, held) : noRow(search);
}

/** The years that are there: `FY2012..FY2013`, `FY2021..`. The slots before and after all printed years are open. */
function heldYears(
  { first, size }: Extract<KeyCode, { kind: "fiscal_year" }>,
  isThere: (year: number) => boolean,
): readonly string[] {
  const runs: string[] = [];
  const end = first + size - 2;
  if (size > 200) return runs;
  for (let from = first - 1; from <= end; from += 1) {
    if (!isThere(from)) continue;
    let to = from;
    while (to < end && isThere(to + 1)) to += 1;
    const low = from < first ? "" : printFiscalYear(from);
    const high = to === end ? "" : printFiscalYear(to);
    runs.push(low === high ? low : `${low}..${high}`);
    from = to;
  }
  return runs;
}

/** The cell of a place to which all keys have led. */
export function readPlace(run: Run, search: Search, place: Place): Found {
  const row = place.rows[0] as RowCode;
  search.row = row.row;
  place.cell ??= cellOf(run.plan, search.view, row.row, search.column.column);
  const { cell } = place;
  if (cell.value === undefined) return openCell(search);
  if (cell.weak !== 0) {
    run.weak |= cell.weak;
    markCell(run, search, cell);
  }
  if (!run.isRanged) return cell.value;
  const table = search.view.code.position;
  const figure = { kind: "cell", table, row: row.row, column: search.column.column } as const;
  return rangedFigure(run, figure, cell.value, cell.low, cell.high);
}
