import type { Issue } from "../../issue.ts";
import { parseDay, parseFiscalYear } from "../../methodology/period.ts";
import type { ColumnTree, ConstantTree, TableTree, TypeTree } from "../../methodology/tree.ts";
import { compare, type Exact, mostDigits, readExact } from "../../quantity/exact.ts";
import { type CheckContext, type Home, homeOf, issueAt, nameOf, type Spot } from "../written.ts";

/** Cells that are not what their column holds, and values outside the range that stands beside them. */
export function figureIssues(table: TableTree, home: Home): readonly Issue[] {
  const issues: Issue[] = [];
  const positions = new Map(table.columns.map(({ id }, index) => [id, index]));
  for (const [index, row] of table.rows.entries()) {
    const figures: (Exact | undefined)[] = [];
    for (const [position, column] of table.columns.entries()) {
      const cell = row.cells[position];
      if (column.slope !== undefined || cell === undefined || cell === "none") continue;
      const spot = { file: home.file, path: [...home.path, "rows", index, column.id] };
      const reading = readCell(cell, column.type);
      if (reading.kind === "wrong")
        issues.push(wrongCell(spot, nameOf(home), column, cell, reading.expected));
      else figures[position] = reading.value;
    }
    for (const [position, column] of table.columns.entries()) {
      const bound = (id: string | undefined): Exact | undefined => {
        const at = id === undefined ? undefined : positions.get(id);
        return at !== undefined && sameUnit(column, table.columns[at]) ? figures[at] : undefined;
      };
      const [low, high] = [bound(column.low), bound(column.high)];
      if (isWithin(figures[position], low, high)) continue;
      const cellOf = (id: string | undefined): string =>
        id === undefined ? "" : (row.cells[positions.get(id) ?? -1] ?? "");
      const spot = { file: home.file, path: [...home.path, "rows", index, column.id] };
      const facts = {
        id: column.id,
        low: cellOf(column.low),
        value: row.cells[position] ?? "",
        high: cellOf(column.high),
      };
      issues.push(issueAt(spot, "error", codeOf(low, high), facts));
    }
  }
  return issues;
}

function sameUnit(one: ColumnTree, other: ColumnTree | undefined): boolean {
  return textOfUnit(one.type) === (other === undefined ? undefined : textOfUnit(other.type));
}

function textOfUnit(type: TypeTree): string {
  return type.kind === "quantity" || type.kind === "count" ? type.unit.text : type.kind;
}

function isWithin(
  value: Exact | undefined,
  low: Exact | undefined,
  high: Exact | undefined,
): boolean {
  if (low !== undefined && high !== undefined && compare(low, high) > 0) return false;
  if (value === undefined) return true;
  return (
    (low === undefined || compare(low, value) <= 0) &&
    (high === undefined || compare(value, high) <= 0)
  );
}

type Expected = "figure" | "digits" | "flag" | "date" | "year";
type Reading =
  | { readonly kind: "right"; readonly value?: Exact }
  | { readonly kind: "wrong"; readonly expected: Expected };

/** Members are checked where names are. */
function readCell(cell: string, type: TypeTree): Reading {
  switch (type.kind) {
    case "quantity":
    case "count": {
      const value = readExact(cell);
      if (value !== undefined) return { kind: "right", value };
      const isLong = /^[+-]?[\d.]+$/.test(cell) && cell.replace(/\D/g, "").length > mostDigits;
      return { kind: "wrong", expected: isLong ? "digits" : "figure" };
    }
    case "boolean":
      return cell === "true" || cell === "false"
        ? { kind: "right" }
        : { kind: "wrong", expected: "flag" };
    case "date":
      return parseDay(cell) !== undefined ? { kind: "right" } : { kind: "wrong", expected: "date" };
    case "fiscal_year":
      return parseFiscalYear(cell) !== undefined
        ? { kind: "right" }
        : { kind: "wrong", expected: "year" };
    default:
      return { kind: "right" };
  }
}

function wrongCell(
  spot: Spot,
  table: string,
  column: ColumnTree,
  found: string,
  expected: Expected,
): Issue {
  if (expected === "digits") {
    const facts = { column: column.id, digits: found.replace(/\D/g, "").length, limit: mostDigits };
    return issueAt(spot, "error", "figure-too-long", facts);
  }
  const facts = {
    table,
    column: column.id,
    expected,
    unit: textOfUnit(column.type),
    found: found.length > 60 ? `${found.slice(0, 59)}…` : found,
  };
  return issueAt(spot, "error", "cell-not-read", facts);
}

/** Constants whose value lies outside the range beside it. */
export function constantIssues({ parsed, tree }: CheckContext): readonly Issue[] {
  return tree.constants.flatMap((constant) => {
    if (isConstantWithin(constant)) return [];
    const home = homeOf(parsed, "constants", constant.id);
    const spot = { file: home.file, path: [...home.path, "value"] };
    const { id, value, low = "", high = "" } = constant;
    const code = codeOf(readIfSaid(constant.low), readIfSaid(constant.high));
    return [issueAt(spot, "error", code, { id, low, value, high })];
  });
}

function isConstantWithin({ value, low, high }: ConstantTree): boolean {
  return isWithin(readExact(value), readIfSaid(low), readIfSaid(high));
}

function readIfSaid(text: string | undefined): Exact | undefined {
  return text === undefined ? undefined : readExact(text);
}

function codeOf(
  low: Exact | undefined,
  high: Exact | undefined,
): "source-range-reversed" | "value-outside-range" {
  const isReversed = low !== undefined && high !== undefined && compare(low, high) > 0;
  return isReversed ? "source-range-reversed" : "value-outside-range";
}
