import type { TableReplacement } from "../answers/record.ts";
import type { Issue } from "../issue.ts";
import { parseDay, parseFiscalYear } from "../methodology/period.ts";
import type { RowTree, TypeTree } from "../methodology/tree.ts";
import type { Evaluation, Plan } from "../plan.ts";
import { readExact } from "../quantity/exact.ts";
import type { Run } from "./run.ts";
import type { KeyCode } from "./table-keys.ts";
import { type TableCode, type TableView, viewOf } from "./table-view.ts";

/** The last view of a table by a replacement, because one replacement serves many evaluations. */
const lastViews = new WeakMap<TableCode, { readonly hash: string; readonly view: TableView }>();

/** The tables with those of an office in place of some. */
export function replacedViews(
  plan: Plan,
  views: readonly TableView[],
  asOf: string,
  replacements: Readonly<Record<string, TableReplacement>>,
  issues: Issue[],
): readonly TableView[] {
  const replaced = views.map((view) => {
    const replacement = replacements[view.code.tree.id];
    return replacement === undefined
      ? view
      : replacedView(plan, view.code, asOf, replacement, issues);
  });
  for (const table of Object.keys(replacements)) {
    if (plan.at.tables.has(table)) continue;
    issues.push({ code: "table-not-replaceable", severity: "error", path: [], facts: { table } });
  }
  return replaced;
}

/**
 * Tables of an office in place of replaceable ones. Its rows are text from outside: one that cannot be read is an issue,
 * and the table of the edition stays in use.
 */
function replacedView(
  plan: Plan,
  code: TableCode,
  asOf: string,
  replacement: TableReplacement,
  issues: Issue[],
): TableView {
  const { tree } = code;
  const last = lastViews.get(code);
  if (last?.hash === replacement.hash && last.view.asOf === asOf) return last.view;
  if (!tree.replaceable) {
    const facts = { table: tree.id };
    issues.push({ code: "table-not-replaceable", severity: "error", path: [], facts });
    return viewOf(code, asOf);
  }
  let isRead = true;
  const report = (row: number, column: string, found: string) => {
    isRead = false;
    issues.push({
      code: "replacement-unread",
      severity: "error",
      path: ["replacements", tree.id, row, column],
      facts: { table: tree.id, row: row + 1, column, found: found.slice(0, 60) },
    });
  };
  const rows = replacement.rows.map((row, position): RowTree => {
    const keys = code.keys.map((key) => {
      const text = Object.hasOwn(row, key.tree.id) ? (row[key.tree.id] as string) : "";
      if (!isKey(key, text)) report(position, key.tree.id, text);
      return text;
    });
    const cells = tree.columns.map((column) => {
      if (column.slope !== undefined) return "";
      const text = Object.hasOwn(row, column.id) ? (row[column.id] as string) : "";
      if (!isCell(plan, column.type, text)) report(position, column.id, text);
      return text;
    });
    // Beyond the origins of the edition: an office answers for its own table.
    return { keys, cells, origin: tree.origins.length };
  });
  if (!isRead) return viewOf(code, asOf);
  const view = viewOf(code, asOf, rows);
  lastViews.set(code, { hash: replacement.hash, view });
  return view;
}

/** Replacements that are in use: those that could be read. */
export function replacedTables(
  run: Run,
  replacements: Readonly<Record<string, TableReplacement>>,
): Evaluation["replaced"] {
  return Object.entries(replacements)
    .filter(([id]) => {
      const view = run.tables[run.plan.at.tables.get(id) ?? -1];
      return view !== undefined && view.rows !== view.code.tree.rows;
    })
    .map(([table, { hash }]) => ({ table, hash }));
}

function isKey(key: KeyCode, text: string): boolean {
  if (text === "*") return true;
  const ends = text.split("..");
  switch (key.kind) {
    case "enum":
      return key.members.some(({ id }) => id === text);
    case "fiscal_year":
      return (
        ends.length <= 2 && ends.every((end) => end === "" || parseFiscalYear(end)) && text !== ""
      );
    case "interval":
      return ends.length === 2 && ends.every((end) => end === "" || isBound(end));
    case "number":
      return readExact(text) !== undefined;
  }
}

function isBound(text: string): boolean {
  return parseDay(text) !== undefined || readExact(text) !== undefined;
}

function isCell(plan: Plan, type: TypeTree, text: string): boolean {
  if (text === "none") return true;
  switch (type.kind) {
    case "quantity":
    case "count":
      return readExact(text) !== undefined;
    case "boolean":
      return text === "true" || text === "false";
    case "date":
      return parseDay(text) !== undefined;
    case "fiscal_year":
      return parseFiscalYear(text) !== undefined;
    case "enum":
      return plan.enums[plan.at.enums.get(type.enum) ?? -1]?.members.has(text) === true;
    case "item":
    case "text":
      return false;
  }
}
