import type { TableReplacement } from "../../engine/answers/record.ts";
import type { ReplaceableTable } from "../../engine/methodology/form.ts";
import { type Line, readLines } from "./read-lines.ts";

/** What is wrong with a file that should hold a table; `line` counts from 1. */
export type TableProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "quote"; readonly line: number }
  | {
      readonly kind: "ragged";
      readonly line: number;
      readonly expected: number;
      readonly found: number;
    }
  | { readonly kind: "nameless" }
  | { readonly kind: "twice" | "unknown" | "missing"; readonly column: string }
  | { readonly kind: "insecure" };

export type ReadTable =
  | { readonly kind: "read"; readonly table: TableReplacement }
  | { readonly kind: "refused"; readonly problems: readonly TableProblem[] };

/** Columns that may stand beside the cells: where a row comes from. The engine does not read them here. */
const besides =
  /^(?:source\.(?:document|clause|page|table|note)|(?:provenance|confidence)(?:\.[^.]+)?|known|note)$/;

/**
 * An office's own table from the text of a CSV file: a header with the keys and columns in any order, a row per line. A key
 * cell that names several members, `a|b`, stands for a row each.
 *
 * Errors: problems of the header, or of lines, all of them. What the cells mean is told by the engine.
 *
 * The hash is that of the rows as they are used, the same that the command line gives to the same file.
 */
export async function readTable(text: string, table: ReplaceableTable): Promise<ReadTable> {
  const refuse = (...problems: readonly TableProblem[]): ReadTable => ({
    kind: "refused",
    problems,
  });
  if (globalThis.crypto?.subtle === undefined) return refuse({ kind: "insecure" });
  const { lines, open } = readLines(text.replace(/^\uFEFF/, ""));
  if (open !== undefined) return refuse({ kind: "quote", line: open });
  const [header, ...records] = lines;
  if (header === undefined || records.length === 0) return refuse({ kind: "empty" });
  const names = header.cells.map((cell) => cell.trim());
  const problems = [...headerProblems(names, table), ...raggedLines(records, names.length)];
  if (problems.length > 0) return refuse(...problems);
  const rows = records.flatMap(({ cells }) => spelledOut(cells, names, table));
  return { kind: "read", table: { hash: await hashOf(rows), rows } };
}

function headerProblems(
  names: readonly string[],
  { keys, columns }: ReplaceableTable,
): readonly TableProblem[] {
  const wanted = [...keys, ...columns].map(({ id }) => id);
  const wrong = names.flatMap((column, position): readonly TableProblem[] => {
    if (column === "") return [{ kind: "nameless" }];
    if (names.indexOf(column) !== position) return [{ kind: "twice", column }];
    return wanted.includes(column) || besides.test(column) ? [] : [{ kind: "unknown", column }];
  });
  const missing = wanted.filter((column) => !names.includes(column));
  return [...wrong, ...missing.map((column): TableProblem => ({ kind: "missing", column }))];
}

function raggedLines(records: readonly Line[], expected: number): readonly TableProblem[] {
  return records
    .filter(({ cells }) => cells.length !== expected)
    .map(({ line, cells }) => ({ kind: "ragged", line, expected, found: cells.length }));
}

type Row = TableReplacement["rows"][number];

/** The rows that a line stands for, with one text in each cell. */
function spelledOut(
  cells: readonly string[],
  names: readonly string[],
  { keys, columns }: ReplaceableTable,
): readonly Row[] {
  const cell = (id: string): string => (cells[names.indexOf(id)] ?? "").trim();
  const start: readonly Row[] = [{}];
  const byKeys = keys.reduce(
    (rows, { id }) =>
      rows.flatMap((row) =>
        cell(id)
          .split("|")
          .map((one) => ({ ...row, [id]: one.trim() })),
      ),
    start,
  );
  const rest = Object.fromEntries(columns.map(({ id }) => [id, cell(id)]));
  return byKeys.map((row) => ({ ...row, ...rest }));
}

/** SHA-256 of the rows as JSON without blanks, the cells of each in the order of their names. */
async function hashOf(rows: readonly Row[]): Promise<string> {
  const sorted = rows.map((row) =>
    Object.fromEntries(
      Object.keys(row)
        .sort()
        .map((id) => [id, row[id]]),
    ),
  );
  const bytes = new TextEncoder().encode(JSON.stringify(sorted));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
