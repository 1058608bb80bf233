import { parseDay } from "../methodology/period.ts";
import type { Origin, RowTree, TableTree, TypeTree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { compare, type Exact, readExact } from "../quantity/exact.ts";
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
  readonly places: Map<number, Place | null>;
  readonly dense: (Place | null | undefined)[] | undefined;
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

/** Largest number of places that are kept in an array rather than a map. */
const mostDense = 100_000;

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
  return {
    position,
    tree,
    keys: tree.keys.map((key, place) => keyCode(plan, tree.rows, key, place)),
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
  const known = view.columns[column];
  if (known !== undefined) return known;
  let size = 1;
  for (const key of view.code.keys) {
    if (key.kind === "enum" || key.kind === "fiscal_year") size *= key.size;
  }
  const made: ColumnView = {
    column,
    places: new Map(),
    dense: size <= mostDense ? new Array(size) : undefined,
  };
  view.columns[column] = made;
  return made;
}

/** The number of a year among the slots of a key. */
export function yearSlotOf(key: Extract<KeyCode, { kind: "fiscal_year" }>, year: number): number {
  const slot = year - key.first + 1;
  return slot < 0 ? 0 : slot >= key.size ? key.size - 1 : slot;
}

/** What stands behind the member and year keys counted as `index`; `keys` are those keys, others are left out. */
export function placeAt(
  view: TableView,
  column: ColumnView,
  index: number,
  keys: readonly (number | undefined)[],
): Place | null {
  const known = column.dense === undefined ? column.places.get(index) : column.dense[index];
  if (known !== undefined) return known;
  const rows = view.rowCodes.filter(
    (row) =>
      isKnown(view, row.row, column.column) && row.keys.every((cell, at) => holds(cell, keys[at])),
  );
  const sorted = best(view, column.column, rows);
  const place = sorted.length === 0 ? null : placeOfRows(sorted);
  if (column.dense === undefined) column.places.set(index, place);
  else column.dense[index] = place;
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

function isKnown(view: TableView, row: number, column: number): boolean {
  return knownOn(view, row, column) <= view.asOf;
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

/** Rows parted by the values of a number key, in the order of the values; rows with `*` join each. */
export function numbersAt(place: Place, key: number): readonly NumberPlace[] {
  if (place.numbers !== undefined) return place.numbers;
  const values: Exact[] = [];
  for (const { keys } of place.rows) {
    const cell = keys[key];
    if (cell?.kind !== "number") continue;
    if (!values.some((value) => compare(value, cell.value) === 0)) values.push(cell.value);
  }
  values.sort(compare);
  place.numbers = values.map((value) => ({
    value,
    place: placeOfRows(
      place.rows.filter(({ keys }) => {
        const cell = keys[key];
        return cell?.kind !== "number" || compare(cell.value, value) === 0;
      }),
    ),
  }));
  return place.numbers;
}
