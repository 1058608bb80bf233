import { useRef } from "preact/hooks";
import { kept } from "./answers/kept.ts";

/** Plain data with all that has not changed since it was drawn last as it was then. */
export function useKept<T>(value: T): T {
  const last = useRef(value);
  last.current = kept(last.current, value);
  return last.current;
}
