import { product } from "../evaluate/arithmetic.ts";
import { positionIn, slotOf } from "../evaluate/axes.ts";
import { figure } from "../evaluate/constants.ts";
import { type Evaluate, firstListSlot, partSlot, yearSlot } from "../evaluate/run.ts";
import type { Node } from "../methodology/tree.ts";
import type { FormulaPlan, InputPlan, Plan } from "../plan.ts";
import { multiply, one } from "../quantity/exact.ts";
import type { NodeOf, Scope } from "./compile-scope.ts";

/**
 * A product is one closure, however many factors it has, and its numbers and conversions are one factor. Factors that
 * stay while something at hand moves, such as a cell by fuel and year among the parts, are multiplied once for all of it.
 */
export function compileProduct(
  node: NodeOf<"arithmetic" | "convert">,
  scope: Scope,
  plan: Plan,
  compile: (node: Node) => Evaluate,
): Evaluate {
  const factors: Evaluate[] = [];
  const moving: Evaluate[] = [];
  const staying: Evaluate[] = [];
  const slots = new Set<number>();
  let constant = one;
  const take = (factor: Node): void => {
    if (factor.kind === "arithmetic" && factor.operator === "*") {
      take(factor.left);
      take(factor.right);
    } else if (factor.kind === "convert") {
      constant = multiply(constant, figure(plan, factor.factor));
      take(factor.value);
    } else if (factor.kind === "number") constant = multiply(constant, figure(plan, factor.value));
    else {
      const evaluate = compile(factor);
      const own = slotsOf(factor, plan);
      const stays = own !== undefined && doesStay(own, scope);
      factors.push(evaluate);
      (stays ? staying : moving).push(evaluate);
      if (stays) for (const slot of own) slots.add(slot);
    }
  };
  take(node);
  return product(
    factors,
    constant,
    staying.length === 0
      ? undefined
      : { staying: product(staying, constant), slots: [...slots], moving },
  );
}

/** Whether something at hand moves while these slots stay; parts tell their year and item too. */
function doesStay(slots: readonly number[], { lists, time }: Scope): boolean {
  if (time.kind === "parts") return !slots.includes(partSlot);
  const isLeft = (slot: number) => !slots.includes(slot);
  return (
    (time.kind === "years" && isLeft(yearSlot)) ||
    lists.some((list) => isLeft(firstListSlot + list))
  );
}

/** The slots that a value moves with; `undefined` where that is not plain to see. */
function slotsOf(node: Node, plan: Plan): readonly number[] | undefined {
  switch (node.kind) {
    case "constant":
    case "member":
      return [];
    case "axis":
      return [slotOf(plan.at, node.axis)];
    case "formula":
      return (plan.formulas[positionIn(plan.at.formulas, node.id)] as FormulaPlan).space.slots;
    case "input": {
      const { tree, space } = plan.inputs[positionIn(plan.at.inputs, node.id)] as InputPlan;
      return tree.meter === undefined && tree.time !== "apportion" ? space.slots : undefined;
    }
    case "lookup": {
      if (node.inverse !== undefined) return undefined;
      const keys = node.keys.map((key) => (key === null ? [] : slotsOf(key, plan)));
      return keys.includes(undefined) ? undefined : (keys as readonly (readonly number[])[]).flat();
    }
    default:
      return undefined;
  }
}
