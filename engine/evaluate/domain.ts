import type { Absent, Plan } from "../plan.ts";
import { partsOf, slotOf } from "./axes.ts";
import { uncutAt } from "./cuts.ts";
import { listAbsent } from "./lists.ts";
import { firstListSlot, partSlot, type Run, yearSlot } from "./run.ts";
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
  const bounds = (run: Run): Absent | undefined => {
    const absent = list === undefined ? undefined : listAbsent(run, list);
    run.from = 0;
    run.to = absent === undefined ? (run.sizes[slot] as number) : 0;
    return absent === "hidden" ? undefined : absent;
  };
  const ofParts = (run: Run) => boundParts(run, time.kind === "years", own);
  return { axis, slot, own, bounds: slot === partSlot ? ofParts : bounds, isIn: undefined };
}

/** The parts of the whole period or of the year at hand; of the item at hand where items have their own. */
function boundParts(run: Run, isOfYear: boolean, own: number): Absent | undefined {
  const { at, frame } = run;
  const { year } = partsOf(frame, own);
  const first = own < 0 ? undefined : frame.lists[own]?.own?.first;
  const item = first === undefined ? 0 : (at[firstListSlot + own] as number);
  let from = first?.[item] ?? 0;
  let to = first?.[item + 1] ?? year.length;
  if (isOfYear) {
    // Parts follow each other in time, so those of one year stand together.
    const wanted = at[yearSlot] as number;
    while (from < to && (year[from] as number) < wanted) from += 1;
    while (to > from && (year[to - 1] as number) > wanted) to -= 1;
  }
  run.from = from;
  run.to = to;
  return uncutAt(run, own);
}
