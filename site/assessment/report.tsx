import type { ComponentChildren, VNode } from "preact";
import type {
  AssessmentResult,
  Assumption,
  ProjectResult,
} from "../../engine/assessment/assessment.ts";
import type { SourceResult } from "../../engine/result/result.ts";
import { SourceLine } from "../../widgets/result/source-line.tsx";
import { type Setting, SettingContext, useSetting } from "../../widgets/setting.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { writeDay } from "../../widgets/text/times.ts";
import { typeset, Words } from "../../widgets/text/words.tsx";
import { answersTold } from "./answers-told.ts";
import { assumedWords } from "./assumed-words.ts";
import { writeBounds } from "./bounds.ts";
import { caseName } from "./case-switch.tsx";
import { Comparison } from "./comparison.tsx";
import { FramedTable } from "./framed-table.tsx";
import { Mark, markOfStatus } from "./mark.tsx";
import { Overlaps } from "./overlaps.tsx";
import { ProjectDetails } from "./project-result.tsx";
import type { Forms } from "./record.ts";
import type { AssessmentState, Project } from "./state.ts";
import { Unconfirmed } from "./unconfirmed.tsx";
import type { AssessmentWords } from "./words.ts";
import { YearsPart } from "./years-part.tsx";

/**
 * The assessment as it is printed or sent: figures, what they rest on, what nobody has confirmed, sources, next steps of
 * the scheme, and what the figures can be repeated from.
 */
export function Report({
  result,
  state,
  forms,
  madeOn,
  words,
}: {
  readonly result: AssessmentResult;
  /** What the result follows from. */
  readonly state: AssessmentState;
  readonly forms: Forms;
  /** The day on which the report was made. */
  readonly madeOn: string;
  readonly words: AssessmentWords;
}): VNode {
  const { language } = useSetting();
  const { totals, projects, overlaps, steps } = result;
  return (
    <article class="report" aria-labelledby="report-title">
      <h2 id="report-title" tabIndex={-1}>
        {words.reportTitle}
      </h2>
      {state.title.trim() !== "" && <p class="report-of">{state.title}</p>}
      <p class="note">
        {words.madeOn}
        {words.colon}
        {writeDay(madeOn, language)} / {words.asOf}
        {words.colon}
        {writeDay(result.asOf, language)}
      </p>
      <p class="notice warning">{words.reportNotice}</p>
      <h3>{words.reportFigures}</h3>
      <Figures result={result} words={words} />
      <Overlaps overlaps={overlaps} words={words} />
      {totals.years.length > 0 && <YearsPart years={totals.years} words={words} />}
      <p class="note">
        <Words label={totals.rule.label} language={language} />{" "}
        <SourceLine source={totals.rule.source} />
      </p>
      {projects.map((one) => (
        <ProjectReport
          key={one.id}
          result={one}
          project={state.projects.find(({ id }) => id === one.id)}
          forms={forms}
          words={words}
        />
      ))}
      <h3>{words.nextSteps}</h3>
      <ol class="steps">
        {steps.map(({ id, label, detail, source }) => (
          <li key={id}>
            <strong>
              <Words label={label} language={language} />
            </strong>{" "}
            <Words label={detail} language={language} /> <SourceLine source={source} />
          </li>
        ))}
      </ol>
      <h3>{words.sources}</h3>
      <Sources projects={projects} />
      <h3>{words.identity}</h3>
      <Identities result={result} words={words} />
    </article>
  );
}

