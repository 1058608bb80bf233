import { slotOf } from "../evaluate/axes.ts";
import type { Run } from "../evaluate/run.ts";
import { type Scope, withAxisOf } from "../expression/compile-scope.ts";
import { enumOf } from "../expression/node-types.ts";
import type { CutTree, Node } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import type { Recorder } from "./recorder.ts";
import { isStopped, type Symbolic, unsupported } from "./symbol.ts";
import type { Tabulation } from "./tabulation.ts";

export type NodeOf<Kind extends Node["kind"]> = Extract<Node, { kind: Kind }>;
export type After = Extract<CutTree, { kind: "after" }>;

/** What a trace goes on in: a run of the exact lane for its axes and tables, answers, and what has been traced so far. */
export interface Scene {
  readonly plan: Plan;
  readonly run: Run;
  readonly recorder: Recorder;
  readonly node: (node: Node, scope: Scope) => Symbolic;
  /** A formula at an index of its space, traced once. */
  readonly formula: (position: number, index: number) => Symbolic;
  /** Of a column that a branch hangs on: its value in the rows at hand. Of what is no column, its value. */
  readonly decide: (value: Symbolic) => number;
  /**
   * What some work comes to where it takes no branch and asks for no answer that has not been asked for; else nothing, and
   * all is as before.
   */
  readonly tentatively: (work: () => Symbolic) => Symbolic | undefined;
  /** The answer at an index of an input, or what stands in for it; `undefined` where the rows at hand have none. */
  readonly given: (input: number, index: number) => Symbolic | undefined;
  /** Answers that were asked for: position of the input and index. */
  readonly asked: Set<string>;
  /** A table of a function with so many places, by a name of its own; shared by all paths. */
  readonly tabulation: (
    name: string,
    places: number,
    find: (index: number) => Value | undefined,
  ) => Tabulation;
}

const nowhere: Scope = { lists: [], time: { kind: "none", own: -1 } };

/** Whether a list is hidden. Errors: throws `Unsupported` where it is not answered. */
export function isHidden({ plan, run, node, decide }: Scene, list: number): boolean {
  const { when } = (plan.lists[list] as Plan["lists"][number]).tree;
  if (when !== undefined) {
    const holds = node(when, nowhere);
    if (isStopped(holds)) unsupported("a list of which nobody knows whether it is asked");
    if (decide(holds) === 0) return true;
  }
  if (run.frame.lists[list]?.answered !== true) unsupported("a list without items");
  return false;
}

/** Traces with the item or member that a pointer names at hand. */
export function throughPointer(
  scene: Scene,
  node: NodeOf<"through">,
  pointer: Symbolic,
  scope: Scope,
  trace: (value: Node, inside: Scope) => Symbolic,
): Symbolic {
  const { plan, run } = scene;
  if (isStopped(pointer)) return pointer;
  const item = scene.decide(pointer);
  const slot = slotOf(plan.at, node.list);
  const saved = run.at[slot] as number;
  run.at[slot] = item;
  const found = trace(node.value, withAxisOf(node.list, scope, plan));
  run.at[slot] = saved;
  return found;
}

/** The pointer of such a node, counted in the enum it points into. */
export function pointerIn(scene: Scene, node: NodeOf<"through">, scope: Scope): Symbolic {
  const isList = scene.plan.at.lists.has(node.list);
  return memberIn(scene, node.pointer, isList ? undefined : node.list, scope);
}

/** A value as a member of a given enum: a part of an enum counts its own members. */
export function memberIn(
  scene: Scene,
  node: Node,
  wanted: string | undefined,
  scope: Scope,
): Symbolic {
  const { plan } = scene;
  const value = scene.node(node, scope);
  const given = wanted === undefined ? undefined : enumOf(node, plan);
  if (wanted === undefined || given === undefined || given === wanted || isStopped(value)) {
    return value;
  }
  const from = plan.enums[plan.at.enums.get(given) ?? -1];
  const to = plan.enums[plan.at.enums.get(wanted) ?? -1];
  const positions = (from?.tree.members ?? []).map(({ id }) => to?.members.get(id) ?? -1);
  if (typeof value === "number") return positions[value] as number;
  if (typeof value !== "object" || !("kind" in value) || value.kind !== "wholes") {
    return unsupported("a member that is none");
  }
  const out = scene.recorder.register();
  const { at, low, count } = value;
  const name = `${given} as ${wanted}`;
  const table = scene.tabulation(name, count, (member) => positions[member + low]);
  scene.recorder.add({ kernel: "tabulated", out, table, a: at, low, count });
  return { kind: "wholes", at: out, low: 0, count: to?.tree.members.length ?? 0 };
}
