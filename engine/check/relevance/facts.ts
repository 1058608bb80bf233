import type { Node } from "../../methodology/tree.ts";
import { axesOfNode, type Directory, keyOfNode, nodesIn } from "../nodes.ts";
import { contradict } from "./contradict.ts";
import { type Atom, atomsIn, type Logic, mapAtoms, not, or, orderAtom } from "./logic.ts";
import { translate } from "./translate.ts";

/** Something that holds wherever an expression is evaluated, because a branch was taken to get there. */
export interface Fact {
  readonly key: string;
  readonly logic: Logic;
  /** The axes whose item at hand it speaks of. */
  readonly axes: ReadonlySet<string>;
  /** The ids that it mentions. */
  readonly mentions: ReadonlySet<string>;
}

export type Facts = readonly Fact[];

/** The facts with one more; what says nothing or is known already is not added. */
export function withFact(facts: Facts, logic: Logic, directory: Directory): Facts {
  if (logic.kind === "constant" && logic.value) return facts;
  const fact = factOf(logic, directory);
  return facts.some(({ key }) => key === fact.key) ? facts : [...facts, fact];
}

const made = new WeakMap<Logic, Fact>();

function factOf(logic: Logic, directory: Directory): Fact {
  const before = made.get(logic);
  if (before !== undefined) return before;
  const subjects = [...atomsIn(logic)].flatMap(subjectsOf);
  const axes = new Set(subjects.flatMap((node) => [...axesOfNode(node, directory)]));
  const mentions = new Set(mentionsOfLogic(logic));
  const fact = { key: keyOfLogic(logic), logic, axes, mentions };
  made.set(logic, fact);
  return fact;
}

function subjectsOf(atom: Atom): readonly Node[] {
  return atom.kind === "order" ? [atom.subject, atom.other] : [atom.subject];
}

/** The ids and axes that a statement mentions. */
export function mentionsOfLogic(logic: Logic): readonly string[] {
  return [...atomsIn(logic)].flatMap(subjectsOf).flatMap(mentionsOf);
}

function mentionsOf(node: Node): readonly string[] {
  const ids: string[] = [];
  for (const inner of nodesIn(node)) {
    if (inner.kind === "input" || inner.kind === "formula") ids.push(inner.id);
    if (inner.kind === "axis") ids.push(`axis ${inner.axis}`);
    if (inner.kind === "part") ids.push("axis parts");
    if (inner.kind === "lookup") ids.push(`table ${inner.table}`);
  }
  return ids;
}

function keyOfLogic(logic: Logic): string {
  switch (logic.kind) {
    case "constant":
      return String(logic.value);
    case "atom":
      return keyOfAtom(logic.atom);
    case "not":
      return `not(${keyOfLogic(logic.value)})`;
    default:
      return `${logic.kind}(${logic.values.map(keyOfLogic).join(",")})`;
  }
}

function keyOfAtom(atom: Atom): string {
  const subject = keyOfNode(atom.subject);
  switch (atom.kind) {
    case "flag":
      return subject;
    case "member":
      return `${subject} in ${[...atom.members].join(" ")}`;
    case "order":
      return `${subject} ${[...atom.relations].join("")} ${keyOfNode(atom.other)}`;
    case "bound": {
      const bound =
        typeof atom.bound === "string"
          ? atom.bound
          : `${atom.bound.numerator}/${atom.bound.divisor}/${atom.bound.scale}`;
      return `${subject} ${[...atom.relations].join("")} ${bound}`;
    }
  }
}

/** What still holds for each item of an axis in turn: nothing that speaks of the item that was at hand before. */
export function enterAxis(facts: Facts, axis: string): Facts {
  return facts.filter(({ axes }) => !axes.has(axis) && !(axis === "years" && axes.has("parts")));
}

/**
 * What holds for the item that a pointer names: what was said of it through the same pointer, and what does not speak of
 * that list.
 */
