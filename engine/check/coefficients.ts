import type { Issue } from "../issue.ts";
import { parseDay } from "../methodology/period.ts";
import type { RowData, TableData } from "../methodology/schema.ts";
import type { TableTree } from "../methodology/tree.ts";
import { endingIssues, uncoveredIssues } from "./coefficients/coverage.ts";
import { curveIssues } from "./coefficients/curves.ts";
import { constantIssues, figureIssues } from "./coefficients/figures.ts";
import { readKeyCell } from "./coefficients/key-cells.ts";
import { lookupsOf } from "./coefficients/lookups.ts";
import { overlapIssues } from "./coefficients/overlaps.ts";
import { directoryOf } from "./nodes.ts";
import { type CheckContext, type Home, homeOf, issueAt, nameOf } from "./written.ts";

/** Checks published figures: the keys, cells and years of tables, and constants beside the range of their source. */
export function checkCoefficients(context: CheckContext): readonly Issue[] {
  const { parsed, tree } = context;
  const directory = directoryOf(tree);
  const used = new Set(lookupsOf(tree).map(({ node }) => node.table));
  const checked = new Set<string>();
  const issues: Issue[] = [...constantIssues(context), ...knownConstants(context)];
  for (const table of tree.tables) {
    const home = homeOf(parsed, "tables", table.id);
    // A table that two components use is one file.
    const place = `${home.file.file} ${home.path.join("/")}`;
    if (!checked.has(place)) {
      checked.add(place);
      issues.push(
        ...keyIssues(table, home),
        ...overlapIssues(table, home, yearGaps(table, home)),
        ...figureIssues(table, home),
        ...curveIssues(table, home, directory),
        ...knownIssues(home),
      );
    }
    if (!used.has(table.id)) continue;
    issues.push(...uncoveredIssues(table, home, directory), ...endingIssues(table, home));
  }
  return issues;
}

/**
 * What a gap of years is: nothing where the table says what to do about a missing year, so that its author knew of it; in
 * a draft a warning, because years that are not at hand yet may follow.
 */
function yearGaps(table: TableTree, home: Home): "error" | "warning" | "none" {
  const { status } = home.file.data as { readonly status?: string };
  if (table.carryOver !== undefined || dataOf(home)?.on_missing_year !== undefined) return "none";
  return status === "published" || status === "withdrawn" ? "error" : "warning";
}

function dataOf(home: Home): TableData | undefined {
  const { tables } = home.file.data as { readonly tables?: Readonly<Record<string, unknown>> };
  return tables?.[home.path.at(-1) as string] as TableData | undefined;
}

/** Key cells that cannot be read, and ranges whose ends are the wrong way round. */
function keyIssues(table: TableTree, home: Home): readonly Issue[] {
  const issues: Issue[] = [];
  for (const [index, row] of table.rows.entries()) {
    for (const [position, key] of table.keys.entries()) {
      const cell = row.keys[position] ?? "*";
      const reading = readKeyCell(cell, key);
      if (reading.kind !== "malformed" && reading.kind !== "reversed") continue;
      const spot = { file: home.file, path: [...home.path, "rows", index, key.id] };
      const at = { table: nameOf(home), key: key.id };
      if (reading.kind === "malformed") {
        const facts = { ...at, expected: reading.expected, found: String(cell) };
        issues.push(issueAt(spot, "error", "key-not-read", facts));
      } else {
        const facts = { ...at, low: reading.low, high: reading.high };
        issues.push(issueAt(spot, "error", "range-reversed", facts));
      }
    }
  }
  return issues;
}

/** Days from which figures were known that are no days. */
function knownIssues(home: Home): readonly Issue[] {
  const data = dataOf(home);
  const rows = (home.file.rows.get(home.path.at(-1) as string) ?? []) as readonly RowData[];
  return [
    ...knownIssue(home, [], data?.known),
    ...Object.entries(data?.columns ?? {}).flatMap(([id, column]) =>
      typeof column === "string" ? [] : knownIssue(home, ["columns", id], column.known),
    ),
    ...rows.flatMap((row, index) =>
      knownIssue(home, ["rows", index], (row as { readonly known?: string }).known),
    ),
  ];
}

function knownConstants({ parsed, tree }: CheckContext): readonly Issue[] {
  return tree.constants.flatMap(({ id, origin }) =>
    knownIssue(homeOf(parsed, "constants", id), [], origin.known),
  );
}

function knownIssue(
  home: Home,
  steps: readonly (string | number)[],
  known: string | undefined,
): readonly Issue[] {
  if (known === undefined || parseDay(known) !== undefined) return [];
  const spot = { file: home.file, path: [...home.path, ...steps, "known"] };
  return [issueAt(spot, "error", "known-not-a-day", { found: known })];
}
