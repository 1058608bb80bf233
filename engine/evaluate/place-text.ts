import { laneOf } from "../lanes/lanes.ts";
import { printFiscalYear } from "../methodology/period.ts";
import type { Frame, Plan, Space } from "../plan.ts";
import type { At } from "../result/result.ts";
import { partsOf, settle, slotOf } from "./axes.ts";

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
  if (space.time === "parts") laneOf(plan, "period").settlePart(at, space, frame);
  const parts = partsOf(frame, space.ownParts ? space.list : -1);
  return Object.fromEntries(
    space.axes.map((axis) => {
      const place = at[slotOf(plan.at, axis)] as number;
      if (axis === "years") return [axis, printFiscalYear(frame.firstYear + place)];
      if (axis === "parts")
        return [axis, laneOf(plan, "period").printDay(parts.start[place] as number)];
      const members = plan.enums[plan.at.enums.get(axis) ?? -1]?.tree.members;
      return [axis, members === undefined ? String(place + 1) : (members[place]?.id ?? "")];
    }),
  );
}
