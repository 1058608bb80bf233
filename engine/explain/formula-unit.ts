import { partsOf } from "../evaluate/axes.ts";
import { coordinatesOf, indexOf } from "../evaluate/coordinates.ts";
import { memberUnits, substituteUnit } from "../methodology/member-units.ts";
import type { Node, Tree } from "../methodology/tree.ts";
import type { Frame, Inputs, Plan, Space } from "../plan.ts";

/**
 * The unit of a formula's value at one place. A unit variable stands for the unit of a member, and which member that is
 * hangs on answers: so the key of the variable is followed from the place of the value, through the axes at hand, to the
 * answer that names it.
 */

type Answers = Pick<Inputs, "frame" | "values">;

/** Where a value stands, as a key sees it: the item, the year or part, and the members by enum. */
interface Place {
  readonly space: Space;
  readonly item: number;
  readonly time: number;
  readonly members: ReadonlyMap<string, string>;
}

/**
 * The unit of a formula at an index of its space; `display` gives the unit that an output shows it in, where that is not
 * its own. A variable whose member is not known stays as it is written, unless all its members share one unit.
 */
export function formulaUnit(
  plan: Plan,
  inputs: Answers,
  position: number,
  index: number,
  display?: string,
): string {
  const formula = plan.formulas[position];
  const type = formula?.tree.type;
  if (formula === undefined || (type?.kind !== "quantity" && type?.kind !== "count")) return "";
  let text = display ?? type.unit.text;
  const variables = Object.entries(type.unit.variables ?? {});
  if (variables.length === 0) return text;
  const place = placeAt(plan, formula.space, inputs.frame, index);
  for (const [variable, { enum: of, key }] of variables) {
    const units = unitsOf(plan.tree, of);
    const member = place && memberOf(plan, inputs, key, place);
    const [first, ...others] = new Set(units.values());
    const unit =
      member === undefined ? (others.length === 0 ? first : undefined) : units.get(member);
    if (unit !== undefined) text = substituteUnit(text, variable, unit);
  }
  return text;
}

/** The units of an output's values, where they hang on members; those that all of them share stand for the whole. */
export interface OutputUnits {
  readonly shared?: UnitsOfValue;
  readonly each: readonly UnitsOfValue[];
}

export interface UnitsOfValue {
  readonly unit: string;
  readonly display_unit: string;
}

/** `undefined` where the unit of an output is the same everywhere, as its formula declares it. */
export function outputUnits(
  plan: Plan,
  inputs: Answers,
  position: number,
  count: number,
): OutputUnits | undefined {
  const output = plan.outputs[position];
  const formula = plan.formulas[output?.formula ?? -1];
  const type = formula?.tree.type;
  const hangs = type?.kind === "quantity" && type.unit.variables !== undefined;
  if (output === undefined || formula === undefined || !hangs) return undefined;
  const each = Array.from({ length: count }, (_, index): UnitsOfValue => {
    const of = (display?: string) => formulaUnit(plan, inputs, output.formula, index, display);
    return { unit: of(), display_unit: of(output.tree.shown.unit) };
  });
  const [first] = each;
  const isShared = first !== undefined && each.every(({ unit }) => unit === first.unit);
  return isShared ? { shared: first, each } : { each };
}

const kept = new WeakMap<Tree, Map<string, ReadonlyMap<string, string>>>();

function unitsOf(tree: Tree, of: string): ReadonlyMap<string, string> {
  const known = kept.get(tree) ?? new Map<string, ReadonlyMap<string, string>>();
  kept.set(tree, known);
  const units = known.get(of) ?? memberUnits(tree, of);
  known.set(of, units);
  return units;
}

/** `undefined` for index -1: what has no place because its list is not answered. */
function placeAt(plan: Plan, space: Space, frame: Frame, index: number): Place | undefined {
  if (index < 0) return undefined;
  const { item, time, members } = coordinatesOf(space, frame, index);
  const named = space.enums.map((position, axis): [string, string] => {
    const tree = plan.enums[position]?.tree;
    return [tree?.id ?? "", tree?.members[members[axis] ?? 0]?.id ?? ""];
  });
  return { space, item, time, members: new Map(named) };
}

/** The member that a key names at a place; `undefined` where no answer decides it. */
function memberOf(plan: Plan, inputs: Answers, key: Node, place: Place): string | undefined {
  switch (key.kind) {
    case "member":
      return key.member;
    case "axis":
      return place.members.get(key.axis);
    case "constant":
      return plan.tree.constants[plan.at.constants.get(key.id) ?? -1]?.value;
    case "input": {
      const input = plan.inputs[plan.at.inputs.get(key.id) ?? -1]?.tree;
      const value = answerAt(plan, inputs, key.id, place);
      if (input?.type.kind !== "enum" || value === undefined) return undefined;
      return plan.enums[plan.at.enums.get(input.type.enum) ?? -1]?.tree.members[value]?.id;
    }
    case "formula": {
      // An argument of a component stands for what it was given.
      const body = plan.formulas[plan.at.formulas.get(key.id) ?? -1]?.tree.body;
      return body?.kind === "expr" ? memberOf(plan, inputs, body.value, place) : undefined;
    }
    case "through": {
      const moved = moveTo(plan, inputs, key, place);
      return moved && memberOf(plan, inputs, key.value, moved);
    }
    default:
      return undefined;
  }
}

/** The place that a pointer leads to: another item, or the member of the whole that a member of a part is. */
function moveTo(
  plan: Plan,
  inputs: Answers,
  { list, pointer }: Node & { readonly kind: "through" },
  place: Place,
): Place | undefined {
  if (plan.at.enums.has(list)) {
    const member = memberOf(plan, inputs, pointer, place);
    return member === undefined
      ? undefined
      : { ...place, members: new Map([...place.members, [list, member]]) };
  }
  const item = pointer.kind === "input" ? answerAt(plan, inputs, pointer.id, place) : undefined;
  return item === undefined ? undefined : { ...place, item };
}

/** The position that was answered at a place: a member's or an item's. */
function answerAt(plan: Plan, inputs: Answers, id: string, place: Place): number | undefined {
  const position = plan.at.inputs.get(id) ?? -1;
  const space = plan.inputs[position]?.space;
  if (space === undefined) return undefined;
  const members = space.enums.map((axis) => {
    const one = plan.enums[axis];
    return one?.members.get(place.members.get(one.tree.id) ?? "") ?? 0;
  });
  const time = timeIn(inputs.frame, space, place);
  const index = indexOf(space, inputs.frame, { item: place.item, time, members });
  const value = inputs.values[position]?.[index];
  return typeof value === "number" ? value : undefined;
}

/** The year or part at hand, counted as another value counts it: what is per year is read per part. */
function timeIn(frame: Frame, { time }: Space, { space, item, time: at }: Place): number {
  if (time !== "years" || space.time !== "parts") return at;
  const own = space.ownParts ? space.list : -1;
  const first = space.ownParts ? (frame.lists[own]?.own?.first[item] ?? 0) : 0;
  return partsOf(frame, own).year[first + at] ?? 0;
}
