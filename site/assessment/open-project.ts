import type { AssessmentResult, Bounds } from "../../engine/assessment/assessment.ts";
import { largest } from "../../widgets/result/lengths.ts";

/**
 * The project whose next answer is worth most: the first without figures, else the one whose ends are farthest apart.
 * None where every figure is exact.
 */
export function openProject({ projects }: AssessmentResult): string | undefined {
  const counted = projects.filter(({ leftOut }) => !leftOut);
  const wanting = counted.find(({ status }) => status === "needs_answers");
  if (wanting !== undefined) return wanting.id;
  const widths = counted.map(({ sums }) => widthOf(sums?.whole));
  const widest = largest(widths);
  const at = widths.findIndex((width) => width === widest && /[1-9]/.test(width));
  if (at >= 0) return counted[at]?.id;
  return counted.find(({ missing }) => missing.length > 0)?.id;
}

/** How far the ends of whole tonnes are apart, as whole digits. */
export function widthOf(bounds: Bounds | undefined): string {
  const whole = /^-?\d+$/;
  if (bounds === undefined || !whole.test(bounds.low) || !whole.test(bounds.high)) return "0";
  return (BigInt(bounds.high) - BigInt(bounds.low)).toString();
}
