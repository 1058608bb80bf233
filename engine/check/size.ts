import type { Issue } from "../issue.ts";
import type { FormulaTree, ListTree, Node } from "../methodology/tree.ts";
import {
  axesOfNode,
  childrenOf,
  type Directory,
  directoryOf,
  expressionsOf,
  nodesIn,
} from "./nodes.ts";
import { type CheckContext, homeOf, issueAt, keyOfHome } from "./written.ts";

/**
 * The cost of a methodology, known before it runs: every axis has a declared end, so the values that can be asked for can
 * be counted. A value of a formula costs 1, and so does each term of a list function.
 */

/** The longest period that is counted with, in years; one of them may touch one fiscal year more. */
const mostYears = 20;
/** The values and terms that one evaluation may need at most. */
export const mostEvaluations = 50_000_000n;
/**
 * The bits that a fraction may take, and those that one more divisor adds. Divisors share factors, and a sum takes the
 * least common multiple of them: 500 different divisors of four digits, drawn by chance, take 2,500 bits, 1,000 of four
 * digits or 500 of five take 4,000. What people enter has rarely more digits than that.
 */
const mostBits = 4096;
const bitsOfDivisor = 8;

/** Refuses what could not be evaluated in time, and warns of sums whose fractions are likely to grow too large. */
export function checkSize({ parsed, tree }: CheckContext): readonly Issue[] {
  const directory = directoryOf(tree);
  const issues: Issue[] = [];
  let total = 0n;
  let dearest: { readonly formula: FormulaTree; readonly cost: bigint } | undefined;
  for (const formula of tree.formulas) {
    const cost = costOf(formula, directory);
    total += cost;
    if (dearest === undefined || cost > dearest.cost) dearest = { formula, cost };
    const list = growingSum(formula, directory);
    if (list !== undefined) {
      const spot = keyOfHome(homeOf(parsed, "formulas", formula.id));
      issues.push(
        issueAt(spot, "warning", "fractions-grow", {
          formula: formula.id,
          list: list.id,
          items: list.maxItems,
        }),
      );
    }
  }
  if (total > mostEvaluations && dearest !== undefined) {
    const { formula } = dearest;
    issues.push(
      issueAt(keyOfHome(homeOf(parsed, "formulas", formula.id)), "error", "too-costly", {
        evaluations: total.toString(),
        limit: mostEvaluations.toString(),
        formula: formula.id,
        axes: axesOfCost(formula, directory),
      }),
    );
  }
  return issues;
}

/** How many items, members, years or parts an axis can have. */
function sizeOf(axis: string, directory: Directory): bigint {
  const years = BigInt(mostYears + 1);
  const cuts = directory.tree.period?.cuts ?? [];
  if (axis === "years") return years;
  if (axis === "parts") {
    const dates = cuts.reduce((sum, cut) => sum + (cut.kind === "after" ? cut.after.length : 0), 0);
    return (cuts.some(({ kind }) => kind === "fiscal_year") ? years : 1n) + BigInt(dates);
  }
  const list = directory.lists.get(axis);
  if (list !== undefined) return BigInt(list.maxItems);
  return BigInt(directory.enums.get(axis)?.members.length ?? 1);
}

function costOf(formula: FormulaTree, directory: Directory): bigint {
  const each = expressionsOf(formula.body).reduce(
    (sum, node) => sum + termsOf(node, formula.per, directory),
    1n,
  );
  return formula.per.reduce((product, axis) => product * sizeOf(axis, directory), each);
}

/** The terms of the list functions in an expression; those of one inside another are taken for each of its terms. */
function termsOf(node: Node, per: readonly string[], directory: Directory): bigint {
  if (node.kind !== "over") {
    return childrenOf(node).reduce((sum, child) => sum + termsOf(child, per, directory), 0n);
  }
  const isOfOneYear = node.axis === "parts" && per.includes("years");
  const all = sizeOf(node.axis, directory);
  const years = sizeOf("years", directory);
  const size = isOfOneYear && all > years ? all - years + 1n : all;
  const inner = [node.value, node.where, node.weight].filter((one) => one !== undefined);
  const inside = node.axis === "years" ? [...per, "years"] : per;
  return inner.reduce((sum, child) => sum + size * termsOf(child, inside, directory), size);
}

function axesOfCost(
  formula: FormulaTree,
  directory: Directory,
): readonly { readonly axis: string; readonly size: string }[] {
  const axes = new Set(formula.per);
  for (const node of expressionsOf(formula.body)) {
    for (const inner of nodesIn(node)) if (inner.kind === "over") axes.add(inner.axis);
  }
  return [...axes].map((axis) => ({ axis, size: sizeOf(axis, directory).toString() }));
}

/** The list that a formula adds up so many quotients of, each with a divisor of its own, that their sum may not fit. */
function growingSum(formula: FormulaTree, directory: Directory): ListTree | undefined {
  for (const expression of expressionsOf(formula.body)) {
    for (const node of nodesIn(expression)) {
      if (node.kind !== "over" || node.value === undefined) continue;
      if (
        node.function !== "sum" &&
        node.function !== "average" &&
        node.function !== "weighted_average"
      )
        continue;
      const list = directory.lists.get(node.axis);
      if (list === undefined || list.maxItems * bitsOfDivisor <= mostBits) continue;
      if (hasOwnDivisor(node.value, list.id, directory, new Set())) return list;
    }
  }
  return undefined;
}

/** Whether a value is a quotient by something asked for each item. A rounding on the way makes a decimal of it. */
function hasOwnDivisor(node: Node, list: string, directory: Directory, seen: Set<string>): boolean {
  if (node.kind === "formula") {
    const formula = directory.formulas.get(node.id);
    if (formula === undefined || formula.round !== undefined || seen.has(node.id)) return false;
    seen.add(node.id);
    return expressionsOf(formula.body).some((inner) => hasOwnDivisor(inner, list, directory, seen));
  }
  if (node.kind === "comparison" || node.kind === "known" || node.kind === "lookup") return false;
  if (
    node.kind === "arithmetic" &&
    node.operator === "/" &&
    isAskedFor(node.right, list, directory, new Set())
  ) {
    return true;
  }
  return childrenOf(node).some((child) => hasOwnDivisor(child, list, directory, seen));
}

function isAskedFor(node: Node, list: string, directory: Directory, seen: Set<string>): boolean {
  if (node.kind === "input") {
    const input = directory.inputs.get(node.id);
    const isFigure = input?.type.kind === "quantity" || input?.type.kind === "count";
    return isFigure && axesOfNode(node, directory).has(list);
  }
  if (node.kind === "formula") {
    const formula = directory.formulas.get(node.id);
    if (formula === undefined || seen.has(node.id)) return false;
    seen.add(node.id);
    return expressionsOf(formula.body).some((inner) => isAskedFor(inner, list, directory, seen));
  }
  if (node.kind === "comparison" || node.kind === "known" || node.kind === "lookup") return false;
  return childrenOf(node).some((child) => isAskedFor(child, list, directory, seen));
}
