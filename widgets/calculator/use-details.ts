import { useContext, useEffect, useState } from "preact/hooks";
import { type Details, EngineContext } from "../engine-context.ts";

/** The details, from when they are wanted and have come. */
export function useDetails(isWanted: boolean): Details | undefined {
  const engine = useContext(EngineContext);
  const [details, setDetails] = useState<Details>();
  useEffect(() => {
    if (!isWanted || details !== undefined) return;
    // Without them the form and its figures stay in use.
    engine?.loadDetails().then(setDetails, () => undefined);
  }, [isWanted, details, engine]);
  return details;
}
