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

/** The space of a value with these axes; `list` is the list of a field. */
export function spaceOf(
  plan: { readonly at: Positions; readonly lists: Plan["lists"]; readonly enums: Plan["enums"] },
  per: readonly string[],
  list?: string,
): Space {
  const axes = list === undefined ? per : [list, ...per];
  let listPosition = -1;
  let time: Space["time"] = "none";
  const enums: number[] = [];
  for (const axis of axes) {
    const position = plan.at.lists.get(axis);
    if (axis === "years" || axis === "parts") time = axis;
    else if (position !== undefined) listPosition = position;
    else enums.push(positionIn(plan.at.enums, axis));
  }
  return {
    axes,
    name: axes.join(),
    list: listPosition,
    time,
    ownParts: time === "parts" && plan.lists[listPosition]?.cutsItems === true,
    enums,
    sizes: enums.map((position) => plan.enums[position]?.tree.members.length ?? 0),
  };
}

/** Position by id. Errors: throws for an id that the checker has let through though nothing has it. */
export function positionIn(positions: ReadonlyMap<string, number>, id: string): number {
  const position = positions.get(id);
  if (position === undefined) throw new Error(`the tree names ${id}, which it does not hold`);
  return position;
}

/** How many values a space holds in a frame. */
export function sizeOf(space: Space, frame: Frame): number {
  let size = 1;
  if (space.ownParts) size = frame.lists[space.list]?.own?.parts.start.length ?? 0;
  else {
    if (space.list >= 0) size = frame.lists[space.list]?.count ?? 0;
    if (space.time === "years") size *= frame.years.start.length;
    if (space.time === "parts") size *= frame.parts.start.length;
  }
  for (const members of space.sizes) size *= members;
  return size;
}

/** Where a value stands: item from 0, position of the year or part (among its item's own), members in their order. */
export interface Coordinates {
  readonly item: number;
  readonly time: number;
  readonly members: readonly number[];
}

/** The index of a value. */
export function indexOf(space: Space, frame: Frame, coordinates: Coordinates): number {
  let index = 0;
  if (space.ownParts) {
    index = (frame.lists[space.list]?.own?.first[coordinates.item] ?? 0) + coordinates.time;
  } else {
    if (space.list >= 0) index = coordinates.item;
    if (space.time === "years") index = index * frame.years.start.length + coordinates.time;
    if (space.time === "parts") index = index * frame.parts.start.length + coordinates.time;
  }
  for (let axis = 0; axis < space.enums.length; axis += 1) {
    index = index * (space.sizes[axis] as number) + (coordinates.members[axis] ?? 0);
  }
  return index;
}

/** The place of an index, the other way round. */
export function coordinatesOf(space: Space, frame: Frame, index: number): Coordinates {
  const members: number[] = [];
  let rest = index;
  for (let axis = space.enums.length - 1; axis >= 0; axis -= 1) {
    const size = space.sizes[axis] as number;
    members[axis] = rest % size;
    rest = Math.floor(rest / size);
  }
  if (space.ownParts) {
    const first = frame.lists[space.list]?.own?.first ?? new Int32Array(1);
    const item = itemOfPart(first, rest);
    return { item, time: rest - (first[item] as number), members };
  }
  if (space.time === "none") return { item: rest, time: 0, members };
  const pieces = (space.time === "years" ? frame.years : frame.parts).start.length;
  return { item: Math.floor(rest / pieces), time: rest % pieces, members };
}

/** The last item whose first part is not after this one. */
function itemOfPart(first: Int32Array, part: number): number {
  let low = 0;
  let high = first.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((first[middle] as number) <= part) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The pieces that a space's parts come from. */
export function partsOf(frame: Frame, ownList: number): Parts {
  return (ownList < 0 ? undefined : frame.lists[ownList]?.own?.parts) ?? frame.parts;
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
  const at: Record<string, string> = {};
  const { item, time, members } = coordinatesOf(space, frame, index);
  for (const axis of space.axes) {
    if (axis === "years") at[axis] = printFiscalYear(frame.firstYear + time);
    else if (axis === "parts") {
      const first = space.ownParts ? (frame.lists[space.list]?.own?.first[item] ?? 0) : 0;
      at[axis] = printDay(
        partsOf(frame, space.ownParts ? space.list : -1).start[first + time] as number,
      );
    } else if (plan.at.lists.has(axis)) at[axis] = String(item + 1);
    else {
      const position = positionIn(plan.at.enums, axis);
      const member = members[space.enums.indexOf(position)] ?? 0;
      at[axis] = plan.enums[position]?.tree.members[member]?.id ?? "";
    }
  }
  return at;
}

/** Brings a run to an index of a space, so that expressions along its axes can be evaluated there. */
export function enter(run: Run, space: Space, index: number): void {
  const { item, time, members } = coordinatesOf(space, run.frame, index);
  if (space.list >= 0) run.at[firstListSlot + space.list] = item;
  if (space.time === "years") run.at[yearSlot] = time;
  if (space.time === "parts") {
    const own = space.ownParts ? space.list : -1;
    const part = time + (own < 0 ? 0 : (run.frame.lists[own]?.own?.first[item] ?? 0));
    run.at[partSlot] = part;
    run.at[yearSlot] = partsOf(run.frame, own).year[part] as number;
  }
  for (let axis = 0; axis < members.length; axis += 1) {
    run.at[enumSlot(run.plan, space.enums[axis] as number)] = members[axis] as number;
  }
}

export function enumSlot(plan: Pick<Plan, "lists">, position: number): number {
  return firstListSlot + plan.lists.length + position;
}

/** A space without axes, and one whose index must be counted from several. */
export const noSlot = -1;
export const manySlots = -2;

/** The one slot that is a space's index, which saves the call of a closure. */
export function slotOf(plan: Pick<Plan, "lists">, space: Space): number {
  if (space.ownParts) return space.enums.length === 0 ? partSlot : manySlots;
  const slots = space.enums.map((position) => enumSlot(plan, position));
  if (space.list >= 0) slots.push(firstListSlot + space.list);
  if (space.time !== "none") slots.push(space.time === "years" ? yearSlot : partSlot);
  return slots.length === 0 ? noSlot : slots.length === 1 ? (slots[0] as number) : manySlots;
}

/** A closure that counts the index of a space from the axes at hand. */
export function indexReader(plan: Pick<Plan, "lists">, space: Space): (run: Run) => number {
  const { list, time, ownParts, enums, sizes } = space;
  const slots = enums.map((position) => enumSlot(plan, position));
  const listSlot = firstListSlot + list;
  return (run) => {
    const { at } = run;
    let index = list < 0 || ownParts ? 0 : (at[listSlot] as number);
    if (time === "years") index = index * run.yearCount + (at[yearSlot] as number);
    else if (time === "parts") index = index * run.partCount + (at[partSlot] as number);
    for (let axis = 0; axis < slots.length; axis += 1) {
      index = index * (sizes[axis] as number) + (at[slots[axis] as number] as number);
    }
    return index;
  };
}
