import type { Frame, Space } from "../plan.ts";
import { lengthsOf, settle } from "./axes.ts";
import { firstListSlot, partSlot, yearSlot } from "./run.ts";
import { settlePart } from "./settle-part.ts";

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
  if (space.time === "parts") settlePart(at, space, frame);
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
