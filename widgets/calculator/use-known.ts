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
  const draft = drafts?.[set];
  const last = known.current[set];
  const isNew = last?.result !== result || last?.draft !== draft;
  if (result !== undefined && draft !== undefined && isNew) {
    known.current = { ...known.current, [set]: { result, draft } };
  }
  return known.current[set];
}
