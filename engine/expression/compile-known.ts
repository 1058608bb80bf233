import { positionIn } from "../evaluate/axes.ts";
import { knownInput } from "../evaluate/known.ts";
import type { Evaluate } from "../evaluate/run.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { Node } from "../methodology/tree.ts";
import type { InputPlan } from "../plan.ts";
import { compileLookup } from "./compile-lookup.ts";
import { type Compiling, readInputOf, type Scope, withAxisOf } from "./compile-scope.ts";
import { compileThrough } from "./compile-through.ts";

/** `known` of an input, also through a pointer, or of a cell. */
export function compileKnown(node: Node, scope: Scope, with_: Compiling): Evaluate {
  const { plan } = with_;
  switch (node.kind) {
    case "input": {
      const position = positionIn(plan.at.inputs, node.id);
      const input = plan.inputs[position] as InputPlan;
      const { when } = input.tree;
      return knownInput(
        readInputOf(node.id, scope, with_),
        when === undefined ? undefined : with_.compile(when, scope),
      );
    }
    case "through": {
      const inside = withAxisOf(node.list, scope, plan);
      return laneOf(plan, "rare").knownThrough(
        compileKnown(node.pointer, scope, with_),
        compileThrough(node, scope, with_, compileKnown(node.value, inside, with_)),
      );
    }
    case "lookup":
      return compileLookup(node, scope, with_, true);
    case "convert":
      return compileKnown(node.value, scope, with_);
    default:
      return () => true;
  }
}
