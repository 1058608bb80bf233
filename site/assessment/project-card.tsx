import type { VNode } from "preact";
import { useCallback, useMemo } from "preact/hooks";
import type { ProjectResult, VariantResult } from "../../engine/assessment/assessment.ts";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import type { Change, Draft } from "../../widgets/answers/draft.ts";
import { uniqueErrors } from "../../widgets/calculator/messages.ts";
import { FormContext } from "../../widgets/form/form-context.ts";
import { SettingContext, useSetting } from "../../widgets/setting.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { typeset, Words } from "../../widgets/text/words.tsx";
import { casePrefix } from "./case-prefix.ts";
import { CaseSwitch } from "./case-switch.tsx";
import { EntryErrors } from "./entry-errors.tsx";
import { issueSentence } from "./issue-sentence.ts";
import { Mark, markOfStatus } from "./mark.tsx";
import { ProjectQuestions } from "./project-questions.tsx";
import type { Forms } from "./record.ts";
import { SchemeQuestions } from "./scheme-questions.tsx";
import {
  type AssessmentChange,
  type AssessmentState,
  type Case,
  type CasePlace,
  currentCase,
  type Project,
  type RemovedCase,
} from "./state.ts";
import { type SaidOfForm, useCaseForm } from "./use-case-form.ts";
import type { AssessmentWords } from "./words.ts";

/** One methodology that is applied to what the applicant has, with its questions. */
export function ProjectCard({
  project,
  removed,
  guide,
  forms,
  result,
  answered,
  words,
  referenceOf,
  onChange,
}: {
  readonly project: Project;
  readonly removed: RemovedCase | undefined;
  readonly guide: Guide;
  readonly forms: Forms;
  readonly result: ProjectResult | undefined;
  /** What the result follows from. */
  readonly answered: AssessmentState | undefined;
  readonly words: AssessmentWords;
  readonly referenceOf: (methodology: string) => string;
  readonly onChange: (by: AssessmentChange) => void;
}): VNode {
  const { language } = useSetting();
  const one = currentCase(project);
  const own = one.id === "" ? result : result?.variants.find(({ id }) => id === one.id);
  const then = answered?.projects.find(({ id }) => id === project.id);
  const asked = then?.cases.find(({ id }) => id === one.id);
  const thing = project.thing === undefined ? undefined : guide.things[project.thing];
  const way = thing?.leads_to.find(({ methodology }) => methodology === project.methodology);
  const heading = `${casePrefix(project.id, "")}-heading`;
  const { form } = one;
  return (
    <section class="project" aria-labelledby={heading}>
      <h3 id={heading} tabIndex={-1}>
        <Words label={form.title} language={language} />
      </h3>
      <p class="edition">
        {thing !== undefined && (
          <span>
            <Words label={thing.label} language={language} />
          </span>
        )}
        <a href={referenceOf(form.id)}>
          {form.id}
          <span class="unseen"> {words.reference}</span>
        </a>
        {own !== undefined && (
          <Mark mark={markOfStatus(own.status)}>{words.statuses[own.status]}</Mark>
        )}
      </p>
      {way?.label !== undefined && (
        <p class="note">
          <Words label={way.label} language={language} />
        </p>
      )}
      <CaseSwitch project={project} removed={removed} words={words} onChange={onChange} />
      <CaseQuestions
        key={one.id}
        project={project}
        one={one}
        asked={asked}
        guide={guide}
        forms={forms}
        own={own}
        words={words}
        onChange={onChange}
      />
      <label class="check-line">
        <input
          type="checkbox"
          checked={project.leftOut}
          onChange={(event) =>
            onChange({
              kind: "leave_out",
              project: project.id,
              isOut: event.currentTarget.checked,
            })
          }
        />
        <span>
          {words.leaveOut}
          <span class="unseen">: {plainWords(form.title, language)}</span>
        </span>
      </label>
    </section>
  );
}

