import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { AnswerRecord } from "../../engine/answers/record.ts";
import { longestAnswers, readAnswerText } from "../answers/open-answers.ts";
import type { Out } from "../engine-context.ts";
import { saveFile } from "../out/save-file.ts";
import type { Shared } from "../out/share.ts";
import { still } from "../still.tsx";
import { useDetailsSetting } from "../text/details-setting.ts";
import { draftsOf, type Opened } from "./opened.ts";
import { useOut } from "./use-out.ts";
import { useUnfolding } from "./use-printing.ts";

/**
 * Saving the answers as a file or link, opening a file, printing and clearing: nothing leaves the page but what a
 * person takes along.
 */
export const Files = still(function Files({
  shared,
  hasOwnTables,
  onOpen,
  onReset,
}: {
  /** What a link is to restore, and the answers that are saved. */
  readonly shared: Omit<Shared, "language">;
  readonly hasOwnTables: boolean;
  readonly onOpen: (opened: Opened) => void;
  readonly onReset: () => void;
}): VNode {
  const { form, text, prefix } = useDetailsSetting();
  const [said, setSaid] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [sharing, setSharing] = useState<Out>();
  const bring = useOut();
  const picker = useRef<HTMLInputElement>(null);
  const resetButton = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLElement>(null);
  useUnfolding(box);

  const open = async (file: File): Promise<void> => {
    const read =
      file.size > longestAnswers
        ? ({ ok: false, problem: "too_large" } as const)
        : readAnswerText(form, await file.text());
    if (!read.ok) {
      const { notRead, tooLarge, otherMethodology } = text;
      const sentences = {
        not_answers: notRead,
        too_large: tooLarge,
        other_methodology: otherMethodology,
      };
      return setSaid(sentences[read.problem]);
    }
    const { version, as_of: asOf } = read.record;
    const isOther = version !== undefined && version !== form.version;
    onOpen({ ...draftsOf(form, read.record), asOf, said: "" });
    setSaid(isOther ? text.openedOther(version) : text.opened);
  };
  const settle = (isSure: boolean): void => {
    if (isSure) onReset();
    setAsking(false);
    resetButton.current?.focus();
  };
  const share = async (): Promise<void> => {
    if (sharing !== undefined) return setSharing(undefined);
    const out = await bring?.();
    if (out === undefined) return setSaid(text.notTaken);
    setSaid("");
    setSharing(out);
  };
  return (
    <section class="files" ref={box} aria-labelledby={`${prefix}-files`}>
      <h3 id={`${prefix}-files`}>{text.files}</h3>
      <p class="note">{text.filesHelp}</p>
      <p class="actions">
        {bring !== undefined && (
          <button
            type="button"
            class="secondary"
            aria-expanded={sharing !== undefined}
            onClick={() => void share()}
          >
            {text.share}
          </button>
        )}
        <button type="button" class="secondary" onClick={() => save(shared.record)}>
          {text.save}
        </button>
        <button type="button" class="secondary" onClick={() => picker.current?.click()}>
          {text.open}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={text.open}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void open(file);
            event.currentTarget.value = "";
          }}
        />
        <button type="button" class="secondary" onClick={() => print()}>
          {text.print}
        </button>
        <button
          type="button"
          class="secondary"
          ref={resetButton}
          aria-expanded={isAsking}
          onClick={() => setAsking(!isAsking)}
        >
          {text.reset}
        </button>
      </p>
      {isAsking && (
        <fieldset class="ask">
          <legend class="unseen">{text.reset}</legend>
          <p>{text.resetAsk}</p>
          <p class="actions">
            <button type="button" class="danger" onClick={() => settle(true)}>
              {text.resetYes}
            </button>
            <button type="button" class="secondary" onClick={() => settle(false)}>
              {text.resetNo}
            </button>
          </p>
        </fieldset>
      )}
      <p role="status" class="said">
        {said}
      </p>
      {sharing !== undefined && <sharing.SharePanel shared={shared} hasOwnTables={hasOwnTables} />}
    </section>
  );
});

function save(record: AnswerRecord): void {
  const name = `${record.methodology}-${record.version}-answers.json`;
  saveFile(name, `${JSON.stringify(record, null, 2)}\n`, "application/json");
}
