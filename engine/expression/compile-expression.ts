import { negation, operation } from "../evaluate/arithmetic.ts";
import { positionIn, slotOf } from "../evaluate/axes.ts";
import { figure, memberIn } from "../evaluate/constants.ts";
import { formulaReader } from "../evaluate/formula.ts";
import { comparison, logical, not } from "../evaluate/logic.ts";
import { constantReader } from "../evaluate/read-constant.ts";
import { type Evaluate, type Run, yearSlot } from "../evaluate/run.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { Node } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { compileKnown } from "./compile-known.ts";
import { compileLookup } from "./compile-lookup.ts";
import { alike, asMemberOf } from "./compile-members.ts";
import { compileOver } from "./compile-over.ts";
import { compileProduct } from "./compile-product.ts";
import {
  type Compiling,
  type NodeOf,
  readInputOf,
  type Scope,
  withAxisOf,
} from "./compile-scope.ts";
import { compileThrough } from "./compile-through.ts";
import { enumOf } from "./node-types.ts";

/**
 * One closure per node, built once; a forgotten kind is a compile error.
 *
 * Errors: throws where the tree names what it does not hold, which the checker rules out.
 */
export function compileExpression(node: Node, scope: Scope, with_: Compiling): Evaluate {
  const { plan } = with_;
  const compile = (child: Node) => compileExpression(child, scope, with_);
  switch (node.kind) {
    case "number":
      return constantly(figure(plan, node.value));
    case "boolean":
      return constantly(node.value);
    case "member":
      return constantly(memberIn(plan, node.enum, node.member));
    case "constant":
      return readConstantOf(node.id, with_);
    case "input":
      return readInputOf(node.id, scope, with_);
    case "formula": {
      const position = positionIn(plan.at.formulas, node.id);
      const { space } = plan.formulas[position] as Plan["formulas"][number];
      return formulaReader(position, space, with_.formulas);
    }
    case "axis": {
      const slot = slotOf(plan.at, node.axis);
      return slot === yearSlot
        ? (run) => run.frame.firstYear + (run.at[slot] as number)
        : (run) => run.at[slot] as number;
    }
    case "part":
      return laneOf(plan, "period").partReader(node.of, scope.time);
    case "through": {
      const value = with_.compile(node.value, withAxisOf(node.list, scope, plan));
      return compileThrough(node, scope, with_, value);
    }
    case "lookup":
      return compileLookup(node, scope, with_, false);
    case "negation":
      return negation(compile(node.value));
    case "not":
      return not(compile(node.value));
    case "arithmetic":
      return node.operator === "*"
        ? compileProduct(node, scope, plan, compile)
        : operation(node.operator, compile(node.left), compile(node.right));
    case "convert":
      return compileProduct(node, scope, plan, compile);
    case "comparison": {
      const [left, right] = alike(node.left, node.right, scope, with_);
      return comparison(node.operator, node.of === "quantity", left, right);
    }
    case "logical":
      return logical(node.operator, compile(node.left), compile(node.right));
    case "choose": {
      const common = enumOf(node, plan);
      const values = node.values.map((value) => asMemberOf(value, common, scope, with_));
      return laneOf(plan, "rare").choice(node.function === "max", node.of === "quantity", values);
    }
    case "call":
      return compileCall(node, node.arguments.map(compile), plan);
    case "move":
      return laneOf(plan, "rare").move(node, compile(node.value), compile(node.by));
    case "apart":
      return laneOf(plan, "rare").distance(compile(node.left), compile(node.right));
    case "calendar":
      return laneOf(plan, "rare").calendar(node.function, node.arguments.map(compile));
    case "over":
      return compileOver(node, scope, with_);
    case "known":
      return compileKnown(node.value, scope, with_);
  }
}

function constantly(value: Value): Evaluate {
  return () => value;
}

function readConstantOf(id: string, { plan, constantMarks }: Compiling): Evaluate {
  const position = positionIn(plan.at.constants, id);
  const tree = plan.tree.constants[position] as (typeof plan.tree.constants)[number];
  return constantReader(plan, position, tree, constantMarks[position]);
}

function compileCall({ function: name }: NodeOf<"call">, values: readonly Evaluate[], plan: Plan) {
  const apply: Apply =
    name === "abs" || name === "clamp"
      ? laneOf(plan, "rare")[name]
      : laneOf(plan, "functions")[name];
  return (run: Run) => apply(run, ...(values.map((value) => value(run)) as [Value, Value, Value]));
}

type Apply = (run: Run, first: Value, second: Value, third: Value) => Value;
