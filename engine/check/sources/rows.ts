import type { Issue } from "../../issue.ts";
import type { ReadFile } from "../../methodology/file.ts";
import type { RowData, TableData } from "../../methodology/schema.ts";
import { issueAt } from "../written.ts";
import { isByNobody, isNeutral, type Sourced, sourcesOf } from "./origins.ts";

type Missing = "source-missing" | "provenance-missing" | "confirmed-by-nobody";

/**
 * Rows without source or provenance. What a row says counts before what its column says, and that before the table. A
 * table tells each kind of slip once, at the first row, with the number of rows.
 */
export function rowOriginIssues(
  file: ReadFile<unknown>,
  table: string,
  data: TableData,
): readonly Issue[] {
  const found = new Map<
    Missing,
    { readonly row: number; count: number; readonly document: string }
  >();
  const note = (code: Missing, row: number, document: string): void => {
    const known = found.get(code);
    if (known === undefined) found.set(code, { row, count: 1, document });
    else known.count += 1;
  };
  const columns = Object.entries(data.columns).filter(
    ([, column]) => typeof column === "string" || column.slope_of === undefined,
  );
  for (const [index, row] of (file.rows.get(table) ?? []).entries()) {
    const wrong = new Map<Missing, string>();
    for (const [id, column] of columns) {
      const said = saidOf(row, id, typeof column === "string" ? {} : column, data);
      const isConfirmedByNobody =
        said.sources.length > 0 &&
        said.provenance === "confirmed" &&
        isByNobody(file, said.sources);
      if (said.sources.length > 0 && said.provenance !== undefined && !isConfirmedByNobody)
        continue;
      const unit = typeof column === "string" ? column : column.unit;
      const cell = cellOf(row, id);
      if (cell === undefined || cell === "none" || isNeutral(cell, unit)) continue;
      if (said.sources.length === 0) wrong.set("source-missing", "");
      if (said.provenance === undefined) wrong.set("provenance-missing", "");
      if (isConfirmedByNobody) {
        wrong.set("confirmed-by-nobody", said.sources[0]?.document ?? "");
      }
    }
    for (const [code, document] of wrong) note(code, index, document);
  }
  return [...found].map(([code, { row, count, document }]) => {
    const spot = { file, path: ["tables", table, "rows", row] };
    const facts = { what: "row", id: table, rows: count } as const;
    return code === "confirmed-by-nobody"
      ? issueAt(spot, "warning", code, { ...facts, document })
      : issueAt(spot, "error", code, facts);
  });
}

function cellOf(row: RowData, id: string): string | undefined {
  const cell = (row as Readonly<Record<string, unknown>>)[id];
  return typeof cell === "string" ? cell : undefined;
}

function saidOf(row: RowData, column: string, columnData: Sourced, table: Sourced) {
  const own = row as {
    readonly source?: Sourced["source"];
    readonly provenance?: string | Readonly<Record<string, string>>;
  };
  const provenance =
    typeof own.provenance === "object"
      ? (own.provenance[column] ?? own.provenance["*"])
      : own.provenance;
  const said: readonly Sourced[] = [{ source: own.source, provenance }, columnData, table];
  return {
    sources: said.map(sourcesOf).find((sources) => sources.length > 0) ?? [],
    provenance: said.find((one) => one.provenance !== undefined)?.provenance,
  };
}
