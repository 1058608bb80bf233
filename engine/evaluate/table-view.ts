import { parseDay } from "../methodology/period.ts";
import type { Origin, RowTree, TableTree, TypeTree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { type Exact, readExact } from "../quantity/exact.ts";
import { readConstant } from "./constants.ts";
import { holds, type KeyCode, keyCode, type RowCode, rowCodes } from "./table-keys.ts";
import { weaknessOf } from "./weakness.ts";

/**
 * Tables, prepared for looking up.
 *
 * Keys that are members or fiscal years are counted into one whole number, and behind each such number stands a cell,
 * or, where intervals and printed numbers follow, a branch of rows. Cells and branches are found among the rows at the
 * first look-up and kept. Which row wins: an explicit key beats `*`, key by key from the left; then the row that became
 * known last, of those known by the as-of date.
 */
export interface TableCode {
  readonly position: number;
  readonly tree: TableTree;
  readonly keys: readonly KeyCode[];
  /** All keys are members or years, so that a cell is found by counting. */
  readonly isCounted: boolean;
  readonly columns: ReadonlyMap<string, number>;
  /** What is seen as of a day, and of replacements, is prepared once. */
  readonly views: Map<string, TableView>;
  /** Dates at which some of it became known, in order. */
  readonly known: readonly number[];
}

export interface TableView {
  readonly code: TableCode;
  readonly rows: readonly RowTree[];
  readonly rowCodes: readonly RowCode[];
  readonly asOf: number;
  readonly columns: (ColumnView | undefined)[];
}

/** The cells of one column by the number of their member and year keys; `null` where there is no row. */
export interface ColumnView {
  readonly column: number;
  readonly places: (Place | null | undefined)[];
}

/** Rows that a look-up has come to: the best first, or parted by the values of a number key. */
export interface Place {
  readonly rows: readonly RowCode[];
  /** The cell, where no keys follow. */
  cell: Cell | undefined;
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
  /** The ends of the range that the source gives. */
  readonly low: Exact | undefined;
  readonly high: Exact | undefined;
  readonly weak: number;
  /** The keys it was last looked up by, and their text. */
  told: { readonly values: readonly number[]; readonly texts: readonly string[] } | undefined;
}

export function tableCode(
  plan: Pick<Plan, "at" | "enums">,
  tree: TableTree,
  position: number,
): TableCode {
  const known = new Set<number>();
  for (const { known: day } of tree.origins) {
    const value = day === undefined ? undefined : parseDay(day);
    if (value !== undefined) known.add(value);
  }
  const keys = tree.keys.map((key, place) => keyCode(plan, tree.rows, key, place));
  return {
    position,
    tree,
    keys,
    isCounted: keys.every(({ kind }) => kind === "enum" || kind === "fiscal_year"),
    columns: new Map(tree.columns.map(({ id }, place) => [id, place])),
    views: new Map(),
    known: [...known].sort((left, right) => left - right),
  };
}

/** The view of a table as of a day. */
export function viewOf(code: TableCode, asOf: number, rows = code.tree.rows, name = ""): TableView {
  // Days between two dates at which something became known see the same table.
  const seen = code.known.filter((day) => day <= asOf).length;
  const key = `${name}@${seen}`;
  const known = code.views.get(key);
  if (known !== undefined) return known;
  const view: TableView = {
    code,
    rows,
    rowCodes: rows.flatMap((row, position) =>
      rowCodes(code.keys, code.tree.symmetric, row, position),
    ),
    asOf,
    columns: code.tree.columns.map(() => undefined),
  };
  if (code.views.size > 32) code.views.clear();
  code.views.set(key, view);
  return view;
}

export function columnView(view: TableView, column: number): ColumnView {
  view.columns[column] ??= { column, places: [] };
  return view.columns[column];
}

/** What stands behind the members and years among these keys; other keys are left out. */
export function placeAt(view: TableView, column: ColumnView, keys: readonly Value[]): Place | null {
  let index = 0;
  const wanted = view.code.keys.map((key, at) => {
    if (key.kind !== "enum" && key.kind !== "fiscal_year") return undefined;
    const value = keys[at] as number;
    const slot = key.kind === "enum" ? value : value - key.first + 1;
    index = index * key.size + Math.min(Math.max(slot, 0), key.size - 1);
    return value;
  });
  const known = column.places[index];
  if (known !== undefined) return known;
  const rows = view.rowCodes.filter(
    (row) =>
      knownOn(view, row.row, column.column) <= view.asOf &&
      row.keys.every((cell, at) => holds(cell, wanted[at])),
  );
  const sorted = best(view, column.column, rows);
  const place = sorted.length === 0 ? null : placeOfRows(sorted);
  column.places[index] = place;
  return place;
}

/** A place that is come to by further keys. */
export function placeOfRows(rows: readonly RowCode[]): Place {
  return { rows, cell: undefined, numbers: undefined };
}

function best(view: TableView, column: number, rows: readonly RowCode[]): readonly RowCode[] {
  return [...rows].sort(
    (left, right) =>
      right.explicit - left.explicit ||
      knownOn(view, right.row, column) - knownOn(view, left.row, column) ||
      left.row - right.row,
  );
}

/** The origin of a cell. */
export function originOf(view: TableView, row: number, column: number): Origin | undefined {
  const origin = view.rows[row]?.origin ?? 0;
  return view.code.tree.origins[typeof origin === "number" ? origin : (origin[column] ?? 0)];
}

function knownOn(view: TableView, row: number, column: number): number {
  const known = originOf(view, row, column)?.known;
  return (known === undefined ? undefined : parseDay(known)) ?? -1_000_000;
}

/** The cell of a row, read once. */
export function cellOf(
  plan: Pick<Plan, "at" | "enums">,
  view: TableView,
  row: number,
  column: number,
): Cell {
  const { tree } = view.code;
  const { type, low, high } = tree.columns[column] as (typeof tree.columns)[number];
  const cells = view.rows[row]?.cells ?? [];
  const read = (id: string | undefined) => {
    const text = id === undefined ? undefined : cells[view.code.columns.get(id) ?? -1];
    return text === undefined || text === "" || text === "none" ? undefined : readExact(text);
  };
  return {
    row,
    value: readCell(plan, type, cells[column] ?? "none"),
    low: read(low),
    high: read(high),
    weak: weaknessOf(originOf(view, row, column)),
    told: undefined,
  };
}

function readCell(
  plan: Pick<Plan, "at" | "enums">,
  type: TypeTree,
  text: string,
): Value | undefined {
  return text === "none" || text === "" ? undefined : readConstant(plan, type, text);
}
