import type { RefObject } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { type Details, EngineContext } from "../engine-context.ts";

/** The details, from when they are wanted and have come, with their styles in the tree where they stand. */
export function useDetails(
  isWanted: boolean,
  inside: RefObject<Element | null>,
): Details | undefined {
  const engine = useContext(EngineContext);
  const [details, setDetails] = useState<Details>();
  useEffect(() => {
    if (!isWanted || details !== undefined) return;
    const take = (loaded: Details): void => {
      const root = inside.current?.getRootNode();
      if (root instanceof Document || root instanceof ShadowRoot) loaded.adoptStyles(root);
      setDetails(loaded);
    };
    // Without them the form and its figures stay in use.
    engine?.loadDetails().then(take, () => undefined);
  }, [isWanted, details, engine, inside]);
  return details;
}
