import { laneOf } from "../lanes/lanes.ts";
import type { Absent, Value } from "../plan.ts";
import { lack } from "./failure.ts";
import type { Hole } from "./holes.ts";
import type { Run } from "./run.ts";
import { keyTexts, type RowCode } from "./table-keys.ts";
import { cellOf, type Place, placeAt, type TableCode, type TableView } from "./table-view.ts";
import { rangedFigure } from "./undecided.ts";

/**
 * The way to a cell: member and year keys by counting, then intervals and numbers, one key after the other.
 */
export type Found = Value | Hole;

/** Whether there is nothing. */
export function isHole(found: unknown): found is Hole {
  return (found as Hole).kind === "hole";
}

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
  { position, tree }: TableCode,
  column: number,
  keys: readonly Value[],
): Search {
  const view = run.tables[position] as TableView;
  const search = { view, column, keys, slope: undefined, carried: undefined, row: -1 };
  const slope = tree.columns[column]?.slope;
  return slope === undefined ? search : laneOf(run.plan, "rare").alongSlope(search, slope);
}

/** Its rows are still to be loaded: whoever reads the issue brings them and evaluates again. */
export function noteAway({ issues }: Run, table: string): Absent {
  if (!issues.some(({ code, facts }) => code === "table-away" && facts.table === table)) {
    issues.push({ code: "table-away", severity: "error", path: [], facts: { table } });
  }
  return { kind: "stopped" };
}

/** The cell behind these keys, or a hole. */
export function find(run: Run, search: Search): Found {
  const { view, column, keys } = search;
  const place = placeAt(view, column, keys);
  if (place !== null) return follow(run, search, place);
  // Of rows that are still to be loaded nothing can be told yet.
  const { away, id } = view.code.tree;
  if (away === true) return noteAway(run, id);
  return run.plan.code.lanes.issues?.findEarlier(run, search) ?? lack(run);
}

/** Members and years have led to a place; keys that are intervals or numbers may follow. */
export function follow(run: Run, search: Search, place: Place): Found {
  return search.view.code.isCounted
    ? readPlace(run, search, place)
    : laneOf(run.plan, "rare").descend(run, search, place, 0);
}

/** The cell of a place to which all keys have led. */
export function readPlace(run: Run, search: Search, place: Place): Found {
  const { view, column, keys } = search;
  const { row } = place.rows[0] as RowCode;
  search.row = row;
  place.cell ??= cellOf(run.plan, view, row, column);
  const { cell } = place;
  const { value } = cell;
  if (value === undefined) return run.plan.code.lanes.issues?.openCell(search) ?? lack(run);
  const table = view.code.position;
  run.weak |= cell.weak;
  if (cell.weak !== 0 && cell.notedBy !== run.number) {
    cell.notedBy = run.number;
    const texts = keyTexts(run, view.code, keys);
    run.figures.push({ kind: "cell", table, row, column, keys: texts, value });
  }
  return rangedFigure(run, { kind: "cell", table, row, column }, value);
}
