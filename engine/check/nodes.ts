import type { Body, Node, Tree } from "../methodology/tree.ts";

/** The nodes that a node is made of, in the order in which they are written. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "number":
    case "boolean":
    case "member":
    case "constant":
    case "input":
    case "formula":
    case "axis":
    case "part":
      return [];
    case "through":
      return [node.pointer, node.value];
    case "lookup":
      return [
        ...node.keys.filter((key) => key !== null),
        ...(node.inverse === undefined ? [] : [node.inverse.value]),
      ];
    case "convert":
    case "negation":
    case "not":
    case "known":
      return [node.value];
    case "arithmetic":
    case "comparison":
    case "logical":
    case "apart":
      return [node.left, node.right];
    case "choose":
      return node.values;
    case "call":
    case "calendar":
      return node.arguments;
    case "move":
      return [node.value, node.by];
    case "over":
      return [node.where, node.value, node.weight].filter((one) => one !== undefined);
  }
}

/** Every node of a tree of nodes, itself first. */
export function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesIn(child);
}

/** The expressions of a body, in the order in which they are written. */
export function expressionsOf(body: Body): readonly Node[] {
  switch (body.kind) {
    case "expr":
      return [body.value];
    case "cases":
      return [
        ...body.cases.flatMap(({ when, then }) => (then === undefined ? [when] : [when, then])),
        ...(body.otherwise.then === undefined ? [] : [body.otherwise.then]),
      ];
    case "match":
      return [
        body.subject,
        ...body.branches.flatMap(({ then }) => (then === undefined ? [] : [then])),
      ];
  }
}

const keys = new WeakMap<Node, string>();

/** A text that is the same for equal nodes and different for others. */
export function keyOfNode(node: Node): string {
  const known = keys.get(node);
  if (known !== undefined) return known;
  const key = JSON.stringify(node, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  );
  keys.set(node, key);
  return key;
}

/** Things of the tree by their ids. */
export interface Directory {
  readonly tree: Tree;
  readonly inputs: ReadonlyMap<string, Tree["inputs"][number]>;
  readonly formulas: ReadonlyMap<string, Tree["formulas"][number]>;
  readonly constants: ReadonlyMap<string, Tree["constants"][number]>;
  readonly tables: ReadonlyMap<string, Tree["tables"][number]>;
  readonly lists: ReadonlyMap<string, Tree["lists"][number]>;
  readonly enums: ReadonlyMap<string, Tree["enums"][number]>;
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

const directories = new WeakMap<Tree, Directory>();

/** The directory of a tree, made once. */
export function directoryOf(tree: Tree): Directory {
  const known = directories.get(tree);
  if (known !== undefined) return known;
  const directory: Directory = {
    tree,
    inputs: byId(tree.inputs),
    formulas: byId(tree.formulas),
    constants: byId(tree.constants),
    tables: byId(tree.tables),
    lists: byId(tree.lists),
    enums: byId(tree.enums),
  };
  directories.set(tree, directory);
  return directory;
}

/** The axes whose item, member, year or part at hand decides the value of a node. */
export function axesOfNode(node: Node, directory: Directory): ReadonlySet<string> {
  switch (node.kind) {
    case "axis":
      return new Set([node.axis]);
    case "part":
      return new Set(["parts"]);
    case "input": {
      const input = directory.inputs.get(node.id);
      return new Set([...(input?.list === undefined ? [] : [input.list]), ...(input?.per ?? [])]);
    }
    case "formula":
      return new Set(directory.formulas.get(node.id)?.per ?? []);
    case "through": {
      const axes = new Set(axesOfNode(node.value, directory));
      axes.delete(node.list);
      for (const axis of axesOfNode(node.pointer, directory)) axes.add(axis);
      return axes;
    }
    case "over": {
      const axes = new Set(childrenOf(node).flatMap((child) => [...axesOfNode(child, directory)]));
      axes.delete(node.axis);
      return axes;
    }
    default:
      return new Set(childrenOf(node).flatMap((child) => [...axesOfNode(child, directory)]));
  }
}
