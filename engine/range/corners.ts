import type { Span } from "../plan.ts";
import { direction } from "./slopes.ts";

/** Ends at which unknowns are held, by unknown. */
export type Corner = ReadonlyMap<string, "low" | "high">;

/** The corners where a range has its ends; `undefined` where it does not move one way with every unknown. */
export function cornersOf({
  slopes,
}: Span): { readonly low: Corner; readonly high: Corner } | undefined {
  if (slopes === undefined) return undefined;
  const low = new Map<string, "low" | "high">();
  const high = new Map<string, "low" | "high">();
  for (const [unknown, slope] of slopes) {
    const way = direction(slope);
    if (way === undefined) return undefined;
    low.set(unknown, way >= 0 ? "low" : "high");
    high.set(unknown, way >= 0 ? "high" : "low");
  }
  return { low, high };
}

/** Both corners in one, where they do not contradict each other: what one does not hold has no influence on it. */
export function joinCorner(one: Corner, other: Corner): Corner | undefined {
  for (const [unknown, end] of other) {
    const held = one.get(unknown);
    if (held !== undefined && held !== end) return undefined;
  }
  return new Map([...one, ...other]);
}
