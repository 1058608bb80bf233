import type { ParsedMethodology } from "../methodology/file.ts";
import type { FormulaTree, InputTree, Node, Tree, TypeTree } from "../methodology/tree.ts";
import { directoryOf, expressionsOf, nodesIn } from "./nodes.ts";

/**
 * What hangs on what, as a graph: its points are inputs, lists, constants, tables, formulas and conditions. A formula hangs
 * on what its body reads, on the keys that decide its unit, and, under `parts`, on the dates that cut the period. An
 * input hangs on what makes it relevant.
 */
export interface Point {
  readonly kind: "input" | "list" | "constant" | "table" | "formula" | "condition";
  readonly id: string;
  readonly reads: readonly string[];
}

/** Points by `kind:id`, formulas of the file first and in the order in which they are written. */
export type Dependencies = ReadonlyMap<string, Point>;

/** The graph of a tree. */
export function dependenciesOf(parsed: ParsedMethodology, tree: Tree): Dependencies {
  const points = new Map<string, Point>();
  const add = (kind: Point["kind"], id: string, reads: Iterable<string>): void => {
    points.set(`${kind}:${id}`, { kind, id, reads: [...new Set(reads)] });
  };
  const written = new Map(Object.keys(parsed.data.formulas).map((id, index) => [id, index]));
  const position = (id: string): number => written.get(id) ?? written.size;
  const formulas = [...tree.formulas].sort((left, right) => position(left.id) - position(right.id));
  for (const formula of formulas) add("formula", formula.id, formulaReads(tree, formula));
  for (const condition of tree.conditions) {
    const nodes = expressionsOf(condition.body);
    add("condition", condition.id, [
      ...nodes.flatMap(readsOf),
      ...cutsOf(tree, condition.per, nodes),
    ]);
  }
  for (const input of tree.inputs) add("input", input.id, inputReads(tree, input));
  for (const list of tree.lists) {
    add("list", list.id, list.when === undefined ? [] : readsOf(list.when));
  }
  for (const { id } of tree.constants) add("constant", id, []);
  for (const { id } of tree.tables) add("table", id, []);
  return points;
}

function formulaReads(tree: Tree, formula: FormulaTree): readonly string[] {
  const nodes = expressionsOf(formula.body);
  return [
    ...nodes.flatMap(readsOf),
    ...typeReads(formula.type),
    ...cutsOf(tree, formula.per, nodes),
    ...formula.per
      .filter((axis) => directoryOf(tree).lists.has(axis))
      .map((list) => `list:${list}`),
  ];
}

function inputReads(tree: Tree, input: InputTree): readonly string[] {
  return [
    ...(input.when === undefined ? [] : readsOf(input.when)),
    ...typeReads(input.type),
    ...(input.list === undefined ? [] : [`list:${input.list}`]),
    ...cutsOf(tree, [...input.per, ...(input.list === undefined ? [] : [input.list])], []),
  ];
}

/** The keys that decide a unit. */
function typeReads(type: TypeTree): readonly string[] {
  if (type.kind !== "quantity" && type.kind !== "count") return [];
  return Object.values(type.unit.variables ?? {}).flatMap(({ key }) => readsOf(key));
}

/** The dates that cut the period of whoever has parts, or sums over them. */
function cutsOf(tree: Tree, per: readonly string[], nodes: readonly Node[]): readonly string[] {
  const axes = new Set(per);
  for (const node of nodes) {
    for (const inner of nodesIn(node)) if (inner.kind === "over") axes.add(inner.axis);
  }
  if (!axes.has("parts")) return [];
  return (tree.period?.cuts ?? []).flatMap((cut) =>
    cut.kind === "after" && (cut.list === undefined || axes.has(cut.list)) ? readsOf(cut.of) : [],
  );
}

function readsOf(node: Node): readonly string[] {
  const reads: string[] = [];
  for (const inner of nodesIn(node)) {
    if (inner.kind === "input" || inner.kind === "formula" || inner.kind === "constant") {
      reads.push(`${inner.kind}:${inner.id}`);
    }
    if (inner.kind === "lookup") reads.push(`table:${inner.table}`);
    if (inner.kind === "through") reads.push(`list:${inner.list}`);
    if (inner.kind === "over" || inner.kind === "axis") reads.push(`list:${inner.axis}`);
  }
  return reads;
}
