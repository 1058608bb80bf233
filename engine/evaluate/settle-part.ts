import type { Frame, Space } from "../plan.ts";
import { partsOf } from "./axes.ts";
import { firstListSlot, partSlot, yearSlot } from "./run.ts";

/** Sets the slots that a part tells: its year and, where items have their own parts, its item. */
export function settlePart(at: number[], { ownParts, list }: Space, frame: Frame): void {
  const part = at[partSlot] as number;
  at[yearSlot] = partsOf(frame, ownParts ? list : -1).year[part] as number;
  if (ownParts) at[firstListSlot + list] = itemOfPart(frame.lists[list]?.own?.first, part);
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
