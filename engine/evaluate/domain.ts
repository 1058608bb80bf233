import type { Label } from "../methodology/schema.ts";
import type { Absent, Parts, Plan } from "../plan.ts";
import { enumSlot, partsOf, positionIn } from "./axes.ts";
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
  readonly label: Label | undefined;
  /** Sets `run.from` and `run.to`; a value where there is nothing to run over because something is not known. */
  readonly bounds: (run: Run) => Absent | undefined;
  /** Where the element at hand is kept. */
  readonly slot: number;
  /** Position of the list whose items have these parts, -1 for those of all; -2 where elements are no parts. */
  readonly partsOf: number;
  /** Whether an element is among those at hand; absent where all are. */
  readonly isIn: ((run: Run, element: number) => boolean) | undefined;
}

/** Elements that are no parts. */
export const noParts = -2;

export function yearDomain(): Domain {
  return countedDomain("years", yearSlot, (run) => run.yearCount);
}

export function enumDomain(plan: Plan, axis: string): Domain {
  const position = positionIn(plan.at.enums, axis);
  const size = plan.enums[position]?.tree.members.length ?? 0;
  return countedDomain(axis, enumSlot(plan, position), () => size);
}

function countedDomain(axis: string, slot: number, count: (run: Run) => number): Domain {
  return {
    axis,
    label: undefined,
    bounds(run) {
      run.from = 0;
      run.to = count(run);
      return undefined;
    },
    slot,
    partsOf: noParts,
    isIn: undefined,
  };
}

/** The parts of the whole period or of the year at hand; of the item at hand where items have their own. */
export function partDomain(time: TimeAtHand, own: number): Domain {
  const ofYear = time.kind === "years";
  return {
    axis: "parts",
    label: undefined,
    bounds(run) {
      const parts = partsOf(run.frame, own);
      let from = 0;
      let to = parts.start.length;
      if (own >= 0) {
        const first = run.frame.lists[own]?.own?.first as Int32Array;
        const item = run.at[firstListSlot + own] as number;
        from = first[item] as number;
        to = first[item + 1] as number;
      }
      const absent = uncutAt(run, own);
      if (absent !== undefined) return absent;
      if (ofYear) {
        const year = run.at[yearSlot] as number;
        from = firstOfYear(parts, from, to, year);
        to = firstOfYear(parts, from, to, year + 1);
      }
      run.from = from;
      run.to = to;
      return undefined;
    },
    slot: partSlot,
    partsOf: own,
    isIn: undefined,
  };
}

/** The first of some consecutive parts that does not lie before a year. */
function firstOfYear({ year }: Parts, from: number, to: number, wanted: number): number {
  let place = from;
  while (place < to && (year[place] as number) < wanted) place += 1;
  return place;
}

export function listDomain(plan: Plan, axis: string): Domain {
  const position = positionIn(plan.at.lists, axis);
  return {
    axis,
    label: plan.lists[position]?.tree.label,
    bounds(run) {
      const absent = listAbsent(run, position);
      run.from = 0;
      run.to = absent === undefined ? (run.frame.lists[position]?.count ?? 0) : 0;
      return absent === "hidden" ? undefined : absent;
    },
    slot: firstListSlot + position,
    partsOf: noParts,
    isIn: undefined,
  };
}
