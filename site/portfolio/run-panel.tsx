import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { writeFigure } from "../../widgets/text/figures.ts";
import type { Language } from "../build/page.ts";
import { GroupPick } from "./group-choice.tsx";
import { IssueList } from "./issue-list.tsx";
import { portfolioWords } from "./portfolio-words.ts";
import type { Desk } from "./use-desk.ts";
import type { Running } from "./use-run.ts";

/** The fifth step: begin, see how far it is, and cancel. */
export function RunPanel({
  language,
  desk,
  running: { run, refused, begin, cancel },
}: {
  readonly language: Language;
  readonly desk: Desk;
  readonly running: Running;
}): VNode {
  const text = portfolioWords[language];
  const [groupBy, setGroupBy] = useState<number>();
  const [turn, setTurn] = useState(0);
  const box = useRef<HTMLElement>(null);
  const { mapping, opened } = desk;
  const progress = run?.progress;
  const isRunning = run !== undefined && (progress === undefined || progress.state === "running");
  const lacks = lacksOf(desk, text);
  const header = useMemo(() => mapping?.columns.map((column) => column.header) ?? [], [mapping]);
  const group = groupBy === undefined || header[groupBy] === undefined ? undefined : groupBy;
  useEffect(() => {
    if (turn > 0) box.current?.focus();
  }, [turn]);
  const start = (): void => {
    if (mapping === undefined || opened === undefined || lacks.length > 0) {
      setTurn((now) => now + 1);
      return;
    }
    setTurn(0);
    const name = opened.file.name.replace(/\.[^.]*$/, "");
    begin({ mapping, language, groupBy: group, name, header, turn: desk.turn });
  };
  const figure = (value: number): string => writeFigure(Math.round(value).toString(), language);
  return (
    <section aria-labelledby="step-run">
      <h2 id="step-run">{text.steps.run}</h2>
      <GroupPick
        id="group-by"
        label={text.groupBy}
        hint={text.groupByHelp}
        header={header}
        column={group}
        language={language}
        onPick={setGroupBy}
      />
      {turn > 0 && lacks.length > 0 && (
        <section class="errors" ref={box} tabIndex={-1} aria-labelledby="lacks">
          <h3 id="lacks">{text.stillLacks(lacks.length)}</h3>
          <ul>
            {lacks.map(({ place, words }) => (
              <li key={place}>
                <a
                  href={`#${place}`}
                  onClick={(event) => {
                    event.preventDefault();
                    const target = document.getElementById(place);
                    target?.focus();
                    target?.scrollIntoView({ block: "center" });
                  }}
                >
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {refused !== undefined && (
        <div class="notice">
          <IssueList issues={refused} language={language} />
        </div>
      )}
      <div class="actions">
        <button
          type="button"
          class="main"
          aria-disabled={isRunning}
          onClick={() => isRunning || start()}
        >
          {run === undefined ? text.start : text.startAgain}
        </button>
        {isRunning && (
          <button type="button" onClick={cancel}>
            {text.cancel}
          </button>
        )}
      </div>
      {isRunning && (
        <div class="progress">
          <progress
            aria-label={text.running}
            max={progress?.bytesOfFile ?? 1}
            value={progress?.bytes ?? 0}
          />
          {progress !== undefined && (
            <p>
              {text.progress(
                Math.floor((100 * progress.bytes) / Math.max(1, progress.bytesOfFile)),
              )}{" "}
              {text.speed(figure(progress.counts.rows), figure(progress.rowsPerSecond))}{" "}
              {progress.secondsLeft === undefined
                ? text.timeUnknown
                : text.timeLeft(Math.ceil(progress.secondsLeft))}
            </p>
          )}
        </div>
      )}
    </section>
  );
}

interface Lack {
  /** The field where it is settled. */
  readonly place: string;
  readonly words: string;
}

/** What has to be settled before rows can be calculated. */
function lacksOf(
  { opened, mapping, rows, methodology, issues }: Desk,
  text: (typeof portfolioWords)["en"],
): readonly Lack[] {
  const lacks: Lack[] = [];
  const isOpen = opened !== undefined && mapping !== undefined;
  if (!isOpen) lacks.push({ place: "file", words: text.lacksFile });
  if (rows === undefined) lacks.push({ place: "rows-projects", words: text.lacksRows });
  const hasPeriod =
    mapping?.period !== undefined || mapping?.columns.some(({ is }) => is === "period");
  if (isOpen && methodology.hasPeriod && hasPeriod !== true) {
    lacks.push({ place: "period", words: text.lacksPeriod });
  }
  const errors = issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
  if (isOpen && errors.includes("batch-case-wanted")) {
    lacks.push({ place: "step-columns", words: text.lacksCase });
  } else if (isOpen && errors.some((code) => code !== "answers-without-period"))
    lacks.push({ place: "step-columns", words: text.lacksColumns });
  return lacks;
}
