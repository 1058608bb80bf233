import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../build/page.ts";

/**
 * Draws its children a few at a time, with room between for what a person does. With another `turn` each is drawn anew when it
 * is its turn, and stays as it is until then; with another key all are gone and it begins anew.
 */
export function InTurn({
  atOnce = 1,
  turn = "",
  isWhole = false,
  lang,
  children,
}: {
  readonly atOnce?: number;
  readonly turn?: string;
  /** All are there from the first; only other turns come in parts. */
  readonly isWhole?: boolean;
  /** Puts each into a part that says its language: with another language of the page, only what is drawn anew changes. */
  readonly lang?: Language;
  readonly children: readonly (VNode | null)[];
}): VNode {
  const [done, setDone] = useState({ turn, count: isWhole ? children.length : atOnce });
  const drawn = useRef<readonly (VNode | null)[]>([]);
  const count = done.turn === turn ? done.count : atOnce;
  useEffect(() => {
    if (count >= children.length) return;
    const timer = setTimeout(() => setDone({ turn, count: count + atOnce }));
    return () => clearTimeout(timer);
  }, [turn, count, children.length]);
  // The same node again is not compared with what is there.
  drawn.current = children.map((child, at) => {
    if (at >= count) return drawn.current[at] ?? null;
    if (lang === undefined) return child;
    return (
      <div key={at} lang={lang}>
        {child}
      </div>
    );
  });
  return <>{drawn.current}</>;
}
