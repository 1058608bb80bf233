import { type Domain, domainOf } from "../evaluate/domain.ts";
import { count, type Over, sum } from "../evaluate/over.ts";
import type { Evaluate } from "../evaluate/run.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { Node } from "../methodology/tree.ts";
import { type Compiling, type NodeOf, type Scope, scopeAlong } from "./compile-scope.ts";
import { countNodes } from "./node-types.ts";

/** A function over an axis: what it runs over, and what it takes of each element. */
export function compileOver(node: NodeOf<"over">, scope: Scope, with_: Compiling): Evaluate {
  const { plan } = with_;
  const { inside, own } = scopeAlong(plan, node.axis, scope);
  const compile = (child: Node | undefined) =>
    child === undefined ? undefined : with_.compile(child, inside);
  const over: Over = {
    domain: compileDomain(node.axis, scope, own, inside, with_),
    value: compile(node.value),
    weight: compile(node.weight),
    where: compile(node.where),
    isQuantity: node.of === "quantity",
    nodes: 1 + countNodes([node.value, node.weight, node.where]),
  };
  switch (node.function) {
    case "sum":
      return sum(over);
    case "count":
      return count(over);
    default:
      return laneOf(plan, "rare").overOthers[node.function](over);
  }
}

function compileDomain(
  axis: string,
  scope: Scope,
  own: number,
  inside: Scope,
  with_: Compiling,
): Domain {
  const { plan } = with_;
  const field = plan.tree.lists.find(({ id }) => id === axis)?.dated;
  return field === undefined
    ? domainOf(plan, axis, scope.time, own)
    : laneOf(plan, "rare").compileDated(axis, scope, field, inside, with_);
}
