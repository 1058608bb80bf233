import type { ComponentChildren, VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { useOutSetting } from "../text/out-text.ts";
import { QrCode } from "./qr-code.tsx";

/** The longest address that is still a code which a phone reads. */
const longestCode = 1_200;

/** An address to copy, and its code for a phone where it is short enough. */
export function ShareAddress({
  id,
  address,
  children,
}: {
  readonly id: string;
  readonly address: string;
  /** What has to be said of the address, if anything. */
  readonly children?: ComponentChildren;
}): VNode {
  const { out } = useOutSetting();
  const [said, setSaid] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
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
      {children}
      {address.length <= longestCode ? (
        <QrCode address={address} name={out.shareCode} />
      ) : (
        <p class="note">{out.shareTooLong(address.length)}</p>
      )}
    </div>
  );
}
