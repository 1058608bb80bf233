import type { RefObject } from "preact";
import { useContext, useEffect, useLayoutEffect, useState } from "preact/hooks";
import { type Details, type Engine, EngineContext } from "../engine-context.ts";

/** What has come for one calculator of a page is there for the others. */
const arrived = new WeakMap<Engine["loadDetails"], Details>();

/** The details, from when they are wanted and have come, with their styles in the tree where they stand. */
export function useDetails(
  isWanted: boolean,
  inside: RefObject<Element | null>,
): Details | undefined {
  const load = useContext(EngineContext)?.loadDetails;
  const [own, setOwn] = useState<Details>();
  const known = own ?? (load && arrived.get(load));
  const details = isWanted ? known : undefined;
  useLayoutEffect(() => {
    const root = inside.current?.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot) details?.adoptStyles(root);
  }, [details, inside]);
  useEffect(() => {
    if (!isWanted || load === undefined || known !== undefined) return;
    const take = (loaded: Details): void => {
      arrived.set(load, loaded);
      setOwn(loaded);
    };
    // Without them the form and its figures stay in use.
    load().then(take, () => undefined);
  }, [isWanted, known, load]);
  return details;
}
