import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { AssessmentRecord, AssessmentResult } from "../../engine/assessment/assessment.ts";
import type { Sought } from "../../engine/assessment/seek.ts";
import type { FormInput } from "../../engine/methodology/form.ts";
import { fieldName, shownUnit } from "../../widgets/answers/answer-set.ts";
import { isAnswered, itemsOf } from "../../widgets/answers/draft.ts";
import { answerWords } from "../../widgets/form/hints.tsx";
import { timesWhole } from "../../widgets/result/cost.ts";
import { type Setting, useSetting } from "../../widgets/setting.ts";
import { axisWords } from "../../widgets/text/axes.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { writeUnit } from "../../widgets/text/units.tsx";
import { typeset } from "../../widgets/text/words.tsx";
import { useAssessor } from "./assessor-context.ts";
import { inputAt } from "./find-field.ts";
import { ProjectPick } from "./project-pick.tsx";
import { SearchState } from "./search-state.tsx";
import { currentCase, type Project } from "./state.ts";
import { useSearch } from "./use-search.ts";
import type { AssessmentWords } from "./words.ts";

interface GoalEntries {
  readonly project: string;
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly atLeast: string;
}

/** An answer that a search may change. */
interface Changeable {
  readonly place: string;
  readonly name: string;
  readonly unit: string;
}

/** How much of something is needed for an amount a year: all stretches of answers that reach it, or that none does. */
export function GoalSeek({
  projects,
  record,
  result,
  words,
}: {
  readonly projects: readonly Project[];
  readonly record: AssessmentRecord;
  readonly result: AssessmentResult | undefined;
  readonly words: AssessmentWords;
}): VNode {
  const around = useSetting();
  const client = useAssessor()?.client;
  const [entries, setEntries] = useState<GoalEntries>({
    project: "",
    place: "",
    from: "",
    to: "",
    step: "",
    atLeast: "100",
  });
  const project = projects.find(({ id }) => id === entries.project) ?? projects[0];
  const id = project?.id ?? "";
  const own = result?.projects.find((one) => one.id === id);
  const asked = own?.asked.map(({ input }) => input);
  const years = (own?.period?.years.length ?? 1).toString();
  const places = project === undefined ? [] : changeable(around, project, new Set(asked));
  const chosen = places.find(({ place }) => place === entries.place) ?? places[0];
  const unit = chosen?.unit ?? "";
  const withUnit = (figure: string): string =>
    unit === "" || figure.trim() === "" ? figure : `${figure.trim()} ${unit}`;
  const goal = {
    place: chosen?.place ?? "",
    from: withUnit(entries.from),
    to: withUnit(entries.to),
    step: withUnit(entries.step),
    // The total over the period is what is looked at.
    atLeast: timesWhole(years, entries.atLeast.normalize("NFKC").trim()) ?? entries.atLeast,
  };
  const search = useSearch(JSON.stringify([record, id, goal]), () =>
    client?.call("seek", record, { project: id }, goal),
  );
  const enter = (part: Partial<GoalEntries>): void => setEntries({ ...entries, ...part });
  const unitWords =
    project === undefined ? "" : writeUnit(unit, { ...around, form: currentCase(project).form });
  const field = (key: "from" | "to" | "step" | "atLeast", label: string, shown: string): VNode => (
    <div class="question">
      <label for={`goal-${key}`}>{label}</label>
      <span class="measure">
        <input
          type="text"
          class="figure"
          inputMode="decimal"
          autocomplete="off"
          id={`goal-${key}`}
          aria-describedby={shown === "" ? undefined : `goal-${key}-unit`}
          value={entries[key]}
          onInput={(event) => enter({ [key]: event.currentTarget.value })}
        />
        {shown !== "" && (
          <span class="unit" id={`goal-${key}-unit`}>
            {typeset(shown)}
          </span>
        )}
      </span>
    </div>
  );
  return (
    <section class="group" aria-labelledby="goal">
      <h3 id="goal">{words.goal}</h3>
      <p class="note">{words.goalHelp}</p>
      <form
        class="goal"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          search.begin();
        }}
      >
        <ProjectPick
          id="goal-project"
          projects={projects}
          value={id}
          words={words}
          onPick={(next) => enter({ project: next, place: "" })}
        />
        <div class="question">
          <label for="goal-place">{words.goalPlace}</label>
          <select
            id="goal-place"
            value={chosen?.place}
            onChange={(event) => enter({ place: event.currentTarget.value })}
          >
            {places.map(({ place, name }) => (
              <option key={place} value={place} selected={place === chosen?.place}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="goal-limits">
          {field("from", words.goalFrom, unitWords)}
          {field("to", words.goalTo, unitWords)}
          {field("step", words.goalStep, unitWords)}
          {field("atLeast", words.goalAtLeast, words.tonnesPerYear)}
        </div>
        <p class="actions">
          <button
            type="submit"
            class="secondary"
            onClick={(event) => {
              event.preventDefault();
              search.begin();
            }}
          >
            {words.goalFind}
          </button>
        </p>
      </form>
      <SearchState search={search} words={words} done={words.goalFound} />
      {search.found !== undefined && project !== undefined && (
        <Intervals found={search.found} project={project} place={goal.place} words={words} />
      )}
    </section>
  );
}

function Intervals({
  found,
  project,
  place,
  words,
}: {
  readonly found: Sought;
  readonly project: Project;
  readonly place: string;
  readonly words: AssessmentWords;
}): VNode {
  const around = useSetting();
  const { form } = currentCase(project);
  const setting: Setting = { ...around, form };
  const input = form.inputs.find(({ id }) => id === inputAt(project, place));
  const written = (answer: string): string =>
    input === undefined ? answer : answerWords(input, answer, setting);
  const { intervals, tried, withoutValue } = found;
  return (
    <>
      {intervals.length === 0 ? (
        <p class="goal-none">{words.goalNone}</p>
      ) : (
        <ul>
          {intervals.map(({ from, to }) => (
            <li key={from}>
              {typeset(from === to ? written(from) : `${written(from)}${words.to}${written(to)}`)}
            </li>
          ))}
        </ul>
      )}
      <p class="note">{words.goalTried(tried, withoutValue)}</p>
    </>
  );
}

/** The figures of a project that a search may change: those that were answered, and those that are asked. */
function changeable(
  around: Setting,
  project: Project,
  asked: ReadonlySet<string>,
): readonly Changeable[] {
  const { form, draft } = currentCase(project);
  const setting = { ...around, form };
  const isFigure = ({ kind, per }: FormInput): boolean =>
    (kind === "quantity" || kind === "count") && per.length === 0;
  return form.inputs.filter(isFigure).flatMap((input): readonly Changeable[] => {
    const label = plainWords(input.label, around.language);
    if (input.list === undefined) {
      const isThere = asked.has(input.id) || isAnswered(draft.entries[input.id]?.[""]);
      const unit = shownUnit(input, draft, undefined, "");
      return isThere ? [{ place: input.id, name: label, unit }] : [];
    }
    const { list } = input;
    const items = itemsOf(draft, list);
    return items.flatMap((item, index) => {
      const isThere = asked.has(input.id) || isAnswered(item.entries[input.id]?.[""]);
      if (!isThere) return [];
      const position = (index + 1).toString();
      const of = axisWords({ ...setting, parts: [], draft }, list, position);
      return [
        {
          place: `${list}[${position}].${fieldName(input)}`,
          name: items.length === 1 ? label : `${label} (${of})`,
          unit: shownUnit(input, draft, item, ""),
        },
      ];
    });
  });
}