function CaseQuestions({
  project,
  one,
  asked,
  guide,
  forms,
  own,
  words,
  onChange,
}: {
  readonly project: Project;
  readonly one: Case;
  /** The case as it was when the result was asked for. */
  readonly asked: Case | undefined;
  readonly guide: Guide;
  readonly forms: Forms;
  readonly own: VariantResult | undefined;
  readonly words: AssessmentWords;
  readonly onChange: (by: AssessmentChange) => void;
}): VNode {
  const around = useSetting();
  const { form } = one;
  const prefix = casePrefix(project.id, one.id);
  const setting = useMemo(
    () => ({ form, language: around.language, text: around.text, prefix }),
    [form, around.language, around.text, prefix],
  );
  const place: CasePlace = useMemo(
    () => ({ project: project.id, case: one.id }),
    [project.id, one.id],
  );
  const first = guide.methodologies[form.id]?.first ?? form.initially;
  const always = useMemo(() => new Set(first), [first]);
  const said = useMemo(
    (): SaidOfForm | undefined =>
      own === undefined || asked === undefined
        ? undefined
        : {
            draft: asked.draft,
            asked: own.asked,
            missing: own.missing,
            assumptions: own.assumptions,
            issues: own.issues.filter(({ path }) => path[0] !== "scheme"),
            years: own.period?.years ?? [],
          },
    [own, asked],
  );
  const answer = useCallback(
    (by: Change) => onChange({ kind: "answer", place, by }),
    [onChange, place],
  );
  const answerScheme = useCallback(
    (methodology: string, draft: Draft) => onChange({ kind: "scheme", place, methodology, draft }),
    [onChange, place],
  );
  const { state, messages, told } = useCaseForm({
    setting,
    draft: one.draft,
    said,
    always,
    onChange: answer,
  });
  const unplaced = messages.filter((message) => message.place === undefined);
  const every = `${prefix}-verify-every`;
  return (
    <SettingContext.Provider value={setting}>
      <FormContext.Provider value={state}>
        {unplaced.map(({ sentence, kind }) => (
          <p key={sentence} class={`message ${kind}`}>
            {typeset(sentence)}
          </p>
        ))}
        <EntryErrors
          messages={uniqueErrors(told)}
          heading={words.entryErrors(plainWords(form.title, around.language))}
        />
        <div class="project-questions">
          <ProjectQuestions first={first} words={words} />
        </div>
      </FormContext.Provider>
      <details class="more">
        <summary>
          {words.projectMoney}
          <span class="unseen">: {plainWords(form.title, around.language)}</span>
        </summary>
        <div class="project-questions">
          <SchemeQuestions
            guide={guide}
            questions={guide.scheme.own}
            forms={forms}
            drafts={one.scheme}
            prefix={`${prefix}-scheme`}
            issues={own?.issues ?? []}
            assumptions={own?.assumptions ?? []}
            onDraft={answerScheme}
          />
          <div class="question">
            <label for={`${prefix}-form`}>{words.planForm}</label>
            <select
              id={`${prefix}-form`}
              value={one.planForm === "" ? "plain" : one.planForm}
              onChange={({ currentTarget: { value } }) =>
                onChange({
                  kind: "plan_form",
                  place,
                  planForm: value === "program" ? "program" : "plain",
                })
              }
            >
              {(["plain", "program"] as const).map((form) => (
                <option
                  key={form}
                  value={form}
                  selected={form === (one.planForm === "" ? "plain" : one.planForm)}
                >
                  {words.planForms[form]}
                </option>
              ))}
            </select>
          </div>
          <div class="question">
            <label for={every}>{words.verifyEvery}</label>
            <p class="hint" id={`${every}-hint`}>
              {words.verifyEveryHelp}
            </p>
            {own?.issues
              .filter(({ path }) => path[0] === "verify_every")
              .map((issue) => (
                <p key={issue.code} class="message error" id={`${every}-message`}>
                  {issueSentence(issue, around.language)}
                </p>
              ))}
            <span class="measure">
              <input
                type="text"
                class="figure"
                inputMode="numeric"
                autocomplete="off"
                id={every}
                aria-describedby={`${every}-hint`}
                value={one.verifyEvery}
                onInput={(event) =>
                  onChange({ kind: "verify_every", place, years: event.currentTarget.value })
                }
              />
              <span class="unit">{words.years}</span>
            </span>
          </div>
        </div>
      </details>
    </SettingContext.Provider>
  );
}
