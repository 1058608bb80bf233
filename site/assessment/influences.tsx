import type { ComponentChildren, VNode } from "preact";
import { useState } from "preact/hooks";
import type { AssessmentRecord } from "../../engine/assessment/assessment.ts";
import type { Sensitivity } from "../../engine/assessment/sensitivity.ts";
import { answerWords, joinUnit } from "../../widgets/form/hints.tsx";
import { Bar } from "../../widgets/result/bar.tsx";
import { largest } from "../../widgets/result/lengths.ts";
import { type Setting, useSetting } from "../../widgets/setting.ts";
import { writeFigure } from "../../widgets/text/figures.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { writeUnit } from "../../widgets/text/units.tsx";
import { typeset } from "../../widgets/text/words.tsx";
import { useAssessor } from "./assessor-context.ts";
import { shownDigits } from "./bounds.ts";
import { inputAt } from "./find-field.ts";
import { FramedTable } from "./framed-table.tsx";
import { ProjectPick } from "./project-pick.tsx";
import { SearchState } from "./search-state.tsx";
import { currentCase, type Project } from "./state.ts";
import { useSearch } from "./use-search.ts";
import type { AssessmentWords } from "./words.ts";

/** So many answers are listed. */
const most = 8;

/** Which answer of a project moves its result most. */
export function Influences({
  projects,
  record,
  words,
}: {
  readonly projects: readonly Project[];
  readonly record: AssessmentRecord;
  readonly words: AssessmentWords;
}): VNode {
  const client = useAssessor()?.client;
  const [wanted, setWanted] = useState("");
  const project = projects.find(({ id }) => id === wanted) ?? projects[0];
  const id = project?.id ?? "";
  const search = useSearch(JSON.stringify([record, id]), () =>
    client?.call("sensitivity", record, { project: id }),
  );
  return (
    <section class="group" aria-labelledby="influences">
      <h3 id="influences">{words.influences}</h3>
      <p class="note">{words.influencesHelp}</p>
      <ProjectPick
        id="influences-project"
        projects={projects}
        value={id}
        words={words}
        onPick={setWanted}
      />
      <p class="actions">
        <button type="button" class="secondary" onClick={search.begin}>
          {words.influencesFind}
        </button>
      </p>
      <SearchState search={search} words={words} done={words.influencesFound} />
      {search.found !== undefined && project !== undefined && (
        <InfluenceTable found={search.found} project={project} words={words} />
      )}
    </section>
  );
}

function InfluenceTable({
  found,
  project,
  words,
}: {
  readonly found: Sensitivity;
  readonly project: Project;
  readonly words: AssessmentWords;
}): VNode {
  const around = useSetting();
  const { form } = currentCase(project);
  const setting: Setting = { ...around, form };
  const { language } = setting;
  const moving = found.influences.filter(({ span }) => /[1-9]/.test(span)).slice(0, most);
  if (moving.length === 0) return <p>{words.influencesNone}</p>;
  const unit = writeUnit(found.unit, setting);
  const amount = (figure: string): ComponentChildren =>
    typeset(joinUnit(writeFigure(shownDigits(figure, 1, "near"), language), unit, language));
  const longest = largest(moving.map(({ span }) => shownDigits(span, 3, "near")));
  return (
    <FramedTable
      name={words.influences}
      isNamed
      isText
      heads={[words.question, words.answerNow, words.tried, words.span]}
      rows={moving.map((influence) => {
        const { place, answer, span } = influence;
        const input = form.inputs.find(({ id }) => id === inputAt(project, place));
        const shown = shownDigits(span, 3, "near");
        return {
          key: place,
          head: (
            <>
              {typeset(input === undefined ? place : plainWords(input.label, language))}
              <Bar pieces={[{ key: "", colour: 0, low: shown, high: shown }]} longest={longest} />
            </>
          ),
          cells: [
            input === undefined ? answer : answerWords(input, answer, setting),
            influence.trials.map((trial) => (
              <span key={trial.answer} class="trial">
                {input === undefined ? trial.answer : answerWords(input, trial.answer, setting)}
                {words.colon}
                {trial.value === undefined ? words.none : amount(trial.value)}
              </span>
            )),
            amount(span),
          ],
        };
      })}
    />
  );
}
