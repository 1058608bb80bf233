import type { VNode } from "preact";
import { useMemo } from "preact/hooks";

/** Draws again only when one of the values that it is drawn of is another. */
export function Kept({
  of,
  draw,
}: {
  readonly of: readonly unknown[];
  readonly draw: () => VNode;
}): VNode {
  return useMemo(draw, of);
}
