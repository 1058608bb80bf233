import { absolute, addition, conversion, division, multiplication, negation, subtraction } from "../evaluate/arithmetic.ts";
import { enumSlot, positionIn } from "../evaluate/axes.ts";
import { atEach, calendar, distance, move } from "../evaluate/calendar.ts";
import { choice, clamp } from "../evaluate/choose.ts";
import { figure } from "../evaluate/constants.ts";
import { constantReader } from "../evaluate/read-constant.ts";
import { type Dated, type Domain, enumDomain, listDomain, partDomain, yearDomain } from "../evaluate/domain.ts";
import { formulaReader } from "../evaluate/formula.ts";
import { exp, ln, log10, pow, sqrt } from "../evaluate/functions.ts";
import { inverseLookup } from "../evaluate/inverse.ts";
import { knownInput } from "../evaluate/known.ts";
import { comparison, logical, not } from "../evaluate/logic.ts";
import { knownCell, lookup } from "../evaluate/lookup.ts";
import { average, count, extreme, type Over, quantify, sum, weightedAverage } from "../evaluate/over.ts";
import { type InputMarks, inputReader, pieceOf, type TimeAtHand } from "../evaluate/read-input.ts";
import { type Evaluate, firstListSlot, type FormulaCode, type Mark, yearSlot } from "../evaluate/run.ts";
import type { TableCode } from "../evaluate/table-view.ts";
import type { Node } from "../methodology/tree.ts";
import type { InputPlan, Plan, Value } from "../plan.ts";
import { whole } from "../quantity/exact.ts";
import { countNodes, enumOf } from "./node-types.ts";

/** What expressions are compiled with: positions, and closures of what they read. */
export interface Compiling {
  readonly plan: Plan;
  readonly formulas: readonly FormulaCode[];
  readonly tables: readonly TableCode[];
  readonly inputMarks: readonly InputMarks[];
  readonly constantMarks: readonly (Mark | undefined)[];
}

/** What is at hand where an expression stands. */
export interface Scope {
  /** Positions of lists with an item at hand, in the order in which they came. */
  readonly lists: readonly number[];
  readonly time: TimeAtHand;
}

/** The scope of a value along these axes. */
export function scopeOf(plan: Plan, space: { list: number; time: TimeAtHand["kind"] }): Scope {
  const lists = space.list < 0 ? [] : [space.list];
  const own = space.time === "parts" ? ownParts(plan, lists) : -1;
  return { lists, time: { kind: space.time, own } };
}

/** The list whose items' parts `parts` means beside these lists, or -1. */
function ownParts(plan: Plan, lists: readonly number[]): number {
  return lists.find((list) => plan.lists[list]?.cutsItems === true) ?? -1;
}

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
      return constantly(figure(node.value));
    case "boolean":
      return constantly(node.value);
    case "member":
      return constantly(memberOf(plan, node.enum, node.member));
    case "constant":
      return readConstantOf(node.id, with_);
    case "input":
      return readInputOf(node.id, scope, with_);
    case "formula": {
      const position = positionIn(plan.at.formulas, node.id);
      const formula = plan.formulas[position] as Plan["formulas"][number];
      return formulaReader(plan, position, formula, with_.formulas);
    }
    case "axis":
      return compileAxis(node.axis, plan);
    case "part": {
      const { of } = node;
      const { time } = scope;
      if (of === "days") {
        return (run) => {
          const { start, end } = pieceOf(run, time);
          return whole(end - start + 1);
        };
      }
      return (run) => pieceOf(run, time)[of];
    }
    case "through": {
      const list = positionIn(plan.at.lists, node.list);
      const slot = firstListSlot + list;
      const pointer = compile(node.pointer);
      const value = compileExpression(node.value, withList(scope, list), with_);
      return (run) =>
        atEach(pointer(run), (item) => {
          const saved = run.at[slot] as number;
          run.at[slot] = item;
          const found = value(run);
          run.at[slot] = saved;
          return found;
        });
    }
    case "lookup":
      return compileLookup(node, scope, with_, false);
    case "convert":
      return conversion(compile(node.value), figure(node.factor));
    case "negation":
      return negation(compile(node.value));
    case "not":
      return not(compile(node.value));
    case "arithmetic":
      return arithmetics[node.operator](compile(node.left), compile(node.right));
    case "comparison": {
      const [left, right] = alike(node.left, node.right, scope, with_);
      return comparison(node.operator, node.of === "quantity", left, right);
    }
    case "logical":
      return logical(node.operator, compile(node.left), compile(node.right));
    case "choose": {
      const common = node.values.map((value) => enumOf(value, plan)).find((id) => id !== undefined);
      const values = node.values.map((value) => asMemberOf(value, common, scope, with_));
      return choice(node.function === "max", node.of === "quantity", values);
    }
    case "call":
      return compileCall(node, node.arguments.map(compile));
    case "move":
      return move(node, compile(node.value), compile(node.by));
    case "apart":
      return distance(compile(node.left), compile(node.right));
    case "calendar":
      return calendar(node.function, node.arguments.map(compile));
    case "over":
      return compileOver(node, scope, with_);
    case "known":
      return compileKnown(node.value, scope, with_);
  }
}

const arithmetics = {
  "+": addition,
  "-": subtraction,
  "*": multiplication,
  "/": division,
} as const;

function constantly(value: Value): Evaluate {
  return () => value;
}

function memberOf(plan: Plan, id: string, member: string): number {
  const found = plan.enums[positionIn(plan.at.enums, id)];
  return positionIn(found?.members ?? new Map(), member);
}

