import type { ComponentChildren, VNode } from "preact";
import type {
  AssessmentResult,
  Bounds,
  ProjectResult,
} from "../../engine/assessment/assessment.ts";
import type { Issue } from "../../engine/issue.ts";
import { useSetting } from "../../widgets/setting.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { typeset } from "../../widgets/text/words.tsx";
import { isOpen, writeBounds, writeEnds } from "./bounds.ts";
import { issueSentence } from "./issue-sentence.ts";
import { Mark, markOfStatus } from "./mark.tsx";
import type { AssessmentWords } from "./words.ts";

/** What the assessment comes to, which stays in sight while questions are answered. */
export function TotalsPanel({
  result,
  isBusy,
  issues,
  words,
  onAgain,
  children,
}: {
  readonly result: AssessmentResult | undefined;
  readonly isBusy: boolean;
  readonly issues: readonly Issue[];
  readonly words: AssessmentWords;
  readonly onAgain: () => void;
  readonly children: ComponentChildren;
}): VNode {
  const { language } = useSetting();
  return (
    <section class={`result totals${isBusy ? " busy" : ""}`} aria-labelledby="totals">
      <h2 id="totals" tabIndex={-1}>
        {words.totals}
      </h2>
      <Headline result={result} words={words} />
      <div role="alert">
        {issues.length > 0 && (
          <div class="notice error">
            <p>{words.noAnswer}</p>
            <ul>
              {issues.map((issue) => (
                <li key={issue.code}>{issueSentence(issue, language)}</li>
              ))}
            </ul>
            <button type="button" class="secondary" onClick={onAgain}>
              {words.again}
            </button>
          </div>
        )}
      </div>
      {children}
      {result !== undefined && (
        <>
          <ProjectLines projects={result.projects} words={words} />
          <Sums result={result} words={words} />
        </>
      )}
    </section>
  );
}

/** How many projects would be in the total and are not, for want of figures or because they do not apply. */
export function uncounted({ projects, totals }: AssessmentResult): number {
  return projects.filter(({ id, leftOut }) => !leftOut && !totals.projects.includes(id)).length;
}

/** The one figure, which is told to those who do not see it whenever it changes. */
function Headline({
  result,
  words,
}: {
  readonly result: AssessmentResult | undefined;
  readonly words: AssessmentWords;
}): VNode {
  const setting = useSetting();
  const sums = result?.totals.sums;
  const wanting = result === undefined ? 0 : uncounted(result);
  return (
    <div role="status" aria-atomic="true" class="headline">
      {sums === undefined ? (
        <p class="note">{result === undefined ? words.noResult : words.noFigures}</p>
      ) : (
        <>
          <p class="name">{words.perYear}</p>
          <p class="total">
            <span class="number">{writeEnds(setting, sums.yearlyAverage, 1)}</span>{" "}
            <span class="unit">{typeset(words.tonnesPerYear)}</span>
          </p>
          <p class="note">
            {words.overPeriod}
            {words.colon}
            {typeset(writeBounds(setting, sums.whole))}
          </p>
          {wanting > 0 && <p class="note">{words.uncounted(wanting)}</p>}
        </>
      )}
    </div>
  );
}

/** The figure once more, for the lower edge of a narrow window. The panel tells it to those who do not see. */
export function FigureBar({
  result,
  words,
}: {
  readonly result: AssessmentResult | undefined;
  readonly words: AssessmentWords;
}): VNode | null {
  const setting = useSetting();
  const sums = result?.totals.sums;
  if (sums === undefined) return null;
  return (
    <p class="figure-bar" aria-hidden="true">
      {words.perYear}
      <span class="number">
        {writeEnds(setting, sums.yearlyAverage, 1)} {typeset(words.tonnesPerYear)}
      </span>
    </p>
  );
}

function Sums({
  result,
  words,
}: {
  readonly result: AssessmentResult;
  readonly words: AssessmentWords;
}): ComponentChildren {
  const setting = useSetting();
  const { sums, revenue, reviewCost, net, years } = result.totals;
  if (sums === undefined) return null;
  const lines: readonly (readonly [string, Bounds | undefined])[] = [
    [words.buffer, /[1-9]/.test(sums.buffer.high) ? sums.buffer : undefined],
    [words.received, sums.received],
    [words.revenue, revenue],
    [words.reviewCost, reviewCost],
    [words.net, net],
  ];
  return (
    <>
      <dl class="facts">
        {lines.map(([name, bounds]) =>
          bounds === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="number">{typeset(writeBounds(setting, bounds))}</dd>
            </div>
          ),
        )}
      </dl>
      <p class="note">
        {words.periodIs(years.length)}
        {revenue === undefined && ` ${words.noPrice}`}
      </p>
    </>
  );
}

/** A line for each project: how far it is, and its tonnes. */
function ProjectLines({
  projects,
  words,
}: {
  readonly projects: readonly ProjectResult[];
  readonly words: AssessmentWords;
}): VNode {
  const setting = useSetting();
  return (
    <ul class="rows project-lines">
      {projects.map((project) => {
        const { id, title, methodology, status, sums, leftOut } = project;
        const name =
          title ??
          (methodology === undefined ? id : plainWords(methodology.title, setting.language));
        const average = sums?.yearlyAverage;
        return (
          <li key={id}>
            <Mark mark={markOfStatus(status)}>{words.statuses[status]}</Mark>
            <span>{typeset(name)}</span>
            {average !== undefined && (
              <span class="number">
                {writeEnds(setting, average, 1)} {typeset(words.tonnesPerYear)}
                {isOpen(average) && <span class="unseen"> {words.isRange}</span>}
              </span>
            )}
            {leftOut && <span class="mark">{words.isLeftOut}</span>}
          </li>
        );
      })}
    </ul>
  );
}
