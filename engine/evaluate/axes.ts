import { printDay, printFiscalYear } from "../methodology/period.ts";
import type { Frame, Parts, Plan, Space } from "../plan.ts";
import type { At } from "../result/result.ts";
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
  const time = axes.includes("years") ? "years" : axes.includes("parts") ? "parts" : "none";
  const name = axes.find((axis) => at.lists.has(axis));
  const list = name === undefined ? -1 : positionIn(at.lists, name);
  const ownParts = time === "parts" && plan.lists[list]?.cutsItems === true;
  const ofEnums = axes.filter((axis) => at.enums.has(axis));
  const outer = [
    ...(name === undefined || ownParts ? [] : [name]),
    ...(time === "none" ? [] : [time]),
  ];
  const enums = ofEnums.map((axis) => positionIn(at.enums, axis));
  return {
    axes,
    name: axes.join(),
    list,
    time,
    ownParts,
    enums,
    sizes: enums.map((position) => plan.enums[position]?.members.size ?? 0),
    slots: [...outer, ...ofEnums].map((axis) => slotOf(at, axis)),
  };
}

/** How many places each slot of a space has in a frame. */
function lengthsOf({ list, time, ownParts, sizes }: Space, frame: Frame): readonly number[] {
  const items = list < 0 ? undefined : frame.lists[list];
  const pieces = time === "none" ? [] : [frame[time].start.length];
  if (ownParts) return [items?.own?.parts.start.length ?? 0, ...sizes];
  return [...(list < 0 ? [] : [items?.count ?? 0]), ...pieces, ...sizes];
}

/** How many values a space holds in a frame. */
export function sizeOf(space: Space, frame: Frame): number {
  return lengthsOf(space, frame).reduce((product, length) => product * length, 1);
}

/** Sets the slots of a space to the place of an index; of parts the year and, where items have their own, the item too. */
function settle(at: number[], space: Space, frame: Frame, index: number): void {
  const { slots, list } = space;
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
  if (space.time !== "parts") return;
  const part = at[partSlot] as number;
  at[yearSlot] = partsOf(frame, space.ownParts ? list : -1).year[part] as number;
  if (space.ownParts) at[firstListSlot + list] = itemOfPart(frame.lists[list]?.own?.first, part);
}

/** The last item whose first part is not after this one. */
function itemOfPart(first: Int32Array = new Int32Array(2), part = 0): number {
  let low = 0;
  let high = first.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((first[middle] as number) <= part) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Brings a run to an index of a space, so that expressions along its axes can be evaluated there. */
export function enter(run: Run, space: Space, index: number): void {
  settle(run.at as number[], space, run.frame, index);
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

/** Where a value stands: item from 0, position of the year or part (among its item's own), members in their order. */
export interface Coordinates {
  readonly item: number;
  readonly time: number;
  readonly members: readonly number[];
}

/** The place of an index. */
export function coordinatesOf(space: Space, frame: Frame, index: number): Coordinates {
  const { slots, enums, time, list } = space;
  const at: number[] = [];
  settle(at, space, frame, index);
  const item = at[firstListSlot + list] ?? 0;
  const first = space.ownParts ? (frame.lists[list]?.own?.first[item] ?? 0) : 0;
  return {
    item: list < 0 ? 0 : item,
    time: time === "none" ? 0 : (at[time === "years" ? yearSlot : partSlot] as number) - first,
    members: slots.slice(slots.length - enums.length).map((slot) => at[slot] as number),
  };
}

/** The index of a place, the other way round. */
export function indexOf(space: Space, frame: Frame, { item, time, members }: Coordinates): number {
  const first = space.ownParts ? (frame.lists[space.list]?.own?.first[item] ?? 0) : 0;
  const places = [
    ...(space.list < 0 || space.ownParts ? [] : [item]),
    ...(space.time === "none" ? [] : [first + time]),
    ...space.sizes.map((_, axis) => members[axis] ?? 0),
  ];
  const lengths = lengthsOf(space, frame);
  return places.reduce((index, place, axis) => index * (lengths[axis] as number) + place, 0);
}

/**
 * Where a value stands, as text: items from 1, `FY2023`, the first day of a part, members by id. Index -1, of what has no
 * place because its list is not answered, is nowhere.
 */
export function placeOf(plan: Plan, space: Space, frame: Frame, index: number): At {
  if (index < 0 || space.axes.length === 0) return nowhere;
  const spaces = placesByFrame.get(frame) ?? new Map<string, At[]>();
  placesByFrame.set(frame, spaces);
  const places = spaces.get(space.name) ?? [];
  spaces.set(space.name, places);
  places[index] ??= writePlace(plan, space, frame, index);
  return places[index];
}

/** Places as they were written; everything that stands in one place shares it, which makes results light to post. */
const placesByFrame = new WeakMap<Frame, Map<string, At[]>>();
const nowhere: At = {};

function writePlace(plan: Plan, space: Space, frame: Frame, index: number): At {
  const at: number[] = [];
  settle(at, space, frame, index);
  const parts = partsOf(frame, space.ownParts ? space.list : -1);
  return Object.fromEntries(
    space.axes.map((axis) => {
      const place = at[slotOf(plan.at, axis)] as number;
      if (axis === "years") return [axis, printFiscalYear(frame.firstYear + place)];
      if (axis === "parts") return [axis, printDay(parts.start[place] as number)];
      const members = plan.enums[plan.at.enums.get(axis) ?? -1]?.tree.members;
      return [axis, members === undefined ? String(place + 1) : (members[place]?.id ?? "")];
    }),
  );
}