function withList(scope: Scope, list: number): Scope {
  return { ...scope, lists: scope.lists.includes(list) ? scope.lists : [...scope.lists, list] };
}

function readConstantOf(id: string, { plan, constantMarks }: Compiling): Evaluate {
  const position = positionIn(plan.at.constants, id);
  const tree = plan.tree.constants[position] as (typeof plan.tree.constants)[number];
  return constantReader(plan, position, tree, constantMarks[position]);
}

function readInputOf(id: string, scope: Scope, { plan, inputMarks }: Compiling): Evaluate {
  const position = positionIn(plan.at.inputs, id);
  const input = plan.inputs[position] as InputPlan;
  return inputReader(plan, position, input, scope.time, inputMarks[position] as InputMarks);
}

function compileAxis(axis: string, plan: Plan): Evaluate {
  if (axis === "years") return (run) => run.frame.firstYear + (run.at[yearSlot] as number);
  const list = plan.at.lists.get(axis);
  const slot =
    list === undefined ? enumSlot(plan, positionIn(plan.at.enums, axis)) : firstListSlot + list;
  return (run) => run.at[slot] as number;
}

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
  const value = compileExpression(node, scope, with_);
  const given = wanted === undefined ? undefined : enumOf(node, plan);
  if (wanted === undefined || given === undefined || given === wanted) return value;
  const from = plan.enums[positionIn(plan.at.enums, given)];
  const to = plan.enums[positionIn(plan.at.enums, wanted)];
  const positions = (from?.tree.members ?? []).map(({ id }) => to?.members.get(id) ?? -1);
  return (run) => {
    const member = value(run);
    return typeof member === "number"
      ? (positions[member] as number)
      : atEach(member, (one) => positions[one] as number);
  };
}

/** Two operands, members counted in one enum: the whole where one side is a part of it. */
function alike(
  left: Node,
  right: Node,
  scope: Scope,
  with_: Compiling,
): readonly [Evaluate, Evaluate] {
  const { plan } = with_;
  const [first, second] = [enumOf(left, plan), enumOf(right, plan)];
  const whole_ = [first, second].map((id) => wholeEnum(id, plan));
  const common = first === second ? first : (whole_[0] ?? whole_[1]);
  return [asMemberOf(left, common, scope, with_), asMemberOf(right, common, scope, with_)];
}

function wholeEnum(id: string | undefined, plan: Plan): string | undefined {
  if (id === undefined) return undefined;
  return plan.enums[plan.at.enums.get(id) ?? -1]?.tree.of ?? id;
}

type NodeOf<Kind extends Node["kind"]> = Extract<Node, { kind: Kind }>;

function compileLookup(
  node: NodeOf<"lookup">,
  scope: Scope,
  with_: Compiling,
  isKnown: boolean,
): Evaluate {
  const code = with_.tables[positionIn(with_.plan.at.tables, node.table)] as TableCode;
  const keys = node.keys.map((key, place) => {
    if (key === null) return null;
    const tree = code.keys[place]?.tree;
    return asMemberOf(key, tree?.kind === "enum" ? tree.enum : undefined, scope, with_);
  });
  if (node.inverse !== undefined) {
    const sought = compileExpression(node.inverse.value, scope, with_);
    return inverseLookup(with_.plan, code, node, keys, sought, isKnown);
  }
  const all = keys as Evaluate[];
  return isKnown
    ? knownCell(code, node, all)
    : lookup(with_.plan, code, node, all);
}

function compileCall(node: NodeOf<"call">, values: readonly Evaluate[]): Evaluate {
  const [first, second, third] = values as [Evaluate, Evaluate, Evaluate];
  switch (node.function) {
    case "abs":
      return (run) => absolute(run, first(run));
    case "clamp":
      return clamp(first, second, third);
    case "pow":
      return (run) => {
        const base = first(run);
        return pow(run, base, second(run));
      };
    case "ln":
      return (run) => ln(run, first(run));
    case "log10":
      return (run) => log10(run, first(run));
    case "exp":
      return (run) => exp(run, first(run));
    case "sqrt":
      return (run) => sqrt(run, first(run));
  }
}

function compileOver(node: NodeOf<"over">, scope: Scope, with_: Compiling): Evaluate {
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
    child === undefined ? undefined : compileExpression(child, inside, with_);
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

/** `known` of an input, also through a pointer, or of a cell. */
function compileKnown(node: Node, scope: Scope, with_: Compiling): Evaluate {
  const { plan } = with_;
  switch (node.kind) {
    case "input": {
      const position = positionIn(plan.at.inputs, node.id);
      const input = plan.inputs[position] as InputPlan;
      const { when } = input.tree;
      return knownInput(
        readInputOf(node.id, scope, with_),
        when === undefined ? undefined : compileExpression(when, scope, with_),
      );
    }
    case "through": {
      const list = positionIn(plan.at.lists, node.list);
      const slot = firstListSlot + list;
      const pointer = compileExpression(node.pointer, scope, with_);
      const pointed = compileKnown(node.pointer, scope, with_);
      const value = compileKnown(node.value, withList(scope, list), with_);
      return (run) => {
        if (pointed(run) === false) return false;
        return atEach(pointer(run), (item) => {
          const saved = run.at[slot] as number;
          run.at[slot] = item;
          const found = value(run);
          run.at[slot] = saved;
          return found;
        });
      };
    }
    case "lookup":
      return compileLookup(node, scope, with_, true);
    case "convert":
      return compileKnown(node.value, scope, with_);
    default:
      return constantly(true);
  }
}
