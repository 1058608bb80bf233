import { laneOf } from "../lanes/lanes.ts";
import type { Absent, Plan } from "../plan.ts";
import { slotOf } from "./axes.ts";
import { listAbsent } from "./lists.ts";
import { partSlot, type Run } from "./run.ts";
import type { TimeAtHand } from "./time.ts";

/**
 * What a function over an axis runs over: fiscal years, parts (of the year at hand, where there is one), members, or
 * items (of a dated list those of the year or part at hand).
 */
export interface Domain {
  readonly axis: string;
  /** Sets `run.from` and `run.to`; a value where there is nothing to run over because something is not known. */
  readonly bounds: (run: Run) => Absent | undefined;
  /** Where the element at hand is kept. */
  readonly slot: number;
  /** Position of the list whose items have these parts, or -1. */
  readonly own: number;
  /** Whether an element is among those at hand; absent where all are. */
  readonly isIn: ((run: Run, element: number) => boolean) | undefined;
}

/** All years, members or items, or the parts at hand. */
export function domainOf(plan: Plan, axis: string, time: TimeAtHand, own: number): Domain {
  const slot = slotOf(plan.at, axis);
  const list = plan.at.lists.get(axis);
  const ofAll = (run: Run): Absent | undefined => {
    const absent = list === undefined ? undefined : listAbsent(run, list);
    run.from = 0;
    run.to = absent === undefined ? (run.sizes[slot] as number) : 0;
    return absent === "hidden" ? undefined : absent;
  };
  const bounds =
    slot === partSlot ? laneOf(plan, "period").partBounds(time.kind === "years", own) : ofAll;
  return { axis, slot, own, bounds, isIn: undefined };
}
