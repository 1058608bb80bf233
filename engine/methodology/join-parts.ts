import type { LaneName } from "../lanes/lanes.ts";
import type { Factors, RowTree, TableTree, Tree } from "./tree.ts";

/**
 * A checked tree in parts, as pages load it: figures first, words when somebody reads them, long tables when a look-up
 * reaches them. `split-parts.ts` makes them when building. All parts together are the tree again, to the letter but for easy
 * Japanese, and every result names that tree's hash.
 */
export interface Figures {
  readonly format: "figures/1";
  /** Of the whole tree. */
  readonly hash: string;
  /** Parts of the engine that it needs in any mode. */
  readonly lanes: readonly LaneName[];
  readonly tree: PackedTree;
  readonly factors: Factors;
  /** SHA-256 of the other parts. */
  readonly words: string;
  readonly tables: Readonly<Record<string, string>>;
}

/** The tree without words. */
export type PackedTree = Omit<Tree, "tables" | "factors"> & {
  readonly tables: readonly PackedTable[];
};

/** Rows are absent where they are a part of their own. */
export type PackedTable = Omit<TableTree, "rows" | "away"> & { readonly rows?: PackedRows };

/** Rows by column. `null` repeats what stands above; so does what is left out at the end. */
export interface PackedRows {
  readonly count: number;
  readonly keys: readonly Column<RowTree["keys"][number]>[];
  readonly cells: readonly Column<string>[];
  /** Empty for a row without. */
  readonly unit: Column<string>;
  readonly origin: Column<RowTree["origin"]>;
}

export type Column<T> = readonly (T | null)[];

/** What `joinWords` puts back by path: values as they were, maps by key, arrays by position with 0 for nothing. */
export type Words = unknown;

function unpackColumn<T>(column: Column<T>, count: number): readonly T[] {
  let above: T | undefined;
  return Array.from({ length: count }, (_, at) => {
    above = column[at] ?? above;
    return above as T;
  });
}

function unpackRows({ count, keys, cells, unit, origin }: PackedRows): readonly RowTree[] {
  const unpack = <T>(column: Column<T>) => unpackColumn(column, count);
  const [keyColumns, cellColumns] = [keys.map(unpack), cells.map(unpack)];
  const [units, origins] = [unpack(unit), unpack(origin)];
  return origins.map((one, at) => ({
    keys: keyColumns.map((column) => column[at] as RowTree["keys"][number]),
    cells: cellColumns.map((column) => column[at] as string),
    ...(units[at] === "" ? {} : { unit: units[at] as string }),
    origin: one,
  }));
}

/**
 * The tree that figures make with rows as far as they are here; a table whose rows are not is marked as `away`. Until
 * `joinWords` puts them in, no name, source or sentence may be read, because there is none.
 */
export function joinParts(
  { tree, factors }: Pick<Figures, "tree"> & Partial<Pick<Figures, "factors">>,
  rows: ReadonlyMap<string, PackedRows>,
): Tree {
  const tables = tree.tables.map((table) => {
    const own = table.rows ?? rows.get(table.id);
    return own === undefined
      ? { ...table, rows: [], away: true }
      : { ...table, rows: unpackRows(own) };
  });
  return { ...tree, tables, ...(factors === undefined ? {} : { factors }) };
}
