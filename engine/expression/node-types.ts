import { positionIn } from "../evaluate/axes.ts";
import type {
  ColumnTree,
  EnumTree,
  KeyTree,
  Node,
  TableTree,
  TypeTree,
} from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";

/** What can be told of a node without evaluating it. */

/** The enum that a node's value is a member of, if it is one. */
export function enumOf(node: Node, plan: Plan): string | undefined {
  const { tree, at } = plan;
  switch (node.kind) {
    case "member":
      return node.enum;
    case "axis":
      return at.enums.has(node.axis) ? node.axis : undefined;
    case "constant":
    case "input":
    case "formula": {
      const section = `${node.kind}s` as const;
      return enumOfType((tree[section][positionIn(at[section], node.id)] as Typed).type);
    }
    case "through":
      return enumOf(node.value, plan);
    case "lookup": {
      const { columns, keys } = tree.tables[positionIn(at.tables, node.table)] as TableTree;
      const isSought = ({ id }: { readonly id: string }) => id === node.column;
      return enumOfType(
        node.inverse === undefined
          ? (columns.find(isSought) as ColumnTree).type
          : (keys.find(isSought) as KeyTree),
      );
    }
    case "choose":
      return commonEnum(node.values, plan);
    case "over":
      return node.of === "enum" && node.value ? enumOf(node.value, plan) : undefined;
    default:
      return undefined;
  }
}

/** The enum that members are compared in: their own where they share one, else the whole that it is a part of. */
export function commonEnum(nodes: readonly Node[], plan: Plan): string | undefined {
  const ids = nodes.map((node) => enumOf(node, plan)).filter((id) => id !== undefined);
  const [first] = ids;
  if (ids.every((id) => id === first)) return first;
  return (plan.tree.enums[positionIn(plan.at.enums, first as string)] as EnumTree).of ?? first;
}

interface Typed {
  readonly type: TypeTree;
}

/** The enum that members of a type or key are of, if they are members. */
export function enumOfType(type: {
  readonly kind: string;
  readonly enum?: string;
}): string | undefined {
  return type.enum;
}

/** How many nodes an expression or a body has: what one evaluation of it costs at most, loops apart. */
export function countNodes(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = "kind" in value ? 1 : 0;
  return Object.values(value).reduce<number>((nodes, child) => nodes + countNodes(child), own);
}
