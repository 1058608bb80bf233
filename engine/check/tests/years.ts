import type { Issue } from "../../issue.ts";
import { fiscalYearsOf, parsePeriod } from "../../methodology/period.ts";
import type { Axis, Body, Node, TableTree } from "../../methodology/tree.ts";
import { readKeyCell } from "../coefficients/key-cells.ts";
import { childrenOf, type Directory, directoryOf, expressionsOf, nodesIn } from "../nodes.ts";
import { type CheckContext, homeOf, issueAt, nameOf } from "../written.ts";

/**
 * Tests over a fiscal year for which a table that is read by year has no row at all. A test that expects issues, or
 * values that fail, may mean just that.
 */
export function missingYears({ parsed, tree }: CheckContext): readonly Issue[] {
  const directory = directoryOf(tree);
  const tables = tablesByYear(directory);
  const issues: Issue[] = [];
  for (const [id, test] of Object.entries(parsed.data.tests ?? {})) {
    const period = test.period === undefined ? undefined : parsePeriod(test.period);
    const isMeant =
      (test.issues ?? []).length > 0 || Object.values(test.expect ?? {}).includes("failed");
    if (period === undefined || isMeant || (test.mode ?? tree.mode) !== "official") continue;
    for (const [table, key] of tables) {
      const years = fiscalYearsOf(period).filter((year) => !hasYear(table, key, year));
      if (years.length === 0) continue;
      const spot = { file: parsed, path: ["tests", id, "period"] };
      issues.push(
        issueAt(spot, "error", "test-year-missing", {
          table: nameOf(homeOf(parsed, "tables", table.id)),
          years,
        }),
      );
    }
  }
  return issues;
}

/** Tables that are looked up by the year at hand and nowhere asked about, with the position of that key. */
function tablesByYear(directory: Directory): ReadonlyMap<TableTree, number> {
  const tables = new Map<TableTree, number>();
  const asked = new Set<string>();
  const visitBody = (body: Body): void => {
    for (const node of expressionsOf(body).flatMap((one) => [...nodesIn(one)])) {
      if (node.kind === "known" && node.value.kind === "lookup") asked.add(node.value.table);
      if (node.kind !== "lookup") continue;
      const table = directory.tables.get(node.table);
      const key = node.keys.findIndex((one) => one !== null && isYearAtHand(one));
      if (table !== undefined && key >= 0 && table.carryOver === undefined) tables.set(table, key);
    }
  };
  for (const id of alwaysEvaluated(directory)) {
    const formula = directory.formulas.get(id);
    if (formula !== undefined) visitBody(formula.body);
  }
  return new Map([...tables].filter(([table]) => !asked.has(table.id)));
}

function isYearAtHand(node: Node): boolean {
  const years: Axis = "years";
  return node.kind === "axis" && node.axis === years;
}

/**
 * Formulas that every evaluation comes to: those that outputs read outside branches and outside lists that may be
 * empty. A row that a branch never asks for may be missing.
 */
function alwaysEvaluated(directory: Directory): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = directory.tree.outputs.map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const formula = directory.formulas.get(id);
    if (formula === undefined || reached.has(id) || formula.body.kind !== "expr") continue;
    reached.add(id);
    open.push(...readsAlways(formula.body.value, directory));
  }
  return reached;
}

function readsAlways(node: Node, directory: Directory): readonly string[] {
  if (node.kind === "formula") return [node.id];
  if (node.kind === "logical") return readsAlways(node.left, directory);
  if (node.kind === "over" && (directory.lists.get(node.axis)?.minItems === 0 || node.where)) {
    return [];
  }
  return childrenOf(node).flatMap((child) => readsAlways(child, directory));
}

function hasYear(table: TableTree, position: number, year: number): boolean {
  const key = table.keys[position];
  if (key === undefined) return true;
  return table.rows.some((row) => {
    const cell = readKeyCell(row.keys[position] ?? "*", key);
    if (cell.kind !== "range") return true;
    const { from, to } = cell.range;
    const isFrom = from === undefined || year >= from.numerator;
    return isFrom && (to === undefined || year < to.numerator);
  });
}
