import type { Origin, RowTree, TableTree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import type { Exact } from "../quantity/exact.ts";
import { readConstant } from "./constants.ts";
import { holds, type KeyCode, keyCode, type RowCode, rowCodes, slotIn } from "./table-keys.ts";
import { weaknessOf } from "./weakness.ts";

/**
 * Tables, prepared for looking up.
 *
 * Keys that are members or fiscal years are counted into one whole number, and behind each such number stands a cell,
 * or, where intervals and printed numbers follow, a branch of rows. Cells and branches are found among the rows at the
 * first look-up and kept; nothing is read of a table before. Which row wins: an explicit key beats `*`, key by key from
 * the left; then the row that became known last, of those known by the as-of date.
 */
export interface TableCode {
  readonly position: number;
  readonly tree: TableTree;
  readonly keys: readonly KeyCode[];
  /** All keys are members or years, so that a cell is found by counting. */
  readonly isCounted: boolean;
  readonly columns: ReadonlyMap<string, number>;
}

export interface TableView {
  readonly code: TableCode;
  readonly rows: readonly RowTree[];
  rowCodes: readonly RowCode[] | undefined;
  /** `2026-11-22`: days written so sort as they follow each other. */
  readonly asOf: string;
  /** By column: the number of the member and year keys leads to a place; `null` where there is no row. */
  readonly places: readonly (Place | null | undefined)[][];
  /** By column, then row. */
  readonly cells: readonly (Cell | undefined)[][];
}

/** Rows that a look-up has come to: the best first, or parted by the values of a number key. */
export interface Place {
  readonly rows: readonly RowCode[];
  /** The cell, where no keys follow. */
  cell: Cell | undefined;
  /** The keys it was last looked up by, and their text. */
  told: { readonly values: readonly Value[]; readonly texts: readonly string[] } | undefined;
  numbers: readonly NumberPlace[] | undefined;
}

export interface NumberPlace {
  readonly value: Exact;
  readonly place: Place;
}

export interface Cell {
  readonly row: number;
  /** Absent for `none`. */
  readonly value: Value | undefined;
  readonly weak: number;
  /** The run that noted last that it is not confirmed. */
  notedBy: number;
}

export function tableCode(
  plan: Pick<Plan, "at" | "enums">,
  tree: TableTree,
  position: number,
): TableCode {
  const keys = tree.keys.map((key, place) => keyCode(plan, tree.rows, key, place));
  return {
    position,
    tree,
    keys,
    isCounted: keys.every(({ kind }) => kind === "enum" || kind === "fiscal_year"),
    columns: new Map(tree.columns.map(({ id }, place) => [id, place])),
  };
}

/** The view of a table as of a day, with nothing looked up yet. */
export function viewOf(code: TableCode, asOf: string, rows = code.tree.rows): TableView {
  const { columns } = code.tree;
  const [places, cells] = [columns.map(() => []), columns.map(() => [])];
  return { code, rows, rowCodes: undefined, asOf, places, cells };
}

/** The rows of a view with their keys. */
export function rowsOf(view: TableView): readonly RowCode[] {
  view.rowCodes ??= view.rows.flatMap((row, position) => rowCodes(view.code, row, position));
  return view.rowCodes;
}

/** What stands behind the members and years among these keys; other keys are left out. */
export function placeAt(view: TableView, column: number, values: readonly Value[]): Place | null {
  const { keys } = view.code;
  const index = keys.reduce((sum, key, at) => sum * key.size + slotIn(key, values[at]), 0);
  const places = view.places[column] as (Place | null | undefined)[];
  let place = places[index];
  if (place === undefined) {
    const known = (row: RowCode) => originOf(view, row.row, column)?.known ?? "";
    const rows = rowsOf(view).filter(
      (row) =>
        keys.every((key, at) => holds(key, row.keys[at] ?? "*", values[at])) &&
        known(row) <= view.asOf,
    );
    // Rows that are alike stay in their order.
    rows.sort(
      (left, right) =>
        right.explicit - left.explicit ||
        (known(right) > known(left) ? 1 : known(right) < known(left) ? -1 : 0),
    );
    place = rows.length === 0 ? null : placeOfRows(rows);
    places[index] = place;
  }
  return place;
}

/** A place that is come to by further keys. */
export function placeOfRows(rows: readonly RowCode[]): Place {
  return { rows, cell: undefined, told: undefined, numbers: undefined };
}

/** The origin of a cell. */
export function originOf(
  { rows, code }: TableView,
  row: number,
  column: number,
): Origin | undefined {
  const { origin = 0 } = rows[row] ?? {};
  return code.tree.origins[typeof origin === "number" ? origin : (origin[column] ?? 0)];
}

/** The cell of a row, read once. */
export function cellOf(plan: Plan, view: TableView, row: number, column: number): Cell {
  const { tree } = view.code;
  const { type } = tree.columns[column] as (typeof tree.columns)[number];
  const text = view.rows[row]?.cells[column] || "none";
  const cells = view.cells[column] as (Cell | undefined)[];
  cells[row] ??= {
    row,
    value: text === "none" ? undefined : readConstant(plan, type, text),
    weak: weaknessOf(originOf(view, row, column)),
    notedBy: 0,
  };
  return cells[row];
}
