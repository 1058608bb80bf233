import { indexAt, positionIn, slotOf } from "../evaluate/axes.ts";
import { memberIn as constantMember, figure, readConstant } from "../evaluate/constants.ts";
import { yearSlot } from "../evaluate/run.ts";
import { pieceOf } from "../evaluate/time.ts";
import type { Scope } from "../expression/compile-scope.ts";
import { enumOf } from "../expression/node-types.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { Node } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { whole } from "../quantity/exact.ts";
import { apply, type Given, givenOf } from "./apply.ts";
import { absolute, chosen, type Figure, negated } from "./build-arithmetic.ts";
import { memberIn, type NodeOf, pointerIn, type Scene, throughPointer } from "./scene.ts";
import { isColumn, isStopped, type Symbolic, stopped, unsupported } from "./symbol.ts";
import {
  numberIn,
  traceArithmetic,
  traceComparison,
  traceLogical,
  traceLookup,
} from "./trace-operations.ts";
import { traceOver } from "./trace-over.ts";

/** A node as the exact lane evaluates it; a forgotten kind is a compile error. */
export function traceNode(scene: Scene, node: Node, scope: Scope): Symbolic {
  const { plan, run, recorder } = scene;
  const trace = (child: Node) => scene.node(child, scope);
  switch (node.kind) {
    case "number":
      return figure(plan, node.value);
    case "boolean":
      return node.value;
    case "member":
      return constantMember(plan, node.enum, node.member);
    case "constant": {
      const tree = plan.tree.constants[positionIn(plan.at.constants, node.id)];
      if (tree === undefined || (tree.origin.known ?? "") > run.asOf) {
        return unsupported("a constant that is not known yet");
      }
      return symbolOf(readConstant(plan, tree.type, tree.value));
    }
    case "input":
      return traceInput(scene, node.id, scope) ?? unsupported("a missing answer");
    case "formula": {
      const position = positionIn(plan.at.formulas, node.id);
      const { space } = plan.formulas[position] as Plan["formulas"][number];
      return scene.formula(position, indexAt(run, space.slots));
    }
    case "axis": {
      const slot = slotOf(plan.at, node.axis);
      const at = run.at[slot] as number;
      return slot === yearSlot ? run.frame.firstYear + at : at;
    }
    case "part": {
      const piece = pieceOf(run, scope.time);
      return node.of === "days" ? whole(piece.end - piece.start + 1) : piece[node.of];
    }
    case "through":
      return throughPointer(scene, node, pointerIn(scene, node, scope), scope, scene.node);
    case "lookup":
      return traceLookup(scene, node, scope, false);
    case "negation": {
      const value = trace(node.value);
      return isStopped(value) ? stopped : negated(recorder, numberIn(value));
    }
    case "not": {
      const value = trace(node.value);
      return isStopped(value) ? stopped : scene.decide(value) === 0;
    }
    case "arithmetic":
    case "convert":
      return traceArithmetic(scene, node, scope);
    case "comparison":
      return traceComparison(scene, node, scope);
    case "logical":
      return traceLogical(scene, node, scope);
    case "choose":
      return traceChoice(scene, node, scope);
    case "call": {
      const values = node.arguments.map(trace);
      if (node.function !== "abs" && node.function !== "clamp") return unsupported(node.function);
      if (values.some(isStopped)) return stopped;
      const [value, low, high] = values.map(numberIn) as [Figure, Figure, Figure];
      if (node.function === "abs") return absolute(recorder, value);
      return chosen(recorder, false, chosen(recorder, true, value, low), high);
    }
    case "move": {
      const values = [trace(node.value), trace(node.by)];
      const name = `move ${node.of} ${node.operator} ${node.unit}`;
      return apply(scene, name, values, givenOf(plan, { kind: node.of }, 0, true), ([from, by]) =>
        laneOf(plan, "rare").move(node, from as never, by as never),
      );
    }
    case "apart": {
      const values = [trace(node.left), trace(node.right)];
      return apply(scene, "apart", values, wholeNumbers, ([from, to]) =>
        laneOf(plan, "rare").distance(from as never, to as never),
      );
    }
    case "calendar": {
      const { function: name } = node;
      const given =
        name === "fiscal_year"
          ? givenOf(plan, { kind: "fiscal_year" }, 0, true)
          : name === "start_of" || name === "end_of"
            ? givenOf(plan, { kind: "date" }, 0, true)
            : wholeNumbers;
      return apply(scene, name, node.arguments.map(trace), given, (values) =>
        laneOf(plan, "rare").calendar(name, values),
      );
    }
    case "over":
      return traceOver(scene, node, scope);
    case "known":
      return traceKnown(scene, node.value, scope);
  }
}

const wholeNumbers: Given = { kind: "numbers", sign: 0, isPlain: true };

/** A value of the exact lane that is the same in all rows. */
function symbolOf(value: Value): Symbolic {
  if (typeof value !== "object") return value;
  return "numerator" in value ? value : unsupported("a value that is no exact number");
}

function traceChoice(scene: Scene, node: NodeOf<"choose">, scope: Scope): Symbolic {
  const isLargest = node.function === "max";
  const common = enumOf(node, scene.plan);
  const values = node.values.map((value) => memberIn(scene, value, common, scope));
  if (values.some(isStopped)) return stopped;
  if (node.of === "quantity") {
    return values
      .map(numberIn)
      .reduce((one, other) => chosen(scene.recorder, isLargest, one, other));
  }
  if (values.some((value) => isColumn(value) && value.kind === "wholes" && value.count > 200)) {
    return unsupported("the earlier or later of days");
  }
  const all = values.map(scene.decide);
  return isLargest ? Math.max(...all) : Math.min(...all);
}

/** An answer at the axes at hand; `undefined` where it is missing. */
function traceInput({ plan, run, asked, given }: Scene, id: string, scope: Scope) {
  const position = positionIn(plan.at.inputs, id);
  const { tree, space, readings } = plan.inputs[position] as Plan["inputs"][number];
  if (readings !== undefined) return unsupported("readings of meters");
  const index = indexAt(run, space.slots);
  asked.add(`${position} ${index}`);
  const value = given(position, index);
  if (value !== undefined && tree.time === "apportion" && scope.time.kind !== "none") {
    return unsupported("an amount that is spread by days");
  }
  return value;
}

/** Whether an input is answered and relevant, or a cell is there. */
function traceKnown(scene: Scene, node: Node, scope: Scope): Symbolic {
  const { plan } = scene;
  switch (node.kind) {
    case "input": {
      const input = plan.inputs[positionIn(plan.at.inputs, node.id)] as Plan["inputs"][number];
      const { when } = input.tree;
      if (when !== undefined) {
        const holds = scene.node(when, scope);
        if (isStopped(holds) || scene.decide(holds) === 0) return false;
      }
      return traceInput(scene, node.id, scope) !== undefined;
    }
    case "through": {
      const pointed = traceKnown(scene, node.pointer, scope);
      if (isStopped(pointed) || scene.decide(pointed) === 0) return false;
      return throughPointer(scene, node, pointerIn(scene, node, scope), scope, (value, inside) =>
        traceKnown(scene, value, inside),
      );
    }
    case "lookup":
      return traceLookup(scene, node, scope, true);
    case "convert":
      return traceKnown(scene, node.value, scope);
    default:
      return true;
  }
}
