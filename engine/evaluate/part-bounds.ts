import { partsOf } from "./axes.ts";
import { uncutAt } from "./cuts.ts";
import type { Domain } from "./domain.ts";
import { firstListSlot, yearSlot } from "./run.ts";

/** The parts of the whole period or of the year at hand; of the item at hand where items have their own. */
export function partBounds(isOfYear: boolean, own: number): Domain["bounds"] {
  return (run) => {
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
  };
}