export function enterPointer(
  facts: Facts,
  through: Extract<Node, { kind: "through" }>,
  directory: Directory,
): Facts {
  const pointer = keyOfNode(through.pointer);
  const change = (node: Node): Node | undefined => {
    if (
      node.kind === "through" &&
      node.list === through.list &&
      keyOfNode(node.pointer) === pointer
    ) {
      return node.value;
    }
    if (node.kind === "known") {
      const value = change(node.value);
      return value === undefined ? undefined : { kind: "known", value };
    }
    return axesOfNode(node, directory).has(through.list) ? undefined : node;
  };
  let inside: Facts = [];
  for (const { logic } of facts) {
    const changed = mapAtoms(logic, (atom) => changeAtom(atom, change));
    if (changed !== undefined) inside = withFact(inside, changed, directory);
  }
  return inside;
}

function changeAtom(atom: Atom, change: (node: Node) => Node | undefined): Atom | undefined {
  const subject = change(atom.subject);
  if (subject === undefined) return undefined;
  if (atom.kind !== "order") return { ...atom, subject };
  const other = change(atom.other);
  return other === undefined ? undefined : orderAtom(subject, other, atom.relations);
}

/** The facts that have to do with what a formula asks, directly or through one another. */
export function factsAbout(facts: Facts, interests: ReadonlySet<string>): Facts {
  const known = new Set(interests);
  let rest = facts;
  const kept = new Set<Fact>();
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const fact of rest) {
      if (![...fact.mentions].some((id) => known.has(id))) continue;
      kept.add(fact);
      for (const id of fact.mentions) known.add(id);
      isGrowing = true;
    }
    rest = rest.filter((fact) => !kept.has(fact));
  }
  return facts.filter((fact) => kept.has(fact));
}

/**
 * Whether the facts make the goal hold for all answers. An input that is known is relevant: that is an axiom for every
 * `known()` that turns up.
 *
 * Errors: `undefined` where it takes too many trials to find out.
 */
export function prove(facts: Facts, goal: Logic, directory: Directory): boolean | undefined {
  if (goal.kind === "constant" && goal.value) return true;
  if (facts.some(({ logic }) => logic.kind === "constant" && !logic.value)) return true;
  const statements = [not(goal), ...facts.map(({ logic }) => logic)];
  const asked = new Set<string>();
  for (let index = 0; index < statements.length; index += 1) {
    for (const atom of atomsIn(statements[index] as Logic)) {
      if (atom.kind !== "flag" || atom.subject.kind !== "known") continue;
      const key = keyOfNode(atom.subject);
      if (asked.has(key)) continue;
      asked.add(key);
      const when = whenOfKnown(atom.subject.value, directory);
      if (when !== undefined) statements.push(or(not({ kind: "atom", atom }), when));
    }
  }
  return contradict(aboutGoal(statements));
}

/** What is known of an input, seen through the pointers before it: that its `when` holds. */
function whenOfKnown(value: Node, directory: Directory): Logic | undefined {
  if (value.kind === "input") {
    const { when } = directory.inputs.get(value.id) ?? {};
    return when === undefined ? undefined : translate(when, directory);
  }
  if (value.kind !== "through") return undefined;
  const { list, pointer } = value;
  let target: Node = value.value;
  const pointers = [{ list, pointer }];
  while (target.kind === "through") {
    pointers.push({ list: target.list, pointer: target.pointer });
    target = target.value;
  }
  const { when } = (target.kind === "input" ? directory.inputs.get(target.id) : undefined) ?? {};
  if (when === undefined) return undefined;
  const seen = pointers.reduceRight<Node>(
    (inner, way) => ({ kind: "through", ...way, value: inner }),
    when,
  );
  return translate(seen, directory);
}

/** The first statement and those that share a subject with it, directly or through one another. */
function aboutGoal(statements: readonly Logic[]): readonly Logic[] {
  const subjects = statements.map(
    (logic) => new Set([...atomsIn(logic)].flatMap(subjectsOf).map(keyOfNode)),
  );
  const known = new Set(subjects[0]);
  const kept = new Set([0]);
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    subjects.forEach((of, index) => {
      if (kept.has(index) || ![...of].some((key) => known.has(key))) return;
      kept.add(index);
      for (const key of of) known.add(key);
      isGrowing = true;
    });
  }
  return statements.filter((_, index) => kept.has(index));
}

/** The statement that an input is known, or that a cell is there. */
export function knownLogic(value: Node): Logic {
  return { kind: "atom", atom: { kind: "flag", subject: { kind: "known", value } } };
}
