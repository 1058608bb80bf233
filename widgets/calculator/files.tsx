import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { AnswerRecord, AnswerSet } from "../../engine/answers/record.ts";
import { type Draft, emptyDraft } from "../answers/draft.ts";
import { draftOf, readAnswerFile } from "../answers/open-answers.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import type { Drafts, SetId } from "./sets.ts";
import { useUnfolding } from "./use-printing.ts";

/** Saving the answers as a file, opening one, printing and clearing: nothing leaves the page but what is saved here. */
export function Files({
  record,
  onOpen,
  onReset,
}: {
  readonly record: () => AnswerRecord;
  /** Takes over what a file holds: its drafts, its day, and the set to begin with. */
  readonly onOpen: (drafts: Drafts, asOf: string | undefined, first: SetId) => void;
  readonly onReset: () => void;
}): VNode {
  const { form, text, prefix } = useDetailsSetting();
  const [said, setSaid] = useState("");
  const [isAsking, setAsking] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const resetButton = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLElement>(null);
  useUnfolding(box);

  const open = async (file: File): Promise<void> => {
    const read = readAnswerFile(form, await file.text());
    if (read === undefined) return setSaid(text.notRead);
    const { plan, actual } = read.sets;
    const open = (set: AnswerSet | undefined): Draft =>
      set === undefined ? emptyDraft(form) : draftOf(form, set);
    const first = plan === undefined ? "actual" : "plan";
    onOpen({ plan: open(plan), actual: open(actual) }, read.as_of, first);
    const isOther = read.version !== undefined && read.version !== form.version;
    setSaid(isOther ? text.openedOther(read.version ?? "") : text.opened);
  };
  const settle = (isSure: boolean): void => {
    if (isSure) onReset();
    setAsking(false);
    resetButton.current?.focus();
  };
  return (
    <section class="files" ref={box} aria-labelledby={`${prefix}-files`}>
      <h3 id={`${prefix}-files`}>{text.files}</h3>
      <p class="note">{text.filesHelp}</p>
      <p class="actions">
        <button type="button" class="secondary" onClick={() => save(record())}>
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
    </section>
  );
}

/** Hands the record over as a file of the browser's own download. */
function save(record: AnswerRecord): void {
  const blob = new Blob([`${JSON.stringify(record, null, 2)}\n`], { type: "application/json" });
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = `${record.methodology}-${record.version}-answers.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
