import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { AssessmentRecord } from "../../engine/assessment/assessment.ts";
import type { Issue } from "../../engine/issue.ts";
import { longestAnswers } from "../../widgets/answers/open-answers.ts";
import { saveFile } from "../../widgets/out/save-file.ts";
import { ShareAddress } from "../../widgets/out/share-address.tsx";
import { useSetting } from "../../widgets/setting.ts";
import { tagOf } from "../../widgets/text/language.ts";
import { issueSentence } from "./issue-sentence.ts";
import { assessmentAddress, assessmentFragment } from "./share-assessment.ts";
import type { AssessmentWords } from "./words.ts";

/** What opening a text said: a sentence, and what is wrong with it. */
export interface OpenedText {
  readonly said: string;
  readonly issues: readonly Issue[];
}

/** Saving to a file, opening one, and a link that holds everything. Nothing leaves the page but what a person takes along. */
export function Keep({
  record,
  home,
  opened,
  words,
  onOpen,
  onReset,
}: {
  readonly record: AssessmentRecord;
  /** The address of the site. */
  readonly home: string;
  /** What was said of the last file or link. */
  readonly opened: OpenedText | undefined;
  readonly words: AssessmentWords;
  readonly onOpen: (text: string | undefined) => void;
  readonly onReset: () => void;
}): VNode {
  const { language } = useSetting();
  const [isSharing, setSharing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const resetButton = useRef<HTMLButtonElement>(null);
  const settle = (isSure: boolean): void => {
    if (isSure) onReset();
    setAsking(false);
    resetButton.current?.focus();
  };
  return (
    <section class="files" aria-labelledby="keep">
      <h2 id="keep">{words.keep}</h2>
      <p class="note">{words.keepHelp}</p>
      <p class="actions">
        <button type="button" class="secondary" onClick={() => save(record)}>
          {words.save}
        </button>
        <button type="button" class="secondary" onClick={() => picker.current?.click()}>
          {words.openFile}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words.openFile}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined && file.size <= longestAnswers) void file.text().then(onOpen);
            else if (file !== undefined) onOpen(undefined);
            event.currentTarget.value = "";
          }}
        />
        <button
          type="button"
          class="secondary"
          aria-expanded={isSharing}
          onClick={() => setSharing(!isSharing)}
        >
          {words.share}
        </button>
        <button
          type="button"
          class="secondary"
          ref={resetButton}
          aria-expanded={isAsking}
          onClick={() => setAsking(!isAsking)}
        >
          {words.reset}
        </button>
      </p>
      {isAsking && (
        <fieldset class="ask">
          <legend class="unseen">{words.reset}</legend>
          <p>{words.resetAsk}</p>
          <p class="actions">
            <button type="button" class="danger" onClick={() => settle(true)}>
              {words.resetYes}
            </button>
            <button type="button" class="secondary" onClick={() => settle(false)}>
              {words.resetNo}
            </button>
          </p>
        </fieldset>
      )}
      <div role="status" class="said">
        {opened !== undefined && (
          <>
            <p>{opened.said}</p>
            {opened.issues.length > 0 && (
              <ul>
                {opened.issues.map((issue, at) => (
                  <li key={at}>{issueSentence(issue, language)}</li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
      {isSharing && (
        <ShareAddress
          id="share-address"
          address={assessmentAddress(home, tagOf(language)) + assessmentFragment(record)}
        />
      )}
    </section>
  );
}

function save(record: AssessmentRecord): void {
  saveFile("assessment.json", `${JSON.stringify(record, null, 2)}\n`, "application/json");
}
