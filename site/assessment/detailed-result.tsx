import type { VNode } from "preact";
import type { AssessmentResult } from "../../engine/assessment/assessment.ts";
import { type Setting, SettingContext, useSetting } from "../../widgets/setting.ts";
import { typeset } from "../../widgets/text/words.tsx";
import { Comparison } from "./comparison.tsx";
import { issueSentence } from "./issue-sentence.ts";
import { Overlaps } from "./overlaps.tsx";
import { projectName } from "./project-pick.tsx";
import { ProjectDetails } from "./project-result.tsx";
import type { AssessmentState } from "./state.ts";
import type { AssessmentWords } from "./words.ts";
import { YearsPart } from "./years-part.tsx";

/** What stands behind the figures: double counting, the years, and each project with its checks, uses and costs. */
export function DetailedResult({
  result,
  state,
  words,
}: {
  readonly result: AssessmentResult;
  /** What the result follows from. */
  readonly state: AssessmentState;
  readonly words: AssessmentWords;
}): VNode {
  const around = useSetting();
  const { language } = around;
  return (
    <section class="step-part detailed" aria-labelledby="step-result">
      <h2 id="step-result" tabIndex={-1}>
        {words.stepResult}
      </h2>
      <Overlaps overlaps={result.overlaps} words={words} />
      {result.totals.years.length > 0 && (
        <section class="group" aria-labelledby="by-year">
          <h3 id="by-year">{words.byYear}</h3>
          <YearsPart years={result.totals.years} words={words} />
        </section>
      )}
      {result.projects.map((one) => {
        const project = state.projects.find(({ id }) => id === one.id);
        if (project === undefined) return null;
        const setting: Setting = { ...around, form: project.cases[0].form };
        const name = projectName(project, language);
        const heading = `result-${one.id}`;
        const unplaced = one.issues.filter(({ severity }) => severity === "error");
        return (
          <SettingContext.Provider key={one.id} value={setting}>
            <section class="group" aria-labelledby={heading}>
              <h3 id={heading}>{typeset(name)}</h3>
              {one.status === "failed" && unplaced.length > 0 && (
                <ul class="message">
                  {unplaced.map((issue, at) => (
                    <li key={at}>{typeset(issueSentence(issue, language))}</li>
                  ))}
                </ul>
              )}
              <Comparison project={project} result={one} name={name} words={words} />
              <ProjectDetails result={one} name={name} words={words} />
            </section>
          </SettingContext.Provider>
        );
      })}
    </section>
  );
}
