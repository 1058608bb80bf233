import type { Node, Tree } from "../../methodology/tree.ts";
import { childrenOf, expressionsOf } from "../nodes.ts";

/** A look-up somewhere in a tree. */
export interface Lookup {
  readonly node: Extract<Node, { kind: "lookup" }>;
  /** Under `known()`: whether the row is there is what is asked. */
  readonly isAsked: boolean;
  /** What reads it: the id of a formula, condition, input or list. */
  readonly reader: string;
}

const known = new WeakMap<Tree, readonly Lookup[]>();

/** Every look-up of a tree. */
export function lookupsOf(tree: Tree): readonly Lookup[] {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const lookups: Lookup[] = [];
  const visit = (node: Node, reader: string, isAsked: boolean): void => {
    if (node.kind === "lookup") lookups.push({ node, isAsked, reader });
    for (const child of childrenOf(node)) visit(child, reader, node.kind === "known");
  };
  for (const { id, body } of [...tree.formulas, ...tree.conditions]) {
    for (const node of expressionsOf(body)) visit(node, id, false);
  }
  for (const { id, when } of [...tree.inputs, ...tree.lists]) {
    if (when !== undefined) visit(when, id, false);
  }
  known.set(tree, lookups);
  return lookups;
}
