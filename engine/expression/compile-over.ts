import { positionIn } from "../evaluate/axes.ts";
import {
  type Dated,
  type Domain,
  enumDomain,
  listDomain,
  partDomain,
  yearDomain,
} from "../evaluate/domain.ts";
import {
  average,
  count,
  extreme,
  type Over,
  quantify,
  sum,
  weightedAverage,
} from "../evaluate/over.ts";
import type { Evaluate } from "../evaluate/run.ts";
import type { Node } from "../methodology/tree.ts";
import {
  type Compiling,
  type NodeOf,
  ownParts,
  readInputOf,
  type Scope,
  withList,
} from "./compile-scope.ts";
import { countNodes } from "./node-types.ts";

/** A function over an axis: what it runs over, and what it takes of each element. */
export function compileOver(node: NodeOf<"over">, scope: Scope, with_: Compiling): Evaluate {
  const { plan } = with_;
  const list = plan.at.lists.get(node.axis);
  const own = node.axis === "parts" ? ownParts(plan, scope.lists) : -1;
  const inside: Scope =
    node.axis === "years" || node.axis === "parts"
      ? { ...scope, time: { kind: node.axis, own } }
      : list === undefined
        ? scope
        : withList(scope, list);
  const compile = (child: Node | undefined) =>
    child === undefined ? undefined : with_.compile(child, inside);
  const over: Over = {
    domain: domainOf(node.axis, scope, own, inside, with_),
    value: compile(node.value),
    weight: compile(node.weight),
    where: compile(node.where),
    isQuantity: node.of === "quantity",
    nodes:
      1 +
      [node.value, node.weight, node.where].reduce(
        (nodes, child) => nodes + (child === undefined ? 0 : countNodes(child)),
        0,
      ),
  };
  switch (node.function) {
    case "sum":
      return sum(over);
    case "count":
      return count(over);
    case "all":
      return quantify(over, true);
    case "any":
      return quantify(over, false);
    case "average":
      return average(over);
    case "min_of":
      return extreme(over, false);
    case "max_of":
      return extreme(over, true);
    case "weighted_average":
      return weightedAverage(over);
  }
}

function domainOf(
  axis: string,
  scope: Scope,
  own: number,
  inside: Scope,
  with_: Compiling,
): Domain {
  const { plan } = with_;
  if (axis === "years") return yearDomain();
  if (axis === "parts") return partDomain(scope.time, own);
  const list = plan.at.lists.get(axis);
  if (list === undefined) return enumDomain(plan, axis);
  const field = plan.lists[list]?.tree.dated;
  return listDomain(plan, axis, scope.time, datedBy(field, inside, with_));
}

function datedBy(field: string | undefined, scope: Scope, with_: Compiling): Dated | undefined {
  if (field === undefined) return undefined;
  const { plan } = with_;
  const type = plan.inputs[positionIn(plan.at.inputs, field)]?.tree.type;
  return { read: readInputOf(field, scope, with_), isDate: type?.kind === "date" };
}
