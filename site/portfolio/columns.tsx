import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Issue } from "../../engine/issue.ts";
import { plainWords } from "../../widgets/text/language.ts";
import type { Language } from "../build/page.ts";
import { ColumnItem } from "./column-item.tsx";
import { InTurn } from "./in-turn.tsx";
import { IssueList } from "./issue-list.tsx";
import { Kept } from "./kept.tsx";
import { portfolioWords } from "./portfolio-words.ts";
import type { Desk } from "./use-desk.ts";

/** So many columns are shown at a time: each has a list of every question. */
const columnsAtOnce = 20;
const mostSamples = 3;

/** Inputs without a column stand in a list, the period is a step before; the case is asked for in words of the page. */
const toldElsewhere: readonly Issue["code"][] = [
  "answers-without-period",
  "batch-case-wanted",
  "batch-inputs-unmapped",
];

/** The fourth step: what each column is, proposed with the reason and changed by hand. */
export function Columns({
  language,
  desk,
  onSave,
  onOpen,
}: {
  readonly language: Language;
  readonly desk: Desk;
  readonly onSave: () => void;
  readonly onOpen: (file: File) => void;
}): VNode {
  const text = portfolioWords[language];
  const { methodology, opened, mapping, issues, isByHand, use } = desk;
  const [first, setFirst] = useState(0);
  const look = opened?.look;
  const choices = look?.choices ?? [];
  const columns = mapping?.columns ?? [];
  const from = first < columns.length ? first : 0;
  const shown = columns.slice(from, from + columnsAtOnce);
  const mapped = new Set(columns.flatMap((one) => (one.is === "answer" ? [one.input] : [])));
  const lacking = choices.filter(({ input, isNeeded }) => isNeeded && !mapped.has(input));
  const checks = issues.filter(({ code }) => !toldElsewhere.includes(code));
  const wantsCase = issues.some(({ code }) => code === "batch-case-wanted");
  const wrong = new Set(issues.flatMap((issue) => columnOf(issue) ?? []));
  return (
    <section aria-labelledby="step-columns">
      <h2 id="step-columns" tabIndex={-1}>
        {text.steps.columns}
      </h2>
      {look === undefined ? (
        <p>{text.columnsWait}</p>
      ) : (
        <>
          <p>
            {text.columnsHelp} {text.unitIn}
          </p>
          <div class="notice">
            {lacking.length === 0 ? (
              <p>{text.nothingLacks}</p>
            ) : (
              <>
                <h3>{text.lacking}</h3>
                <p>{text.lackingHelp}</p>
                <ul class="lacking">
                  {lacking.map(({ input, label }) => (
                    <li key={input}>
                      {plainWords(label, language)} [{input}]
                    </li>
                  ))}
                </ul>
              </>
            )}
            {(wantsCase || checks.length > 0) && (
              <>
                <h3>{text.checks}</h3>
                {wantsCase && <p>{text.lacksCase}</p>}
                <IssueList issues={checks} language={language} />
              </>
            )}
          </div>
          <ol class="columns" start={from + 1}>
            <InTurn key={`${opened?.number} ${from}`} turn={language}>
              {shown.map((column, at) => {
                const [isChosen, isWrong] = [isByHand(from + at), wrong.has(from + at + 1)];
                const own = JSON.stringify(column);
                return (
                  // Each has a list of every question: what is chosen for one does not draw the others again.
                  <Kept
                    key={from + at}
                    of={[language, look, methodology, own, isChosen, isWrong]}
                    draw={() => (
                      <ColumnItem
                        language={language}
                        number={from + at + 1}
                        column={column}
                        samples={look.rows
                          .map((cells) => cells[from + at]?.trim() ?? "")
                          .filter((cell) => cell !== "")
                          .slice(0, mostSamples)}
                        choices={choices}
                        isByHand={isChosen}
                        hasIssue={isWrong}
                        onUse={(one) => use(from + at, one)}
                      />
                    )}
                  />
                );
              })}
            </InTurn>
          </ol>
          {columns.length > columnsAtOnce && (
            <div class="actions">
              <button
                type="button"
                disabled={from === 0}
                onClick={() => setFirst(Math.max(0, from - columnsAtOnce))}
              >
                {text.before}
              </button>
              <span role="status">
                {text.columnsShown(from + 1, from + shown.length, columns.length)}
              </span>
              <button
                type="button"
                disabled={from + columnsAtOnce >= columns.length}
                onClick={() => setFirst(from + columnsAtOnce)}
              >
                {text.after}
              </button>
            </div>
          )}
        </>
      )}
      <p class="hint">{text.mappingHelp}</p>
      <div class="actions">
        <button type="button" disabled={mapping === undefined} onClick={onSave}>
          {text.saveMapping}
        </button>
        <label class="button">
          {text.openMapping}
          <input
            type="file"
            accept=".json,application/json"
            class="unseen"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file !== undefined) onOpen(file);
              currentTarget.value = "";
            }}
          />
        </label>
      </div>
    </section>
  );
}

/** The column that an error is about, from 1. */
function columnOf({ severity, facts }: Issue): number | undefined {
  const { column } = facts as { readonly column?: unknown };
  return severity === "error" && typeof column === "number" ? column : undefined;
}
