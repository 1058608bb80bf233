import { positionIn } from "../evaluate/axes.ts";
import type { Evaluate } from "../evaluate/run.ts";
import { atEach } from "../evaluate/undecided.ts";
import type { Node } from "../methodology/tree.ts";
import type { EnumPlan, Plan } from "../plan.ts";
import type { Compiling, Scope } from "./compile-scope.ts";
import { commonEnum, enumOf } from "./node-types.ts";

/**
 * A member as a position in a given enum. A part of an enum counts its own members, so a value of the part is counted
 * anew where one of the whole is wanted.
 */
export function asMemberOf(
  node: Node,
  wanted: string | undefined,
  scope: Scope,
  with_: Compiling,
): Evaluate {
  const { plan } = with_;
  const value = with_.compile(node, scope);
  const given = enumOf(node, plan);
  if (wanted === undefined || given === undefined || given === wanted) return value;
  const { members } = enumPlanOf(wanted, plan);
  const positions = enumPlanOf(given, plan).tree.members.map(({ id }) => positionIn(members, id));
  return (run) => {
    const member = value(run);
    return typeof member === "number"
      ? (positions[member] as number)
      : atEach(run, member, (one) => positions[one] as number);
  };
}

/** Two operands, members counted in one enum: the whole where one side is a part of it. */
export function alike(
  left: Node,
  right: Node,
  scope: Scope,
  with_: Compiling,
): readonly [Evaluate, Evaluate] {
  const common = commonEnum([left, right], with_.plan);
  return [asMemberOf(left, common, scope, with_), asMemberOf(right, common, scope, with_)];
}

function enumPlanOf(id: string, plan: Plan): EnumPlan {
  return plan.enums[positionIn(plan.at.enums, id)] as EnumPlan;
}
