import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";

const used = ["pointermove", "pointerdown", "keydown"] as const;

/**
 * Keeps what a reader is at where it stands on the screen, while questions come and go above it: a second press that
 * follows quickly on a first must not meet another question than the one it was meant for.
 *
 * What the reader is at is what the pointer or a key met last. Its place is taken while the new questions are not there
 * yet, and once they are the page is scrolled by as much as it has moved. Asking for a place lays out the page, so that is
 * done only when one of the `reasons` for another set of questions has changed.
 */
export function useSteadyPlace(reasons: readonly unknown[]): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const met = useRef<Element | undefined>(undefined);
  useEffect(() => {
    const watch = new AbortController();
    const options = { signal: watch.signal, passive: true };
    const meet = ({ target }: Event): void => {
      if (target instanceof Element) met.current = target;
    };
    for (const name of used) box.current?.addEventListener(name, meet, options);
    return () => watch.abort();
  }, []);
  const place = (): number | undefined =>
    met.current?.isConnected ? met.current.getBoundingClientRect().top : undefined;
  const before = useMemo(() => ({ place: place() }), reasons).place;
  useLayoutEffect(() => {
    const after = before === undefined ? undefined : place();
    if (before === undefined || after === undefined || Math.abs(after - before) < 1) return;
    scrollBy({ top: after - before, behavior: "instant" });
  }, reasons);
  return box;
}
