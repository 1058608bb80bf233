import type { VNode } from "preact";
import { useContext } from "preact/hooks";
import { EngineContext } from "../engine-context.ts";
import { useOutSetting } from "../text/out-text.ts";
import { type Shared, shareFragment } from "./share.ts";
import { ShareAddress } from "./share-address.tsx";

/** A link that opens with the answers as they are now, and its code for a phone where it is short enough. */
export function SharePanel({
  shared,
  hasOwnTables,
}: {
  readonly shared: Omit<Shared, "language">;
  readonly hasOwnTables: boolean;
}): VNode {
  const { out, language, form, prefix } = useOutSetting();
  const pageOf = useContext(EngineContext)?.pageOf;
  if (pageOf === undefined) return <p class="note">{out.shareNoPage}</p>;
  const address = pageOf(form.id, language) + shareFragment({ ...shared, language });
  return (
    <ShareAddress id={`${prefix}-share`} address={address}>
      {hasOwnTables && <p class="note">{out.shareOwnTables}</p>}
    </ShareAddress>
  );
}
