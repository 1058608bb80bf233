import type { Tree } from "../methodology/tree.ts";
import type { LaneName } from "./lanes.ts";

const leavingFractions: readonly unknown[] = ["ln", "log10", "exp", "sqrt", "pow"];
const fraction = /^[+-]?[\d.]+\/\d/;
const everyday: readonly unknown[] = ["sum", "count"];

/** The lanes that a tree needs in any mode. */
export function lanesOf(tree: Tree): readonly LaneName[] {
  let leaves = false;
  let hasDates = tree.period !== undefined;
  let isRare =
    tree.inputs.some(({ meter, time }) => meter !== undefined || time === "apportion") ||
    tree.formulas.some(({ round }) => round?.digits !== undefined) ||
    tree.lists.some(({ dated }) => dated !== undefined) ||
    tree.tables.some(
      ({ keys, columns }) =>
        keys.some(({ kind }) => kind === "interval" || kind === "number") ||
        columns.some(({ slope }) => slope !== undefined),
    );
  const visit = (value: unknown): void => {
    if (typeof value === "string" && fraction.test(value)) isRare = true;
    if (typeof value !== "object" || value === null) return;
    const node = value as Partial<Record<"kind" | "function" | "inverse", unknown>>;
    const isCall = node.kind === "call";
    if (isCall && leavingFractions.includes(node.function)) leaves = true;
    hasDates ||= node.kind === "date";
    isRare ||=
      (isCall && !leavingFractions.includes(node.function)) ||
      node.kind === "through" ||
      node.kind === "move" ||
      node.kind === "apart" ||
      node.kind === "calendar" ||
      node.kind === "choose" ||
      node.kind === "item" ||
      (node.kind === "over" && !everyday.includes(node.function)) ||
      (node.kind === "lookup" && node.inverse !== undefined);
    Object.values(value).forEach(visit);
  };
  visit(tree);
  return [
    ...(leaves ? (["decimal", "functions", "range"] as const) : []),
    ...(hasDates ? (["period"] as const) : []),
    ...(isRare ? (["rare"] as const) : []),
  ];
}
