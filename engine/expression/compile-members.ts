import { positionIn } from "../evaluate/axes.ts";
import type { Evaluate } from "../evaluate/run.ts";
import { atEach } from "../evaluate/undecided.ts";
import type { Node } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import type { Compiling, Scope } from "./compile-scope.ts";
import { enumOf } from "./node-types.ts";

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
  const given = wanted === undefined ? undefined : enumOf(node, plan);
  if (wanted === undefined || given === undefined || given === wanted) return value;
  const from = plan.enums[positionIn(plan.at.enums, given)];
  const to = plan.enums[positionIn(plan.at.enums, wanted)];
  const positions = (from?.tree.members ?? []).map(({ id }) => to?.members.get(id) ?? -1);
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
  const { plan } = with_;
  const [first, second] = [enumOf(left, plan), enumOf(right, plan)];
  const wholes = [first, second].map((id) => wholeEnum(id, plan));
  const common = first === second ? first : (wholes[0] ?? wholes[1]);
  return [asMemberOf(left, common, scope, with_), asMemberOf(right, common, scope, with_)];
}

function wholeEnum(id: string | undefined, plan: Plan): string | undefined {
  if (id === undefined) return undefined;
  return plan.enums[plan.at.enums.get(id) ?? -1]?.tree.of ?? id;
}
