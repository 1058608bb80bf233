import type { TableReplacement } from "../answers/record.ts";
import { ok, type Result } from "../issue.ts";
import { canonicalText, hashOf } from "./canonical.ts";
import { readCsv } from "./csv.ts";
import type { RowData, TableData } from "./schema.ts";
import type { TableTree } from "./tree.ts";

/**
 * An office's own table, from CSV with the same header as the table of the edition: its keys and columns in any order. A
 * key cell that names several members, `a|b`, stands for a row each.
 *
 * Units: cells are in the units of the columns of the table.
 *
 * Errors: what `readCsv` finds. Whether each cell is of the kind of its column is told when the table is used.
 *
 * The hash is that of the rows as they are used, so that line ends and blanks make no difference.
 */
export async function readReplacement(
  text: string,
  file: string,
  table: TableTree,
): Promise<Result<TableReplacement>> {
  const read = readCsv(text, file, shapeOf(table));
  if (!read.ok) return read;
  const cells = [
    ...table.keys.map(({ id }) => id),
    ...table.columns.flatMap(({ id, slope }) => (slope === undefined ? [id] : [])),
  ];
  const rows = read.value.rows.flatMap((row) => spelledOut(row, cells));
  return ok({ hash: await hashOf(canonicalText(rows)), rows }, read.warnings);
}

/** What the reader of CSV needs to know of a table. */
function shapeOf(table: TableTree): TableData {
  return {
    key: Object.fromEntries(table.keys.map(({ id, kind }) => [id, kind])),
    columns: Object.fromEntries(
      table.columns.map(({ id, slope }) => [
        id,
        slope === undefined ? "1" : { slope_of: slope.of },
      ]),
    ),
    rows: [],
  };
}

/** Rows with one text in each cell. */
function spelledOut(
  row: RowData,
  cells: readonly string[],
): readonly Readonly<Record<string, string>>[] {
  let rows: Readonly<Record<string, string>>[] = [{}];
  for (const id of cells) {
    const cell = (row as Readonly<Record<string, string | readonly string[]>>)[id] ?? "";
    const texts = typeof cell === "string" ? [cell] : cell;
    rows = rows.flatMap((one) => texts.map((each) => ({ ...one, [id]: each })));
  }
  return rows;
}
