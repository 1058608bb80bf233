import type { ComponentChildren, VNode } from "preact";
import type { NextQuestion } from "../../engine/assessment/assessment.ts";
import { focusField } from "../../widgets/calculator/focus-field.ts";
import { joinUnit } from "../../widgets/form/hints.tsx";
import { useSetting } from "../../widgets/setting.ts";
import { writeFigure } from "../../widgets/text/figures.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { typeset } from "../../widgets/text/words.tsx";
import { shownDigits } from "./bounds.ts";
import { fieldOf } from "./find-field.ts";
import type { Project } from "./state.ts";
import type { Next } from "./use-assessment.ts";
import type { AssessmentWords } from "./words.ts";

/** So many questions are offered at once. */
const most = 3;

/** The questions that are worth an answer next, each with a way to its field. */
export function NextQuestions({
  next,
  projects,
  words,
}: {
  readonly next: Next | undefined;
  readonly projects: readonly Project[];
  readonly words: AssessmentWords;
}): ComponentChildren {
  const project = projects.find(({ id }) => id === next?.project);
  if (next === undefined || project === undefined) return null;
  const questions = next.questions.filter((one) => isUseful(one)).slice(0, most);
  if (questions.length === 0) return null;
  return (
    <section class="next" aria-labelledby="next-questions">
      <h3 id="next-questions">{words.next}</h3>
      <ol>
        {questions.map((question) => (
          <li key={`${question.methodology} ${question.place}`}>
            <Ask question={question} project={project} words={words} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What narrows nothing is not worth a press. */
function isUseful({ because, width, widthAfter }: NextQuestion): boolean {
  return because !== "range" || width !== widthAfter;
}

function Ask({
  question,
  project,
  words,
}: {
  readonly question: NextQuestion;
  readonly project: Project;
  readonly words: AssessmentWords;
}): VNode {
  const setting = useSetting();
  const { language } = setting;
  const { label, because, width, widthAfter } = question;
  const tonnes = (figure: string): string =>
    joinUnit(writeFigure(shownDigits(figure, 0, "up"), language), words.tonnes, language);
  const why =
    because === "range" && width !== undefined && widthAfter !== undefined
      ? words.narrows(tonnes(width), tonnes(widthAfter))
      : // Ends that are too far apart give no figure at all.
        words.because[because === "range" && width === undefined ? "needed" : because];
  return (
    <>
      <button
        type="button"
        class="quiet"
        onClick={(event) => focusField(event.currentTarget, fieldOf(project, question))}
      >
        {typeset(plainWords(label, language))}
      </button>
      <span class="note">{typeset(why)}</span>
    </>
  );
}
