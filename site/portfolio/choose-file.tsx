import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Language } from "../build/page.ts";
import { Pick } from "./fields.tsx";
import { IssueList } from "./issue-list.tsx";
import { portfolioWords } from "./portfolio-words.ts";
import type { Desk } from "./use-desk.ts";

/** The second step: the file, by the picker or dropped. */
export function ChooseFile({
  language,
  desk: { opened, isReading, fileIssues, open },
}: {
  readonly language: Language;
  readonly desk: Desk;
}): VNode {
  const text = portfolioWords[language];
  const [isOver, setOver] = useState(false);
  const look = opened?.look;
  return (
    <section aria-labelledby="step-file">
      <h2 id="step-file">{text.steps.file}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: to drop a file here is another way to the picker within. */}
      <div
        class={isOver ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const file = event.dataTransfer?.files[0];
          if (file !== undefined) open(file);
        }}
      >
        <label for="file">{text.file}</label>
        <input
          id="file"
          type="file"
          accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby="file-hint"
          aria-invalid={fileIssues !== undefined}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file !== undefined) open(file);
          }}
          onClick={({ currentTarget }) => {
            // The same file, mended, can be chosen again.
            currentTarget.value = "";
          }}
        />
        <p class="hint" id="file-hint">
          {text.fileHelp} {text.drop}
        </p>
      </div>
      {isReading && <p>{text.reading}</p>}
      {fileIssues !== undefined && (
        <div class="notice">
          <p>{text.notRead}</p>
          <IssueList issues={fileIssues} language={language} />
        </div>
      )}
      {opened !== undefined && look !== undefined && !isReading && (
        <p>
          <strong>{opened.file.name}</strong> ({text.kinds[look.kind]})
        </p>
      )}
      {opened !== undefined && look !== undefined && look.sheets.length > 1 && (
        <Pick
          id="sheet"
          label={text.sheet}
          value={look.mapping.sheet ?? look.sheets[0] ?? ""}
          onPick={(sheet) => open(opened.file, sheet)}
        >
          {look.sheets.map((sheet) => (
            <option key={sheet} value={sheet}>
              {sheet}
            </option>
          ))}
        </Pick>
      )}
    </section>
  );
}
