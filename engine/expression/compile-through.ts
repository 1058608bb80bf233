import type { Evaluate } from "../evaluate/run.ts";
import type { Plan } from "../plan.ts";
import { asMemberOf } from "./compile-members.ts";
import { type Compiling, type NodeOf, type Scope, withList } from "./compile-scope.ts";

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
