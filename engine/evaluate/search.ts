import { laneOf } from "../lanes/lanes.ts";
import { printFiscalYear } from "../methodology/period.ts";
import type { Value } from "../plan.ts";
import { type Hole, hole, isHole } from "./holes.ts";
import { keyTexts } from "./key-text.ts";
import type { Run } from "./run.ts";
import type { KeyCode, RowCode } from "./table-keys.ts";
import {
  cellOf,
  type Place,
  placeAt,
  rowsOf,
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
  readonly column: number;
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
  { position, tree, keys: codes, columns }: TableCode,
  column: number,
  keys: readonly Value[],
): Search {
  if (tree.away === true) noteAway(run, tree.id);
  const slope = tree.columns[column]?.slope;
  return {
    view: run.tables[position] as TableView,
    column: slope === undefined ? column : (columns.get(slope.of) as number),
    keys,
    slope: slope && {
      key: codes.findIndex((key) => key.tree.id === slope.along),
      includes: slope.includes,
    },
    carried: undefined,
    row: -1,
  };
}

/** Its rows are still to be loaded: whoever reads the issue brings them and evaluates again. */
function noteAway({ issues }: Run, table: string): void {
  if (issues.some(({ code, facts }) => code === "table-away" && facts.table === table)) return;
  issues.push({ code: "table-away", severity: "error", path: [], facts: { table } });
}

/** The cell behind these keys, or a hole. */
export function find(run: Run, search: Search): Found {
  const { view, column, keys } = search;
  const place = placeAt(view, column, keys);
  if (place !== null) return follow(run, search, place);
  const yearKey = view.code.keys.findIndex(({ kind }) => kind === "fiscal_year");
  return yearKey < 0 || rowsOf(view).length === 0
    ? hole(search, "no-row", () => ({}))
    : findEarlier(run, search, yearKey);
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
  const { first, size } = view.code.keys[yearKey] as KeyCode;
  const wanted = keys[yearKey] as number;
  const placeIn = (year: number) => placeAt(view, column, keys.with(yearKey, year));
  const noYear = (last?: number): Hole =>
    hole(search, "no-row-for-year", () => ({
      year: printFiscalYear(wanted),
      ...(last === undefined ? {} : { last: printFiscalYear(last) }),
      held: heldYears(first, first + size - 1, (year) => placeIn(year) !== null),
    }));
  let open: Hole | undefined;
  for (let year = Math.min(wanted - 1, first + size - 2); year > first; year -= 1) {
    const place = placeIn(year);
    if (place === null) continue;
    if (run.isOfficial && view.code.tree.carryOver === undefined) return noYear(year);
    const found = follow(run, search, place);
    if (isHole(found) && found.isOpenCell) {
      open ??= found;
      continue;
    }
    search.carried = year;
    return found;
  }
  return open ?? noYear();
}

/** The years that are there: `FY2012..FY2013`, `FY2021..`. What is before the first and at the end stands for all such. */
function heldYears(
  first: number,
  end: number,
  isThere: (year: number) => boolean,
): readonly string[] {
  const runs: string[] = [];
  for (let from = first; from <= end && end - first < 200; from += 1) {
    if (!isThere(from)) continue;
    let to = from;
    while (to < end && isThere(to + 1)) to += 1;
    const low = from === first ? "" : printFiscalYear(from);
    const high = to === end ? "" : printFiscalYear(to);
    runs.push(low === high ? low : `${low}..${high}`);
    from = to;
  }
  return runs;
}

/** The cell of a place to which all keys have led. */
export function readPlace(run: Run, search: Search, place: Place): Found {
  const { view, column, keys } = search;
  const { row } = place.rows[0] as RowCode;
  search.row = row;
  place.cell ??= cellOf(run.plan, view, row, column);
  const { cell } = place;
  const { value } = cell;
  if (value === undefined) return hole(search, "cell-open", () => ({}));
  const table = view.code.position;
  run.weak |= cell.weak;
  if (cell.weak !== 0 && cell.notedBy !== run.number) {
    cell.notedBy = run.number;
    const texts = keyTexts(view.code, keys);
    run.figures.push({ kind: "cell", table, row, column, keys: texts, value });
  }
  return rangedFigure(run, { kind: "cell", table, row, column }, value);
}
