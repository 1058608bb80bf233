import { slotOf } from "../evaluate/axes.ts";
import type { Evaluate } from "../evaluate/run.ts";
import { laneOf } from "../lanes/lanes.ts";
import { asMemberOf } from "./compile-members.ts";
import type { Compiling, NodeOf, Scope } from "./compile-scope.ts";

/** A value at the item that a pointer names, or at the member of the whole that a member of its part is. */
export function compileThrough(
  { list, pointer }: NodeOf<"through">,
  scope: Scope,
  with_: Compiling,
  value: Evaluate,
): Evaluate {
  const { plan } = with_;
  const wanted = plan.at.lists.has(list) ? undefined : list;
  const pointed = asMemberOf(pointer, wanted, scope, with_);
  return laneOf(plan, "rare").through(slotOf(plan.at, list), pointed, value);
}
