import { useRef } from "preact/hooks";
import type { SetReply } from "../../engine/service/protocol.ts";
import type { Known } from "../answers/relevance.ts";
import type { Drafts, SetId } from "./sets.ts";

/**
 * The last result of a set with the draft that it answers. It stays while entries cannot be read, so that questions do
 * not vanish over a slip of the finger.
 */
export function useKnown(
  set: SetId,
  reply: SetReply | undefined,
  drafts: Drafts | undefined,
): Known | undefined {
  const known = useRef<Partial<Record<SetId, Known>>>({});
  const result = reply?.ok ? reply.result : reply?.result;
  if (result !== undefined && drafts !== undefined && known.current[set]?.result !== result) {
    known.current = { ...known.current, [set]: { result, draft: drafts[set] } };
  }
  return known.current[set];
}