function Figures({
  result,
  words,
}: {
  readonly result: AssessmentResult;
  readonly words: AssessmentWords;
}): VNode {
  const setting = useSetting();
  const { sums, revenue, reviewCost, net } = result.totals;
  const facts = [
    [words.perYear, sums?.yearlyAverage, 1],
    [words.overPeriod, sums?.whole, 0],
    [words.buffer, sums?.buffer, 0],
    [words.received, sums?.received, 0],
    [words.revenue, revenue, 0],
    [words.reviewCost, reviewCost, 0],
    [words.net, net, 0],
  ] as const;
  if (sums === undefined) return <p>{words.noFigures}</p>;
  return (
    <dl class="facts report-figures">
      {facts.map(([name, bounds, places]) =>
        bounds === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="number">{typeset(writeBounds(setting, bounds, places))}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function ProjectReport({
  result,
  project,
  forms,
  words,
}: {
  readonly result: ProjectResult;
  readonly project: Project | undefined;
  readonly forms: Forms;
  readonly words: AssessmentWords;
}): VNode | null {
  const around = useSetting();
  const { language } = around;
  if (project === undefined) return null;
  const [base, ...others] = project.cases;
  const setting: Setting = { ...around, form: base.form };
  const { methodology, status, sums, leftOut } = result;
  const name = plainWords(base.form.title, language);
  return (
    <SettingContext.Provider value={setting}>
      <section class="project-report">
        <h3>
          {typeset(name)}{" "}
          <span class="count">
            {methodology?.id} {methodology?.version}
          </span>
        </h3>
        <p>
          <Mark mark={markOfStatus(status)}>{words.statuses[status]}</Mark>
          {leftOut && <span class="mark">{words.isLeftOut}</span>}
          {sums !== undefined && (
            <span class="number">
              {" "}
              {words.perYear}
              {words.colon}
              {typeset(writeBounds(setting, sums.yearlyAverage, 1))}
              {words.comma}
              {words.overPeriod}
              {words.colon}
              {typeset(writeBounds(setting, sums.whole))}
            </span>
          )}
        </p>
        <Part heading={words.answersGiven}>
          <Told rows={answersTold(setting, base, forms)} words={words} />
        </Part>
        <ProjectDetails result={result} name={name} isPaper words={words} />
        <Comparison project={project} result={result} name={name} words={words} />
        {others.map((one) => (
          <Part
            key={one.id}
            heading={`${words.answersGiven} (${caseName(words, project, one.id)})`}
          >
            <Told rows={answersTold({ ...setting, form: one.form }, one, forms)} words={words} />
          </Part>
        ))}
        <Part heading={words.assumptions}>
          <Assumptions all={result.assumptions} words={words} />
        </Part>
        <Part heading={words.unconfirmed}>
          <Unconfirmed all={result.unconfirmed} words={words} />
        </Part>
      </section>
    </SettingContext.Provider>
  );
}

function Part({
  heading,
  children,
}: {
  readonly heading: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class="part">
      <h4>{heading}</h4>
      {children}
    </div>
  );
}

/** Questions with their answers. */
function Told({
  rows,
  words,
}: {
  readonly rows: readonly (readonly [question: string, answer: string])[];
  readonly words: AssessmentWords;
}): VNode {
  if (rows.length === 0) return <p>{words.noneEntered}</p>;
  return (
    <dl class="facts">
      {rows.map(([question, answer], at) => (
        <div key={at}>
          <dt>{typeset(question)}</dt>
          <dd>{typeset(answer)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Assumptions({
  all,
  words,
}: {
  readonly all: readonly Assumption[];
  readonly words: AssessmentWords;
}): VNode {
  const setting = useSetting();
  const { language } = setting;
  if (all.length === 0) return <p>{words.noneAssumed}</p>;
  return (
    <FramedTable
      name={words.assumptions}
      isNamed
      isText
      heads={[words.item, words.stoodIn, words.standing]}
      rows={all.map((one, at) => {
        const { label, provenance, source, methodology } = one;
        return {
          key: `${at}`,
          head: <Words label={label} language={language} />,
          cells: [
            typeset(assumedWords(setting, one, words)),
            <>
              {methodology} {words.provenances[provenance]}{" "}
              {source !== undefined && <SourceLine source={source} />}
            </>,
          ],
        };
      })}
    />
  );
}

/** The sources of all projects, each once. */
function Sources({ projects }: { readonly projects: readonly ProjectResult[] }): VNode {
  const all = new Map<string, SourceResult>();
  for (const { sources } of projects) {
    for (const source of sources) all.set(JSON.stringify(source), source);
  }
  return (
    <ul>
      {[...all].map(([key, source]) => (
        <li key={key}>
          <SourceLine source={source} />
        </li>
      ))}
    </ul>
  );
}

function Identities({
  result,
  words,
}: {
  readonly result: AssessmentResult;
  readonly words: AssessmentWords;
}): VNode {
  const { language } = useSetting();
  return (
    <>
      <FramedTable
        name={words.identity}
        isNamed
        isText
        heads={[words.methodology, words.version, words.status, words.hash]}
        rows={result.identities.map(({ edition, id, version, hash, status, title }) => ({
          key: edition,
          head: (
            <>
              {id} <Words label={title} language={language} />
            </>
          ),
          cells: [version, words.editionStatuses[status] ?? status, <code key="hash">{hash}</code>],
        }))}
      />
      <p class="note">
        {words.engine}
        {words.colon}santei {result.engine} / {words.guide}
        {words.colon}
        {result.guide.format} {result.guide.version}
      </p>
    </>
  );
}
