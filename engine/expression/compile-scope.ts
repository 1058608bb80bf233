import { positionIn } from "../evaluate/axes.ts";
import { type InputMarks, inputReader } from "../evaluate/read-input.ts";
import type { Evaluate, FormulaCode, Mark } from "../evaluate/run.ts";
import type { TableCode } from "../evaluate/table-view.ts";
import type { TimeAtHand } from "../evaluate/time.ts";
import type { Node, Origin } from "../methodology/tree.ts";
import type { Figure, InputPlan, ListPlan, Plan } from "../plan.ts";

export type NodeOf<Kind extends Node["kind"]> = Extract<Node, { kind: Kind }>;

/** What expressions are compiled with: positions, and closures of what they read. */
export interface Compiling {
  readonly plan: Plan;
  readonly formulas: readonly FormulaCode[];
  readonly tables: readonly TableCode[];
  readonly inputMarks: readonly InputMarks[];
  readonly constantMarks: readonly (Mark | undefined)[];
  /** Gives a number to a figure that is not confirmed. */
  readonly mark: (origin: Origin | undefined, figure: Figure) => Mark | undefined;
  /** Compiles a part of an expression; handed along so that the files of the compiler need not import each other. */
  readonly compile: (node: Node, scope: Scope) => Evaluate;
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
export function ownParts(plan: Plan, lists: readonly number[]): number {
  return lists.find((list) => (plan.lists[list] as ListPlan).cutsItems) ?? -1;
}

/** The same scope with the item or member of one more axis at hand. */
export function withAxisOf(axis: string, scope: Scope, plan: Plan): Scope {
  const list = plan.at.lists.get(axis) ?? -1;
  const { lists } = scope;
  return list < 0 || lists.includes(list) ? scope : { ...scope, lists: [...lists, list] };
}

/** The scope of each element of an axis, and the list whose items' parts the axis is, or -1. */
export function scopeAlong(
  plan: Plan,
  axis: string,
  scope: Scope,
): { readonly inside: Scope; readonly own: number } {
  const own = axis === "parts" ? ownParts(plan, scope.lists) : -1;
  const inside: Scope =
    axis === "years" || axis === "parts"
      ? { ...scope, time: { kind: axis, own } }
      : withAxisOf(axis, scope, plan);
  return { inside, own };
}

/** Reads an input where an expression stands. */
export function readInputOf(id: string, scope: Scope, { plan, inputMarks }: Compiling): Evaluate {
  const position = positionIn(plan.at.inputs, id);
  const input = plan.inputs[position] as InputPlan;
  return inputReader(plan, position, input, scope.time, inputMarks[position] as InputMarks);
}
