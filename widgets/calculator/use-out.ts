import { useContext } from "preact/hooks";
import { EngineContext, type Out } from "../engine-context.ts";

/**
 * What brings the part of a calculator that waits for a press of a button; absent where a page does not offer it. It
 * gives nothing where that part cannot be loaded.
 */
export function useOut(): (() => Promise<Out | undefined>) | undefined {
  const load = useContext(EngineContext)?.loadOut;
  return load && (() => load().catch(() => undefined));
}
