import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { useSetting } from "../../widgets/setting.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { casePrefix } from "./case-prefix.ts";
import {
  type AssessmentChange,
  currentCase,
  mostCases,
  type Project,
  type RemovedCase,
} from "./state.ts";
import type { AssessmentWords } from "./words.ts";

/** The name of a case: what it was called, or what it is. */
export function caseName(words: AssessmentWords, project: Project, id: string): string {
  const at = project.cases.findIndex((one) => one.id === id);
  if (at <= 0) return words.baseCase;
  return nameAt(words, project.cases[at]?.title, at);
}

function nameAt(words: AssessmentWords, title = "", at: number): string {
  return title.trim() === "" ? words.otherCase(at) : title.trim();
}

/** Goes from the project to other ways of it and back, makes another, takes one away and brings that back. */
export function CaseSwitch({
  project,
  removed,
  words,
  onChange,
}: {
  readonly project: Project;
  /** The case that was taken away by the last change, of whatever project. */
  readonly removed: RemovedCase | undefined;
  readonly words: AssessmentWords;
  readonly onChange: (by: AssessmentChange) => void;
}): VNode {
  const { language } = useSetting();
  const box = useRef<HTMLDivElement>(null);
  const one = currentCase(project);
  const prefix = casePrefix(project.id, "");
  const name = `${prefix}-case`;
  const title = plainWords(one.form.title, language);
  const place = { project: project.id, case: one.id };
  const gone =
    removed?.project === project.id ? nameAt(words, removed.case.title, removed.at) : undefined;
  const focusCurrent = (): void => {
    setTimeout(() => {
      const shown = box.current?.querySelector<HTMLElement>("input:checked");
      const heading = document.getElementById(`${prefix}-heading`);
      (shown ?? heading)?.focus();
    });
  };
  return (
    <div class="cases" ref={box}>
      {project.cases.length > 1 && (
        <div class="radios" role="radiogroup" aria-label={`${words.cases}: ${title}`}>
          {project.cases.map(({ id }) => (
            <label key={id} class="radio">
              <input
                type="radio"
                name={name}
                checked={id === one.id}
                onChange={() =>
                  onChange({ kind: "show_case", place: { project: project.id, case: id } })
                }
              />
              <span>{caseName(words, project, id)}</span>
            </label>
          ))}
        </div>
      )}
      {one.id !== "" && (
        <div class="question">
          <label for={`${prefix}-case-title`}>{words.caseTitle}</label>
          <input
            type="text"
            id={`${prefix}-case-title`}
            autocomplete="off"
            value={one.title}
            onInput={(event) =>
              onChange({ kind: "name_case", place, title: event.currentTarget.value })
            }
          />
        </div>
      )}
      <p class="actions">
        {project.cases.length <= mostCases && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              onChange({ kind: "add_case", project: project.id, title: "" });
              focusCurrent();
            }}
          >
            {words.addCase}
            <span class="unseen">: {title}</span>
          </button>
        )}
        {one.id !== "" && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              onChange({ kind: "remove_case", place });
              focusCurrent();
            }}
          >
            {words.removeCase(caseName(words, project, one.id))}
          </button>
        )}
      </p>
      <p class={gone === undefined ? "unseen" : undefined} role="status">
        {gone !== undefined && words.removedCase(gone)}
      </p>
      {gone !== undefined && (
        <p class="actions">
          <button
            type="button"
            class="quiet"
            onClick={() => {
              onChange({ kind: "restore_case" });
              focusCurrent();
            }}
          >
            {words.undo}
            <span class="unseen">: {gone}</span>
          </button>
        </p>
      )}
    </div>
  );
}
