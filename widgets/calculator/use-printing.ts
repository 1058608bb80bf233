import { options, type RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/**
 * Whether the page is being printed. Before it is, what is folded away and matters is unfolded, and drawn at once: the
 * browser takes its picture when the event ends.
 */
export function usePrinting(root: RefObject<HTMLElement | null>): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    let unfolded: HTMLDetailsElement[] = [];
    const begin = (): void => {
      drawAtOnce(() => setPrinting(true));
      const folded = root.current?.querySelectorAll<HTMLDetailsElement>(
        "details.group:not([open])",
      );
      unfolded = [...(folded ?? [])];
      for (const one of unfolded) one.open = true;
    };
    const end = (): void => {
      setPrinting(false);
      for (const one of unfolded) one.open = false;
      unfolded = [];
    };
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, [root]);
  return isPrinting;
}

/** Runs a change of state and its drawing before it returns. */
function drawAtOnce(change: () => void): void {
  const before = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  change();
  if (before === undefined) delete options.debounceRendering;
  else options.debounceRendering = before;
}
