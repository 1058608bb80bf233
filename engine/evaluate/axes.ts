import { laneOf } from "../lanes/lanes.ts";
import type { Frame, Parts, Plan, Space } from "../plan.ts";
import { firstListSlot, partSlot, type Run, yearSlot } from "./run.ts";

/**
 * Axes: where a value stands along items, years, parts and enum members, as one whole number.
 *
 * The index counts items first, then years or parts, then enums in their written order, the last one fastest. Items with
 * parts of their own have ragged rows: all their parts stand one after another, and the number of such a part tells the
 * item too.
 */
type Positions = Pick<Plan["at"], "lists" | "enums">;

/** Position by id. Errors: throws for an id that the checker has let through though nothing has it. */
export function positionIn(positions: ReadonlyMap<string, number>, id: string): number {
  const position = positions.get(id);
  if (position === undefined) throw new Error(`the tree does not hold ${id}`);
  return position;
}

/** Where a run keeps its place on an axis. */
export function slotOf({ lists, enums }: Positions, axis: string): number {
  if (axis === "years") return yearSlot;
  if (axis === "parts") return partSlot;
  const list = lists.get(axis);
  return firstListSlot + (list ?? lists.size + positionIn(enums, axis));
}

/** The space of a value with these axes; `of` is the list of a field. */
export function spaceOf(
  plan: { readonly at: Positions; readonly lists: Plan["lists"]; readonly enums: Plan["enums"] },
  per: readonly string[],
  of?: string,
): Space {
  const { at } = plan;
  const axes = of === undefined ? per : [of, ...per];
  const times = (["years", "parts"] as const).filter((axis) => axes.includes(axis));
  const [time = "none"] = times;
  const ofLists = axes.filter((axis) => at.lists.has(axis));
  const list = at.lists.get(ofLists[0] ?? "") ?? -1;
  const ownParts = time === "parts" && plan.lists[list]?.cutsItems === true;
  const ofEnums = axes.filter((axis) => at.enums.has(axis));
  const enums = ofEnums.map((axis) => positionIn(at.enums, axis));
  return {
    axes,
    name: axes.join(),
    list,
    time,
    ownParts,
    enums,
    sizes: enums.map((position) => plan.enums[position]?.members.size ?? 0),
    slots: [...(ownParts ? [] : ofLists), ...times, ...ofEnums].map((axis) => slotOf(at, axis)),
  };
}

/** How many places each slot of a space has in a frame. */
export function lengthsOf({ list, time, ownParts, sizes }: Space, frame: Frame): readonly number[] {
  const items = list < 0 ? undefined : frame.lists[list];
  const pieces = time === "none" ? [] : [frame[time].start.length];
  if (ownParts) return [items?.own?.parts.start.length ?? 0, ...sizes];
  return [...(list < 0 ? [] : [items?.count ?? 0]), ...pieces, ...sizes];
}

/** How many values a space holds in a frame. */
export function sizeOf(space: Space, frame: Frame): number {
  return lengthsOf(space, frame).reduce((product, length) => product * length, 1);
}

/** Sets the slots of a space to the place of an index. */
export function settle(at: number[], space: Space, frame: Frame, index: number): void {
  const { slots } = space;
  let rest = index;
  if (slots.length > 1) {
    const lengths = lengthsOf(space, frame);
    for (let axis = slots.length - 1; axis > 0; axis -= 1) {
      const length = lengths[axis] as number;
      at[slots[axis] as number] = rest % length;
      rest = Math.floor(rest / length);
    }
  }
  if (slots.length > 0) at[slots[0] as number] = rest;
}

/** Brings a run to an index of a space, so that expressions along its axes can be evaluated there. */
export function enter(run: Run, space: Space, index: number): void {
  settle(run.at, space, run.frame, index);
  if (space.time === "parts") laneOf(run.plan, "period").settlePart(run.at, space, run.frame);
}

/** The index of a space from the axes at hand. */
export function indexAt({ at, sizes }: Run, slots: readonly number[]): number {
  // One axis or none is the rule, and needs no sizes.
  let index = slots.length === 0 ? 0 : (at[slots[0] as number] as number);
  for (let axis = 1; axis < slots.length; axis += 1) {
    const slot = slots[axis] as number;
    index = index * (sizes[slot] as number) + (at[slot] as number);
  }
  return index;
}

/** The pieces that a space's parts come from. */
export function partsOf(frame: Frame, ownList: number): Parts {
  // An array is slow where it is asked for what stands before its beginning.
  return ownList < 0 ? frame.parts : (frame.lists[ownList]?.own?.parts ?? frame.parts);
}
