import { options, type RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Whether the page is being printed. It is drawn at once: the browser takes its picture when the event ends. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(
    () =>
      listen(
        () => drawAtOnce(() => setPrinting(true)),
        () => setPrinting(false),
      ),
    [],
  );
  return isPrinting;
}

/**
 * Unfolds, while a calculator is being printed, the groups that hold answers and the lists under the result. Groups
 * without answers stay folded and are left out on paper; so is the explanation, unless a reader has opened it.
 */
export function useUnfolding(inside: RefObject<Element | null>): void {
  useEffect(() => {
    let unfolded: HTMLDetailsElement[] = [];
    return listen(
      () => {
        const folded = inside.current
          ?.closest(".santei")
          ?.querySelectorAll<HTMLDetailsElement>("details.group:not([open], .explanation)");
        unfolded = [...(folded ?? [])].filter(
          (one) => one.querySelector("summary .count") !== null,
        );
        for (const one of unfolded) one.open = true;
      },
      () => {
        for (const one of unfolded) one.open = false;
        unfolded = [];
      },
    );
  }, [inside]);
}

function listen(begin: () => void, end: () => void): () => void {
  addEventListener("beforeprint", begin);
  addEventListener("afterprint", end);
  return () => {
    removeEventListener("beforeprint", begin);
    removeEventListener("afterprint", end);
  };
}

/** Runs a change of state and its drawing before it returns. */
function drawAtOnce(change: () => void): void {
  const before = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  change();
  if (before === undefined) delete options.debounceRendering;
  else options.debounceRendering = before;
}
