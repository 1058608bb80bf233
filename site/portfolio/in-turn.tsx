import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Draws its children a few at a time, with room between for what a person does. With another key it begins anew. */
export function InTurn({
  atOnce = 1,
  children,
}: {
  readonly atOnce?: number;
  readonly children: readonly (VNode | null)[];
}): VNode {
  const [shown, setShown] = useState(atOnce);
  useEffect(() => {
    if (shown >= children.length) return;
    const timer = setTimeout(() => setShown((now) => now + atOnce));
    return () => clearTimeout(timer);
  }, [shown, children.length]);
  return <>{children.slice(0, shown)}</>;
}
