import type { Issue, IssueCode, Path, Span } from "../issue.ts";
import type { IssueFacts } from "../locales/facts.ts";
import type { FindPlace, Place } from "./file.ts";
import { nearest } from "./near.ts";
import type { RowData, TableData } from "./schema.ts";

/** Words that every row may carry beside its cells. */
export const rowWords: ReadonlySet<string> = new Set([
  "source",
  "provenance",
  "confidence",
  "known",
  "note",
]);

const inFileLimit = 30;
const rowLimit = 100_000;

/** The cells that a row of a table has: its keys, its columns but for slopes, and the unit of its unit variable. */
export function cellsOf(table: TableData): readonly string[] {
  const columns = Object.keys(table.columns).filter((id) => {
    const column = table.columns[id];
    return typeof column === "string" || column?.slope_of === undefined;
  });
  return [...Object.keys(table.key), ...columns, ...Object.keys(table.unit_variable ?? {})];
}

/** Makes issues at paths of a file. */
export function issuesAt(place: FindPlace, issues: Issue[]) {
  return <Code extends IssueCode>(
    code: Code,
    path: Path,
    facts: IssueFacts[Code],
    options: { readonly key?: boolean; readonly warning?: boolean } = {},
  ): void => {
    const found: Place | undefined = place(path, { key: options.key === true });
    issues.push({
      code,
      severity: options.warning === true ? "warning" : "error",
      path,
      ...(found === undefined ? {} : { file: found.file, span: found.span }),
      facts,
    } as Issue);
  };
}

/**
 * What is wrong with the rows of a table as rows: cells that no column has, cells that are missing or empty, the same
 * keys twice. What the cells mean is checked later.
 *
 * `path` leads to the rows; `inFile` tells that they stand in the methodology's own file.
 */
export function rowIssues(
  table: TableData,
  rows: readonly RowData[],
  place: FindPlace,
  path: Path,
  inFile: boolean,
): readonly Issue[] {
  const issues: Issue[] = [];
  const add = issuesAt(place, issues);
  const cells = cellsOf(table);
  const known = new Set(cells);
  const keys = Object.keys(table.key);
  const seen = new Map<string, Path>();

  if (rows.length > rowLimit) {
    add("rows-too-many", path, { limit: rowLimit });
    return issues;
  }
  if (inFile && rows.length > inFileLimit) {
    add("rows-many", path, { rows: rows.length, limit: inFileLimit }, { key: true, warning: true });
  }
  rows.forEach((row, index) => {
    const at = [...path, index];
    for (const id of Object.keys(row)) {
      if (!known.has(id) && !rowWords.has(id)) {
        const meant = nearest(id, cells);
        const facts = { column: id, known: cells, ...(meant === undefined ? {} : { meant }) };
        add("row-cell-unknown", [...at, id], facts, { key: true });
      }
    }
    for (const id of cells) {
      const cell = row[id];
      if (cell === undefined) {
        add("row-cell-missing", at, { column: id });
      } else if (cell === "" || (Array.isArray(cell) && cell.some((one) => one === ""))) {
        add("row-cell-empty", [...at, id], { column: id });
      }
    }
    const key = JSON.stringify(keys.map((id) => row[id]));
    const first = seen.get(key);
    if (keys.length > 0 && first !== undefined) {
      const found = place(first);
      add("row-twice", at, {
        key: keys.map((id) => written(row[id])).join(", "),
        file: found?.file ?? "",
        line: (found?.span as Span | undefined)?.line ?? 0,
      });
    } else {
      seen.set(key, at);
    }
  });
  return issues;
}

function written(cell: unknown): string {
  return Array.isArray(cell) ? `[${cell.join(", ")}]` : String(cell ?? "");
}
