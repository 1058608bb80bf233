import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { AssessmentResult } from "../../engine/assessment/assessment.ts";
import { usePrinting } from "../../widgets/calculator/use-printing.ts";
import type { Forms } from "./record.ts";
import { Report } from "./report.tsx";
import type { AssessmentState } from "./state.ts";
import type { AssessmentWords } from "./words.ts";

/** The report: drawn when a reader opens it, and whenever the page is printed, which prints it alone. */
export function ReportPart({
  title,
  result,
  state,
  forms,
  today,
  isOpen,
  words,
  onOpen,
  onTitle,
}: {
  readonly title: string;
  readonly result: AssessmentResult;
  readonly state: AssessmentState;
  readonly forms: Forms;
  readonly today: string;
  readonly isOpen: boolean;
  readonly words: AssessmentWords;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onTitle: (title: string) => void;
}): VNode {
  const isPrinting = usePrinting();
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (isOpen && !wasOpen.current) box.current?.querySelector("h2")?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <section class="step-part report-part" aria-labelledby="step-report">
      <h2 id="step-report">{words.report}</h2>
      <p class="note">{words.reportHelp}</p>
      <div class="question">
        <label for="report-name">{words.applicant}</label>
        <p class="hint" id="report-name-hint">
          {words.applicantHelp}
        </p>
        <input
          type="text"
          id="report-name"
          autocomplete="off"
          aria-describedby="report-name-hint"
          value={title}
          onInput={(event) => onTitle(event.currentTarget.value)}
        />
      </div>
      <p class="actions">
        <button type="button" class="primary" onClick={() => print()}>
          {words.reportPrint}
        </button>
        <button
          type="button"
          class="secondary"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          {words.reportShow}
        </button>
      </p>
      {(isOpen || isPrinting) && (
        <div ref={box} class={isOpen ? undefined : "paper-only"}>
          <Report result={result} state={state} forms={forms} madeOn={today} words={words} />
        </div>
      )}
    </section>
  );
}
