import { enumSlot, positionIn } from "../evaluate/axes.ts";
import { type Evaluate, firstListSlot } from "../evaluate/run.ts";
import type { Plan } from "../plan.ts";
import { asMemberOf } from "./compile-members.ts";
import { type Compiling, type NodeOf, type Scope, withList } from "./compile-scope.ts";

/** The slot of the item of a list, or of the member of an enum, that is at hand. */
export function slotOfAxis(axis: string, plan: Plan): number {
  const list = plan.at.lists.get(axis);
  return list === undefined
    ? enumSlot(plan, positionIn(plan.at.enums, axis))
    : firstListSlot + list;
}

/** The item that a pointer names, or the member of the whole that a member of its part is. */
export function pointerOf(node: NodeOf<"through">, scope: Scope, with_: Compiling): Evaluate {
  const isList = with_.plan.at.lists.has(node.list);
  return asMemberOf(node.pointer, isList ? undefined : node.list, scope, with_);
}

/** The same scope with the item or member of one more axis at hand. */
export function withAxisOf(axis: string, scope: Scope, plan: Plan): Scope {
  const list = plan.at.lists.get(axis);
  return list === undefined ? scope : withList(scope, list);
}
