import type { VNode } from "preact";
import { useContext, useRef, useState } from "preact/hooks";
import { EngineContext } from "../engine-context.ts";
import { useOutSetting } from "../text/out-text.ts";
import { QrCode } from "./qr-code.tsx";
import { type Shared, shareFragment } from "./share.ts";

/** The longest address that is still a code which a phone reads. */
const longestCode = 1_200;

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
  const [said, setSaid] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  if (pageOf === undefined) return <p class="note">{out.shareNoPage}</p>;
  const address = pageOf(form.id, language) + shareFragment({ ...shared, language });
  const id = `${prefix}-share`;
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(address);
      setSaid(out.shareCopied);
    } catch {
      setSaid(out.shareNotCopied);
    }
  };
  return (
    <div class="share">
      <label for={id}>{out.shareAddress}</label>
      <p class="hint" id={`${id}-hint`}>
        {out.shareHelp}
      </p>
      <textarea
        id={id}
        ref={field}
        readOnly
        rows={3}
        value={address}
        aria-describedby={`${id}-hint`}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p class="actions">
        <button type="button" class="secondary" onClick={() => void copy()}>
          {out.shareCopy}
        </button>
      </p>
      <p role="status" class="said">
        {said}
      </p>
      {hasOwnTables && <p class="note">{out.shareOwnTables}</p>}
      {address.length <= longestCode ? (
        <QrCode address={address} name={out.shareCode} />
      ) : (
        <p class="note">{out.shareTooLong(address.length)}</p>
      )}
    </div>
  );
}
