import type { VNode } from "preact";
import { useCallback, useEffect, useMemo, useReducer, useState } from "preact/hooks";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import type { Draft } from "../../widgets/answers/draft.ts";
import { useSetting } from "../../widgets/setting.ts";
import { useAssessor } from "./assessor-context.ts";
import { DetailedResult } from "./detailed-result.tsx";
import { sharedPrefix } from "./find-field.ts";
import { GoalSeek } from "./goal.tsx";
import { Influences } from "./influences.tsx";
import { Keep } from "./keep.tsx";
import { NextQuestions } from "./next-questions.tsx";
import { PriceQuestions } from "./price-questions.tsx";
import { ProjectCard } from "./project-card.tsx";
import { recordOf } from "./record.ts";
import { ReportPart } from "./report-part.tsx";
import { SchemeQuestions } from "./scheme-questions.tsx";
import { changeState, emptyState } from "./state.ts";
import { Things } from "./things.tsx";
import { FigureBar, TotalsPanel } from "./totals-panel.tsx";
import { useAssessment } from "./use-assessment.ts";
import { useForms } from "./use-forms.ts";
import { type Arrival, useOpening } from "./use-opening.ts";
import type { AssessmentWords } from "./words.ts";

/** One applicant's assessment: what there is, what is known of it, and what it may come to. */
export function AssessmentPage({
  guide,
  home,
  words,
  arrival,
  ticked,
}: {
  readonly guide: Guide;
  /** The address of the site, or the relative link to its root while that is not known. */
  readonly home: string;
  readonly words: AssessmentWords;
  /** A link that has been followed. */
  readonly arrival: Arrival | undefined;
  /** Things that were ticked before the page came to life. */
  readonly ticked?: readonly string[] | undefined;
}): VNode {
  const { language } = useSetting();
  const tools = useAssessor();
  const [state, change] = useReducer(changeState, emptyState);
  const { forms, bring } = useForms();
  const { opened, open, have, coming, forget } = useOpening({
    guide,
    bring,
    change,
    arrival,
    words,
  });
  const today = tools?.today ?? "";
  const record = useMemo(() => recordOf(state, forms), [state, forms]);
  const asked = useMemo(() => ({ ...record, as_of: record.as_of ?? today }), [record, today]);
  useEffect(() => {
    for (const thing of ticked ?? []) have(thing, today);
  }, []);
  const { assessed, next, isBusy, issues, again } = useAssessment(asked, state);
  const result = state.projects.length === 0 ? undefined : assessed?.result;
  const answered = assessed?.state;
  const referenceOf = useCallback(
    (id: string) => `${home}${language === "en" ? "en/" : ""}${id}/reference/`,
    [home, language],
  );
  const onShared = useCallback(
    (methodology: string, draft: Draft) => change({ kind: "shared", methodology, draft }),
    [],
  );
  const recordIssues = result?.issues ?? [];
  const sharedAssumptions = useMemo(
    () => result?.projects.flatMap(({ assumptions }) => assumptions) ?? [],
    [result],
  );
  const [isReporting, setReporting] = useState(false);
  return (
    <>
      <div class="columns">
        <div class="questions">
          <section class="step-part" aria-labelledby="step-things">
            <h2 id="step-things">{words.stepThings}</h2>
            <Things
              guide={guide}
              has={state.has}
              busy={coming}
              words={words}
              language={language}
              onTick={(thing, isThere) =>
                isThere ? have(thing, today) : change({ kind: "have_not", thing })
              }
            />
            <p role="status" class="said">
              {state.projects.length > 0 && words.projectsBelow(state.projects.length)}
            </p>
          </section>
          {state.projects.length > 0 && (
            <section class="step-part" aria-labelledby="step-answers">
              <h2 id="step-answers">{words.stepAnswers}</h2>
              <p class="note">{words.emptyIsRange}</p>
              {state.projects.map((project) => (
                <ProjectCard
                  key={project.id}
                  project={project}
                  removed={state.removed}
                  guide={guide}
                  forms={forms}
                  result={result?.projects.find(({ id }) => id === project.id)}
                  answered={answered}
                  words={words}
                  referenceOf={referenceOf}
                  onChange={change}
                />
              ))}
            </section>
          )}
          {state.unread.length > 0 && (
            <div class="notice warning">
              <p>{words.unread(state.unread.map(({ answers }) => answers.methodology))}</p>
            </div>
          )}
          {state.projects.length > 0 && (
            <section class="step-part" aria-labelledby="step-scheme">
              <h2 id="step-scheme">{words.stepScheme}</h2>
              <div class="project">
                <PriceQuestions
                  price={state.price}
                  issues={recordIssues.filter(({ path }) => path[0] === "price")}
                  words={words}
                  onPrice={(price) => change({ kind: "price", price })}
                />
                <SchemeQuestions
                  guide={guide}
                  questions={guide.scheme.shared}
                  forms={forms}
                  drafts={state.shared}
                  prefix={sharedPrefix}
                  issues={recordIssues}
                  assumptions={sharedAssumptions}
                  onDraft={onShared}
                />
                <div class="question">
                  <label for="as-of">{words.asOf}</label>
                  <p class="hint" id="as-of-hint">
                    {words.asOfHelp}
                  </p>
                  <input
                    type="date"
                    class="date"
                    id="as-of"
                    aria-describedby="as-of-hint"
                    value={state.asOf === "" ? today : state.asOf}
                    onInput={(event) =>
                      change({
                        kind: "as_of",
                        asOf: event.currentTarget.value === today ? "" : event.currentTarget.value,
                      })
                    }
                  />
                </div>
              </div>
            </section>
          )}
        </div>
        <TotalsPanel result={result} isBusy={isBusy} issues={issues} words={words} onAgain={again}>
          <NextQuestions next={next} projects={state.projects} words={words} />
        </TotalsPanel>
      </div>
      {result !== undefined && answered !== undefined && (
        <DetailedResult result={result} state={answered} words={words} />
      )}
      {state.projects.length > 0 && (
        <section class="step-part" aria-labelledby="step-more">
          <h2 id="step-more">{words.stepMore}</h2>
          <div class="searches">
            <Influences projects={state.projects} record={asked} words={words} />
            <GoalSeek projects={state.projects} record={asked} result={result} words={words} />
          </div>
        </section>
      )}
      {result !== undefined && answered !== undefined && (
        <ReportPart
          title={state.title}
          result={result}
          state={{ ...answered, title: state.title }}
          forms={forms}
          today={today}
          isOpen={isReporting}
          words={words}
          onOpen={setReporting}
          onTitle={(title) => change({ kind: "title", title })}
        />
      )}
      <Keep
        record={record}
        home={home}
        opened={opened}
        words={words}
        onOpen={open}
        onReset={() => {
          forget();
          change({ kind: "open", state: emptyState });
          setReporting(false);
        }}
      />
      <FigureBar result={result} words={words} />
    </>
  );
}
